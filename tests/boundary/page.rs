//! Runs the steps of a test in the page.

use js_sys::{Object, Reflect};
use serde_json::Value;
use wasm_bindgen::prelude::*;
use xsolla_liveops::{chains, connect};

#[wasm_bindgen(module = "/tests/boundary/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = run, catch)]
    async fn run_steps(library: &Object, steps: &str) -> Result<JsValue, JsValue>;
}

/// Runs JavaScript steps, which may use the library as a page does and what `page.js` exports.
///
/// What they return comes back through JSON. What they throw fails the test.
pub async fn run(steps: &str) -> Value {
    let returned = run_steps(&library(), steps).await;
    let text = returned.unwrap_or_else(|error| panic!("the steps threw {error:?}"));
    serde_json::from_str(&text.as_string().unwrap()).unwrap()
}

/// What the package exports.
fn library() -> Object {
    let library = Object::new();
    let export = |name: &str, function: Box<Function>| {
        let function = Closure::wrap(function).into_js_value();
        Reflect::set(&library, &name.into(), &function).unwrap();
    };
    export(
        "connect",
        Box::new(|client, options, load| connect(client.unchecked_ref(), &options, &load)),
    );
    export(
        "claimableSteps",
        Box::new(|chain, options, _| chains::claimable_steps(&chain, &options)),
    );
    export(
        "nextResetAt",
        Box::new(|chain, _, _| chains::next_reset_at(&chain)),
    );
    export(
        "claimableAt",
        Box::new(|step, _, _| chains::claimable_at(&step)),
    );
    export(
        "msUntil",
        Box::new(|date, options, _| chains::ms_until(&date, &options)),
    );
    library
}

type Function = dyn Fn(JsValue, JsValue, JsValue) -> JsValue;
