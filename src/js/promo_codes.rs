//! `liveops.promoCodes`

use super::arguments::Arguments;
use crate::api::promo_codes;
use crate::client::Client;
use crate::client::failure::Failure;
use crate::models::promo_codes::CartReference;
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
        self.0.start(
            Arguments::new(promo_codes::REWARDS.name(), options).and_then(|arguments| {
                let operation = promo_codes::rewards(self.0.project(), &arguments.code(code)?);
                arguments.call(operation)
            }),
        )
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
        self.0.start(
            Arguments::new(promo_codes::REDEEM.name(), options).and_then(|arguments| {
                let code = arguments.code(code)?;
                let cart = cart(&arguments)?;
                let selected = arguments.selected_unit_items()?;
                let operation = promo_codes::redeem(self.0.project(), &code, cart, selected);
                arguments.call(operation)
            }),
        )
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
        self.0.start(
            Arguments::new(promo_codes::REMOVE.name(), options).and_then(|arguments| {
                let operation = promo_codes::remove(self.0.project(), cart(&arguments)?);
                arguments.call(operation)
            }),
        )
    }
}

fn cart(arguments: &Arguments<'_>) -> Result<CartReference, Box<Failure>> {
    let id = arguments
        .optional_text("cartId")?
        .unwrap_or_else(|| "current".to_owned());
    Ok(CartReference { id })
}
