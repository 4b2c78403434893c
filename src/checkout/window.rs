//! A payment window: what the browser does, in `window.js`.

use crate::client::transport::{Deadline, Interruption};
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/checkout/window.js")]
extern "C" {
    /// Where an order is paid; none where it is no order with a token.
    pub fn address(pay_station: &str, order: &JsValue) -> Option<String>;
    fn open() -> JsValue;
    fn lead(payment: &JsValue, address: &str, deadline: &JsValue) -> Promise;
    fn close(payment: &JsValue);
    /// What a page gets of a checkout under way.
    pub fn checkout(outcome: &Promise) -> JsValue;
}

/// An open window.
#[derive(Debug)]
pub struct PaymentWindow(JsValue);

impl PaymentWindow {
    /// Opens an empty window, in the click. None where the browser blocks it.
    pub fn open() -> Option<Self> {
        let payment = open();
        (!payment.is_null()).then_some(Self(payment))
    }

    /// Leads it to an address and waits until it is closed: `"closed"`, or `"failed"`.
    pub async fn lead(&self, address: &str, deadline: &Deadline) -> Result<JsValue, Interruption> {
        deadline
            .wait(&lead(&self.0, address, deadline.as_ref()))
            .await
    }

    /// Closes it.
    pub fn close(&self) {
        close(&self.0);
    }
}
