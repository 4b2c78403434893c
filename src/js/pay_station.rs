//! `liveops.payStation`

use super::arguments::Arguments;
use crate::checkout::window;
use crate::client::Client;
use crate::client::failure::Failure;
use crate::client::javascript_error::javascript_error;
use crate::client::secret::Secret;
use crate::rules::node::{Kind, Node};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

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
        address(&self.0, order).ok_or_else(|| {
            let problem =
                "`order` must be an order with its `token`, as `offerChains.order` answers";
            javascript_error(&Failure::argument("payStation.url", &[problem]), None)
        })
    }

    /// Opens Pay Station. Call it in the click itself, before anything is awaited, or the browser blocks it:
    /// it opens the window at once and leads it to Pay Station when the order is there.
    /// If the order is rejected, the window closes.
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
        let outcome = self
            .opened(order, options)
            .map_err(|failure| javascript_error(&failure, None))?;
        let checkout = Object::new();
        Reflect::set(&checkout, &"outcome".into(), &outcome)?;
        Ok(checkout)
    }

    fn opened(&self, order: &JsValue, options: &JsValue) -> Result<Promise, Box<Failure>> {
        let arguments = Arguments::new("payStation.open", options)?;
        let mode = arguments.option("mode");
        if mode.kind() != Kind::Nothing && mode.as_string().as_deref() != Some("window") {
            return Err(arguments.wrong("mode", &["must be \"window\""]));
        }
        let client = self.0.clone();
        let address = move |order: &JsValue| address(&client, order);
        Ok(window::open(Promise::resolve(order), address))
    }
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
