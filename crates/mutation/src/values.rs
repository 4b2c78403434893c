//! JSON.

use super::Mutator;
use super::numbers::WRITTEN;
use serde_json::{Map, Value, json};

impl Mutator {
    /// A value, changed in one to three places at any depth.
    pub fn value(&mut self, sample: &Value) -> Value {
        let mut value = sample.clone();
        for _ in 0..=self.below(3) {
            self.change_value(&mut value);
        }
        value
    }

    fn change_value(&mut self, value: &mut Value) {
        let is_deep = !self.one_in(4);
        match value {
            Value::Array(elements) if is_deep && !elements.is_empty() => {
                let index = self.below(elements.len());
                match self.below(12) {
                    0 => drop(elements.remove(index)),
                    1 => {
                        let copy = elements.get(index).cloned();
                        elements.extend(copy);
                    }
                    2 => elements.reverse(),
                    _ => {
                        if let Some(element) = elements.get_mut(index) {
                            self.change_value(element);
                        }
                    }
                }
            }
            Value::Object(fields) if is_deep && !fields.is_empty() => self.change_field(fields),
            value => *value = self.other(value),
        }
    }

    fn change_field(&mut self, fields: &mut Map<String, Value>) {
        let index = self.below(fields.len());
        let Some(name) = fields.keys().nth(index).cloned() else {
            return;
        };
        match self.below(12) {
            0 => drop(fields.remove(&name)),
            1 => {
                let moved = fields.remove(&name).unwrap_or_default();
                let name = self.text(&name);
                fields.insert(name, moved);
            }
            2 => {
                let (unknown, value) = (self.text("tomorrow"), self.any());
                fields.insert(unknown, value);
            }
            _ => {
                if let Some(field) = fields.get_mut(&name) {
                    self.change_value(field);
                }
            }
        }
    }

    /// Another value in the place of one: near it, or anything.
    fn other(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) if self.one_in(2) => self.text(text).into(),
            Value::Number(_) if self.one_in(2) => self.any_number(),
            _ if self.one_in(8) => json!([value]),
            _ => self.any(),
        }
    }

    fn any(&mut self) -> Value {
        match self.below(9) {
            0 => Value::Null,
            1 => self.one_in(2).into(),
            2 => json!([]),
            3 => json!({}),
            4 => self.piece().into(),
            5 => self.one_of(WRITTEN).into(),
            6 => {
                let levels = self.below(100);
                (0..levels).fold(json!(1), |inner, _| json!([inner]))
            }
            _ => self.any_number(),
        }
    }

    fn any_number(&mut self) -> Value {
        match self.below(3) {
            0 => self.whole().into(),
            1 => self.whole().cast_signed().into(),
            // Null where JSON has no such number.
            _ => self.number().into(),
        }
    }
}
