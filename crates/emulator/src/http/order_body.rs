//! The bodies that orders are created with.

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::engine::amounts::Count;
use crate::engine::ids::PromotionCode;
use crate::engine::items::Currency;
use crate::engine::orders::ReturnUrl;

/// The body of an order, of an item or of a cart. `locale` and `sandbox` change nothing here: every
/// payment is a test.
#[derive(Debug, Default, Deserialize)]
pub struct OrderBody {
    pub currency: Option<Currency>,
    /// Of an item; carts have quantities of their own.
    pub quantity: Option<Count>,
    pub promo_code: Option<PromotionCode>,
    settings: Option<Settings>,
    #[serde(rename = "custom_parameters")]
    _custom_parameters: Option<CustomParameters>,
}

/// The body of an order that is paid in virtual currency.
#[derive(Debug, Deserialize)]
pub struct VirtualOrderBody {
    #[serde(rename = "custom_parameters")]
    _custom_parameters: Option<CustomParameters>,
}

/// Pay Station's settings; of most, only the form is looked at.
#[derive(Debug)]
struct Settings {
    return_url: Option<ReturnUrl>,
}

impl OrderBody {
    /// Where the payer goes from Pay Station.
    pub fn return_url(&self) -> Option<&ReturnUrl> {
        self.settings.as_ref()?.return_url.as_ref()
    }
}

/// What a shop gives along for itself, of which only the form is looked at.
#[derive(Debug)]
struct CustomParameters;

impl<'de> Deserialize<'de> for Settings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fn check<E: Error>(value: Value) -> Result<(), E> {
            let mut inner = object(value)?.into_iter().map(|(_, value)| value);
            inner.try_for_each(|value| match value {
                Value::Object(_) => check(value),
                _ => Ok(()),
            })
        }
        let value = Value::deserialize(deserializer)?;
        let return_url = match value.get("return_url") {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) if text.is_empty() => None,
            Some(text) => ReturnUrl::deserialize(text)
                .map(Some)
                .map_err(|problem| D::Error::custom(format!("return_url {problem}")))?,
        };
        check(value).map(|()| Self { return_url })
    }
}

impl<'de> Deserialize<'de> for CustomParameters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(Value::deserialize(deserializer)?).map(|_| Self)
    }
}

/// The API reads an object that is empty as an array, and refuses it.
fn object<E: Error>(value: Value) -> Result<Map<String, Value>, E> {
    match value {
        Value::Object(fields) if !fields.is_empty() => Ok(fields),
        Value::Object(_) | Value::Array(_) => Err(E::custom(
            "The array value is found, but an object is required",
        )),
        other => Err(E::custom(format!("is {other}; an object is required"))),
    }
}
