//! The player's token: asked for one call at a time, renewed before it expires or once it is refused.

use super::failure::Failure;
use super::secret::Secret;
use super::task::spawn;
use super::transport::{Deadline, Interruption};
use crate::rules::node::{Kind, Node};
use crate::rules::outcome::ErrorCode;
use crate::rules::token::milliseconds_of_use;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/token.js")]
extern "C" {
    /// What a JWT says of itself; undefined for an opaque token.
    fn claims(token: &str) -> JsValue;
    /// The page's own clock, or the browser's.
    fn now(clock: &JsValue) -> f64;
}

/// Where tokens come from.
#[derive(Debug)]
pub enum Source {
    /// No player: a guest.
    Guest,
    /// One token, for as long as it lasts.
    Fixed(Rc<Token>),
    /// A function of the page.
    Ask(Function),
}

/// A token in use.
#[derive(Debug)]
pub struct Token {
    secret: Secret,
    /// On the client's clock; none: until it is refused.
    good_until: Option<f64>,
}

impl Token {
    /// Takes a token received at `now`.
    pub fn received(token: String, now: f64) -> Option<Self> {
        let good_until = milliseconds_of_use_of(&token).map(|use_for| now + use_for);
        Some(Self {
            secret: Secret::new(token)?,
            good_until,
        })
    }

    /// Takes the only token there is: used until it is refused.
    pub fn fixed(token: String) -> Option<Self> {
        Some(Self {
            secret: Secret::new(token)?,
            good_until: None,
        })
    }

    /// The token itself, for the header.
    pub fn reveal(&self) -> &str {
        self.secret.reveal()
    }
}

/// Holds the current token and the one renewal under way.
#[derive(Debug)]
pub struct Tokens {
    source: Source,
    clock: JsValue,
    limit: f64,
    current: RefCell<Option<Rc<Token>>>,
    renewal: RefCell<Option<Promise>>,
    /// Why the last renewal gave none.
    problem: RefCell<Option<TokenProblem>>,
}

impl Tokens {
    /// `clock` tells milliseconds that only ever grow; undefined is `performance.now`. `limit` bounds one call of the page's function.
    pub fn new(source: Source, clock: JsValue, limit: f64) -> Rc<Self> {
        Rc::new(Self {
            source,
            clock,
            limit,
            current: RefCell::default(),
            renewal: RefCell::default(),
            problem: RefCell::default(),
        })
    }

    /// The token to send: the current one, or after `refused` was answered with 401, another.
    /// None for a guest, or where there is no other. Where the call has ended, nothing may be sent.
    pub async fn get(
        self: &Rc<Self>,
        refused: Option<&Rc<Token>>,
        deadline: &Deadline,
    ) -> Result<Option<Rc<Token>>, TokenProblem> {
        deadline.check().map_err(TokenProblem::Ended)?;
        let ask = match &self.source {
            Source::Ask(ask) => ask,
            Source::Fixed(token) if refused.is_none() => return Ok(Some(token.clone())),
            _ => return Ok(None),
        };
        let held = self.current.borrow().clone();
        let reason = match (held, refused) {
            (None, None) => "first",
            (Some(held), Some(refused)) if Rc::ptr_eq(&held, refused) => "refused",
            (None, Some(_)) => "refused",
            (Some(held), _) if self.is_expiring(&held) => "expiring",
            // Another call may have renewed it meanwhile.
            (held, _) => return Ok(held),
        };
        deadline.wait(&self.renewal(ask, reason)).await.map_err(
            |interruption| match interruption {
                Interruption::Ended(code) => TokenProblem::Ended(code),
                _ => TokenProblem::NotAToken,
            },
        )?;
        match self.problem.borrow().clone() {
            Some(problem) => Err(problem),
            None => Ok(self.current.borrow().clone()),
        }
    }

    fn is_expiring(&self, token: &Token) -> bool {
        token.good_until.is_some_and(|end| now(&self.clock) >= end)
    }

    /// The renewal under way, or a new one.
    fn renewal(self: &Rc<Self>, ask: &Function, reason: &'static str) -> Promise {
        let mut renewal = self.renewal.borrow_mut();
        renewal
            .get_or_insert_with(|| spawn(Box::pin(self.clone().renew(ask.clone(), reason))))
            .clone()
    }

    /// Runs on its own, so that one caller's abort does not take the token from the others.
    async fn renew(
        self: Rc<Self>,
        ask: Function,
        reason: &'static str,
    ) -> Result<JsValue, JsValue> {
        let asked = self.ask(&ask, reason).await;
        // A token that is only about to expire is still good where no other comes.
        if asked.is_ok() || reason != "expiring" {
            let (current, problem) = asked.map_or_else(|it| (None, Some(it)), |it| (it, None));
            *self.current.borrow_mut() = current;
            *self.problem.borrow_mut() = problem;
        }
        *self.renewal.borrow_mut() = None;
        Ok(JsValue::UNDEFINED)
    }

    async fn ask(
        &self,
        ask: &Function,
        reason: &'static str,
    ) -> Result<Option<Rc<Token>>, TokenProblem> {
        let token = Deadline::start(self.limit, &JsValue::UNDEFINED, &JsValue::UNDEFINED)
            .ask(ask, reason)
            .await
            .map_err(|interruption| match interruption {
                Interruption::Rejected(reason) => TokenProblem::Failed(reason),
                _ => TokenProblem::TookTooLong,
            })?;
        if token.kind() == Kind::Nothing {
            return Ok(None);
        }
        let received = token
            .as_string()
            .and_then(|token| Token::received(token, now(&self.clock)));
        received
            .map(|token| Some(Rc::new(token)))
            .ok_or(TokenProblem::NotAToken)
    }
}

/// Why there is no token.
#[derive(Debug, Clone)]
pub enum TokenProblem {
    /// The call that waited has ended.
    Ended(ErrorCode),
    /// The page's function threw or rejected.
    Failed(JsValue),
    /// The page's function did not settle in time.
    TookTooLong,
    /// The page's function gave something else.
    NotAToken,
}

impl TokenProblem {
    /// The failure of the call that waited.
    pub fn into_failure(self, operation: &'static str) -> Box<Failure> {
        let (code, detail) = match self {
            Self::Ended(code) => return Failure::unsent(operation, code),
            Self::Failed(_) => (
                ErrorCode::Unauthorized,
                "the `token` function failed: see `cause`",
            ),
            Self::TookTooLong => (
                ErrorCode::Timeout,
                "the `token` function did not settle within `timeoutMs`",
            ),
            Self::NotAToken => (
                ErrorCode::InvalidArgument,
                "the `token` function must return a token of printable ASCII, or null for a guest",
            ),
        };
        Failure::unsent(operation, code).saying(&[detail])
    }
}

/// Reads `iat` and `exp` out of a JWT; an opaque token has none.
fn milliseconds_of_use_of(token: &str) -> Option<f64> {
    let claims = claims(token);
    milliseconds_of_use(claims.field("iat").number(), claims.field("exp").number())
}
