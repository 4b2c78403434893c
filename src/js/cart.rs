//! `liveops.cart`

use super::call::call;
use crate::api::cart;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// The player's current cart.
#[wasm_bindgen(js_name = Carts)]
#[derive(Debug)]
pub struct Cart(pub(super) Client);

#[wasm_bindgen(js_class = Carts)]
impl Cart {
    /// Reads the cart.
    ///
    /// `options.currency`: an ISO 4217 code; `options.locale`: a language; the project's own where nothing is said.
    /// API operation: `get-user-cart`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Cart>")]
    pub fn get(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "GetCartOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, cart::GET.facts(), &JsValue::UNDEFINED, options)
    }

    /// Puts items into the cart, in place of what was in it, and answers with the cart. What could not
    /// be put in stands in its `warnings`.
    ///
    /// `options.items`: at least one `{ sku, quantity }`; quantities from 1.
    /// Rejects with `cart_invalid`, `item_not_found` or `item_unavailable`, among others.
    /// API operation: `cart-fill`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Cart>")]
    pub fn fill(
        &self,
        #[wasm_bindgen(unchecked_param_type = "FillCartOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, cart::FILL.facts(), &JsValue::UNDEFINED, options)
    }
}
