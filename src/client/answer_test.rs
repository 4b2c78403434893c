#[path = "refusals_test.rs"]
mod refusals;

use super::{Accepted, read_answer};
use crate::api::ProjectId;
use crate::api::Request;
use crate::api::by_name::{operation, rows};
use crate::api::json_given::JsonGiven;
use crate::client::failure::{Applied, Failure};
use crate::rules::json_node::JsonNode;
use crate::rules::outcome::ErrorCode;
use serde_json::{Value, json};

/// The promised answer of operations of each kind: operation | status | body.
const PROMISED: &str = r#"
dailyChains.claim     | 204 | null
rewardChains.claim    | 204 | null
offerChains.claim     | 200 | {"order_id":641}
offerChains.order     | 200 | {"order_id":641,"token":"t"}
dailyChains.list      | 200 | {"has_more":false,"items":[]}
offerChains.get       | 200 | {"id":1,"steps":[],"tomorrow":1}
rewardChains.balance  | 200 | {}
clans.topContributors | 200 | []
clans.update          | 200 | {"reward":[]}
coupons.redeem        | 200 | {"items":[]}
cart.fill             | 200 | {"items":[]}
cart.putItem          | 204 | null
cart.deleteItem       | 204 | null
cart.clear            | 204 | null
catalog.items         | 200 | {"has_more":false,"items":[{"sku":"a"}]}
catalog.item          | 200 | {"sku":"a","tomorrow":1}
catalog.groups        | 200 | {"groups":[{"external_id":"a","children":[{"external_id":"b"}]}]}
orders.createWithCart | 200 | {"order_id":641,"token":"t"}
orders.createFreeWithItem | 200 | {"order_id":641}
orders.get            | 200 | {"order_id":1,"status":"new"}
"#;

fn promised() -> impl Iterator<Item = (&'static str, u16, Value)> {
    let read = |[name, status, body]: [&'static str; 3]| {
        let body = serde_json::from_str(body).unwrap();
        (name, status.parse().unwrap(), body)
    };
    rows(PROMISED).into_iter().map(read)
}

fn request(name: &str) -> Request {
    let given = json!({
        "code": "A", "chainId": 1, "stepNumber": 1, "stepId": 1, "orderId": 1, "items": [],
        "groupId": "a", "sku": "a", "virtualCurrencySku": "b", "quantity": 1,
    });
    operation(name)
        .request(ProjectId(44056), &JsonGiven(given))
        .unwrap()
}

#[test]
fn only_the_statuses_401_and_429_prove_that_a_write_was_not_applied() {
    for (status, body, applied, retryable) in [
        (401, Value::Null, Applied::No, false),
        (429, Value::Null, Applied::No, true),
        (403, Value::Null, Applied::Unknown, false),
        (403, json!({ "errorCode": 0 }), Applied::Unknown, false),
        (422, json!({ "errorCode": 9804 }), Applied::Unknown, false),
        (503, Value::Null, Applied::Unknown, false),
    ] {
        let failure = answered("coupons.redeem", status, &body).unwrap_err();
        let said = (failure.applied, failure.retryable);
        assert_eq!(said, (applied, retryable), "{status} {body}");
    }
}

/// Reads an answer; null is none.
pub fn answered(name: &str, status: u16, body: &Value) -> Result<Accepted<JsonNode>, Box<Failure>> {
    let body = (!body.is_null()).then(|| JsonNode::from(body.clone()));
    read_answer(&request(name), status, Ok(body))
}

/// Reads an answer that has to be a failure.
pub fn failure(name: &str, status: u16, body: &Value) -> Failure {
    let answered = answered(name, status, body);
    *answered.expect_err(&format!("{name} {status} {body}"))
}

#[test]
fn the_promised_answer_is_success() {
    for (name, status, body) in promised() {
        let expected = match name {
            "cart.putItem" | "cart.deleteItem" | "cart.clear" => Accepted::Nothing,
            "dailyChains.claim" | "rewardChains.claim" => Accepted::Claimed { order_id: None },
            "offerChains.claim" => Accepted::Claimed {
                order_id: Some(641.0),
            },
            _ => Accepted::Body(body.clone().into()),
        };
        assert_eq!(answered(name, status, &body), Ok(expected), "{name}");
    }
}

#[test]
fn any_other_status_below_400_is_a_bad_response() {
    for (name, promised, body) in promised() {
        let writes = operation(name).resend.writes();
        let applied = if writes {
            Applied::Unknown
        } else {
            Applied::No
        };
        for status in [0, 100, 200, 201, 202, 204, 205, 206, 226, 301, 304, 399] {
            for body in [&body, &json!(null), &json!({}), &json!([]), &json!("done")] {
                if status != promised {
                    let failure = failure(name, status, body);
                    assert_eq!(
                        failure.code,
                        ErrorCode::BadResponse,
                        "{name} {status} {body}"
                    );
                    assert_eq!(
                        (failure.applied, failure.retryable),
                        (applied, false),
                        "{name}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_promised_status_with_another_body_is_a_bad_response() {
    for (name, status, _) in promised().filter(|(_, status, _)| *status == 200) {
        for body in [
            json!("done"),
            json!(641),
            json!(true),
            json!([7]),
            json!(null),
        ] {
            let failure = failure(name, status, &body);
            assert_eq!(failure.code, ErrorCode::BadResponse, "{name} {body}");
            assert_eq!(failure.status, Some(200));
        }
    }
}

#[test]
fn a_broken_promise_is_told_by_its_place() {
    let step = json!({ "status": "claimed" });
    let body = json!({ "has_more": false, "items": [{ "id": 1, "steps": [step] }] });
    let expected = "dailyChains.list: the API's answer breaks its promise: \
                    .items[0].steps[0].step_number must be a whole number within 2^53 - 1 but is missing";
    assert_eq!(failure("dailyChains.list", 200, &body).message(), expected);
}

#[test]
fn an_empty_page_that_says_more_follow_ends_a_walk_only() {
    let read = |walks, page: Value| {
        let request = Request {
            walks,
            ..request("dailyChains.list")
        };
        let answer = read_answer(&request, 200, Ok(Some(JsonNode::from(page))));
        answer.map(drop).map_err(|failure| failure.code)
    };
    let empty = || json!({ "has_more": true, "items": [] });
    let full = json!({ "has_more": true, "items": [{ "id": 1, "steps": [] }] });
    assert_eq!(read(true, empty()), Err(ErrorCode::BadResponse));
    assert_eq!(read(false, empty()), Ok(()));
    assert_eq!(
        read(true, json!({ "has_more": false, "items": [] })),
        Ok(())
    );
    assert_eq!(read(true, full), Ok(()));
}

#[test]
fn what_is_too_large_is_named_where_the_answer_would_have_been_a_success() {
    let excess = || Err(".items has over 10,000 entries".to_owned());
    let read = |status| {
        let answer = read_answer::<JsonNode>(&request("coupons.redeem"), status, excess());
        *answer.unwrap_err()
    };
    let failure = read(200);
    let told = (failure.code, failure.status, failure.applied);
    assert_eq!(told, (ErrorCode::BadResponse, Some(200), Applied::Unknown));
    let expected = "coupons.redeem: the API's answer is too large: .items has over 10,000 entries";
    assert_eq!(failure.message(), expected);
    assert_eq!(read(503).code, ErrorCode::ServerError);
}
