//! Exactly the promised status and shape is success; it is handed back as it came.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// How a call ends with such an answer.
async fn ends(answer: &str, call: &str) -> Value {
    run(&format!(
        "const liveops = new LiveOps({{ projectId: 1, fetch: {answer} }}); return outcome(liveops.{call});"
    ))
    .await
}

const ORDER: &str = "offerChains.order({ chainId: 1, stepNumber: 1 })";

#[wasm_bindgen_test]
async fn another_answer_proves_nothing_about_a_write() {
    for (answer, call) in [
        ("text('', 200)", ORDER),
        ("text(null, 204)", ORDER),
        ("text('<html>', 200)", ORDER),
        ("json({ order_id: 641, token: 't' }, 201)", ORDER),
        ("json({ order_id: '641', token: 't' })", ORDER),
        ("json({ order_id: 641 })", ORDER),
        ("json({ items: {} })", "coupons.redeem('X')"),
        ("text('', 200)", "coupons.redeem('X')"),
        ("json({ items: [] }, 202)", "coupons.redeem('X')"),
        ("json({ reward: null })", "clans.update()"),
        (
            "json([])",
            "cart.fill({ items: [{ sku: 'a', quantity: 1 }] })",
        ),
        ("text(null, 304)", "promoCodes.remove()"),
    ] {
        let end = ends(answer, call).await;
        let told = json!([end["code"], end["applied"], end["retryable"]]);
        assert_eq!(
            told,
            json!(["bad_response", "unknown", false]),
            "{call} {answer}: {end}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_broken_answer_of_a_read_names_the_way_to_what_is_wrong() {
    for (answer, call, says) in [
        ("json({ items: [] })", "dailyChains.list()", ".has_more"),
        (
            "json({ has_more: false, items: [{ id: 1, steps: [{ step_number: '1', status: 'claimed' }] }] })",
            "dailyChains.list()",
            ".items[0].steps[0].step_number",
        ),
        (
            "text('{\"id\":9007199254740993,\"steps\":[]}')",
            "offerChains.get(1)",
            ".id",
        ),
        (
            "text('{\"order_id\":1.5,\"status\":\"new\"}')",
            "orders.get(1)",
            ".order_id",
        ),
        (
            "json({ items: [{ sku: 'a', price: { amount: '1e5' } }] })",
            "cart.get()",
            ".items[0].price.amount",
        ),
        ("json({ rewards: {} })", "promotions.verify('X')", ".type"),
        ("json({})", "clans.topContributors(1)", "array"),
        ("text('')", "cart.get()", "200"),
        ("text('{')", "cart.get()", "200"),
        ("text(null, 204)", "upsell.list()", "204"),
    ] {
        let end = ends(answer, call).await;
        let told = json!([end["code"], end["applied"]]);
        assert_eq!(
            told,
            json!(["bad_response", false]),
            "{call} {answer}: {end}"
        );
        let message = end["message"].as_str().unwrap();
        assert!(message.contains(says), "{call} {answer}: {message}");
    }
}

#[wasm_bindgen_test]
async fn the_object_comes_back_as_it_came() {
    let result = run(r#"
        const body = {
          has_more: false, total_items_count: null, tomorrow: { deep: [1, null, 2 ** 60] },
          items: [{ id: 1, steps: [{ step_number: 1, status: "paused", aura: "blue" }], type: "lunar", name: null, __proto__x: 1 }],
        };
        const liveops = new LiveOps({ projectId: 1, fetch: json(body) });
        return JSON.stringify(await liveops.dailyChains.list()) === JSON.stringify(body);
    "#)
    .await;
    assert_eq!(result, json!(true));
}

#[wasm_bindgen_test]
async fn an_empty_array_in_the_place_of_an_optional_object_becomes_null() {
    let end = ends(
        "json({ items: [{ sku: 'a', price: [], virtual_prices: [], limits: { per_user: [] } }], price: [] })",
        "cart.get()",
    )
    .await;
    let item =
        json!({ "sku": "a", "price": null, "virtual_prices": [], "limits": { "per_user": null } });
    assert_eq!(end, json!({ "value": { "items": [item], "price": null } }));
}

#[wasm_bindgen_test]
async fn a_refusal_tells_what_the_api_sent() {
    let answer = r#"json({ statusCode: 404, errorCode: 4001, errorMessage: "[0401-9807]: Enter valid coupon code.", transactionId: "c9e1a" }, 404)"#;
    let mut end = ends(answer, "coupons.rewards('X')").await;
    let message = end["message"].take();
    let expected = json!({
        "code": "code_not_found", "status": 404, "errorCode": 4001, "transactionId": "c9e1a",
        "retryable": false, "applied": false, "message": null,
    });
    assert_eq!(end, expected);
    assert!(
        message.as_str().unwrap().starts_with("coupons.rewards: "),
        "{message}"
    );
}

#[wasm_bindgen_test]
async fn a_refusal_without_a_readable_body_is_told_by_its_status() {
    for (status, code, applied, retryable) in [
        (401, "unauthorized", json!(false), false),
        (403, "forbidden", json!("unknown"), false),
        (404, "chain_not_found", json!("unknown"), false),
        (422, "step_not_claimable", json!("unknown"), false),
        (429, "rate_limited", json!(false), true),
        (500, "server_error", json!("unknown"), true),
        (503, "server_error", json!("unknown"), true),
    ] {
        for body in ["", "<html>", "null", "[]", "7", "{\"errorMessage\":"] {
            let end = ends(&format!("text({}, {status})", json!(body)), ORDER).await;
            let told = json!([
                end["code"],
                end["status"],
                end["errorCode"],
                end["applied"],
                end["retryable"]
            ]);
            assert_eq!(
                told,
                json!([code, status, null, applied, retryable]),
                "{status} {body:?}"
            );
        }
    }
}
