//! `liveops.promoCodes`

use super::call::call;
use crate::api::promo_codes;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Promo codes: codes that change a cart.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PromoCodes(pub(super) Client);

#[wasm_bindgen]
impl PromoCodes {
    /// Tells what a promo code gives. Nothing is redeemed.
    ///
    /// `code`: 1 to 128 characters, trimmed, case-sensitive.
    /// Rejects with `code_not_found`, `limit_reached` or `region_locked`, among others.
    /// API operation: `get-promo-code-rewards-by-code`.
    #[wasm_bindgen(unchecked_return_type = "Promise<CodeRewards>")]
    pub fn rewards(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] code: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, promo_codes::REWARDS.facts(), code, options)
    }

    /// Puts a promo code on the cart and answers with the cart. It counts as used once the cart is paid.
    ///
    /// `code`: 1 to 128 characters, trimmed, case-sensitive.
    /// `options.cartId`: the cart, `"current"` where nothing is said.
    /// `options.selectedUnitItems`: the chosen unit item's SKU by unit SKU, where `is_selectable` asks for it.
    /// Rejects with `code_not_found`, `code_expired`, `limit_reached`, `cart_invalid` or `invalid_request`, among others.
    /// API operation: `redeem-promo-code`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Cart>")]
    pub fn redeem(
        &self,
        #[wasm_bindgen(unchecked_param_type = "string")] code: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "RedeemPromoCodeOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, promo_codes::REDEEM.facts(), code, options)
    }

    /// Takes the promo code off the cart and answers with the cart as it was before.
    ///
    /// `options.cartId`: the cart, `"current"` where nothing is said.
    /// Rejects with `cart_invalid` or `invalid_request`, among others.
    /// API operation: `remove-cart-promo-code`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Cart>")]
    pub fn remove(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "CartOptions")] options: &JsValue,
    ) -> Promise {
        call(
            &self.0,
            promo_codes::REMOVE.facts(),
            &JsValue::UNDEFINED,
            options,
        )
    }
}
