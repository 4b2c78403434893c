//! What leaves the page.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Makes a call and gives its request.
async fn sent(options: &str, call: &str) -> Value {
    run(&format!(
        r"
        const api = new Api(json({{ items: [] }}));
        const liveops = new LiveOps({{ projectId: 44056, fetch: api.fetch, ...{options} }});
        await outcome(liveops.{call});
        const [request] = api.requests;
        const {{ method, url, credentials, redirect, cache, referrerPolicy }} = request;
        return {{
          count: api.requests.length, isRequest: request instanceof Request, method, url, credentials, redirect, cache, referrerPolicy,
          headers: Object.fromEntries(request.headers), body: await request.text(),
        }};
        "
    ))
    .await
}

#[wasm_bindgen_test]
async fn a_read_carries_the_token_and_nothing_else() {
    let request = sent(
        "{ token: 'secret' }",
        "dailyChains.list({ limit: 5, offset: 10 })",
    )
    .await;
    let expected = json!({
        "count": 1, "isRequest": true, "method": "GET",
        "url": "https://store.xsolla.com/api/v2/project/44056/user/daily_chain?limit=5&offset=10",
        "credentials": "omit", "redirect": "error", "cache": "no-store", "referrerPolicy": "no-referrer",
        "headers": { "authorization": "Bearer secret" }, "body": "",
    });
    assert_eq!(request, expected);
}

#[wasm_bindgen_test]
async fn a_body_is_json_and_says_so() {
    let call =
        r#"coupons.redeem("  a/b?c#d ", { selectedUnitItems: { "game \"1\"": "steam/é" } })"#;
    let request = sent("{ token: 'secret' }", call).await;
    let expected = json!({
        "count": 1, "isRequest": true, "method": "POST",
        "url": "https://store.xsolla.com/api/v2/project/44056/coupon/redeem",
        "credentials": "omit", "redirect": "error", "cache": "no-store", "referrerPolicy": "no-referrer",
        "headers": { "authorization": "Bearer secret", "content-type": "application/json" },
        "body": r#"{"coupon_code":"a/b?c#d","selected_unit_items":{"game \"1\"":"steam/é"}}"#,
    });
    assert_eq!(request, expected);
}

#[wasm_bindgen_test]
async fn a_claim_has_no_body() {
    let result = run(r"
        const step = { step_id: 120, is_claimed: false, price: { amount: 5 } };
        const chain = { reward_chain_id: Number.MAX_SAFE_INTEGER, value_point: { amount: 5 }, steps: [step] };
        const api = new Api(json({ has_more: false, items: [chain] }), text(null, 204));
        const liveops = new LiveOps({ projectId: 44056, fetch: api.fetch, token: 'secret', storage: null });
        await liveops.rewardChains.claim({ chainId: Number.MAX_SAFE_INTEGER, stepId: 120 });
        const [, request] = api.requests;
        const { method, url, headers } = request;
        return [method, url, Object.fromEntries(headers), await request.text()];
    ")
    .await;
    let url = "https://store.xsolla.com/api/v2/project/44056/user/reward_chain/9007199254740991/step/120/claim";
    let headers = json!({ "authorization": "Bearer secret" });
    assert_eq!(result, json!(["POST", url, headers, ""]));
}

#[wasm_bindgen_test]
async fn a_guest_sends_no_header_at_all() {
    for guest in [
        "{}",
        "{ token: null }",
        "{ token: undefined }",
        "{ token: () => null }",
        "{ token: async () => undefined }",
    ] {
        let request = sent(guest, "offerChains.list()").await;
        assert_eq!(
            (&request["headers"], &request["count"]),
            (&json!({}), &json!(1)),
            "{guest}"
        );
    }
}

#[wasm_bindgen_test]
async fn unsafe_characters_of_a_code_stay_inside_it() {
    for (code, segment) in [
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("../../x", "..%2F..%2Fx"),
        ("%2e%2e", "%252e%252e"),
        ("A B+C&D=E", "A%20B%2BC%26D%3DE"),
        ("a\\b;c:d@e", "a%5Cb%3Bc%3Ad%40e"),
        ("é😀", "%C3%A9%F0%9F%98%80"),
        (" wInTeR2023\n", "wInTeR2023"),
    ] {
        for (area, path) in [
            ("promotions.verify", "promotion/code/X/verify"),
            ("coupons.rewards", "coupon/code/X/rewards"),
            ("promoCodes.rewards", "promocode/code/X/rewards"),
        ] {
            let request = sent("{}", &format!("{area}({})", json!(code))).await;
            let path = path.replace('X', segment);
            let url = format!("https://store.xsolla.com/api/v2/project/44056/{path}");
            assert_eq!(request["url"], json!(url), "{area} {code:?}");
        }
    }
}

#[wasm_bindgen_test]
async fn the_environment_decides_where_it_goes() {
    for (environment, start) in [
        ("undefined", "https://store.xsolla.com/api/v2"),
        ("null", "https://store.xsolla.com/api/v2"),
        ("'live'", "https://store.xsolla.com/api/v2"),
        ("'test'", "https://store.xsolla.com/api/v2"),
        (
            "{ apiUrl: 'http://127.0.0.1:8788/api', payStationUrl: 'http://127.0.0.1:8789' }",
            "http://127.0.0.1:8788/api/v2",
        ),
        (
            "{ apiUrl: 'http://localhost:8788/api/', payStationUrl: 'http://localhost:8789/' }",
            "http://localhost:8788/api/v2",
        ),
        (
            "{ apiUrl: 'http://[::1]:8788', payStationUrl: 'http://[::1]:8789' }",
            "http://[::1]:8788/v2",
        ),
        (
            "{ apiUrl: 'https://api.example/x/y', payStationUrl: 'https://pay.example' }",
            "https://api.example/x/y/v2",
        ),
    ] {
        let request = sent(
            &format!("{{ environment: {environment} }}"),
            "upsell.list()",
        )
        .await;
        let url = format!("{start}/project/44056/items/upsell");
        assert_eq!(request["url"], json!(url), "{environment}");
    }
}

#[wasm_bindgen_test]
async fn only_an_order_for_test_payments_has_a_body() {
    let step = "offerChains.order({ chainId: 101, stepNumber: 2 })";
    let url =
        "https://store.xsolla.com/api/v2/project/44056/user/offer_chain/101/step/number/2/order";
    for (environment, body) in [("test", r#"{"sandbox":true}"#), ("live", "")] {
        let request = sent(&format!("{{ environment: '{environment}' }}"), step).await;
        let is_json = request["headers"]["content-type"] == json!("application/json");
        assert_eq!(
            (&request["url"], &request["body"]),
            (&json!(url), &json!(body)),
            "{environment}"
        );
        assert_eq!(is_json, !body.is_empty(), "{environment}");
    }
}

#[wasm_bindgen_test]
async fn a_cart_is_asked_for_in_the_locale_of_the_call_or_the_client() {
    for (options, call, query) in [
        ("{}", "cart.get()", ""),
        ("{ locale: 'de' }", "cart.get()", "?locale=de"),
        (
            "{ locale: 'de' }",
            "cart.get({ locale: 'fr&x=1', currency: 'U S' })",
            "?currency=U%20S&locale=fr%26x%3D1",
        ),
    ] {
        let url = format!("https://store.xsolla.com/api/v2/project/44056/cart{query}");
        assert_eq!(sent(options, call).await["url"], json!(url));
    }
}

#[wasm_bindgen_test]
async fn without_a_fetch_of_its_own_the_client_uses_the_page_s_at_each_call() {
    let result = run(r"
        const { fetch } = globalThis;
        const liveops = new LiveOps({ projectId: 44056 });
        const api = new Api(json(emptyPage));
        globalThis.fetch = api.fetch;
        try {
          return [await liveops.dailyChains.list(), api.requests.length];
        } finally {
          globalThis.fetch = fetch;
        }
    ")
    .await;
    assert_eq!(result, json!([{ "has_more": false, "items": [] }, 1]));
}
