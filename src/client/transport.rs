//! The end of a call and the one sending of it: what the browser does, in `transport.js`.

use super::configuration::Configuration;
use super::task;
use super::token::Token;
use crate::api::{Body, Request};
use crate::rules::node::{Kind, Node};
use crate::rules::outcome::ErrorCode;
use js_sys::{Function, Promise};
use std::ops::Deref;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/transport.js")]
extern "C" {
    /// What ends a call. It is held by a [`Deadline`].
    #[derive(Debug, Clone)]
    pub type Bounds;
    fn deadline(milliseconds: f64, closed: &JsValue, signal: &JsValue) -> Bounds;
    #[wasm_bindgen(method)]
    fn ended(this: &Bounds) -> u8;
    /// How many milliseconds are left.
    #[wasm_bindgen(method)]
    pub fn left(this: &Bounds) -> f64;
    #[wasm_bindgen(method)]
    fn close(this: &Bounds);
    fn ending(outcome: &JsValue) -> u8;
    fn value(outcome: &JsValue) -> JsValue;
    fn wait(deadline: &Bounds, promise: &Promise) -> Promise;
    /// Calls a function of the page: what it answers, or a rejection with what it threw.
    pub fn ask(run: &Function, reason: &str) -> Promise;
    fn send(
        deadline: &Bounds,
        milliseconds: u32,
        fetch: &JsValue,
        time: &JsValue,
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
    fn parse(answer: &JsValue) -> JsValue;
}

/// A timer fires at once beyond this, in milliseconds.
pub const LONGEST: f64 = 2_147_483_647.0;

/// No limit, in milliseconds.
pub const UNLIMITED: f64 = 0.0;

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
    /// How many milliseconds the API asks to wait, where the browser lets that be read.
    pub retry_after: Option<u32>,
    value: JsValue,
}

/// How a sending ended, as JavaScript holds it: several may read it.
#[derive(Debug)]
pub struct Outcome(pub JsValue);

impl Deadline {
    /// Starts the clock and listens to the signals, each of which may be undefined.
    pub fn start(milliseconds: f64, closed: &JsValue, signal: &JsValue) -> Self {
        Self(deadline(milliseconds, closed, signal))
    }
}

impl From<Bounds> for Deadline {
    fn from(bounds: Bounds) -> Self {
        Self(bounds)
    }
}

impl Deref for Deadline {
    type Target = Bounds;

    fn deref(&self) -> &Bounds {
        &self.0
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Bounds {
    /// # Errors
    ///
    /// [`ErrorCode::Timeout`] or [`ErrorCode::Aborted`], if the end has come.
    pub fn check(&self) -> Result<(), ErrorCode> {
        end(self.ended()).map_or(Ok(()), Err)
    }

    /// Waits for a promise, but not beyond the end.
    ///
    /// # Errors
    ///
    /// The end, or the promise's own rejection.
    pub async fn wait(&self, promise: &Promise) -> Result<JsValue, Interruption> {
        Outcome::of(wait(self, promise)).await.read()
    }

    /// Sends a request, once, after so many milliseconds, and reads its whole answer: the promise of an [`Outcome`].
    /// Where the end has come already, nothing is sent.
    pub fn send(
        &self,
        milliseconds: u32,
        configuration: &Configuration,
        request: &Request,
        token: Option<&Token>,
    ) -> Promise {
        let guest = if request.facts.serves_guests {
            &configuration.guest
        } else {
            &JsValue::UNDEFINED
        };
        send(
            self,
            milliseconds,
            &configuration.fetch,
            &configuration.time,
            request.facts.method.word(),
            &configuration.environment.api,
            request.path.reveal(),
            token.map_or("", Token::reveal),
            guest,
            request.body.as_ref().map_or("", Body::reveal),
        )
    }
}

impl Outcome {
    /// Waits for one.
    pub async fn of(promise: Promise) -> Self {
        Self(task::settled(promise).await)
    }

    /// The answer.
    ///
    /// # Errors
    ///
    /// Why there is none.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates; 0 is no status"
    )]
    pub fn answer(&self) -> Result<Answer, Interruption> {
        let answer = self.read()?;
        let number = |name| answer.field(name).number();
        Ok(Answer {
            status: number("status").unwrap_or(0.0) as u16,
            retry_after: number("retryAfter").map(|milliseconds| milliseconds as u32),
            value: answer,
        })
    }

    fn read(&self) -> Result<JsValue, Interruption> {
        let (ending, value) = (ending(&self.0), value(&self.0));
        match (ending, end(ending)) {
            (_, Some(code)) => Err(Interruption::Ended(code)),
            (DONE, _) => Ok(value),
            (REJECTED, _) => Err(Interruption::Rejected(value)),
            _ => Err(Interruption::NotBuilt),
        }
    }
}

impl Answer {
    /// The body, parsed anew at each call, none where it was empty or not JSON; or what is too large about it.
    pub fn body(&self) -> Result<Option<JsValue>, String> {
        let parsed = parse(&self.value);
        match parsed.field("excess").as_string() {
            Some(excess) => Err(excess),
            None => Ok(Some(parsed.field("body")).filter(|body| body.kind() != Kind::Nothing)),
        }
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
