//! `liveops.orders`

use super::call::call;
use crate::api::orders;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// The player's orders.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Orders(pub(super) Client);

#[wasm_bindgen]
impl Orders {
    /// Reads how far an order got.
    ///
    /// `orderId`: the order's `order_id`.
    /// Rejects with `order_not_found`, among others.
    /// API operation: `get-order`.
    #[wasm_bindgen(unchecked_return_type = "Promise<OrderState>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = orderId, unchecked_param_type = "number")] order_id: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, orders::GET.facts(), order_id, options)
    }
}
