//! Any bytes as the answer to any operation: the first two say which, and with which status.
#![no_main]

#[path = "../../src/api/json_given.rs"]
mod json_given;
#[path = "../../src/rules/json_node.rs"]
mod json_node;

// Where the two look for them.
use xsolla_liveops::api::given;
use xsolla_liveops::rules::{self, node};

use json_given::JsonGiven;
use json_node::JsonNode;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use xsolla_liveops::api::{OPERATIONS, ProjectId};
use xsolla_liveops::claim::snapshot::step_of;
use xsolla_liveops::client::answer::{Accepted, read_answer};
use xsolla_liveops::rules::claimable::claimable_steps;

const STATUSES: [u16; 8] = [200, 204, 400, 401, 404, 422, 429, 500];

fuzz_target!(|data: &[u8]| {
    let [operation, status, body @ ..] = data else {
        return;
    };
    let facts = OPERATIONS[usize::from(*operation) % OPERATIONS.len()];
    let given = json!({
        "code": "WINTER2023", "chainId": 1, "stepNumber": 1, "stepId": 1, "orderId": 1, "sku": "a", "quantity": 1,
        "groupId": "a", "virtualCurrencySku": "b", "items": [{ "sku": "a", "quantity": 1 }],
    });
    let mut request = facts.request(ProjectId(1), &JsonGiven(given)).unwrap();
    request.walks = status & 8 != 0;
    let status = STATUSES[usize::from(status & 7)];
    let body = serde_json::from_slice::<Value>(body)
        .ok()
        .map(JsonNode::from);
    if let Some(chain) = &body {
        claimable_steps(chain, None);
        step_of(chain, 1, 1_800_000_000_000);
    }
    let sent = body.as_ref().map(JsonNode::to_value);
    match read_answer(&request, status, Ok(body)) {
        Ok(Accepted::Body(read)) => assert_eq!(
            read.to_value().is_array(),
            sent.is_some_and(|it| it.is_array())
        ),
        Ok(_) => {}
        Err(failure) => assert!(failure.message().starts_with(facts.name)),
    }
});
