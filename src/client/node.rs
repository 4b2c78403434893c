//! A value that the browser parsed, as the rules see it.

use crate::rules::node::{Kind, Node};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/node.js")]
extern "C" {
    /// One call across the boundary instead of a question for each type.
    fn kind(value: &JsValue) -> u8;
    /// Catches: a page may pass an object whose getters throw.
    #[wasm_bindgen(catch)]
    fn field(object: &JsValue, name: &str) -> Result<JsValue, JsValue>;
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
        field(self, name).unwrap_or(JsValue::UNDEFINED)
    }

    fn elements(&self) -> impl Iterator<Item = Self> {
        let array = self.dyn_ref::<Array>();
        let length = array.map_or(0, Array::length);
        (0..length).filter_map(move |index| array.map(|array| array.get(index)))
    }

    fn values(&self) -> impl Iterator<Item = Self> {
        Object::values(self.unchecked_ref()).into_iter()
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn is_true(&self) -> bool {
        self.is_truthy() && self.kind() == Kind::Boolean
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn clear(&self, name: &'static str) {
        // Fails only on a frozen object, which JSON.parse never makes.
        let _ = Reflect::set(self, &name.into(), &JsValue::NULL);
    }
}
