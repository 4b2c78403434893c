//! The end of a call and the one sending of it: what the browser does, in `transport.js`.

use super::configuration::Configuration;
use super::task;
use super::token::Token;
use crate::api::{Body, Request};
use crate::rules::node::{Kind, Node};
use crate::rules::outcome::ErrorCode;
use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/transport.js")]
extern "C" {
    #[derive(Debug)]
    type Bounds;
    fn deadline(milliseconds: f64, closed: &JsValue, signal: &JsValue) -> Bounds;
    #[wasm_bindgen(method)]
    fn ended(this: &Bounds) -> u8;
    #[wasm_bindgen(method)]
    fn close(this: &Bounds);
    fn ending(outcome: &JsValue) -> u8;
    fn value(outcome: &JsValue) -> JsValue;
    fn wait(deadline: &Bounds, promise: &Promise) -> Promise;
    fn ask(deadline: &Bounds, run: &Function, reason: &str) -> Promise;
    fn send(
        deadline: &Bounds,
        fetch: &JsValue,
        method: &str,
        api: &str,
        path: &str,
        token: &str,
        guest: &JsValue,
        body: &str,
    ) -> Promise;
}

#[wasm_bindgen(module = "/src/client/body.js")]
extern "C" {
    #[allow(
        dead_code,
        reason = "named so that its file stands beside `transport.js`, which calls it"
    )]
    fn read(response: &JsValue) -> Promise;
}

/// A timer fires at once beyond this, in milliseconds.
pub const LONGEST: f64 = 2_147_483_647.0;

/// Bounds a call. Dropping it takes its timer and listeners away.
#[derive(Debug)]
pub struct Deadline(Bounds);

/// Why waiting ended without a value.
#[derive(Debug)]
pub enum Interruption {
    /// [`ErrorCode::Timeout`] or [`ErrorCode::Aborted`].
    Ended(ErrorCode),
    /// What was waited for was rejected.
    Rejected(JsValue),
    /// The browser can make no request of it: nothing was sent.
    NotBuilt,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The parsed body, none where it was empty or not JSON; or what is too large about it.
    pub body: Result<Option<JsValue>, String>,
}

impl Deadline {
    /// Starts the clock and listens to the signals, each of which may be undefined.
    pub fn start(milliseconds: f64, closed: &JsValue, signal: &JsValue) -> Self {
        Self(deadline(milliseconds, closed, signal))
    }

    /// # Errors
    ///
    /// [`ErrorCode::Timeout`] or [`ErrorCode::Aborted`], if the end has come.
    pub fn check(&self) -> Result<(), ErrorCode> {
        end(self.0.ended()).map_or(Ok(()), Err)
    }

    /// Waits for a promise, but not beyond the end.
    ///
    /// # Errors
    ///
    /// The end, or the promise's own rejection.
    pub async fn wait(&self, promise: &Promise) -> Result<JsValue, Interruption> {
        settled(wait(&self.0, promise)).await
    }

    /// Calls a function of the page and waits for what it answers.
    ///
    /// # Errors
    ///
    /// The end, or what the function threw or its promise was rejected with.
    pub async fn ask(&self, run: &Function, reason: &str) -> Result<JsValue, Interruption> {
        settled(ask(&self.0, run, reason)).await
    }

    /// Sends a request, once, and reads its whole answer.
    ///
    /// # Errors
    ///
    /// Why there is none. Where the end has come already, nothing is sent.
    pub async fn send(
        &self,
        configuration: &Configuration,
        request: &Request,
        token: Option<&Token>,
    ) -> Result<Answer, Interruption> {
        let guest = if request.facts.serves_guests {
            &configuration.guest
        } else {
            &JsValue::UNDEFINED
        };
        let sending = send(
            &self.0,
            &configuration.fetch,
            request.facts.method.word(),
            &configuration.environment.api,
            request.path.reveal(),
            token.map_or("", Token::reveal),
            guest,
            request.body.as_ref().map_or("", Body::reveal),
        );
        let answer = settled(sending).await?;
        let body = answer.field("body");
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates; 0 is no status"
        )]
        Ok(Answer {
            status: answer.field("status").number().unwrap_or(0.0) as u16,
            body: match answer.field("excess").as_string() {
                Some(excess) => Err(excess),
                None => Ok(Some(body).filter(|body| body.kind() != Kind::Nothing)),
            },
        })
    }
}

impl AsRef<JsValue> for Deadline {
    fn as_ref(&self) -> &JsValue {
        &self.0
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        self.0.close();
    }
}

async fn settled(waiting: Promise) -> Result<JsValue, Interruption> {
    let outcome = task::settled(waiting).await;
    let (ending, value) = (ending(&outcome), value(&outcome));
    match (ending, end(ending)) {
        (_, Some(code)) => Err(Interruption::Ended(code)),
        (DONE, _) => Ok(value),
        (REJECTED, _) => Err(Interruption::Rejected(value)),
        _ => Err(Interruption::NotBuilt),
    }
}

// How waiting ends, in the numbers of `transport.js`.
const DONE: u8 = 0;
const REJECTED: u8 = 1;
const TIMED_OUT: u8 = 2;
const ABORTED: u8 = 3;

fn end(ending: u8) -> Option<ErrorCode> {
    match ending {
        TIMED_OUT => Some(ErrorCode::Timeout),
        ABORTED => Some(ErrorCode::Aborted),
        _ => None,
    }
}
