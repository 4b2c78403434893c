//! A payment window that the browser does not block: opened in the click, led to Pay Station later.

use crate::client::deadline::{Deadline, Interruption};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use web_sys::Window;

/// How often the window is asked whether it is still open, in milliseconds.
const LOOK_AGAIN: f64 = 500.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(handler: &JsValue, milliseconds: f64);
}

/// Opens an empty window. None where the browser blocks it, or where there is no document, such as in a worker.
pub fn open() -> Option<Window> {
    let payment = web_sys::window().and_then(|page| page.open().ok().flatten())?;
    // What it shows later must not reach back into this page.
    let _ = payment.set_opener(&JsValue::NULL);
    Some(payment)
}

/// Leads the window to an address and waits until it is closed: `"closed"`, or `"failed"`.
pub async fn lead(
    payment: &Window,
    address: &str,
    deadline: &Deadline,
) -> Result<JsValue, Interruption> {
    if payment.location().replace(address).is_err() {
        let _ = payment.close();
        return Ok("failed".into());
    }
    while !payment.closed().map_err(Interruption::Rejected)? {
        let pause = Promise::new(&mut |resolve, _| set_timeout(&resolve, LOOK_AGAIN));
        deadline.bound(&pause).await?;
    }
    Ok("closed".into())
}
