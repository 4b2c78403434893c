//! The one place where a future becomes a promise.

use js_sys::Promise;
use std::pin::Pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

/// Boxed, since each kind of future would otherwise bring its own copy of the machinery: measured,
/// 1.4 KB of wasm each.
pub fn spawn(future: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>) -> Promise {
    future_to_promise(future)
}
