//! What the API may change without a new version, and the numbers at the edges of what JavaScript can hold: read as they came, or
//! refused by their place, and never rounded.

use super::answers::{ANSWERS, request};
use crate::api::Expected;
use crate::client::answer::{Accepted, read_answer};
use crate::models::orders::DoneOrder;
use crate::models::shape::{Shape, Shaped};
use crate::rules::json_node::JsonNode;
use crate::rules::outcome::ErrorCode;
use liveops_mutation::Mutator;
use serde_json::{Value, json};

/// Ids around the last whole number that JavaScript holds exactly, as JSON writes them.
const IDS: &[&str] = &[
    "9007199254740990",
    "9007199254740991",
    "9007199254740992",
    "9007199254740993",
    "-9007199254740991",
    "-9007199254740992",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
];

/// An answer with one to five changes that nobody has to know of; or with one number that cannot be held.
pub fn addition(mutator: &mut Mutator) {
    let (name, sample) = &ANSWERS[mutator.below(ANSWERS.len())];
    let request = request(name, false);
    let shape = match request.facts.expected {
        Expected::Body(shape) => shape(),
        _ => DoneOrder::shape(),
    };
    let mut body = sample.clone();
    for _ in 0..=mutator.below(5) {
        add(mutator, &mut body, shape);
    }
    assert_eq!(read(request, &body), Ok(body.clone()), "{name} {body}");
    let id = mutator.one_of(IDS);
    let is_held =
        id.trim_start_matches('-').len() == 16 && id.trim_start_matches('-') <= "9007199254740991";
    let mut path = String::new();
    if !put_id(mutator, &mut body, shape, id, &mut path) {
        return;
    }
    match read(request, &body) {
        Ok(read) => assert!(is_held && read == body, "{name} {path} {id}"),
        Err(message) => {
            assert!(!is_held, "{name} {path} {id}: {message}");
            let says =
                format!(": {path} must be a whole number within 2^53 - 1 but is beyond 2^53 - 1");
            assert!(message.ends_with(&says), "{name} {path} {id}: {message}");
        }
    }
}

/// The body as it is handed back, or what is said against it.
fn read(request: &crate::api::Request, body: &Value) -> Result<Value, String> {
    let node = JsonNode::from(body.clone());
    match read_answer(request, 200, Ok(Some(node.clone()))) {
        Ok(Accepted::Body(read)) => Ok(read.to_value()),
        // The library hands on the order's id alone.
        Ok(_) => Ok(node.to_value()),
        Err(failure) => {
            assert_eq!(failure.code, ErrorCode::BadResponse);
            Err(failure.message())
        }
    }
}

/// Changes one place: a field that no model knows, a word that no list holds, a null, an absence, money of 38 digits.
fn add(mutator: &mut Mutator, value: &mut Value, shape: &'static Shape) {
    match (shape, value) {
        (Shape::Object(fields), Value::Object(object)) => {
            let Some(field) = fields.get(mutator.below(fields.len())) else {
                return;
            };
            let is_there = object.get(field.name).is_some_and(|field| !field.is_null());
            match mutator.below(6) {
                0 => {
                    let name = format!("tomorrow_{}", mutator.below(9));
                    let unknown = mutator
                        .value(&json!({ "deep": [1, "a", null], "id": 9_007_199_254_740_993_u64 }));
                    object.insert(name, unknown);
                }
                1 if !field.promised => drop(object.remove(field.name)),
                2 if !field.promised => drop(object.insert(field.name.to_owned(), Value::Null)),
                _ if is_there => add(mutator, &mut object[field.name], (field.shape)()),
                _ => {}
            }
        }
        (Shape::Array(of), Value::Array(elements)) if !elements.is_empty() => {
            let index = mutator.below(elements.len());
            add(mutator, &mut elements[index], of());
        }
        (Shape::Text, value @ Value::String(_)) => {
            *value = mutator.text("a_word_of_tomorrow").into();
        }
        (Shape::Decimal, value @ Value::String(_)) => *value = decimal(mutator).into(),
        (Shape::Integer, value @ Value::Number(_)) => *value = json!(mutator.below(1 << 52)),
        _ => {}
    }
}

/// Money: up to 38 digits, with a point somewhere or nowhere.
fn decimal(mutator: &mut Mutator) -> String {
    let digits = 1 + mutator.below(38);
    let mut text: String = (0..digits)
        .map(|_| char::from(b'0' + u8::try_from(mutator.below(10)).unwrap_or(0)))
        .collect();
    let point = mutator.below(digits);
    if point > 0 {
        text.insert(point, '.');
    }
    if mutator.one_in(4) {
        format!("-{text}")
    } else {
        text
    }
}

/// Puts an id in the place of a whole number that a model knows, and tells its path; false where the way led to none.
fn put_id(
    mutator: &mut Mutator,
    value: &mut Value,
    shape: &'static Shape,
    id: &str,
    path: &mut String,
) -> bool {
    match (shape, value) {
        (Shape::Object(fields), Value::Object(object)) => {
            let mut there = fields
                .iter()
                .filter(|field| object.get(field.name).is_some_and(|it| !it.is_null()));
            let count = there.clone().count();
            let Some(field) = there.nth(mutator.below(count)) else {
                return false;
            };
            path.push('.');
            path.push_str(field.name);
            put_id(mutator, &mut object[field.name], (field.shape)(), id, path)
        }
        (Shape::Array(of), Value::Array(elements)) if !elements.is_empty() => {
            let index = mutator.below(elements.len());
            path.extend(["[", &index.to_string(), "]"]);
            put_id(mutator, &mut elements[index], of(), id, path)
        }
        (Shape::Integer, value @ Value::Number(_)) => {
            *value = serde_json::from_str(id).unwrap_or_default();
            true
        }
        _ => false,
    }
}
