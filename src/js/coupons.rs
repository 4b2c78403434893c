//! `liveops.coupons`

use super::call::call;
use crate::api::coupons;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Coupons: codes that grant items by themselves.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Coupons(pub(super) Client);

#[wasm_bindgen]
impl Coupons {
    /// Tells what a coupon gives. Nothing is redeemed.
    ///
    /// `code`: 1 to 128 characters, trimmed, case-sensitive.
    /// Rejects with `code_not_found`, `limit_reached` or `region_locked`, among others.
    /// API operation: `get-coupon-rewards-by-code`.
    #[wasm_bindgen(unchecked_return_type = "Promise<CodeRewards>")]
    pub fn rewards(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] code: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, coupons::REWARDS.facts(), code, options)
    }

    /// Redeems a coupon and answers with the items it granted. It is sent once and never again:
    /// a coupon may be redeemable several times.
    ///
    /// `code`: 1 to 128 characters, trimmed, case-sensitive.
    /// `options.selectedUnitItems`: the chosen unit item's SKU by unit SKU, where `is_selectable` asks for it.
    /// Rejects with `code_not_found`, `code_expired`, `limit_reached`, `region_locked` or `invalid_request`, among others.
    /// API operation: `redeem-coupon`.
    #[wasm_bindgen(unchecked_return_type = "Promise<RedeemedCoupon>")]
    pub fn redeem(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] code: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "RedeemCouponOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, coupons::REDEEM.facts(), code, options)
    }
}
