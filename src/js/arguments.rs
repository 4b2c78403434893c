//! Reads what a page passes. wasm-bindgen would coerce silently: 101.7 to 101, a lone surrogate to U+FFFD.

use crate::client::failure::Failure;
use crate::client::transport::LONGEST;
use crate::rules::code::Code;
use crate::rules::node::{Kind, Node};
use crate::rules::text::joined;
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::AbortSignal;

#[wasm_bindgen(module = "/src/js/values.js")]
extern "C" {
    /// The address of a server, without a slash at its end; undefined where it is not a good one.
    fn address(value: &JsValue) -> JsValue;
}

/// The arguments of one call.
#[derive(Debug, Clone, Copy)]
pub struct Arguments<'a> {
    operation: &'static str,
    options: &'a JsValue,
}

impl<'a> Arguments<'a> {
    /// Takes the options object; it may be left out.
    pub fn new(operation: &'static str, options: &'a JsValue) -> Result<Self, Box<Failure>> {
        match options.kind() {
            Kind::Nothing | Kind::Object => Ok(Self { operation, options }),
            kind => {
                let found = kind.description();
                let problem = ["the options must be an object, but they are ", found];
                Err(Failure::argument(operation, &problem))
            }
        }
    }

    /// A field of the options.
    pub fn option(&self, name: &str) -> JsValue {
        match self.options.kind() {
            Kind::Nothing => JsValue::UNDEFINED,
            _ => self.options.field(name),
        }
    }

    /// A whole number from `least`, 0 or 1, to 2^53 - 1.
    pub fn whole_number(
        &self,
        name: &str,
        value: &JsValue,
        least: u64,
    ) -> Result<u64, Box<Failure>> {
        let number = value.number().unwrap_or(-1.0);
        let problem = match value.kind() {
            Kind::Integer if number < 0.0 => "negative",
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a whole number from 0 to 2^53"
            )]
            Kind::Integer if number as u64 >= least => return Ok(number as u64),
            Kind::Integer => "0",
            kind => kind.description(),
        };
        let least = if least == 0 { "0" } else { "1" };
        let must_be = [
            "must be a whole number from ",
            least,
            " to 2^53 - 1, but it is ",
            problem,
        ];
        Err(self.wrong(name, &must_be))
    }

    /// A text of 1 to 255 characters.
    pub fn text(&self, name: &str, value: &JsValue) -> Result<String, Box<Failure>> {
        let problem = match whole_string(value) {
            Ok(text) if text.is_empty() => "is empty",
            // In UTF-16 units, of which SKUs take one a character.
            Ok(_) if value.unchecked_ref::<JsString>().length() > 255 => "is longer",
            // A path of the API would lead elsewhere.
            Ok(text) if text == "." || text == ".." => "is a path",
            Ok(text) => return Ok(text),
            Err(problem) => problem,
        };
        let must_be = ["must be a string of 1 to 255 characters, but it ", problem];
        Err(self.wrong(name, &must_be))
    }

    /// A coupon or promo code.
    pub fn code(&self, name: &str, value: &JsValue) -> Result<Code, Box<Failure>> {
        let code = whole_string(value).and_then(|text| Code::read(&text));
        code.map_err(|problem| {
            let fix = ": pass it as the player entered it, 1 to 128 characters";
            self.wrong(name, &[problem, fix])
        })
    }

    /// A function that may be left out; undefined where it is.
    pub fn optional_function(&self, name: &str) -> Result<JsValue, Box<Failure>> {
        let value = self.option(name);
        match value.kind() {
            Kind::Nothing => Ok(JsValue::UNDEFINED),
            _ if value.is_function() => Ok(value),
            _ => Err(self.wrong(name, &["must be a function"])),
        }
    }

    /// The address of a server.
    pub fn address(&self, name: &str, value: &JsValue) -> Result<String, Box<Failure>> {
        let must_be = "must be a URL such as \"https://shop.example/api\" without user name, query or fragment: https, or http on this machine";
        let address = address(value).as_string();
        address.ok_or_else(|| self.wrong(name, &[must_be]))
    }

    /// `signal`, which may be left out; undefined where it is.
    pub fn signal(&self) -> Result<JsValue, Box<Failure>> {
        let value = self.option("signal");
        match value.kind() {
            Kind::Nothing => Ok(JsValue::UNDEFINED),
            _ if value.has_type::<AbortSignal>() => Ok(value),
            _ => {
                let must_be = "must be an AbortSignal: pass `controller.signal`";
                Err(self.wrong("signal", &[must_be]))
            }
        }
    }

    /// `timeoutMs`, which may be left out.
    pub fn timeout(&self) -> Result<Option<f64>, Box<Failure>> {
        let value = self.option("timeoutMs");
        match (value.kind(), value.number()) {
            (Kind::Nothing, _) => Ok(None),
            (Kind::Integer, Some(number)) if (1.0..=LONGEST).contains(&number) => Ok(Some(number)),
            _ => Err(self.wrong(
                "timeoutMs",
                &["must be a whole number from 1 to 2147483647"],
            )),
        }
    }

    /// The failure of an argument.
    pub fn wrong(&self, name: &str, problem: &[&str]) -> Box<Failure> {
        Failure::argument(self.operation, &["`", name, "` ", &joined(problem)])
    }
}

/// A string without half characters, which would be sent as another: U+FFFD.
fn whole_string(value: &JsValue) -> Result<String, &'static str> {
    match value.as_string() {
        Some(text) if *value == text.as_str() => Ok(text),
        Some(_) => Err("holds half a character (a lone surrogate)"),
        None => Err(match value.kind() {
            Kind::Nothing => "is missing",
            _ => "is not a string",
        }),
    }
}
