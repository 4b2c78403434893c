//! `liveops.payStation`

use super::arguments::Arguments;
use crate::checkout::window::{self, PaymentWindow, checkout};
use crate::client::Client;
use crate::client::failure::Failure;
use crate::client::javascript_error::javascript_error;
use crate::client::spawn::spawn;
use crate::client::transport::Interruption;
use crate::rules::node::{Kind, Node};
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// The address where an order is paid.
pub fn url(client: &Client, order: &JsValue) -> Result<JsValue, JsValue> {
    address(client, order)
        .map(JsValue::from)
        .ok_or_else(|| javascript_error(&no_order("payStation.url"), None))
}

/// Opens Pay Station for an order or its promise.
pub fn open(client: &Client, order: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    check(client, order, options).map_err(|failure| javascript_error(&failure, None))?;
    let payment = PaymentWindow::open();
    let outcome = pay(client.clone(), Promise::resolve(order), payment);
    Ok(checkout(&spawn(Box::pin(outcome))))
}

fn check(client: &Client, order: &JsValue, options: &JsValue) -> Result<(), Box<Failure>> {
    let arguments = Arguments::new("payStation.open", options)?;
    let mode = arguments.option("mode");
    if mode.kind() != Kind::Nothing && mode.as_string().as_deref() != Some("window") {
        return Err(arguments.wrong("mode", &["must be \"window\""]));
    }
    if order.has_type::<Promise>() || address(client, order).is_some() {
        return Ok(());
    }
    Err(no_order("payStation.open"))
}

async fn pay(
    client: Client,
    order: Promise,
    payment: Option<PaymentWindow>,
) -> Result<JsValue, JsValue> {
    let Some(payment) = payment else {
        return Ok("blocked".into());
    };
    let deadline = client.until_closed();
    let ended = |interruption| match interruption {
        Interruption::Rejected(reason) => reason,
        Interruption::Ended(code) => {
            javascript_error(&Failure::unsent("payStation.open", code), None)
        }
        Interruption::NotBuilt => JsValue::UNDEFINED,
    };
    let order = deadline.wait(&order).await.map_err(ended);
    let address = order.and_then(|order| {
        address(&client, &order).ok_or_else(|| javascript_error(&no_order("payStation.open"), None))
    });
    match address {
        Ok(address) => payment.lead(&address, &deadline).await.map_err(ended),
        Err(error) => {
            payment.close();
            Err(error)
        }
    }
}

fn no_order(operation: &'static str) -> Box<Failure> {
    let problem = "`order` must be an order with its `token`, as `offerChains.order` answers";
    Failure::argument(operation, &[problem])
}

/// Pay Station's address, its fixed path and the encoded token: no other URL is ever opened.
fn address(client: &Client, order: &JsValue) -> Option<String> {
    window::address(&client.configuration().environment.pay_station, order)
}
