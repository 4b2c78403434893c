use super::claimable_steps;
use crate::rules::json_node::JsonNode;
use serde_json::{Value, json};

/// What the steps are called: their `step_number` or `step_id`.
fn claimable(chain: Value, balance: Option<f64>) -> Vec<i64> {
    claimable_steps(&JsonNode::from(chain), balance)
        .iter()
        .map(JsonNode::to_value)
        .filter_map(|step| step.get("step_number").or(step.get("step_id"))?.as_i64())
        .collect()
}

fn sample(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_daily_chain_says_it_itself() {
    let chain = sample(include_str!(
        "../../tests/fixtures/get-user-daily-chain-by-id.json"
    ));
    assert_eq!(claimable(chain, None), [3]);
    let lists = sample(include_str!(
        "../../tests/fixtures/get-daily-chains-list.json"
    ));
    assert_eq!(claimable(lists["items"][0].clone(), None), [2]);
    assert_eq!(claimable(lists["items"][1].clone(), None), [1]);
}

#[test]
fn a_daily_step_with_a_word_of_tomorrow_is_not_claimable() {
    let chain = json!({ "id": 1, "steps": [
        { "step_number": 1, "status": "paused" },
        { "step_number": 2, "status": "CLAIMABLE" },
        { "step_number": 3, "status": "claimable" },
    ] });
    assert_eq!(claimable(chain, None), [3]);
}

fn offer_chain(next: &Value) -> Value {
    json!({ "id": 4, "next_step_number": next, "steps": [
        { "step_number": 1, "is_free": true, "is_claimed": true },
        { "step_number": 2, "is_free": true, "is_claimed": false, "step_price": null },
        { "step_number": 3, "is_free": false, "step_price": { "amount": 9.99, "currency": "USD" } },
        { "step_number": 4, "is_free": true },
        { "step_number": 5 },
    ] })
}

#[test]
fn of_an_offer_chain_only_the_next_step_and_only_if_it_is_free() {
    for (next, expected) in [
        (json!(2), vec![2]),
        (json!(3), vec![]),
        (json!(4), vec![4]),
        (json!(5), vec![]),
        (json!(6), vec![]),
        (json!(null), vec![]),
    ] {
        assert_eq!(claimable(offer_chain(&next), None), expected, "{next}");
    }
    let sample = sample(include_str!(
        "../../tests/fixtures/get-user-offer-chain-by-id.json"
    ));
    assert_eq!(claimable(sample, None), [0_i64; 0], "its next step is paid");
}

fn reward_chain(amount: &Value) -> Value {
    json!({ "reward_chain_id": 10, "value_point": { "amount": amount }, "steps": [
        { "step_id": 120, "is_claimed": true, "price": { "amount": 100 } },
        { "step_id": 121, "is_claimed": false, "price": { "amount": 100 } },
        { "step_id": 122, "is_claimed": false, "price": { "amount": 200 } },
        { "step_id": 123, "is_claimed": null, "price": { "amount": 201 } },
    ] })
}

#[test]
fn of_a_reward_chain_all_steps_that_the_points_reach() {
    for (points, expected) in [
        (0, vec![]),
        (99, vec![]),
        (100, vec![121]),
        (200, vec![121, 122]),
        (201, vec![121, 122, 123]),
    ] {
        assert_eq!(
            claimable(reward_chain(&json!(points)), None),
            expected,
            "{points}"
        );
        let told = Some(f64::from(points));
        assert_eq!(
            claimable(reward_chain(&json!(0)), told),
            expected,
            "told {points}"
        );
        assert_eq!(
            claimable(reward_chain(&json!(999)), told),
            expected,
            "told less"
        );
    }
}

#[test]
fn without_known_points_a_reward_chain_has_none() {
    assert_eq!(claimable(reward_chain(&json!(null)), None), [0_i64; 0]);
    let lists = sample(include_str!(
        "../../tests/fixtures/get-reward-chains-list.json"
    ));
    assert_eq!(
        claimable(lists["items"][0].clone(), None),
        [0_i64; 0],
        "130 of 200"
    );
    assert_eq!(claimable(lists["items"][0].clone(), Some(200.0)), [2]);
}

#[test]
fn a_chain_without_steps_has_none_to_claim() {
    for chain in [
        json!({ "id": 1, "steps": [] }),
        json!({}),
        json!(null),
        json!([]),
    ] {
        assert_eq!(
            claimable(chain.clone(), Some(1000.0)),
            [0_i64; 0],
            "{chain}"
        );
    }
}
