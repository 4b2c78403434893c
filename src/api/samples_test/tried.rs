//! Tries one sample in all its forms.

use crate::api::{Expected, Facts};
use crate::models::pages::Page;
use crate::models::shape::{Shape, Shaped};
use crate::rules::check::check;
use crate::rules::json_node::JsonNode;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Tries a page; `promised` is what its entries promise.
pub fn sample_page<T: Shaped + DeserializeOwned>(facts: &Facts, text: &str, promised: &[&str]) {
    let places = promised.iter().map(|place| format!(".items[]{place}"));
    let places: Vec<_> = places
        .chain([".has_more".to_owned(), ".items".to_owned()])
        .collect();
    let promised: Vec<_> = places.iter().map(String::as_str).collect();
    sample::<Page<T>>(facts, text, &promised);
}

/// Tries a sample whole, and with every key missing and null in turn; prints how many cases that was.
///
/// A promised key has to be missed by its place, any other may be absent or null.
pub fn sample<T: Shaped + DeserializeOwned>(facts: &Facts, text: &str, promised: &[&str]) {
    let shape = match facts.expected {
        Expected::Body(shape) => shape(),
        _ => T::shape(),
    };
    let whole: Value = serde_json::from_str(text).unwrap();
    let name = facts.name;
    assert_eq!(decoded::<T>(whole.clone(), shape), Ok(()), "{name}");
    let mut keys = Vec::new();
    collect_keys(&whole, "", "", &mut keys);
    for (pointer, place) in &keys {
        for put in [None, Some(Value::Null)] {
            let ended = decoded::<T>(changed(&whole, pointer, put), shape);
            let expected = if promised.contains(&without_indices(place).as_str()) {
                Err(format!("{place} is missing"))
            } else {
                Ok(())
            };
            assert_eq!(ended, expected, "{name} {place}");
        }
    }
    println!("{name}: {} cases", 1 + 2 * keys.len());
}

/// Checks as the library does, and reads what is then there into the model.
fn decoded<T: DeserializeOwned>(value: Value, shape: &'static Shape) -> Result<(), String> {
    let node = JsonNode::from(value);
    check(&node, shape).map_err(|error| format!("{} is {}", error.path, error.found))?;
    let read = serde_json::from_value::<T>(node.to_value());
    read.map(drop).map_err(|error| error.to_string())
}

/// Every key at every depth: as a JSON pointer, and as an error names it.
fn collect_keys(value: &Value, pointer: &str, place: &str, keys: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let (pointer, place) = (format!("{pointer}/{name}"), format!("{place}.{name}"));
                collect_keys(field, &pointer, &place, keys);
                keys.push((pointer, place));
            }
        }
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                let (pointer, place) = (format!("{pointer}/{index}"), format!("{place}[{index}]"));
                collect_keys(element, &pointer, &place, keys);
            }
        }
        _ => {}
    }
}

/// The sample with another value for a key, or without it.
fn changed(whole: &Value, pointer: &str, put: Option<Value>) -> Value {
    let mut changed = whole.clone();
    let (object, key) = pointer.rsplit_once('/').unwrap();
    let fields = changed
        .pointer_mut(object)
        .unwrap()
        .as_object_mut()
        .unwrap();
    match put {
        Some(value) => drop(fields.insert(key.to_owned(), value)),
        None => drop(fields.remove(key)),
    }
    changed
}

/// `.items[2].sku` is `.items[].sku`.
fn without_indices(place: &str) -> String {
    place
        .chars()
        .filter(|character| !character.is_ascii_digit())
        .collect()
}
