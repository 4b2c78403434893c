//! Any texts and numbers as what a page passes to any operation: no path leads elsewhere.
#![no_main]

#[path = "../../src/api/json_given.rs"]
mod json_given;

// Where it looks for them.
use xsolla_liveops::api::given;
use xsolla_liveops::rules;

use json_given::JsonGiven;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use xsolla_liveops::api::{OPERATIONS, ProjectId};

fuzz_target!(|data: (u8, u64, String, String, String)| {
    let (operation, number, code, text, other) = data;
    // Arguments are refused so before.
    if [&text, &other]
        .iter()
        .any(|text| matches!(text.as_str(), "" | "." | ".."))
    {
        return;
    }
    let facts = OPERATIONS[usize::from(operation) % OPERATIONS.len()];
    let given = json!({
        "code": code, "promoCode": code, "chainId": number, "stepNumber": number, "stepId": number, "orderId": number, "quantity": number,
        "sku": text, "groupId": other, "virtualCurrencySku": other, "cartId": other, "locale": text, "items": [{ "sku": text, "quantity": number }],
        "selectedUnitItems": { &*text: other }, "additionalFields": [text],
    });
    let Ok(request) = facts.request(ProjectId(1), &JsonGiven(given)) else {
        return;
    };
    let path = request.path.reveal();
    assert!(path.starts_with("/v2/project/1/"));
    assert!(
        path.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"/-_.~%?&=[]".contains(&byte))
    );
    assert!(
        path.split(['/', '?'])
            .all(|segment| segment != "." && segment != "..")
    );
    if let Some(body) = &request.body {
        serde_json::from_str::<Value>(body.reveal()).unwrap();
    }
});
