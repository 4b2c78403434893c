//! What a client can do: its methods by their names.

use super::call::prepare;
use crate::api::OPERATIONS;
use crate::checkout;
use crate::client::Client;
use crate::rules::text::joined;
use js_sys::Object;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/areas.js")]
extern "C" {
    #[wasm_bindgen(js_name = connect)]
    fn connect_methods(client: &Object, names: &str, call: &JsValue);
}

/// Called with the place of a name, and past the last name for the player's token.
type Call = dyn Fn(usize, JsValue, JsValue, JsValue) -> JsValue;

/// Gives a client of JavaScript its methods. One function serves them all: exported one by one, each
/// would cost a page a hundred bytes and more.
pub fn connect(target: &Object, client: Client, options: &JsValue, load: &JsValue) {
    let mut names = String::new();
    for operation in OPERATIONS {
        names.push_str(&joined(&[operation.name, ":", operation.walk, " "]));
    }
    names.push_str("close");
    let connected = client.clone();
    let call = Closure::<Call>::new(move |place: usize, first, second, offset| {
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
        if place == OPERATIONS.len() {
            client.close();
            return JsValue::UNDEFINED;
        }
        client.token().into()
    });
    let call = call.into_js_value();
    connect_methods(target, &names, &call);
    checkout::connect(target, options, &connected, &call, load);
}
