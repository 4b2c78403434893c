//! Chains that are watched: what the browser does, in JavaScript.

use js_sys::Object;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

#[wasm_bindgen(module = "/src/client/later.js")]
extern "C" {
    #[allow(
        dead_code,
        reason = "named so that its file stands beside `methods.js`, which calls it"
    )]
    fn later();
}

#[wasm_bindgen(module = "/src/watch/methods.js")]
extern "C" {
    /// Gives a client of JavaScript its `watch`. `call` spreads shops over time at the place -100.
    pub fn connect(
        client: &Object,
        options: &JsValue,
        closed: &AbortSignal,
        call: &JsValue,
        load: &JsValue,
    );
}
