//! From what a page passes to the call of an operation.

use super::arguments::Arguments;
use crate::api::{Facts, Given};
use crate::client::failure::Failure;
use crate::client::{CallOptions, Client, Configuration, Prepared};
use crate::models::cart::CartEntry;
use crate::models::promotions::SelectedUnitItems;
use crate::models::scalars::{Quantity, Sku};
use crate::rules::code::Code;
use crate::rules::node::{Kind, Node};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::*;

/// Calls an operation. `subject` is what was passed by itself before the options: a code or an id.
pub fn call(
    client: &Client,
    operation: &'static Facts,
    subject: &JsValue,
    options: &JsValue,
) -> Promise {
    client.start(prepare(
        client.configuration(),
        operation,
        subject,
        options,
        None,
    ))
}

/// Reads all that a call needs; `offset` takes the place of the option.
pub fn prepare(
    configuration: &Configuration,
    operation: &'static Facts,
    subject: &JsValue,
    options: &JsValue,
    offset: Option<u64>,
) -> Result<Prepared, Box<Failure>> {
    let arguments = Arguments::new(operation.name, options)?;
    let passed = Passed {
        arguments,
        subject,
        configuration,
        offset,
    };
    let request = operation.request(configuration.project, &passed)?;
    let options = CallOptions {
        signal: arguments.signal()?,
        timeout: arguments.timeout()?,
    };
    Ok(Prepared { request, options })
}

struct Passed<'a> {
    arguments: Arguments<'a>,
    subject: &'a JsValue,
    configuration: &'a Configuration,
    offset: Option<u64>,
}

impl Given for Passed<'_> {
    type Problem = Box<Failure>;

    fn id(&self, name: &'static str) -> Result<u64, Box<Failure>> {
        if self.subject.is_undefined() {
            self.arguments
                .whole_number(name, &self.arguments.option(name), 1)
        } else {
            self.arguments.whole_number(name, self.subject, 1)
        }
    }

    fn code(&self) -> Result<Code, Box<Failure>> {
        self.arguments.code(self.subject)
    }

    fn optional_number(&self, name: &'static str, least: u64) -> Result<Option<u64>, Box<Failure>> {
        let value = self.arguments.option(name);
        match value.kind() {
            _ if name == "offset" && self.offset.is_some() => Ok(self.offset),
            Kind::Nothing => Ok(None),
            _ => self.arguments.whole_number(name, &value, least).map(Some),
        }
    }

    fn optional_text(&self, name: &'static str) -> Result<Option<String>, Box<Failure>> {
        let value = self.arguments.option(name);
        match value.kind() {
            Kind::Nothing if name == "locale" => Ok(self.configuration.locale.clone()),
            Kind::Nothing => Ok(None),
            _ => self.arguments.text(name, &value).map(Some),
        }
    }

    fn selected_unit_items(&self) -> Result<SelectedUnitItems, Box<Failure>> {
        let name = "selectedUnitItems";
        let value = self.arguments.option(name);
        let mut selected = SelectedUnitItems::default();
        match value.kind() {
            Kind::Nothing => Ok(selected),
            Kind::Object => {
                for unit in Object::keys(value.unchecked_ref::<Object>()) {
                    let unit = self.arguments.text(name, &unit)?;
                    let chosen = Reflect::get(&value, &unit.as_str().into()).unwrap_or_default();
                    selected.0.push((unit, self.arguments.text(name, &chosen)?));
                }
                Ok(selected)
            }
            kind => {
                let must_be = "must be an object of unit item SKUs by unit SKU, but it is ";
                Err(self.arguments.wrong(name, &[must_be, kind.description()]))
            }
        }
    }

    fn cart_items(&self) -> Result<Vec<CartEntry>, Box<Failure>> {
        let value = self.arguments.option("items");
        let mut items = Vec::new();
        for item in value.elements() {
            let known = item.kind() == Kind::Object;
            let field = |name| {
                if known {
                    item.field(name)
                } else {
                    JsValue::UNDEFINED
                }
            };
            let sku = self.arguments.text("items[].sku", &field("sku"))?;
            let quantity =
                self.arguments
                    .whole_number("items[].quantity", &field("quantity"), 1)?;
            items.push(CartEntry {
                sku: Sku(sku),
                quantity: Quantity(quantity),
            });
        }
        if items.is_empty() {
            let must_be = "must be an array of at least one { sku, quantity }";
            return Err(self.arguments.wrong("items", &[must_be]));
        }
        Ok(items)
    }

    fn test_payments(&self) -> bool {
        self.configuration.environment.test_payments
    }
}
