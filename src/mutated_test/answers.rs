//! What the API answers.

use crate::api::json_given::JsonGiven;
use crate::api::{Facts, OPERATIONS, ProjectId, Request};
use crate::claim::snapshot::step_of;
use crate::client::answer::{Accepted, read_answer};
use crate::client::failure::{Applied, Failure};
use crate::rules::claimable::claimable_steps;
use crate::rules::json_node::JsonNode;
use crate::rules::outcome::ErrorCode;
use liveops_mutation::Mutator;
use serde_json::{Value, json};
use std::sync::LazyLock;

macro_rules! samples {
    ( $( $operation:literal: $fixture:literal; )* ) => {
        [ $( ($operation, include_str!(concat!("../../tests/fixtures/", $fixture, ".json"))), )* ]
    };
}

/// Operations with an official sample of what they answer.
pub static ANSWERS: LazyLock<Vec<(&str, Value)>> = LazyLock::new(|| {
    let samples = samples! {
        "promotions.verify": "verify-promotion-code-coupon";
        "coupons.rewards": "get-coupon-rewards-by-code";
        "coupons.redeem": "redeem-coupon";
        "promoCodes.redeem": "remove-cart-promo-code";
        "dailyChains.list": "get-daily-chains-list";
        "dailyChains.get": "get-user-daily-chain-by-id";
        "offerChains.get": "get-user-offer-chain-by-id";
        "offerChains.claim": "claim-user-offer-chain-step-reward";
        "offerChains.order": "order-user-offer-chain-step-reward";
        "rewardChains.balance": "get-user-reward-chain-balance";
        "clans.topContributors": "get-user-clan-top-contributors";
        "clans.update": "user-clan-update";
        "catalog.item": "get-sellable-item-by-sku";
        "catalog.groups": "get-item-groups";
        "cart.get": "get-user-cart";
        "orders.get": "get-order";
    };
    parsed(&samples)
});

/// Chains alone.
static CHAINS: LazyLock<Vec<(&str, Value)>> = LazyLock::new(|| {
    let mut chains = parsed(&samples! {
        "daily": "get-user-daily-chain-by-id";
        "offer": "get-user-offer-chain-by-id";
        "reward": "get-reward-chains-list";
    });
    for (_, chain) in &mut chains {
        if let Some(first) = chain.pointer("/items/0").cloned() {
            *chain = first;
        }
    }
    chains
});

static REFUSALS: LazyLock<Vec<(&str, Value)>> =
    LazyLock::new(|| parsed(&samples! { "": "error-extended"; "": "error-short"; }));

fn parsed(samples: &[(&'static str, &str)]) -> Vec<(&'static str, Value)> {
    let parsed = |(name, text): &(&'static str, &str)| (*name, serde_json::from_str(text).unwrap());
    samples.iter().map(parsed).collect()
}

/// A request of each operation: by itself, and as one of several pages.
static REQUESTS: LazyLock<Vec<[Request; 2]>> = LazyLock::new(|| {
    let given = JsonGiven(json!({
        "code": "WINTER2023", "chainId": 1, "stepNumber": 1, "stepId": 1, "orderId": 1, "sku": "a", "quantity": 1,
        "groupId": "a", "virtualCurrencySku": "b", "items": [{ "sku": "a", "quantity": 1 }],
    }));
    let request = |facts: &'static Facts, walks| {
        let request = facts.request(ProjectId(44056), &given).unwrap();
        Request { walks, ..request }
    };
    let requests = OPERATIONS.iter();
    requests
        .map(|facts| [false, true].map(|walks| request(facts, walks)))
        .collect()
});

pub fn request(name: &str, walks: bool) -> &'static Request {
    let place = OPERATIONS.iter().position(|facts| facts.name == name);
    &REQUESTS[place.unwrap()][usize::from(walks)]
}

/// A refusal is a failure whose code is found, that says nothing of its own beside it.
pub fn refusal(mutator: &mut Mutator) {
    let index = mutator.below(OPERATIONS.len());
    let facts = OPERATIONS[index];
    let status = 400 + u16::try_from(mutator.below(200)).unwrap();
    let sample = mutator.below(REFUSALS.len());
    let body = mutator.value(&REFUSALS[sample].1);
    let answer = read_answer(
        request(facts.name, false),
        status,
        Ok(Some(JsonNode::from(body))),
    );
    let failure = answer.unwrap_err();
    let says = format!("{}: {}", facts.name, failure.code.advice());
    assert_eq!((failure.message(), failure.status), (says, Some(status)));
    let is_known = !facts.resend.writes() || matches!(status, 401 | 429);
    assert_eq!(failure.applied == Applied::No, is_known, "{status}");
    if status >= 500 {
        assert_eq!(failure.code, ErrorCode::ServerError);
    }
}

/// An answer is handed back as it came, but for emptied objects, or breaks its promise at a place that it has.
pub fn answer(mutator: &mut Mutator) {
    let (name, sample) = &ANSWERS[mutator.below(ANSWERS.len())];
    let body = mutator.value(sample);
    let node = JsonNode::from(body.clone());
    let request = request(name, mutator.one_in(2));
    match read_answer(request, 200, Ok(Some(node))) {
        Ok(Accepted::Body(node)) => assert!(is_kept(&body, &node.to_value()), "{body}"),
        Ok(_) => assert!(body["order_id"].is_number(), "{body}"),
        Err(failure) => assert_broken(&failure, name),
    }
}

fn is_kept(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Array(before), Value::Null) => before.is_empty(),
        (Value::Array(before), Value::Array(after)) => {
            before.len() == after.len()
                && before
                    .iter()
                    .zip(after)
                    .all(|(one, other)| is_kept(one, other))
        }
        (Value::Object(before), Value::Object(after)) => {
            before.len() == after.len()
                && before
                    .iter()
                    .all(|(name, value)| after.get(name).is_some_and(|other| is_kept(value, other)))
        }
        _ => before == after,
    }
}

fn assert_broken(failure: &Failure, name: &str) {
    assert_eq!(failure.code, ErrorCode::BadResponse);
    let message = failure.message();
    let says = message.strip_prefix(&format!("{name}: the API")).unwrap();
    let broken = says.strip_prefix("'s answer breaks its promise: ");
    match broken {
        Some(place) => assert!(
            place.starts_with(['.', '[']) || place.starts_with("the body "),
            "{message}"
        ),
        None => assert!(
            says.contains("has_more") || says.contains("no JSON body"),
            "{message}"
        ),
    }
}

/// Of a chain's steps, each that can be claimed is one of them, and reading any says one thing.
pub fn chain(mutator: &mut Mutator) {
    let (_, sample) = &CHAINS[mutator.below(CHAINS.len())];
    let chain = mutator.value(sample);
    let node = JsonNode::from(chain.clone());
    let balance = mutator.one_in(2).then(|| mutator.number());
    let steps = chain["steps"].as_array().cloned().unwrap_or_default();
    for claimable in claimable_steps(&node, balance) {
        assert!(steps.contains(&claimable.to_value()), "{chain}");
    }
    let number = match steps.first() {
        Some(step) if mutator.one_in(2) => step["step_number"].as_u64().unwrap_or(1),
        _ => mutator.whole(),
    };
    let now = mutator.whole();
    assert_eq!(step_of(&node, number, now), step_of(&node, number, now));
}
