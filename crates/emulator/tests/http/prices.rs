//! The price oracle: every row of `tests/prices`, played over HTTP and held against the values worked out beforehand.

mod play;
mod promotions;
mod row;
mod seen;

use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde_json::Value;

use self::row::Row;
use crate::emulator::Emulator;
use crate::http::Reply;

const AREAS: [(&str, &str); 7] = [
    ("list_prices", include_str!("../prices/list_prices.json")),
    ("discounts", include_str!("../prices/discounts.json")),
    ("promo_codes", include_str!("../prices/promo_codes.json")),
    ("bonuses", include_str!("../prices/bonuses.json")),
    ("exclusions", include_str!("../prices/exclusions.json")),
    ("free", include_str!("../prices/free.json")),
    ("buying", include_str!("../prices/buying.json")),
];

fn rows() -> impl Iterator<Item = (&'static str, Row)> {
    AREAS.into_iter().flat_map(|(area, text)| {
        let rows: Vec<Row> =
            serde_json::from_str(text).unwrap_or_else(|error| panic!("{area}.json: {error}"));
        rows.into_iter().map(move |row| (area, row))
    })
}

#[test]
fn everything_costs_what_the_documentation_says() {
    let catalog: Value =
        serde_json::from_str(include_str!("../prices/catalog.json")).expect("a catalog");
    let emulator = Emulator::start(&catalog);
    let (mut count, mut report) = (0, String::new());
    for (area, row) in rows() {
        count += 1;
        let (expected, got) = match catch_unwind(AssertUnwindSafe(|| play::play(&emulator, &row))) {
            Ok(Ok(got)) => (seen::expectation(&row.expect), got),
            Ok(Err(problem)) => (Value::Null, Value::String(problem)),
            Err(_) => (Value::Null, Value::String("a panic, above".to_owned())),
        };
        if expected != got {
            let rule = format!("{} ({}): {} {}", row.key, row.tag, row.rule, row.because);
            write!(report, "\n\n{area}: {}\n  {rule}", row.name).expect("a text");
            for (title, value) in [("expected", &expected), ("got", &got)] {
                write!(report, "\n  {title:<8} {value}").expect("a text");
            }
        }
    }
    assert!(
        report.is_empty(),
        "of {count} rows, these disagree:{report}"
    );
}

#[test]
fn every_rule_has_a_row_of_the_fidelity_table_with_its_tag() {
    let mut report = String::new();
    for (area, row) in rows() {
        let tags: Vec<_> = fidelity_tags(&row.key).collect();
        if !tags.contains(&row.tag.to_string().as_str()) {
            let Row { name, key, tag, .. } = row;
            write!(report, "\n{area}: {name}: {key} is {tags:?}, not {tag}").expect("a text");
        }
    }
    assert!(report.is_empty(), "{report}");
}

/// The tags of the rows that have this key.
fn fidelity_tags(key: &str) -> impl Iterator<Item = &'static str> {
    let behaviour = format!("| **{key}** ");
    let rows = include_str!("../../../../docs/fidelity.md").lines();
    rows.filter(move |row| row.starts_with(&behaviour))
        // The reason comes last, the tags before it.
        .filter_map(|row| row.trim_end_matches('|').rsplit('|').nth(1))
        .flat_map(|tags| tags.trim().split(", "))
}

/// The body of a success; `Err` tells that the way to a row's question failed.
fn success(reply: &Reply) -> Result<Value, String> {
    match reply.status {
        200..300 if reply.text.is_empty() => Ok(Value::Null),
        200..300 => Ok(reply.json()),
        status => Err(format!("on the way: {status} {}", reply.text)),
    }
}
