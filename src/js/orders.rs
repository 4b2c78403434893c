//! `liveops.orders`

use super::arguments::Arguments;
use crate::api::orders;
use crate::client::Client;
use crate::models::scalars::OrderId;
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
        self.0.start(
            Arguments::new(orders::GET.name(), options).and_then(|arguments| {
                let order = OrderId(arguments.id_of("orderId", order_id)?);
                let operation = orders::get(self.0.project(), order);
                arguments.call(operation)
            }),
        )
    }
}
