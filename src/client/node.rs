//! A value that the browser parsed, as the rules see it.

use crate::rules::node::{Kind, Node};
use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/node.js")]
extern "C" {
    /// One call across the boundary instead of a question for each type.
    fn kind(value: &JsValue) -> u8;
    fn field(object: &JsValue, name: &str) -> JsValue;
    #[wasm_bindgen(js_name = isTrue)]
    fn is_true(value: &JsValue) -> bool;
    fn number(value: &JsValue) -> f64;
    fn clear(object: &JsValue, name: &str);
}

impl Node for JsValue {
    fn kind(&self) -> Kind {
        match kind(self) {
            0 => Kind::Nothing,
            1 => Kind::Boolean,
            2 => Kind::Integer,
            3 => Kind::UnsafeInteger,
            4 => Kind::Fraction,
            5 => Kind::Text,
            6 => Kind::Array,
            7 => Kind::Object,
            _ => Kind::Foreign,
        }
    }

    fn field(&self, name: &str) -> Self {
        field(self, name)
    }

    fn elements(&self) -> impl Iterator<Item = Self> {
        let array: &Array = self.unchecked_ref();
        let length = match self.kind() {
            Kind::Array => array.length(),
            _ => 0,
        };
        (0..length).map(|index| array.get(index))
    }

    fn values(&self) -> impl Iterator<Item = Self> {
        Object::values(self.unchecked_ref()).into_iter()
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn is_true(&self) -> bool {
        is_true(self)
    }

    fn number(&self) -> Option<f64> {
        Some(number(self)).filter(|number| !number.is_nan())
    }

    fn clear(&self, name: &'static str) {
        clear(self, name);
    }
}
