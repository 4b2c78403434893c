//! Reads what a page passes. wasm-bindgen would coerce silently: 101.7 to 101, a lone surrogate to U+FFFD.

use crate::api::{Class, Operation};
use crate::client::failure::Failure;
use crate::client::{CallOptions, Prepared};
use crate::models::promotions::SelectedUnitItems;
use crate::models::scalars::Sku;
use crate::rules::code::Code;
use crate::rules::node::{Kind, Node};
use js_sys::{Function, JsString, Object};
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

/// `setTimeout` fires at once beyond this.
const LONGEST_TIMEOUT: f64 = 2_147_483_647.0;

/// The arguments of one call.
#[derive(Debug)]
pub struct Arguments<'a> {
    operation: &'static str,
    options: &'a JsValue,
}

impl<'a> Arguments<'a> {
    /// Takes the options object; it may be left out.
    pub fn new(operation: &'static str, options: &'a JsValue) -> Result<Self, Box<Failure>> {
        match options.kind() {
            Kind::Nothing | Kind::Object => Ok(Self { operation, options }),
            kind => Err(Failure::argument(
                operation,
                &[
                    "the options must be an object, but they are ",
                    kind.description(),
                ],
            )),
        }
    }

    /// A field of the options.
    pub fn option(&self, name: &'static str) -> JsValue {
        match self.options.kind() {
            Kind::Nothing => JsValue::UNDEFINED,
            _ => self.options.field(name),
        }
    }

    /// A positive whole number: an id or a step.
    pub fn id(&self, name: &'static str) -> Result<u64, Box<Failure>> {
        self.id_of(name, &self.option(name))
    }

    /// A positive whole number that was passed by itself.
    pub fn id_of(&self, name: &'static str, value: &JsValue) -> Result<u64, Box<Failure>> {
        self.whole_number(name, value, 1)
    }

    /// A whole number that may be left out.
    pub fn optional_number(
        &self,
        name: &'static str,
        least: u64,
    ) -> Result<Option<u64>, Box<Failure>> {
        let value = self.option(name);
        match value.kind() {
            Kind::Nothing => Ok(None),
            _ => self.whole_number(name, &value, least).map(Some),
        }
    }

    fn whole_number(&self, name: &str, value: &JsValue, least: u64) -> Result<u64, Box<Failure>> {
        let must_be = if least == 0 {
            "must be a whole number from 0 to 2^53 - 1, but "
        } else {
            "must be a whole number from 1 to 2^53 - 1, but "
        };
        let problem = match (value.kind(), value.number()) {
            (Kind::Integer, Some(number)) if number < 0.0 => "it is negative",
            (Kind::Integer, Some(number)) => {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a whole number from 0 to 2^53"
                )]
                let number = number as u64;
                if number >= least {
                    return Ok(number);
                }
                "it is 0"
            }
            (kind, _) => return Err(self.wrong(name, &[must_be, "it is ", kind.description()])),
        };
        Err(self.wrong(name, &[must_be, problem]))
    }

    /// A text that may be left out; 1 to 255 characters.
    pub fn optional_text(&self, name: &'static str) -> Result<Option<String>, Box<Failure>> {
        let value = self.option(name);
        match value.kind() {
            Kind::Nothing => Ok(None),
            _ => self.text(name, &value).map(Some),
        }
    }

    fn text(&self, name: &str, value: &JsValue) -> Result<String, Box<Failure>> {
        let must_be = "must be a string of 1 to 255 characters, but it is ";
        match value.as_string() {
            Some(text) if text.is_empty() => Err(self.wrong(name, &[must_be, "empty"])),
            Some(text) if text.chars().count() > 255 => Err(self.wrong(name, &[must_be, "longer"])),
            Some(text) => Ok(text),
            None => Err(self.wrong(name, &[must_be, value.kind().description()])),
        }
    }

    /// A function that may be left out.
    pub fn optional_function(&self, name: &'static str) -> Result<Option<Function>, Box<Failure>> {
        let value = self.option(name);
        match value.kind() {
            Kind::Nothing => Ok(None),
            _ => value
                .dyn_into()
                .map(Some)
                .map_err(|_| self.wrong(name, &["must be a function"])),
        }
    }

    /// A code that was passed by itself.
    pub fn code(&self, value: &JsValue) -> Result<Code, Box<Failure>> {
        let text = value.dyn_ref::<JsString>().ok_or_else(|| {
            let found = value.kind().description();
            self.wrong(
                "code",
                &["must be a string of 1 to 128 characters, but it is ", found],
            )
        })?;
        let units: Vec<u16> = text.iter().collect();
        Code::read(&units).map_err(|problem| {
            self.wrong(
                "code",
                &[
                    problem,
                    ": pass the code as the player entered it, 1 to 128 characters",
                ],
            )
        })
    }

    /// `selectedUnitItems`: the chosen unit item for each unit, by SKU.
    pub fn selected_unit_items(&self) -> Result<SelectedUnitItems, Box<Failure>> {
        let name = "selectedUnitItems";
        let value = self.option(name);
        match value.kind() {
            Kind::Nothing => Ok(SelectedUnitItems::default()),
            Kind::Object => Object::entries(value.unchecked_ref())
                .iter()
                .map(|entry| {
                    let entry: js_sys::Array = entry.unchecked_into();
                    Ok((
                        self.text(name, &entry.get(0))?,
                        self.text(name, &entry.get(1))?,
                    ))
                })
                .collect::<Result<_, _>>()
                .map(SelectedUnitItems),
            kind => Err(self.wrong(
                name,
                &[
                    "must be an object of unit item SKUs by unit SKU, but it is ",
                    kind.description(),
                ],
            )),
        }
    }

    /// `items`: SKUs and quantities for a cart, at least one.
    pub fn cart_items(&self) -> Result<Vec<(Sku, u64)>, Box<Failure>> {
        let value = self.option("items");
        if value.kind() != Kind::Array || value.elements().next().is_none() {
            return Err(self.wrong(
                "items",
                &["must be an array of at least one { sku, quantity }"],
            ));
        }
        value
            .elements()
            .map(|item| {
                let item = if item.kind() == Kind::Object {
                    item
                } else {
                    Object::new().into()
                };
                let sku = self.text("items[].sku", &item.field("sku"))?;
                let quantity = self.id_of("items[].quantity", &item.field("quantity"))?;
                Ok((Sku(sku), quantity))
            })
            .collect()
    }

    /// The call of an operation, with its `signal` and `timeoutMs`.
    pub fn call<C: Class>(&self, operation: Operation<C>) -> Result<Prepared, Box<Failure>> {
        Ok(Prepared {
            request: operation.into_request(),
            options: self.call_options()?,
        })
    }

    fn call_options(&self) -> Result<CallOptions, Box<Failure>> {
        let signal = self.option("signal");
        let signal = match signal.kind() {
            Kind::Nothing => None,
            _ => Some(signal.dyn_into::<AbortSignal>().map_err(|_| {
                self.wrong(
                    "signal",
                    &["must be an AbortSignal: pass `controller.signal`"],
                )
            })?),
        };
        Ok(CallOptions {
            signal,
            timeout: self.timeout()?,
        })
    }

    /// `timeoutMs`.
    pub fn timeout(&self) -> Result<Option<f64>, Box<Failure>> {
        let value = self.option("timeoutMs");
        match (value.kind(), value.number()) {
            (Kind::Nothing, _) => Ok(None),
            (Kind::Integer, Some(number)) if (1.0..=LONGEST_TIMEOUT).contains(&number) => {
                Ok(Some(number))
            }
            _ => Err(self.wrong(
                "timeoutMs",
                &["must be a whole number from 1 to 2147483647"],
            )),
        }
    }

    /// The failure of an argument.
    pub fn wrong(&self, name: &str, problem: &[&str]) -> Box<Failure> {
        Failure::argument(self.operation, &["`", name, "` ", &problem.concat()])
    }
}
