//! A wrong argument is one clear error that names it, before any request.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// Makes each call with each value; gives those that were not refused for what `names`, and the requests sent.
pub async fn accepted(values: &str, calls: &str, names: &str) -> serde_json::Value {
    run(&format!(
        r#"
        const api = new Api(json(emptyPage));
        const liveops = new LiveOps({{ projectId: 44056, fetch: api.fetch }});
        const calls = {calls};
        const values = {values};
        const wrong = [];
        for (const call of calls) for (const [name, value] of Object.entries(values)) {{
          const {{ code, applied, retryable, status, message, ...rest }} = await outcome(() => call(liveops, value));
          const told = code === "invalid_argument" && applied === false && retryable === false && status === null;
          if (!told || !/{names}/.test(message)) wrong.push([String(call), name, code, message, rest]);
        }}
        return {{ wrong, tried: calls.length * Object.keys(values).length, requests: api.requests.length }};
        "#
    ))
    .await
}

const CODES: &str = r#"{
  missing: undefined, null: null, number: 7, object: { code: "X" }, array: ["X"], function: () => "X", symbol: Symbol("X"),
  "a String object": new String("X"), empty: "", spaces: " \t\n ", "no-break space": "\u00a0", "129 characters": "A".repeat(129),
  "129 emoji": "😀".repeat(129), bell: "AB\u0007C", "null character": "AB\u0000C", "new line": "AB\nC", bidi: "AB\u202eC",
  "right-to-left mark": "\u200fAB", "high surrogate": "AB\ud83d", "low surrogate": "\ude00AB", "lone surrogate": "AB\ud800C",
  dot: ".", "two dots": "..", "two dots in space": " .. ",
}"#;

const CALLS_WITH_CODE: &str = r"[
  (liveops, code) => liveops.promotions.verify(code),
  (liveops, code) => liveops.coupons.rewards(code),
  (liveops, code) => liveops.coupons.redeem(code),
  (liveops, code) => liveops.promoCodes.rewards(code),
  (liveops, code) => liveops.promoCodes.redeem(code),
]";

#[wasm_bindgen_test]
async fn what_is_no_code() {
    let result = accepted(CODES, CALLS_WITH_CODE, "code").await;
    assert_eq!(
        result,
        json!({ "wrong": [], "tried": 5 * 24, "requests": 0 })
    );
}

const NUMBERS: &str = r#"{
  missing: undefined, null: null, zero: 0, "minus zero": -0, negative: -1, fraction: 101.7, small: 0.5, NaN: NaN, infinite: Infinity,
  "minus infinite": -Infinity, "2^53": 2 ** 53, huge: 1e300, text: "101", empty: "", object: { id: 101 }, array: [101],
  bigint: 101n, boolean: true, function: () => 101, symbol: Symbol("101"), "a Number object": new Number(101),
}"#;

#[wasm_bindgen_test]
async fn what_is_no_id_or_step() {
    for (name, calls) in [
        (
            "chainId",
            r"[
              (liveops, chainId) => liveops.dailyChains.get(chainId),
              (liveops, chainId) => liveops.dailyChains.claim({ chainId, stepNumber: 1 }),
              (liveops, chainId) => liveops.offerChains.get(chainId),
              (liveops, chainId) => liveops.offerChains.claim({ chainId, stepNumber: 1 }),
              (liveops, chainId) => liveops.offerChains.order({ chainId, stepNumber: 1 }),
              (liveops, chainId) => liveops.rewardChains.balance(chainId),
              (liveops, chainId) => liveops.rewardChains.claim({ chainId, stepId: 1 }),
              (liveops, chainId) => liveops.clans.topContributors(chainId),
            ]",
        ),
        (
            "stepNumber",
            r"[
              (liveops, stepNumber) => liveops.dailyChains.claim({ chainId: 1, stepNumber }),
              (liveops, stepNumber) => liveops.offerChains.claim({ chainId: 1, stepNumber }),
              (liveops, stepNumber) => liveops.offerChains.order({ chainId: 1, stepNumber }),
            ]",
        ),
        (
            "stepId",
            "[(liveops, stepId) => liveops.rewardChains.claim({ chainId: 1, stepId })]",
        ),
        (
            "orderId",
            "[(liveops, orderId) => liveops.orders.get(orderId)]",
        ),
    ] {
        let result = accepted(NUMBERS, calls, name).await;
        assert_eq!(
            (&result["wrong"], &result["requests"]),
            (&json!([]), &json!(0)),
            "{name}"
        );
    }
}

#[wasm_bindgen_test]
async fn options_that_are_no_object() {
    let values = r#"{ number: 7, text: "X", array: [], function: () => {}, boolean: true, symbol: Symbol("X") }"#;
    let calls = r#"[
      (liveops, options) => liveops.promotions.verify("X", options),
      (liveops, options) => liveops.coupons.redeem("X", options),
      (liveops, options) => liveops.promoCodes.remove(options),
      (liveops, options) => liveops.dailyChains.list(options),
      (liveops, options) => liveops.dailyChains.get(1, options),
      (liveops, options) => liveops.dailyChains.claim(options),
      (liveops, options) => liveops.rewardChains.all(options).next(),
      (liveops, options) => liveops.clans.update(options),
      (liveops, options) => liveops.upsell.list(options),
      (liveops, options) => liveops.cart.get(options),
      (liveops, options) => liveops.cart.fill(options),
      (liveops, options) => liveops.orders.get(1, options),
    ]"#;
    let result = accepted(values, calls, "options").await;
    assert_eq!(
        result,
        json!({ "wrong": [], "tried": 12 * 6, "requests": 0 })
    );
}

#[wasm_bindgen_test]
async fn options_that_are_wrong() {
    let long = r#""A".repeat(256)"#;
    for (name, values, call) in [
        (
            "limit",
            "{ zero: 0, negative: -1, fraction: 1.5, text: '1', NaN: NaN }",
            "dailyChains.list({ limit: value })",
        ),
        (
            "offset",
            "{ negative: -1, fraction: 1.5, text: '1', NaN: NaN }",
            "offerChains.list({ offset: value })",
        ),
        (
            "offset",
            "{ negative: -1, fraction: 1.5, text: '1' }",
            "rewardChains.all({ offset: value }).next()",
        ),
        (
            "timeoutMs",
            "{ zero: 0, negative: -1, fraction: 1.5, NaN: NaN, infinite: Infinity, text: '9', 'beyond setTimeout': 2 ** 31 }",
            "cart.get({ timeoutMs: value })",
        ),
        (
            "signal",
            "{ number: 7, controller: new AbortController(), object: { aborted: false } }",
            "cart.get({ signal: value })",
        ),
        (
            "currency",
            &format!("{{ number: 7, empty: '', long: {long}, object: {{}} }}"),
            "cart.get({ currency: value })",
        ),
        (
            "locale",
            &format!("{{ number: 7, empty: '', long: {long} }}"),
            "cart.get({ locale: value })",
        ),
        (
            "cartId",
            &format!("{{ number: 7, empty: '', long: {long} }}"),
            "promoCodes.remove({ cartId: value })",
        ),
        (
            "cartId",
            "{ number: 7, empty: '' }",
            "promoCodes.redeem('X', { cartId: value })",
        ),
        (
            "selectedUnitItems",
            "{ number: 7, text: 'X', array: ['a'], 'number inside': { game: 7 }, 'null inside': { game: null }, 'empty inside': { game: '' }, 'empty unit': { '': 'steam' } }",
            "coupons.redeem('X', { selectedUnitItems: value })",
        ),
        (
            "selectedUnitItems",
            "{ number: 7 }",
            "promoCodes.redeem('X', { selectedUnitItems: value })",
        ),
        (
            "items",
            "{ missing: undefined, null: null, empty: [], object: {}, text: 'sword' }",
            "cart.fill({ items: value })",
        ),
        (
            "sku",
            "{ missing: {}, number: { sku: 7, quantity: 1 }, empty: { sku: '', quantity: 1 }, null: null, text: 'sword' }",
            "cart.fill({ items: [{ sku: 'a', quantity: 1 }, value] })",
        ),
        (
            "quantity",
            "{ missing: undefined, zero: 0, negative: -1, fraction: 1.5, text: '1', NaN: NaN }",
            "cart.fill({ items: [{ sku: 'a', quantity: value }] })",
        ),
    ] {
        let result = accepted(
            values,
            &format!("[(liveops, value) => liveops.{call}]"),
            name,
        )
        .await;
        assert_eq!(
            (&result["wrong"], &result["requests"]),
            (&json!([]), &json!(0)),
            "{call}"
        );
    }
}

#[wasm_bindgen_test]
async fn options_whose_getters_throw() {
    let values = r#"{ "throws": { get chainId() { throw new Error("trap") }, get signal() { throw new Error("trap") } } }"#;
    let calls = "[(liveops, options) => liveops.dailyChains.claim(options)]";
    let result = accepted(values, calls, "chainId").await;
    assert_eq!(result, json!({ "wrong": [], "tried": 1, "requests": 0 }));
}

#[wasm_bindgen_test]
async fn half_a_character_in_a_text_is_not_replaced() {
    let result = run(r#"
        const api = new Api(json({ items: [] }));
        const liveops = new LiveOps({ projectId: 44056, fetch: api.fetch });
        const calls = {
          sku: () => liveops.cart.fill({ items: [{ sku: "a\ud800", quantity: 1 }] }),
          cartId: () => liveops.promoCodes.remove({ cartId: "a\ud800" }),
          currency: () => liveops.cart.get({ currency: "U\ud800" }),
          chosen: () => liveops.coupons.redeem("X", { selectedUnitItems: { game: "\ud800" } }),
          unit: () => liveops.coupons.redeem("X", { selectedUnitItems: { "\ud800": "steam" } }),
        };
        const codes = {};
        for (const [name, call] of Object.entries(calls)) codes[name] = (await outcome(call)).code;
        return { codes, requests: api.requests.length };
    "#)
    .await;
    let refused = "invalid_argument";
    let codes = json!({ "sku": refused, "cartId": refused, "currency": refused, "chosen": refused, "unit": refused });
    assert_eq!(result, json!({ "codes": codes, "requests": 0 }));
}
