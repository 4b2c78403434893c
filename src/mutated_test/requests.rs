//! What a page passes, as it is sent.

use crate::api::json_given::JsonGiven;
use crate::api::{OPERATIONS, ProjectId};
use liveops_mutation::Mutator;
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

/// No text leads a request elsewhere, and each arrives as it was passed.
pub fn request(mutator: &mut Mutator) {
    let facts = OPERATIONS[mutator.below(OPERATIONS.len())];
    let text = |mutator: &mut Mutator| loop {
        let text = mutator.text("booster_mega_1");
        // Arguments are refused so before.
        if !text.is_empty() && text != "." && text != ".." {
            return text;
        }
    };
    let (sku, group, cart, locale) = (text(mutator), text(mutator), text(mutator), text(mutator));
    let id = mutator.whole();
    let given = json!({
        "code": "WINTER2023", "chainId": id, "stepNumber": id, "stepId": id, "orderId": id, "offset": id,
        "sku": sku, "groupId": group, "virtualCurrencySku": group, "cartId": cart, "quantity": 1,
        "locale": locale, "currency": locale, "country": locale, "items": [{ "sku": sku, "quantity": id }],
        "selectedUnitItems": { &*sku: group }, "additionalFields": [locale, sku],
    });
    let request = facts.request(ProjectId(44056), &JsonGiven(given)).unwrap();
    let (path, query) = match request.path.reveal().split_once('?') {
        Some((path, query)) => (path, query),
        None => (request.path.reveal(), ""),
    };
    let segments: Vec<_> = path.split('/').skip(4).collect();
    let expected = facts.path.replace("{/cartId}", "/{cartId}");
    let expected: Vec<_> = expected.split('/').collect();
    assert_eq!(segments.len(), expected.len(), "{path}");
    assert!(path.starts_with("/v2/project/44056/"), "{path}");
    for (segment, expected) in segments.iter().zip(expected) {
        assert_is_plain(segment);
        let passed = match expected {
            "{sku}" => &sku,
            "{groupId}" | "{virtualCurrencySku}" => &group,
            "{cartId}" => &cart,
            "{code}" => "WINTER2023",
            _ if expected.starts_with('{') => &id.to_string(),
            _ => expected,
        };
        assert_eq!(decoded(segment), passed, "{path}");
    }
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap();
        assert!(facts.query.contains(name), "{query}");
        assert_is_plain(value);
        if name == "locale" {
            assert_eq!(decoded(value), locale, "{query}");
        }
    }
    if let Some(body) = &request.body {
        let body: Value = serde_json::from_str(body.reveal()).unwrap();
        if let Some(items) = body.get("items") {
            assert_eq!(items, &json!([{ "sku": sku, "quantity": id }]));
        }
        if let Some(chosen) = body.get("selected_unit_items") {
            assert_eq!(chosen, &json!({ &*sku: group }));
        }
    }
}

/// Nothing in it means anything to a URL.
fn assert_is_plain(part: &str) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte);
    assert!(part.bytes().all(is_plain), "{part}");
    assert!(part != "." && part != "..", "{part}");
}

fn decoded(part: &str) -> String {
    percent_decode_str(part).decode_utf8().unwrap().into_owned()
}
