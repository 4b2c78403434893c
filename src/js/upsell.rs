//! `liveops.upsell`

use super::call::call;
use crate::api::upsell;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Items to offer beside a purchase.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Upsell(pub(super) Client);

#[wasm_bindgen]
impl Upsell {
    /// Reads the items that the project offers beside a purchase.
    ///
    /// API operation: `get-upsell-for-project-client`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Page<StoreItem>>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, upsell::LIST.facts(), &JsValue::UNDEFINED, options)
    }
}
