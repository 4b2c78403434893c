//! What a client is made with.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn each_wrong_option_is_named() {
    let address = "{ apiUrl: 'https://a.example/api', payStationUrl: 'https://b.example' }";
    for (name, values) in [
        ("projectId", "[undefined, null, 0, -1, 1.5, NaN, Infinity, 2 ** 53, '44056', {}, 44056n, true]"),
        ("environment", "['', 'sandbox', 'LIVE', 7, true, [], () => {}]"),
        (
            "apiUrl",
            &format!(
                "[undefined, null, 7, '', '/api', 'store.xsolla.com', 'http://store.xsolla.com/api', 'ftp://127.0.0.1', 'javascript:alert(1)',
                'https://u:p@a.example', 'https://a.example/?x=1', 'https://a.example/#x', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example',
                'http://127.0.0.1@evil.example', '//a.example', 'https://'].map((apiUrl) => ({{ environment: {{ ...{address}, apiUrl }} }}))"
            ),
        ),
        (
            "payStationUrl",
            &format!(
                "[undefined, null, 7, '', 'http://secure.xsolla.com', 'javascript:alert(1)', 'data:text/html,x', 'https://a.example?x']
                .map((payStationUrl) => ({{ environment: {{ ...{address}, payStationUrl }} }}))"
            ),
        ),
        ("token", "[7, true, {}, [], '', 'a b', 'a\\nb', 'ü']"),
        ("locale", "[7, {}, '', 'x'.repeat(256)]"),
        ("timeoutMs", "[0, -1, 1.5, NaN, Infinity, 2 ** 31, '15000', {}]"),
        ("fetch", "[7, 'fetch', {}, true]"),
        ("now", "[7, 'now', {}, true]"),
        ("random", "[7, 'random', {}, true]"),
        ("storage", "[7, 'localStorage', {}, true, () => {}, { getItem() {}, setItem() {} }]"),
        (
            "orderSocketUrl",
            &format!(
                "[7, '', 'ws', 'ws://store.xsolla.com/orders', 'https://a.example/orders', 'wss://u:p@a.example', 'wss://a.example/?x=1', 'wss://a.example/#x',
                'ws://127.0.0.1.evil.example', 'wsx://a.example', 'wss://', '//a.example'].map((orderSocketUrl) => ({{ environment: {{ ...{address}, orderSocketUrl }} }}))"
            ),
        ),
    ] {
        let result = run(&format!(
            r#"
            const values = {values};
            const wrong = [];
            for (const value of values) {{
              const options = value?.environment ? value : {{ {name}: value }};
              const {{ code, message, applied, foreign }} = await outcome(() => new LiveOps({{ projectId: 1, ...options }}));
              const named = /`(environment\.)?{name}`/.test(message);
              if (code !== "invalid_argument" || applied !== false || !named) wrong.push([JSON.stringify(options), code, message, foreign]);
            }}
            return wrong;
            "#
        ))
        .await;
        assert_eq!(result, json!([]), "{name}");
    }
}

#[wasm_bindgen_test]
async fn options_have_to_be_an_object() {
    let result = run(r#"
        const codes = [];
        for (const options of [undefined, null, 7, "x", [], () => {}]) codes.push((await outcome(() => new LiveOps(options))).code);
        return codes;
    "#)
    .await;
    assert_eq!(result, json!(vec!["invalid_argument"; 6]));
}

#[wasm_bindgen_test]
async fn making_a_client_sends_and_asks_nothing() {
    let result = run(r#"
        const api = new Api(json(emptyPage));
        let asked = 0;
        const liveops = new LiveOps({ projectId: 44056, fetch: api.fetch, token: () => (asked++, "a"), now: () => (asked++, 0), timeoutMs: 1000, locale: "en", tomorrow: 1 });
        await Promise.resolve();
        const areas = ["promotions", "coupons", "promoCodes", "dailyChains", "offerChains", "rewardChains", "clans", "upsell", "cart", "orders", "payStation"];
        return [asked, api.requests.length, areas.filter((area) => liveops[area] !== liveops[area] || typeof liveops[area] !== "object")];
    "#)
    .await;
    assert_eq!(result, json!([0, 0, []]));
}
