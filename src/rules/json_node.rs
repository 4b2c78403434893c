//! A `serde_json` value as the rules see it: what a browser's `JSON.parse` would make of it.

use super::node::{Kind, Node};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A value whose copies share their fields, as JavaScript's do, so that `clear` can be seen.
#[derive(Debug, Clone, PartialEq)]
pub struct JsonNode(Rc<Parsed>);

#[derive(Debug, PartialEq)]
enum Parsed {
    Plain(Value),
    Array(Vec<JsonNode>),
    Object(RefCell<BTreeMap<String, JsonNode>>),
}

impl From<Value> for JsonNode {
    fn from(value: Value) -> Self {
        Self(Rc::new(match value {
            Value::Array(elements) => Parsed::Array(elements.into_iter().map(Self::from).collect()),
            Value::Object(fields) => {
                let fields = fields.into_iter();
                Parsed::Object(RefCell::new(
                    fields.map(|(name, value)| (name, value.into())).collect(),
                ))
            }
            plain => Parsed::Plain(plain),
        }))
    }
}

impl JsonNode {
    /// The value as it is now.
    pub fn to_value(&self) -> Value {
        match &*self.0 {
            Parsed::Plain(value) => value.clone(),
            Parsed::Array(elements) => elements.iter().map(Self::to_value).collect(),
            Parsed::Object(fields) => fields
                .borrow()
                .iter()
                .map(|(name, value)| (name.clone(), value.to_value()))
                .collect(),
        }
    }
}

impl Node for JsonNode {
    fn kind(&self) -> Kind {
        match &*self.0 {
            Parsed::Array(_) => Kind::Array,
            Parsed::Object(_) => Kind::Object,
            Parsed::Plain(Value::Bool(_)) => Kind::Boolean,
            Parsed::Plain(Value::String(_)) => Kind::Text,
            Parsed::Plain(value) => value.as_f64().map_or(Kind::Nothing, kind_of_number),
        }
    }

    fn field(&self, name: &str) -> Self {
        let found = match &*self.0 {
            Parsed::Object(fields) => fields.borrow().get(name).cloned(),
            _ => None,
        };
        found.unwrap_or_else(|| Value::Null.into())
    }

    fn elements(&self) -> impl Iterator<Item = Self> {
        let elements = match &*self.0 {
            Parsed::Array(elements) => elements.clone(),
            _ => Vec::new(),
        };
        elements.into_iter()
    }

    fn values(&self) -> impl Iterator<Item = Self> {
        let values: Vec<_> = match &*self.0 {
            Parsed::Object(fields) => fields.borrow().values().cloned().collect(),
            _ => Vec::new(),
        };
        values.into_iter()
    }

    fn text(&self) -> Option<String> {
        match &*self.0 {
            Parsed::Plain(Value::String(text)) => Some(text.clone()),
            _ => None,
        }
    }

    fn is_true(&self) -> bool {
        *self.0 == Parsed::Plain(Value::Bool(true))
    }

    fn number(&self) -> Option<f64> {
        match &*self.0 {
            Parsed::Plain(value) => value.as_f64(),
            _ => None,
        }
    }

    fn clear(&self, name: &'static str) {
        if let Parsed::Object(fields) = &*self.0 {
            fields
                .borrow_mut()
                .insert(name.to_owned(), Value::Null.into());
        }
    }
}

/// JavaScript has one type of number: `1.0` is whole, and 2^53 may have been 2^53 + 1.
fn kind_of_number(number: f64) -> Kind {
    if number.fract() != 0.0 {
        Kind::Fraction
    } else if number.abs() < 2f64.powi(53) {
        Kind::Integer
    } else {
        Kind::UnsafeInteger
    }
}
