//! The player's token: asked for one call at a time, renewed before it expires or once it is refused, and not
//! again for a while where that failed.

use super::failure::Failure;
use super::secret::Secret;
use super::task::spawn;
use super::transport::{Deadline, Interruption, UNLIMITED, ask as asked};
use crate::rules::node::{Kind, Node};
use crate::rules::outcome::ErrorCode;
use crate::rules::token::milliseconds_of_use;
use js_sys::{Function, Promise};
use std::cell::{Cell, RefCell};
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

/// After a renewal failed, the next one is this far away, in milliseconds.
const PAUSE: f64 = 60_000.0;

/// A token in use.
#[derive(Debug)]
pub struct Token {
    secret: Secret,
    /// On the client's clock; none: until it is refused.
    good_until: Option<f64>,
    standing: Cell<Standing>,
}

/// What the API made of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// Nothing yet.
    Untried,
    /// Nothing yet, and it came in the place of one that was refused.
    Replacement,
    Accepted,
    Refused,
}

impl Token {
    /// Takes a token received at `now`.
    pub fn received(token: String, now: f64) -> Option<Self> {
        let good_until = milliseconds_of_use_of(&token).map(|use_for| now + use_for);
        Some(Self {
            good_until,
            ..Self::fixed(token)?
        })
    }

    /// Takes the only token there is: used until it is refused.
    pub fn fixed(token: String) -> Option<Self> {
        Some(Self {
            secret: Secret::new(token)?,
            good_until: None,
            standing: Cell::new(Standing::Untried),
        })
    }

    /// The token itself, for the header.
    pub fn reveal(&self) -> &str {
        self.secret.reveal()
    }

    fn is_refused(&self) -> bool {
        self.standing.get() == Standing::Refused
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
    /// How many were begun.
    renewals: Cell<u32>,
    failure: RefCell<Option<RenewalFailure>>,
}

/// A renewal that failed.
#[derive(Debug, Clone)]
struct RenewalFailure {
    /// On the client's clock.
    at: f64,
    /// Why it gave no token; none where it gave one that the API refused.
    problem: Option<TokenProblem>,
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
            renewals: Cell::default(),
            failure: RefCell::default(),
        })
    }

    /// The token to send: the current one, or another where that expires or was refused. It is still the refused one
    /// where there is no other. None for a guest. Where the call has ended, nothing may be sent.
    pub async fn get(
        self: &Rc<Self>,
        deadline: &Deadline,
        closed: &JsValue,
    ) -> Result<Option<Rc<Token>>, TokenProblem> {
        deadline.check().map_err(TokenProblem::Ended)?;
        let ask = match &self.source {
            Source::Ask(ask) => ask,
            Source::Fixed(token) => return Ok(Some(token.clone())),
            Source::Guest => return Ok(None),
        };
        let held = self.current.borrow().clone();
        let reason = match &held {
            None => FIRST,
            Some(held) if held.is_refused() => REFUSED,
            Some(held) if self.is_expiring(held) => EXPIRING,
            Some(_) => return Ok(held),
        };
        if self.recent_failure().is_none() {
            let renewal = self.renewal(ask, reason, closed);
            deadline
                .wait(&renewal)
                .await
                .map_err(|interruption| match interruption {
                    Interruption::Ended(code) => TokenProblem::Ended(code),
                    _ => TokenProblem::NotAToken,
                })?;
        }
        let current = self.current.borrow().clone();
        match self.recent_failure() {
            // A token that is only about to expire is still good where no other comes.
            Some(RenewalFailure {
                problem: Some(problem),
                ..
            }) if current.as_ref().is_none_or(|token| token.is_refused()) => Err(problem),
            _ => Ok(current),
        }
    }

    /// What the API made of a token.
    pub fn answered(&self, token: &Token, is_refused: bool) {
        let standing = token.standing.get();
        if is_refused {
            if standing == Standing::Replacement {
                self.failed(None);
            }
            token.standing.set(Standing::Refused);
        } else if standing != Standing::Refused {
            token.standing.set(Standing::Accepted);
        }
    }

    fn failed(&self, problem: Option<TokenProblem>) {
        let at = now(&self.clock);
        *self.failure.borrow_mut() = Some(RenewalFailure { at, problem });
    }

    fn recent_failure(&self) -> Option<RenewalFailure> {
        let failure = self.failure.borrow().clone();
        failure.filter(|failure| now(&self.clock) - failure.at < PAUSE)
    }

    fn is_expiring(&self, token: &Token) -> bool {
        token.good_until.is_some_and(|end| now(&self.clock) >= end)
    }

    /// The renewal under way, or a new one.
    fn renewal(self: &Rc<Self>, ask: &Function, reason: &'static str, closed: &JsValue) -> Promise {
        let mut renewal = self.renewal.borrow_mut();
        renewal
            .get_or_insert_with(|| {
                self.renewals.set(self.renewals.get() + 1);
                let renew = self.clone().renew(ask.clone(), reason, closed.clone());
                spawn(Box::pin(renew))
            })
            .clone()
    }

    /// Runs on its own, so that one caller's abort does not take the token from the others.
    async fn renew(
        self: Rc<Self>,
        ask: Function,
        reason: &'static str,
        closed: JsValue,
    ) -> Result<JsValue, JsValue> {
        let number = self.renewals.get();
        let asked = asked(&ask, reason);
        let mut limit = self.limit;
        loop {
            let deadline = Deadline::start(limit, &closed, &JsValue::UNDEFINED);
            let given = match deadline.wait(&asked).await {
                Ok(given) => self.read(&given, reason),
                Err(Interruption::Rejected(reason)) => Err(TokenProblem::Failed(reason)),
                Err(_) if limit == UNLIMITED => return Ok(JsValue::UNDEFINED),
                Err(_) => Err(TokenProblem::TookTooLong),
            };
            // It came late, and another has been asked for since.
            if self.renewals.get() != number {
                return Ok(JsValue::UNDEFINED);
            }
            *self.renewal.borrow_mut() = None;
            let is_late = matches!(given, Err(TokenProblem::TookTooLong));
            match given {
                Ok(token) => {
                    *self.current.borrow_mut() = token;
                    *self.failure.borrow_mut() = None;
                }
                Err(problem) => self.failed(Some(problem)),
            }
            if !is_late {
                return Ok(JsValue::UNDEFINED);
            }
            limit = UNLIMITED;
        }
    }

    fn read(
        &self,
        given: &JsValue,
        reason: &'static str,
    ) -> Result<Option<Rc<Token>>, TokenProblem> {
        if given.kind() == Kind::Nothing {
            return Ok(None);
        }
        let token = given
            .as_string()
            .and_then(|token| Token::received(token, now(&self.clock)))
            .ok_or(TokenProblem::NotAToken)?;
        if reason == REFUSED {
            token.standing.set(Standing::Replacement);
        }
        Ok(Some(Rc::new(token)))
    }
}

// Why the page's function is asked.
const FIRST: &str = "first";
const EXPIRING: &str = "expiring";
const REFUSED: &str = "refused";

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
