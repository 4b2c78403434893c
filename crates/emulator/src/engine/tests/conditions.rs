use serde_json::{Value, json};

use crate::engine::conditions::{AttributeCondition, all_match};

#[test]
fn attributes_are_compared_as_the_api_words_it() {
    // `lt` is later and `er` earlier, for dates and for numbers; text is equal or not.
    let rows = [
        ("string", "eq", "gold", json!("gold"), true),
        ("string", "eq", "gold", json!("Gold"), false),
        ("string", "ne", "gold", json!("silver"), true),
        ("number", "eq", "10", json!(10), true),
        ("number", "eq", "10", json!("10.0"), true),
        ("number", "lt", "10", json!(11), true),
        ("number", "lt", "10", json!(9), false),
        ("number", "er", "10", json!(9), true),
        ("number", "ee", "10", json!(10), true),
        ("number", "le", "10", json!(9), false),
        ("number", "eq", "10", json!("ten"), false),
        (
            "date",
            "er",
            "2024-01-02T00:00:00Z",
            json!("2024-01-02T00:30:00+01:00"),
            true,
        ),
        (
            "date",
            "lt",
            "2024-01-02T00:00:00Z",
            json!("2024-01-02T00:30:00+01:00"),
            false,
        ),
        ("string", "eq", "gold", Value::Null, false),
    ];
    for (kind, operator, value, attribute, expected) in rows {
        let condition =
            json!({ "attribute": "a", "type": kind, "operator": operator, "value": value });
        let condition: AttributeCondition = serde_json::from_value(condition).expect("a condition");
        let attributes = json!({ "a": attribute });
        let attributes = attributes.as_object().expect("attributes");
        let found = all_match(std::slice::from_ref(&condition), attributes);
        assert_eq!(found, expected, "{kind} {operator} {value}: {attribute}");
    }
}

#[test]
fn a_missing_attribute_matches_only_where_it_may_be_missing() {
    for may_be_missing in [false, true] {
        let condition = json!({
            "attribute": "a", "type": "string", "operator": "eq", "value": "x",
            "can_be_missing": may_be_missing,
        });
        let condition: AttributeCondition = serde_json::from_value(condition).expect("a condition");
        assert_eq!(
            all_match(&[condition], &serde_json::Map::new()),
            may_be_missing
        );
    }
}
