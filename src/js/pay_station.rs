//! `liveops.payStation`

use super::arguments::Arguments;
use crate::checkout::window;
use crate::client::Client;
use crate::client::deadline::{Deadline, Interruption};
use crate::client::failure::Failure;
use crate::client::javascript_error::javascript_error;
use crate::client::secret::Secret;
use crate::client::spawn::spawn;
use crate::rules::node::{Kind, Node};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Window;

/// Pay Station: where orders are paid.
#[wasm_bindgen]
#[derive(Debug)]
pub struct PayStation(pub(super) Client);

#[wasm_bindgen]
impl PayStation {
    /// The address where an order is paid, for a link or a page of its own. It holds the order's token:
    /// a secret of this player.
    ///
    /// `order`: what `offerChains.order` answered.
    /// Throws `invalid_argument`.
    #[wasm_bindgen(unchecked_return_type = "string")]
    pub fn url(
        &self,
        #[wasm_bindgen(unchecked_param_type = "{ token: string }")] order: &JsValue,
    ) -> Result<String, JsValue> {
        address(&self.0, order).ok_or_else(|| javascript_error(&no_order("payStation.url"), None))
    }

    /// Opens Pay Station. Call it in the click itself, before anything is awaited, or the browser blocks it:
    /// it opens the window at once and leads it to Pay Station when the order is there.
    /// If the order is rejected, the window closes and the outcome rejects with the same error.
    ///
    /// `order`: what `offerChains.order` answered, or its promise.
    /// Throws `invalid_argument`.
    #[wasm_bindgen(unchecked_return_type = "Checkout")]
    pub fn open(
        &self,
        #[wasm_bindgen(unchecked_param_type = "{ token: string } | Promise<{ token: string }>")]
        order: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "OpenOptions")] options: &JsValue,
    ) -> Result<Object, JsValue> {
        self.check(order, options)
            .map_err(|failure| javascript_error(&failure, None))?;
        let deadline = self.0.until_closed()?;
        let outcome = pay(
            self.0.clone(),
            Promise::resolve(order),
            window::open(),
            deadline,
        );
        let outcome = spawn(Box::pin(outcome));
        // A page that only waits for the order has handled its rejection there.
        let watched = JsFuture::from(outcome.clone());
        let _ = spawn(Box::pin(
            async move { Ok(watched.await.unwrap_or_default()) },
        ));
        let checkout = Object::new();
        Reflect::set(&checkout, &"outcome".into(), &outcome)?;
        Ok(checkout)
    }

    fn check(&self, order: &JsValue, options: &JsValue) -> Result<(), Box<Failure>> {
        let arguments = Arguments::new("payStation.open", options)?;
        let mode = arguments.option("mode");
        if mode.kind() != Kind::Nothing && mode.as_string().as_deref() != Some("window") {
            return Err(arguments.wrong("mode", &["must be \"window\""]));
        }
        if order.has_type::<Promise>() || address(&self.0, order).is_some() {
            return Ok(());
        }
        Err(no_order("payStation.open"))
    }
}

async fn pay(
    client: Client,
    order: Promise,
    payment: Option<Window>,
    deadline: Deadline,
) -> Result<JsValue, JsValue> {
    let Some(payment) = payment else {
        return Ok("blocked".into());
    };
    let ended = |interruption| match interruption {
        Interruption::Rejected(reason) => reason,
        Interruption::Ended(code) => {
            javascript_error(&Failure::unsent("payStation.open", code), None)
        }
    };
    let address = deadline
        .bound(&order)
        .await
        .map_err(ended)
        .and_then(|order| {
            let address = address(&client, &order);
            address.ok_or_else(|| javascript_error(&no_order("payStation.open"), None))
        });
    match address {
        Ok(address) => window::lead(&payment, &address, &deadline)
            .await
            .map_err(ended),
        Err(error) => {
            let _ = payment.close();
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
    let token = match order.kind() {
        Kind::Object => order.field("token").as_string().and_then(Secret::new)?,
        _ => return None,
    };
    let token = String::from(js_sys::encode_uri_component(token.reveal()));
    let pay_station = &client.configuration().environment.pay_station;
    Some([pay_station, "/paystation4/?token=", &token].concat())
}
