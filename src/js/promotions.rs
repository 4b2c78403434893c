//! `liveops.promotions`

use super::call::call;
use crate::api::promotions;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Codes of either kind.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Promotions(pub(super) Client);

#[wasm_bindgen]
impl Promotions {
    /// Tells whether a code is a coupon or a promo code, and what it gives. Nothing is redeemed.
    ///
    /// `code`: 1 to 128 characters, trimmed, case-sensitive.
    /// Rejects with `code_not_found`, `limit_reached`, `code_expired` or `region_locked`, among others.
    /// API operation: `verify-promotion-code`.
    #[wasm_bindgen(unchecked_return_type = "Promise<VerifiedCode>")]
    pub fn verify(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] code: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, promotions::VERIFY.facts(), code, options)
    }
}
