//! Holds a parsed answer against the table of its model.

use super::node::{Kind, Node};
use super::text::{is_decimal, joined, push_decimal};
use crate::models::shape::{Field, Shape};

/// Where an answer breaks its promise.
#[derive(Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The way to the value, such as `.items[2].steps[0].step_number`.
    pub path: String,
    /// What it must be.
    pub wanted: &'static str,
    /// What it is.
    pub found: &'static str,
}

/// Nested deeper than this, an answer is refused: no model comes near it.
const DEEPEST: u8 = 64;

/// Checks a value.
///
/// The API is written in PHP, which sends an empty object as `[]`. Where an optional object is
/// expected, such an empty array is replaced by null, so that the types stay true.
///
/// # Errors
///
/// The first value that is not what its model promises.
pub fn check<N: Node>(value: &N, shape: &'static Shape) -> Result<(), Mismatch> {
    inspect(value, shape, DEEPEST)
}

fn inspect<N: Node>(value: &N, shape: &'static Shape, depth: u8) -> Result<(), Mismatch> {
    let Some(deeper) = depth.checked_sub(1) else {
        return Err(mismatch("nested less deep", Kind::Object));
    };
    match (shape, value.kind()) {
        (Shape::Boolean, Kind::Boolean)
        | (Shape::Integer | Shape::Number, Kind::Integer)
        | (Shape::Number, Kind::Fraction)
        | (Shape::Text | Shape::Localized, Kind::Text)
        | (Shape::Localized, Kind::Object) => Ok(()),
        (Shape::Decimal, Kind::Text) if value.text().is_some_and(|text| is_decimal(&text)) => {
            Ok(())
        }
        (Shape::Map(of), Kind::Object) => {
            let of = of();
            value
                .values()
                .try_for_each(|entry| inspect(&entry, of, deeper).map_err(|error| error.at("*")))
        }
        (Shape::Array(of), Kind::Array) => {
            let of = of();
            value
                .elements()
                .enumerate()
                .try_for_each(|(index, element)| {
                    inspect(&element, of, deeper).map_err(|error| error.at_index(index))
                })
        }
        (Shape::Object(fields), Kind::Object) => fields
            .iter()
            .try_for_each(|field| inspect_field(value, field, deeper)),
        (_, kind) => Err(mismatch(wanted(shape), kind)),
    }
}

fn inspect_field<N: Node>(object: &N, field: &Field, depth: u8) -> Result<(), Mismatch> {
    let value = object.field(field.name);
    let shape = (field.shape)();
    let problem = match value.kind() {
        Kind::Nothing if !field.promised => return Ok(()),
        Kind::Array if !field.promised && is_emptied_object(&value, shape) => {
            object.clear(field.name);
            return Ok(());
        }
        _ => inspect(&value, shape, depth),
    };
    problem.map_err(|error| error.at(field.name))
}

fn is_emptied_object<N: Node>(value: &N, shape: &Shape) -> bool {
    matches!(shape, Shape::Object(_) | Shape::Map(_) | Shape::Localized)
        && value.elements().next().is_none()
}

const fn wanted(shape: &Shape) -> &'static str {
    match shape {
        Shape::Boolean => "a boolean",
        Shape::Integer => "a whole number within 2^53 - 1",
        Shape::Number => "a number",
        Shape::Text => "a string",
        Shape::Decimal => "a decimal string",
        Shape::Localized => "a string or an object by language",
        Shape::Array(_) => "an array",
        Shape::Map(_) | Shape::Object(_) => "an object",
    }
}

fn mismatch(wanted: &'static str, found: Kind) -> Mismatch {
    Mismatch {
        path: String::new(),
        wanted,
        found: found.description(),
    }
}

impl Mismatch {
    fn at(mut self, field: &str) -> Self {
        self.path = joined(&[".", field, &self.path]);
        self
    }

    fn at_index(mut self, index: usize) -> Self {
        let mut place = String::from("[");
        push_decimal(&mut place, index as u64);
        self.path = joined(&[&place, "]", &self.path]);
        self
    }
}

#[cfg(test)]
#[path = "check_test.rs"]
mod test;
