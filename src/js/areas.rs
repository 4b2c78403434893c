//! What a client can do: its methods by their names.

use super::call::prepare;
use crate::api::OPERATIONS;
use crate::checkout;
use crate::claim::driver::{self, Claims};
use crate::client::task::Called;
use crate::client::{Client, Configuration};
use crate::rules::node::Node;
use crate::rules::spread::spread;
use crate::rules::text::joined;
use js_sys::Object;
use std::cell::Cell;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

#[wasm_bindgen(module = "/src/js/areas.js")]
extern "C" {
    /// Answers with what else the module tells for as long as the client lives; undefined where it has its methods from an
    /// instance of the module that has failed, and `run` now runs them.
    #[wasm_bindgen(js_name = connect)]
    fn connect_methods(
        client: &Object,
        names: &str,
        run: &JsValue,
        time: &JsValue,
        options: &JsValue,
        load: &JsValue,
    ) -> JsValue;
    /// Gives a client `close`, and answers with the signal that it aborts.
    fn closed(client: &Object) -> AbortSignal;
}

macro_rules! beside {
    ( $( $file:literal: $name:ident; )* ) => { $(
        #[wasm_bindgen(module = $file)]
        extern "C" {
            #[allow(dead_code, reason = "named so that its file stands beside those that import it")]
            fn $name();
        }
    )* };
}

beside! {
    "/src/claim/methods.js": claims;
    "/src/client/chain.js": chain;
    "/src/client/later.js": later;
    "/src/client/page_storage.js": attempt;
    "/src/watch/methods.js": watch;
}

/// Gives a client of JavaScript its methods, or runs those that it has. One function serves them all: exported one by one, each
/// would cost a page a hundred bytes and more.
pub fn connect(target: &Object, configuration: Configuration, options: &JsValue, load: &JsValue) {
    let closed = closed(target);
    let client = Client::new(configuration, closed.clone());
    let mut names = String::new();
    for operation in OPERATIONS {
        names.push_str(&joined(&[operation.name, ":", operation.walk, " "]));
    }
    let connected = client.clone();
    let claims = Cell::new(Claims::default());
    let run = Closure::<Called>::new(move |place: usize, first, second, offset| {
        if let Some(operation) = OPERATIONS.get(place) {
            let (subject, options) = match operation.argument {
                "" => (JsValue::UNDEFINED, first),
                _ => (first, second),
            };
            let prepared = prepare(
                client.configuration(),
                operation,
                &subject,
                &options,
                &offset,
            );
            return client.start(prepared).into();
        }
        // Past the last name, as `areas.js` numbers them: how long a watched chain waits, what happens to claims, and the
        // player's token at the very end.
        match usize::MAX - place {
            0 => client.token().into(),
            SPREAD => spread_of(&first, &second),
            event => {
                let mut taken = claims.take();
                let next = taken.take(event - 1, &first, &second, &offset);
                claims.set(taken);
                next
            }
        }
    });
    let run = run.into_js_value();
    let time = &connected.configuration().time;
    let core = connect_methods(target, &names, &run, time, options, load);
    if core.is_undefined() {
        return;
    }
    checkout::connect(
        target,
        options,
        &closed,
        connected.configuration(),
        &core,
        load,
    );
}

/// Where that stands among the places from the end, counted from 0: the last number that an event of the first claim
/// could have, and none has.
const SPREAD: usize = driver::EVENTS;

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "saturates; the answer is small"
)]
fn spread_of(seed: &JsValue, reset: &JsValue) -> JsValue {
    let whole = |value: &JsValue| value.number().unwrap_or_default() as u64;
    (spread(whole(seed), whole(reset)) as f64).into()
}
