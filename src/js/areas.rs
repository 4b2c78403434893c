//! What a client can do: its methods by their names.

use super::call::prepare;
use super::pay_station;
use crate::api::{Facts, OPERATIONS};
use crate::client::Client;
use crate::rules::text::joined;
use js_sys::Object;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/areas.js")]
extern "C" {
    #[wasm_bindgen(js_name = connect)]
    fn connect_methods(client: &Object, names: &str, call: &JsValue);
}

enum Method {
    /// Calls an operation.
    Call(&'static Facts),
    PayStationUrl,
    OpenPayStation,
    Close,
}

type Call = dyn Fn(usize, JsValue, JsValue, JsValue) -> Result<JsValue, JsValue>;

/// Gives a client of JavaScript its methods. One function serves them all: exported one by one, each
/// would cost a page a hundred bytes and more.
pub fn connect(target: &Object, client: Client) {
    let (mut names, mut methods) = (String::new(), Vec::new());
    let mut give = |name: &str, walk: &str, method| {
        names.push_str(&joined(&[" ", name, ":", walk]));
        methods.push(method);
    };
    for operation in OPERATIONS {
        give(operation.name, operation.walk, Method::Call(operation));
    }
    give("payStation.url", "", Method::PayStationUrl);
    give("payStation.open", "", Method::OpenPayStation);
    give("close", "", Method::Close);
    let call = Closure::<Call>::new(
        move |place, first, second, offset| match methods.get(place) {
            Some(Method::Call(operation)) => {
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
                Ok(client.start(prepared).into())
            }
            Some(Method::PayStationUrl) => pay_station::url(&client, &first),
            Some(Method::OpenPayStation) => pay_station::open(&client, &first, &second),
            Some(Method::Close) | None => {
                client.close();
                Ok(JsValue::UNDEFINED)
            }
        },
    );
    connect_methods(target, &names, &call.into_js_value());
}
