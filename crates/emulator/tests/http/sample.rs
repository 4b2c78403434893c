//! Holds a reply against an official sample: keys and JSON types, not values.

use std::fs;

use serde_json::Value;

/// The JSON value of an official sample.
pub fn read(name: &str) -> Value {
    let path = format!("{}/tests/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).expect("a JSON sample")
}

/// Fails where the reply lacks a key of the sample, or has another type. `may_be_missing` lists the
/// places that the API may leave null or empty and this reply does.
#[track_caller]
pub fn hold(reply: &Value, sample: &str, may_be_missing: &[&str]) {
    let mut found = Vec::new();
    compare(reply, &read(sample), "$", may_be_missing, &mut found);
    assert!(
        found.is_empty(),
        "unlike the sample {sample}:\n{}\nreply: {reply:#}",
        found.join("\n")
    );
}

fn compare(
    reply: &Value,
    sample: &Value,
    at: &str,
    may_be_missing: &[&str],
    found: &mut Vec<String>,
) {
    let may_be_missing_here = || may_be_missing.contains(&at.trim_start_matches("$."));
    match (reply, sample) {
        (_, Value::Null) => {}
        (Value::Null, _) if may_be_missing_here() => {}
        (Value::Object(reply), Value::Object(sample)) => {
            for (key, sample) in sample {
                match reply.get(key) {
                    Some(reply) => {
                        compare(reply, sample, &format!("{at}.{key}"), may_be_missing, found);
                    }
                    None => found.push(format!("{at} lacks {key:?}")),
                }
            }
        }
        (Value::Array(reply), Value::Array(sample)) => {
            if reply.is_empty() && !sample.is_empty() && !may_be_missing_here() {
                found.push(format!("{at} is empty"));
            }
            for element in reply {
                found.extend(least_difference(
                    element,
                    sample,
                    &format!("{at}[]"),
                    may_be_missing,
                ));
            }
        }
        _ if kind(reply) == kind(sample) => {}
        _ => found.push(format!(
            "{at} is {} and should be {}",
            kind(reply),
            kind(sample)
        )),
    }
}

/// Samples of a list differ in shape, so an element must agree with one of them.
fn least_difference(
    reply: &Value,
    samples: &[Value],
    at: &str,
    may_be_missing: &[&str],
) -> Vec<String> {
    let differences = samples.iter().map(|sample| {
        let mut found = Vec::new();
        compare(reply, sample, at, may_be_missing, &mut found);
        found
    });
    differences.min_by_key(Vec::len).unwrap_or_default()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(number) if number.is_f64() => "a number",
        Value::Number(_) => "an integer",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
