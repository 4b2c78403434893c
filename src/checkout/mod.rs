//! Pay Station and order tracking: what the browser does, in JavaScript. Rust gives what they need of a client.

use crate::client::Configuration;
use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

#[wasm_bindgen(module = "/src/checkout/records.js")]
extern "C" {
    fn records(options: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/src/checkout/pay_station.js")]
extern "C" {
    #[wasm_bindgen(js_name = connect)]
    fn connect_pay_station(
        client: &Object,
        options: &JsValue,
        closed: &AbortSignal,
        pay_station: &str,
        socket: &str,
        records: &JsValue,
        core: &JsValue,
        load: &JsValue,
    );
}

/// Gives a client of JavaScript its Pay Station. `options` are those that the client was made with, `core`
/// gives the player's token, and `load` loads the overlay and the tracker.
pub fn connect(
    target: &Object,
    options: &JsValue,
    closed: &AbortSignal,
    configuration: &Configuration,
    core: &JsValue,
    load: &JsValue,
) {
    let environment = &configuration.environment;
    connect_pay_station(
        target,
        options,
        closed,
        &environment.pay_station,
        &environment.order_socket,
        &records(options),
        core,
        load,
    );
}
