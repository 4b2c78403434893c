//! A client and the calls it makes.

use super::answer::{Accepted, read_answer};
use super::configuration::{CallOptions, Configuration};
use super::failure::Failure;
use super::javascript_error::javascript_error;
use super::reading::{readings, written};
use super::retry::Quota;
use super::task::spawn;
use super::token::{Token, TokenProblem};
use super::transport::{Answer, Deadline, Interruption, Outcome};
use crate::api::Request;
use crate::rules::outcome::ErrorCode;
use js_sys::Promise;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

#[wasm_bindgen(module = "/src/client/call.js")]
extern "C" {
    /// What a page gets of a claim; 0 is no order.
    fn claimed(order_id: f64) -> JsValue;
}

/// A call with all it needs.
#[derive(Debug)]
pub struct Prepared {
    /// What is sent.
    pub request: Request,
    /// What the call says of itself.
    pub options: CallOptions,
}

/// A client: cheap to clone, one per shop and player.
#[derive(Debug, Clone)]
pub struct Client {
    pub(super) configuration: Rc<Configuration>,
    closed: AbortSignal,
    /// The reads under way.
    pub(super) readings: JsValue,
    pub(super) quota: Rc<RefCell<Quota>>,
}

impl Client {
    /// Makes a client; nothing is sent. `closed` ends all that is in flight and all that comes later.
    pub fn new(configuration: Configuration, closed: AbortSignal) -> Self {
        Self {
            configuration: Rc::new(configuration),
            closed,
            readings: readings(),
            quota: Rc::default(),
        }
    }

    /// What it was made with.
    #[must_use]
    pub fn configuration(&self) -> &Configuration {
        &self.configuration
    }

    /// The player's token; null for a guest.
    pub fn token(&self) -> Promise {
        let client = self.clone();
        spawn(Box::pin(async move {
            let configuration = &client.configuration;
            let deadline =
                Deadline::start(configuration.timeout, &client.closed, &JsValue::UNDEFINED);
            let token = configuration.tokens.get(&deadline, &client.closed).await;
            let token = token.map_err(|problem| token_error(problem, "token"))?;
            Ok(token.map_or(JsValue::NULL, |token| token.reveal().into()))
        }))
    }

    /// Makes a call, or rejects at once where its arguments were wrong.
    pub fn start(&self, prepared: Result<Prepared, Box<Failure>>) -> Promise {
        let client = self.clone();
        spawn(Box::pin(async move {
            match prepared {
                Ok(prepared) => client.call(prepared).await,
                Err(failure) => Err(javascript_error(&failure, None)),
            }
        }))
    }

    async fn call(&self, prepared: Prepared) -> Result<JsValue, JsValue> {
        let Prepared { request, options } = prepared;
        let timeout = options.timeout.unwrap_or(self.configuration.timeout);
        let deadline = Deadline::start(timeout, &self.closed, &options.signal);
        let request = Rc::new(request);
        let answer = self
            .authorized(&request, options.is_fresh, &deadline)
            .await?;
        read_answer(&request, answer.status, answer.body())
            .map(into_javascript)
            .map_err(|mut failure| {
                failure.retry_after = answer.retry_after;
                javascript_error(&failure, None)
            })
    }

    /// Sends with the current token; with another one, once, if that was refused and sending again can do no harm.
    async fn authorized(
        &self,
        request: &Rc<Request>,
        is_fresh: bool,
        deadline: &Deadline,
    ) -> Result<Answer, JsValue> {
        let tokens = &self.configuration.tokens;
        let mut refusal: Option<(Answer, Rc<Token>)> = None;
        loop {
            let token = tokens.get(deadline, &self.closed).await;
            let token = token.map_err(|problem| token_error(problem, request.facts.name))?;
            let is_second = refusal.is_some();
            if let Some((answer, refused)) = refusal
                && token
                    .as_ref()
                    .is_none_or(|token| Rc::ptr_eq(token, &refused))
            {
                // There is no other token: the refusal is the answer.
                return Ok(answer);
            }
            let answer = self.send(request, token.as_ref(), is_fresh, deadline).await;
            let answer = answer.map_err(|interruption| send_error(&interruption, request))?;
            let Some(token) = token else {
                return Ok(answer);
            };
            tokens.answered(&token, answer.status == 401);
            if answer.status != 401 || is_second || !request.facts.resend.follows_refusal() {
                return Ok(answer);
            }
            refusal = Some((answer, token));
        }
    }

    async fn send(
        &self,
        request: &Rc<Request>,
        token: Option<&Rc<Token>>,
        is_fresh: bool,
        deadline: &Deadline,
    ) -> Result<Answer, Interruption> {
        let writes = request.facts.resend.writes();
        let sending = if writes {
            deadline.send(0, &self.configuration, request, token.map(Rc::as_ref))
        } else {
            self.read(request, token, is_fresh, deadline)
        };
        let outcome = Outcome::of(sending).await;
        if writes {
            written(&self.readings);
        }
        outcome.answer()
    }
}

fn send_error(interruption: &Interruption, request: &Request) -> JsValue {
    let failure = match interruption {
        Interruption::Ended(code) => Failure::sent(request.facts, *code),
        Interruption::Rejected(_) => Failure::sent(request.facts, ErrorCode::Network),
        Interruption::NotBuilt => Failure::argument(
            request.facts.name,
            &["the request cannot be made: check the addresses in `environment`"],
        ),
    };
    javascript_error(&failure, None)
}

fn token_error(problem: TokenProblem, operation: &'static str) -> JsValue {
    let cause = match &problem {
        TokenProblem::Failed(cause) => Some(cause.clone()),
        _ => None,
    };
    javascript_error(&problem.into_failure(operation), cause.as_ref())
}

/// A claim here is sent once and never recovered from a lost answer.
fn into_javascript(accepted: Accepted<JsValue>) -> JsValue {
    match accepted {
        Accepted::Body(body) => body,
        Accepted::Nothing => JsValue::UNDEFINED,
        Accepted::Claimed { order_id } => claimed(order_id.unwrap_or_default()),
    }
}
