//! From what a page passes to the call of an operation.

use super::arguments::Arguments;
use crate::api::{Facts, Given};
use crate::client::failure::Failure;
use crate::client::{CallOptions, Configuration, Prepared};
use crate::rules::code::Code;
use crate::rules::node::{Kind, Node};
use js_sys::Object;
use wasm_bindgen::prelude::*;

/// Reads all that a call needs. `subject` is what was passed by itself before the options; `offset` takes the place of the option.
pub fn prepare(
    configuration: &Configuration,
    operation: &'static Facts,
    subject: &JsValue,
    options: &JsValue,
    offset: &JsValue,
) -> Result<Prepared, Box<Failure>> {
    let arguments = Arguments::new(operation.name, options)?;
    let passed = Passed {
        operation,
        arguments,
        subject,
        configuration,
        offset,
    };
    let mut request = operation.request(configuration.project, &passed)?;
    request.walks = offset.kind() != Kind::Nothing;
    let options = CallOptions {
        signal: arguments.signal()?,
        timeout: arguments.timeout()?,
        is_fresh: arguments.option("fresh").is_true(),
    };
    Ok(Prepared { request, options })
}

#[wasm_bindgen(module = "/src/js/values.js")]
extern "C" {
    /// The JSON of a value without the empty objects in it: empty where nothing is left, undefined where there is none.
    fn json(value: &JsValue) -> JsValue;
}

struct Passed<'a> {
    operation: &'static Facts,
    arguments: Arguments<'a>,
    subject: &'a JsValue,
    configuration: &'a Configuration,
    offset: &'a JsValue,
}

impl Passed<'_> {
    fn value(&self, name: &str) -> JsValue {
        match name {
            _ if name == self.operation.argument => self.subject.clone(),
            "offset" if self.offset.kind() == Kind::Integer => self.offset.clone(),
            _ => self.arguments.option(name),
        }
    }

    fn wrong<T>(&self, name: &str, must_be: &str, value: &JsValue) -> Result<T, Box<Failure>> {
        let found = value.kind().description();
        Err(self
            .arguments
            .wrong(name, &[must_be, ", but it is ", found]))
    }
}

impl Given for Passed<'_> {
    type Problem = Box<Failure>;

    fn has(&self, name: &str) -> bool {
        self.value(name).kind() != Kind::Nothing
            || name == "locale" && self.configuration.locale.is_some()
    }

    fn number(&self, name: &str, least: u64) -> Result<u64, Box<Failure>> {
        self.arguments.whole_number(name, &self.value(name), least)
    }

    fn text(&self, name: &str) -> Result<String, Box<Failure>> {
        let value = self.value(name);
        match &self.configuration.locale {
            Some(locale) if name == "locale" && value.kind() == Kind::Nothing => Ok(locale.clone()),
            _ => self.arguments.text(name, &value),
        }
    }

    fn texts(&self, name: &str) -> Result<Vec<String>, Box<Failure>> {
        let value = self.value(name);
        if value.kind() != Kind::Array {
            return self.wrong(name, "must be an array of strings", &value);
        }
        let mut texts = Vec::new();
        for text in value.elements() {
            texts.push(self.arguments.text(name, &text)?);
        }
        Ok(texts)
    }

    fn flag(&self, name: &str) -> Result<bool, Box<Failure>> {
        let value = self.value(name);
        match value.kind() {
            Kind::Boolean => Ok(value.is_true()),
            _ => self.wrong(name, "must be true or false", &value),
        }
    }

    fn code(&self, name: &str) -> Result<Code, Box<Failure>> {
        self.arguments.code(name, &self.value(name))
    }

    fn choices(&self, name: &str) -> Result<Vec<(String, String)>, Box<Failure>> {
        let value = self.value(name);
        if value.kind() != Kind::Object {
            let must_be = "must be an object of unit item SKUs by unit SKU";
            return self.wrong(name, must_be, &value);
        }
        let mut choices = Vec::new();
        for unit in Object::keys(value.unchecked_ref::<Object>()) {
            let unit = self.arguments.text(name, &unit)?;
            let chosen = self.arguments.text(name, &value.field(&unit))?;
            choices.push((unit, chosen));
        }
        Ok(choices)
    }

    fn quantities(&self, name: &str) -> Result<Vec<(String, u64)>, Box<Failure>> {
        let value = self.value(name);
        let mut items = Vec::new();
        for item in value.elements() {
            let item = match item.kind() {
                Kind::Object => item,
                _ => JsValue::UNDEFINED,
            };
            let item = Arguments::new(self.operation.name, &item)?;
            let sku = item.text("items[].sku", &item.option("sku"))?;
            let quantity = item.whole_number("items[].quantity", &item.option("quantity"), 1)?;
            items.push((sku, quantity));
        }
        if items.is_empty() {
            let must_be = "must be an array of at least one { sku, quantity }";
            return Err(self.arguments.wrong(name, &[must_be]));
        }
        Ok(items)
    }

    fn json(&self, name: &str) -> Result<Option<String>, Box<Failure>> {
        let value = self.value(name);
        match json(&value).as_string() {
            Some(json) if value.kind() == Kind::Object => {
                Ok(Some(json).filter(|it| !it.is_empty()))
            }
            _ => self.wrong(name, "must be an object that JSON can hold", &value),
        }
    }

    fn test_payments(&self) -> bool {
        self.configuration.environment.test_payments
    }
}
