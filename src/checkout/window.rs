//! A payment window that the browser does not block: opened in the click, led to Pay Station later.

use crate::client::spawn::spawn;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Window;

/// How often the window is asked whether it is still open, in milliseconds.
const LOOK_AGAIN: f64 = 500.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(handler: &JsValue, milliseconds: f64);
}

/// Opens the window now and leads it to the order's address once the order is there.
///
/// Answers `"closed"`, `"blocked"` or `"failed"`. Without a document, such as in a worker, it is `"blocked"`.
pub fn open(order: Promise, address: impl FnOnce(&JsValue) -> Option<String> + 'static) -> Promise {
    let payment = web_sys::window().and_then(|page| page.open().ok().flatten());
    if let Some(payment) = &payment {
        // What it shows later must not reach back into this page.
        let _ = payment.set_opener(&JsValue::NULL);
    }
    spawn(Box::pin(async move {
        let order = JsFuture::from(order).await;
        let Some(payment) = payment else {
            return Ok("blocked".into());
        };
        let Some(address) = order.ok().and_then(|order| address(&order)) else {
            let _ = payment.close();
            return Ok("failed".into());
        };
        if payment.location().replace(&address).is_err() {
            let _ = payment.close();
            return Ok("failed".into());
        }
        until_closed(&payment).await?;
        Ok("closed".into())
    }))
}

async fn until_closed(payment: &Window) -> Result<(), JsValue> {
    while !payment.closed()? {
        let pause = Promise::new(&mut |resolve, _| set_timeout(&resolve, LOOK_AGAIN));
        JsFuture::from(pause).await?;
    }
    Ok(())
}
