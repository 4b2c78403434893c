//! The player's token: asked for once, renewed in time, never guessed.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn ten_calls_at_once_ask_once() {
    let result = run(r#"
        const api = new Api(json(emptyPage));
        const reasons = [];
        const token = async (reason) => (reasons.push(reason), "first-token");
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token });
        await Promise.all(Array.from({ length: 10 }, (_, offset) => liveops.dailyChains.list({ offset })));
        await liveops.dailyChains.list();
        return [reasons, new Set(api.requests.map(({ headers }) => headers.get("authorization"))).size, api.requests.length];
    "#)
    .await;
    assert_eq!(result, json!([["first"], 1, 11]));
}

#[wasm_bindgen_test]
async fn null_is_a_guest_and_asked_again_at_the_next_call() {
    let result = run(r#"
        const api = new Api(json(emptyPage));
        const given = [null, undefined, "signed-in"];
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token: () => given.shift() });
        for (let call = 0; call < 4; call++) await liveops.dailyChains.list();
        return api.requests.map(({ headers }) => headers.get("authorization"));
    "#)
    .await;
    let player = "Bearer signed-in";
    assert_eq!(result, json!([null, null, player, player]));
}

#[wasm_bindgen_test]
async fn a_token_is_renewed_ninety_seconds_before_it_expires_by_the_client_s_own_clock() {
    let result = run(r"
        const api = new Api(json(emptyPage));
        const reasons = [];
        let clock = 5e6;
        const token = (reason) => (reasons.push(reason), jwt(3600, reason));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token, now: () => clock });
        const asked = [];
        for (const milliseconds of [0, 3_509_999, 1, 3_509_999, 1]) {
          clock += milliseconds;
          await liveops.dailyChains.list();
          asked.push(reasons.length);
        }
        return { asked, reasons };
    ")
    .await;
    let expected =
        json!({ "asked": [1, 1, 2, 2, 3], "reasons": ["first", "expiring", "expiring"] });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn an_opaque_token_is_kept_until_it_is_refused() {
    let result = run(r#"
        const reasons = [];
        let clock = 0;
        const token = (reason) => (reasons.push(reason), "opaque");
        const api = new Api(json(emptyPage));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token, now: () => clock });
        await liveops.dailyChains.list();
        clock = 1e12;
        await liveops.dailyChains.list();
        return reasons;
    "#)
    .await;
    assert_eq!(result, json!(["first"]));
}

#[wasm_bindgen_test]
async fn a_refused_request_is_sent_again_once_with_the_new_token() {
    let result = run(r#"
        const api = new Api(json({ errorCode: 1501 }, 401), json({ order_id: 641, token: "pay" }));
        const reasons = [];
        const token = (reason) => (reasons.push(reason), `${reason}-token`);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token });
        const order = await liveops.offerChains.order({ chainId: 4, stepNumber: 1 });
        const sent = api.requests.map(({ method, url, headers }) => [method, new URL(url).pathname, headers.get("authorization")]);
        return { order, reasons, sent };
    "#)
    .await;
    let path = "/api/v2/project/1/user/offer_chain/4/step/number/1/order";
    let sent = json!([
        ["POST", path, "Bearer first-token"],
        ["POST", path, "Bearer refused-token"]
    ]);
    let order = json!({ "order_id": 641, "token": "pay" });
    assert_eq!(
        result,
        json!({ "order": order, "reasons": ["first", "refused"], "sent": sent })
    );
}

#[wasm_bindgen_test]
async fn a_body_is_sent_again_whole() {
    let result = run(r#"
        const bodies = [];
        const answers = [json({}, 401), json({ items: [] })];
        const fetch = async (request) => (bodies.push(await request.text()), answers[bodies.length - 1]());
        const liveops = new LiveOps({ projectId: 1, fetch, token: () => "opaque" });
        await liveops.cart.fill({ items: [{ sku: "a", quantity: 2 }] });
        return bodies;
    "#)
    .await;
    let body = r#"{"items":[{"sku":"a","quantity":2}]}"#;
    assert_eq!(result, json!([body, body]));
}

#[wasm_bindgen_test]
async fn a_second_refusal_is_the_end() {
    let refused = json!({ "errorCode": 1501, "errorMessage": "[0401-1501]: Authorization failed: Provide authorization" });
    for (token, asked, requests) in [
        (
            "(reason) => (reasons.push(reason), reason)",
            json!(["first", "refused"]),
            2,
        ),
        (
            "(reason) => (reasons.push(reason), reason === 'first' ? 'opaque' : null)",
            json!(["first", "refused"]),
            1,
        ),
        ("'fixed'", json!([]), 1),
        ("null", json!([]), 1),
    ] {
        let result = run(&format!(
            r"
            const api = new Api(json({refused}, 401));
            const reasons = [];
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, token: {token} }});
            const {{ code, status, errorCode, applied }} = await outcome(liveops.cart.clear());
            return [code, status, errorCode, applied, reasons, api.requests.length];
            "
        ))
        .await;
        assert_eq!(
            result,
            json!(["unauthorized", 401, 1501, false, asked, requests]),
            "{token}"
        );
    }
}

#[wasm_bindgen_test]
async fn ten_refused_calls_ask_once() {
    let result = run(r#"
        const reasons = [];
        let refused = 0, release;
        const allRefused = new Promise((resolve) => (release = resolve));
        const fetch = async ({ headers }) => {
          if (headers.get("authorization") === "Bearer new") return json(emptyPage)();
          if (++refused === 10) release();
          return json({}, 401)();
        };
        const token = async (reason) => {
          reasons.push(reason);
          if (reason === "first") return "old";
          await allRefused;
          return "new";
        };
        const liveops = new LiveOps({ projectId: 1, fetch, token });
        const pages = await Promise.all(Array.from({ length: 10 }, (_, offset) => liveops.dailyChains.list({ offset })));
        return [reasons, refused, pages.length];
    "#)
    .await;
    assert_eq!(result, json!([["first", "refused"], 10, 10]));
}
