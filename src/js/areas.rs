//! What a client can do: its methods by their names.

use super::call::prepare;
use crate::api::OPERATIONS;
use crate::checkout;
use crate::client::task::Called;
use crate::client::{Client, Configuration};
use crate::rules::text::joined;
use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

#[wasm_bindgen(module = "/src/js/areas.js")]
extern "C" {
    #[wasm_bindgen(js_name = connect)]
    fn connect_methods(client: &Object, names: &str, call: &JsValue);
    /// Gives a client `close`, and answers with the signal that it aborts.
    fn closed(client: &Object) -> AbortSignal;
}

/// Gives a client of JavaScript its methods. One function serves them all: exported one by one, each
/// would cost a page a hundred bytes and more.
pub fn connect(target: &Object, configuration: Configuration, options: &JsValue, load: &JsValue) {
    let closed = closed(target);
    let client = Client::new(configuration, closed.clone());
    let mut names = String::new();
    for operation in OPERATIONS {
        names.push_str(&joined(&[operation.name, ":", operation.walk, " "]));
    }
    let connected = client.clone();
    let call = Closure::<Called>::new(move |place: usize, first, second, offset| {
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
        // Past the last name stands the player's token.
        client.token().into()
    });
    let call = call.into_js_value();
    connect_methods(target, &names, &call);
    checkout::connect(
        target,
        options,
        &closed,
        connected.configuration(),
        &call,
        load,
    );
}
