use super::{Refusal, read_refusal};
use crate::rules::json_node::JsonNode;
use serde_json::{Value, json};

fn read(body: Value) -> Refusal {
    read_refusal(&JsonNode::from(body))
}

fn numbers(body: Value) -> (Option<i64>, Option<i64>) {
    let refusal = read(body);
    (refusal.error_code, refusal.number)
}

fn sample(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_official_errors_are_read() {
    let short = read(sample(include_str!(
        "../../tests/fixtures/error-short.json"
    )));
    assert_eq!((short.error_code, short.number), (Some(1102), Some(1102)));
    assert_eq!(short.transaction_id.as_deref(), Some("c9e1a..."));

    let extended = read(sample(include_str!(
        "../../tests/fixtures/error-extended.json"
    )));
    assert_eq!(
        (extended.error_code, extended.number),
        (Some(7001), Some(7001))
    );
    assert_eq!(extended.transaction_id, None);
}

#[test]
fn the_bracketed_number_counts_first_and_the_error_code_stays_as_sent() {
    let body = json!({ "statusCode": 404, "errorCode": 4001, "errorMessage": "[0401-9807]: Enter valid coupon code." });
    assert_eq!(numbers(body), (Some(4001), Some(9807)));
    let other_prefix = json!({ "errorCode": 1, "errorMessage": " [0410-1803]: File content-type doesn't allowed." });
    assert_eq!(numbers(other_prefix), (Some(1), Some(1803)));
}

#[test]
fn a_bracketed_zero_tells_nothing() {
    let body = json!({ "errorCode": 1102, "errorMessage": "[0000-0000]: Entity not found" });
    assert_eq!(numbers(body), (Some(1102), Some(1102)));
}

#[test]
fn without_a_readable_bracket_the_error_code_decides() {
    for message in [
        "Only Virtual Good Supported",
        "",
        "[",
        "[0401-1102",
        "[0401]: x",
        "[0401-]: x",
        "[0401-98x7]: x",
        "[0401-99999999999999999999]: x",
        "see [0401-9807]",
    ] {
        let body = json!({ "errorCode": 1421, "errorMessage": message });
        assert_eq!(numbers(body), (Some(1421), Some(1421)), "{message:?}");
    }
}

#[test]
fn without_an_error_code_the_bracket_decides() {
    let body = json!({ "errorMessage": "[0401-9810]: Sorry, this code is expired." });
    assert_eq!(numbers(body), (None, Some(9810)));
}

#[test]
fn numbers_may_be_strings() {
    let body = json!({ "statusCode": "422", "errorCode": "1102", "errorMessage": null });
    assert_eq!(numbers(body), (Some(1102), Some(1102)));
    assert_eq!(
        numbers(json!({ "errorCode": " 9001 " })),
        (Some(9001), Some(9001))
    );
    assert_eq!(numbers(json!({ "errorCode": "0" })), (Some(0), Some(0)));
}

#[test]
fn what_is_no_number_is_no_error_code() {
    for error_code in [
        json!(null),
        json!(""),
        json!("E1102"),
        json!(11.5),
        json!(9_007_199_254_740_992_i64),
        json!(true),
        json!([1102]),
        json!({ "code": 1102 }),
    ] {
        let body = json!({ "errorCode": error_code, "errorMessage": 7 });
        assert_eq!(read(body), Refusal::default(), "{error_code}");
    }
}

#[test]
fn a_body_that_is_no_object_says_nothing() {
    for body in [
        json!(null),
        json!([]),
        json!("[0401-9807]: x"),
        json!(9807),
        json!({}),
    ] {
        assert_eq!(read(body.clone()), Refusal::default(), "{body}");
    }
}
