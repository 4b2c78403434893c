use super::classify;
use crate::api::ProjectId;
use crate::api::by_name::{operation, rows};
use crate::api::json_given::JsonGiven;
use crate::claim::machine::Answer;
use crate::client::answer::read_answer;
use crate::client::failure::Failure;
use crate::rules::json_node::JsonNode;
use crate::rules::outcome::ErrorCode;
use serde_json::{Value, json};

/// operation | status | body, nothing where it is empty or not JSON | what it proves
const ANSWERS: &str = r#"
dailyChains.claim  | 204 |                                          | accepted
dailyChains.claim  | 200 |                                          | lost
dailyChains.claim  | 200 | {}                                       | lost
dailyChains.claim  | 202 |                                          | lost
offerChains.claim  | 200 | {"order_id":641}                         | accepted
offerChains.claim  | 200 |                                          | lost
offerChains.claim  | 200 | {}                                       | lost
offerChains.claim  | 200 | {"order_id":"641"}                       | lost
offerChains.claim  | 200 | {"order_id":null}                        | lost
offerChains.claim  | 200 | "html"                                   | lost
offerChains.claim  | 201 | {"order_id":641}                         | lost
offerChains.claim  | 204 |                                          | lost
rewardChains.claim | 204 |                                          | accepted
rewardChains.claim | 200 | {"order_id":641}                         | lost
coupons.redeem     | 200 | {"items":[]}                             | accepted
coupons.redeem     | 200 |                                          | lost
dailyChains.claim  | 302 |                                          | lost
dailyChains.claim  | 500 | {"errorCode":9912}                       | lost
dailyChains.claim  | 502 |                                          | lost
dailyChains.claim  | 503 | {"statusCode":422,"errorCode":9912}      | lost
dailyChains.claim  | 504 |                                          | lost
dailyChains.claim  | 0   | {}                                       | lost
dailyChains.claim  | 408 |                                          | lost
dailyChains.claim  | 401 | {"errorCode":1501}                       | unauthorized
rewardChains.claim | 401 |                                          | unauthorized
dailyChains.claim  | 429 |                                          | throttled
dailyChains.claim  | 400 |                                          | refused
dailyChains.claim  | 403 | {"errorCode":0}                          | refused
dailyChains.claim  | 404 | {"errorCode":7001}                       | refused
offerChains.claim  | 422 | {"errorCode":1102}                       | refused
rewardChains.claim | 422 | {"errorCode":9912}                       | refused
rewardChains.claim | 422 | {"errorCode":9913}                       | refused
"#;

#[test]
fn only_the_promised_success_proves_a_claim_and_only_401_and_429_that_there_was_none() {
    for [name, status, body, proves] in rows(ANSWERS) {
        let given = JsonGiven(json!({ "chainId": 1, "stepNumber": 1, "stepId": 1, "code": "A" }));
        let request = operation(name).request(ProjectId(1), &given).unwrap();
        let body = (!body.is_empty()).then(|| {
            let body: Value = serde_json::from_str(body).unwrap();
            JsonNode::from(body)
        });
        let answer = match read_answer(&request, status.parse().unwrap(), Ok(body)) {
            Ok(_) => Answer::Accepted,
            Err(failure) => classify(failure.status, failure.applied, Some(7)),
        };
        let expected = match proves {
            "accepted" => Answer::Accepted,
            "lost" => Answer::Lost,
            "refused" => Answer::Refused,
            "unauthorized" => Answer::Unauthorized,
            "throttled" => Answer::Throttled { wait: Some(7) },
            other => panic!("{other}"),
        };
        assert_eq!(answer, expected, "{name} {status}");
    }
}

#[test]
fn without_an_answer_it_counts_whether_it_left_the_page() {
    let facts = operation("dailyChains.claim");
    for code in [ErrorCode::Network, ErrorCode::Timeout, ErrorCode::Aborted] {
        let sent = Failure::sent(facts, code);
        assert_eq!(
            classify(sent.status, sent.applied, None),
            Answer::Lost,
            "{code:?}"
        );
    }
    for code in [
        ErrorCode::Unauthorized,
        ErrorCode::Timeout,
        ErrorCode::InvalidArgument,
    ] {
        let unsent = Failure::unsent(facts.name, code);
        assert_eq!(
            classify(unsent.status, unsent.applied, None),
            Answer::Unsent,
            "{code:?}"
        );
    }
}
