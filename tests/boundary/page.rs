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
    let export = |name: &str, value: &JsValue| {
        Reflect::set(&library, &name.into(), value).unwrap();
    };
    export(
        "connect",
        &function(|client, options, load| {
            connect(client.unchecked_ref(), &options, &load).map(|()| client)
        }),
    );
    export(
        "claimableSteps",
        &function(|chain, options, _| chains::claimable_steps(&chain, &options).map(JsValue::from)),
    );
    export(
        "nextResetAt",
        &function(|chain, _, _| Ok(chains::next_reset_at(&chain))),
    );
    export(
        "claimableAt",
        &function(|step, _, _| Ok(chains::claimable_at(&step))),
    );
    export(
        "msUntil",
        &function(|date, options, _| chains::ms_until(&date, &options)),
    );
    library
}

type Function = dyn Fn(JsValue, JsValue, JsValue) -> Result<JsValue, JsValue>;

fn function(
    function: impl Fn(JsValue, JsValue, JsValue) -> Result<JsValue, JsValue> + 'static,
) -> JsValue {
    Closure::<Function>::new(function).into_js_value()
}
