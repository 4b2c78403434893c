//! Reads: tried again where time may mend what failed, and shared by all who ask for the same thing meanwhile.

use super::call::Client;
use super::retry::{Passing, wait_before_retry};
use super::task::spawn;
use super::token::Token;
use super::transport::{Bounds, Interruption, Outcome};
use crate::api::Request;
use crate::rules::text::joined;
use js_sys::Promise;
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/reading.js")]
extern "C" {
    /// The reads of one client that are under way.
    pub fn readings() -> JsValue;
    fn join(readings: &JsValue, key: &str, is_fresh: bool) -> Bounds;
    fn begin(reading: &Bounds, outcome: &Promise);
    fn follow(caller: &Bounds, reading: &Bounds) -> Promise;
    /// Something was written: who asks from now on joins no read that is under way.
    pub fn written(readings: &JsValue);
    #[wasm_bindgen(method, getter)]
    fn outcome(this: &Bounds) -> JsValue;
}

#[wasm_bindgen(module = "/src/client/chance.js")]
extern "C" {
    /// A random number from 0 up to 1, by the page's own function where it has one.
    fn chance(random: &JsValue) -> f64;
}

impl Client {
    /// Reads, or joins who already does, unless that has to be a read that begins now: the promise of an [`Outcome`].
    pub(super) fn read(
        &self,
        request: &Rc<Request>,
        token: Option<&Rc<Token>>,
        is_fresh: bool,
        caller: &Bounds,
    ) -> Promise {
        let player = token.map_or("", |token| token.reveal());
        let key = joined(&[request.path.reveal(), " ", player]);
        let reading = join(&self.readings, &key, is_fresh);
        if reading.outcome().is_undefined() {
            let tries =
                self.clone()
                    .tries(request.clone(), token.cloned(), is_fresh, reading.clone());
            begin(&reading, &spawn(Box::pin(tries)));
        }
        follow(caller, &reading)
    }

    /// Sends until there is an answer that time would not mend, and gives how the last sending ended.
    /// Claims read at a pace of their own: whether what `is_fresh` is tried again does not hang on others.
    async fn tries(
        self,
        request: Rc<Request>,
        token: Option<Rc<Token>>,
        is_fresh: bool,
        bounds: Bounds,
    ) -> Result<JsValue, JsValue> {
        let (mut tries, mut wait) = (0, 0);
        loop {
            let sending = bounds.send(wait, &self.configuration, &request, token.as_deref());
            let outcome = Outcome::of(sending).await;
            tries += 1;
            let mut quota = self.quota.borrow_mut();
            match self.next(tries, &outcome, &bounds) {
                Next::Try(milliseconds) if is_fresh || quota.take() => {
                    wait = milliseconds;
                    continue;
                }
                Next::Answered => quota.succeeded(tries - 1),
                _ if tries > 1 && !is_fresh => quota.failed(),
                _ => {}
            }
            return Ok(outcome.0);
        }
    }

    /// What comes after so many tries.
    fn next(&self, tries: u8, outcome: &Outcome, bounds: &Bounds) -> Next {
        let (passing, retry_after) = match outcome.answer() {
            Ok(answer) => (passing(answer.status), answer.retry_after),
            Err(Interruption::Rejected(_)) => (Some(Passing::Broken), None),
            Err(_) => return Next::Failed,
        };
        let Some(passing) = passing else {
            return Next::Answered;
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "saturates"
        )]
        let (left, chance) = (
            bounds.left() as u32,
            (chance(&self.configuration.random) * 65_536.0) as u16,
        );
        wait_before_retry(tries, passing, retry_after, left, chance).map_or(Next::Failed, Next::Try)
    }
}

/// What comes after a sending of a read.
enum Next {
    /// Nothing: it was answered.
    Answered,
    /// Another one, after so many milliseconds.
    Try(u32),
    /// Nothing more.
    Failed,
}

/// What time may mend of an answer.
const fn passing(status: u16) -> Option<Passing> {
    match status {
        429 => Some(Passing::Throttled),
        500.. => Some(Passing::Broken),
        _ => None,
    }
}
