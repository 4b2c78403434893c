//! Pay Station's address and window. The window is a stand-in, so that each of its ends can be tried.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_address_is_the_environment_s_its_path_and_the_encoded_token() {
    let custom = "{ apiUrl: 'http://127.0.0.1:1/api', payStationUrl: 'http://127.0.0.1:2/' }";
    for (environment, start) in [
        ("'live'", "https://secure.xsolla.com"),
        ("'test'", "https://sandbox-secure.xsolla.com"),
        (custom, "http://127.0.0.1:2"),
    ] {
        let result = run(&format!(
            r#"
            const {{ payStation }} = new LiveOps({{ projectId: 1, environment: {environment} }});
            const url = payStation.url({{ order_id: 641, token: "a&b=c#d/e?f+g%h", url: "https://evil.example" }});
            return [url, new URL(url).searchParams.get("token")];
            "#
        ))
        .await;
        let url = format!("{start}/paystation4/?token=a%26b%3Dc%23d%2Fe%3Ff%2Bg%25h");
        assert_eq!(result, json!([url, "a&b=c#d/e?f+g%h"]), "{environment}");
    }
}

#[wasm_bindgen_test]
async fn what_is_no_order_has_no_address() {
    let result = run(r#"
        const { payStation } = new LiveOps({ projectId: 1 });
        const orders = [
          undefined, null, 7, "token", [], {}, { token: null }, { token: 7 }, { token: "" }, { token: "a b" }, { token: "a\nb" },
          { token: "\ud800" }, { token: ["a"] }, { get token() { throw new Error("trap") } }, Promise.resolve({ token: "a" }),
        ];
        const wrong = [];
        for (const order of orders) {
          const { code, message, applied } = await outcome(() => payStation.url(order));
          if (code !== "invalid_argument" || applied !== false || !/order/.test(message)) wrong.push([String(order), code, message]);
        }
        return wrong;
    "#)
    .await;
    assert_eq!(result, json!([]));
}

/// Opens an order in a stand-in for the window; gives the outcome and what was done with the window.
async fn opened(open: &str, order: &str) -> serde_json::Value {
    run(&format!(
        r#"
        const original = window.open;
        const done = [];
        const payment = {{
          closed: false,
          set opener(opener) {{ done.push(["opener", opener]); }},
          close() {{ this.closed = true; done.push(["close"]); }},
          location: {{ replace: (url) => {{ done.push(["replace", url]); payment.closed = true; }} }},
        }};
        window.open = (...parameters) => {{ done.push(["open", ...parameters]); return ({open})(payment); }};
        try {{
          const {{ payStation }} = new LiveOps({{ projectId: 1, environment: "test" }});
          const checkout = payStation.open({order});
          const atOnce = done.length > 0;
          const ended = await checkout.outcome.catch((error) => error.code ?? error.message);
          return {{ outcome: ended, atOnce, done }};
        }} finally {{
          window.open = original;
        }}
        "#
    ))
    .await
}

const ADDRESS: &str = "https://sandbox-secure.xsolla.com/paystation4/?token=a%2Fb";

#[wasm_bindgen_test]
async fn the_window_is_opened_in_the_click_and_led_to_pay_station_later() {
    for order in [
        "{ order_id: 1, token: 'a/b' }",
        "Promise.resolve({ order_id: 1, token: 'a/b' })",
        "new Promise((resolve) => setTimeout(resolve, 5, { order_id: 1, token: 'a/b' }))",
    ] {
        let result = opened("(payment) => payment", order).await;
        let done = json!([["open"], ["opener", null], ["replace", ADDRESS]]);
        assert_eq!(
            result,
            json!({ "outcome": "closed", "atOnce": true, "done": done }),
            "{order}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_blocked_window_is_an_outcome_and_no_exception() {
    for open in [
        "() => null",
        "() => undefined",
        "() => { throw new Error('blocked') }",
    ] {
        for order in ["{ token: 'a/b' }", "Promise.reject(new Error('no order'))"] {
            let result = opened(open, order).await;
            assert_eq!(result["outcome"], json!("blocked"), "{open} {order}");
        }
    }
}

#[wasm_bindgen_test]
async fn without_an_order_the_window_closes_and_the_outcome_says_why() {
    for (order, why) in [
        ("Promise.reject(new Error('no order'))", "no order"),
        ("Promise.resolve({ token: '' })", "invalid_argument"),
        ("Promise.resolve('token')", "invalid_argument"),
    ] {
        let result = opened("(payment) => payment", order).await;
        let done = json!([["open"], ["opener", null], ["close"]]);
        assert_eq!(
            result,
            json!({ "outcome": why, "atOnce": true, "done": done }),
            "{order}"
        );
    }
}

#[wasm_bindgen_test]
async fn what_is_no_order_is_told_before_a_window_opens() {
    let result = run(r#"
        const original = window.open;
        let opened = 0;
        window.open = () => (opened++, null);
        try {
          const { payStation } = new LiveOps({ projectId: 1 });
          const codes = [];
          for (const order of [undefined, null, {}, "token", { token: "" }])
            codes.push((await outcome(() => payStation.open(order))).code);
          return [codes, opened];
        } finally {
          window.open = original;
        }
    "#)
    .await;
    let refused = "invalid_argument";
    assert_eq!(
        result,
        json!([[refused, refused, refused, refused, refused], 0])
    );
}

#[wasm_bindgen_test]
async fn close_ends_the_watch_over_an_open_window() {
    let result = run(r#"
        const original = window.open;
        window.open = () => ({ closed: false, close() {}, location: { replace() {} } });
        try {
          const liveops = new LiveOps({ projectId: 1 });
          const checkout = liveops.payStation.open({ token: "a" });
          liveops.close();
          const { code, applied } = await outcome(checkout.outcome);
          return [code, applied];
        } finally {
          window.open = original;
        }
    "#)
    .await;
    assert_eq!(result, json!(["aborted", false]));
}

#[wasm_bindgen_test]
async fn a_wrong_mode_is_told_before_a_window_opens() {
    let result = run(r#"
        const original = window.open;
        let opened = 0;
        window.open = () => (opened++, null);
        try {
          const { payStation } = new LiveOps({ projectId: 1 });
          const codes = [];
          for (const options of [{ mode: "popup" }, { mode: 7 }, 7, "window"])
            codes.push((await outcome(() => payStation.open({ token: "a" }, options))).code);
          return [codes, opened];
        } finally {
          window.open = original;
        }
    "#)
    .await;
    let refused = "invalid_argument";
    assert_eq!(result, json!([[refused, refused, refused, refused], 0]));
}

#[wasm_bindgen_test]
async fn without_its_script_the_window_is_led_all_the_same() {
    let result = run(r#"
        const original = window.open;
        const led = [];
        window.open = () => ({ closed: false, close() {}, location: { replace: (url) => led.push(url) } });
        try {
          const liveops = {};
          connect(liveops, { projectId: 1, environment: "test", storage: null }, { checkout: () => Promise.reject(new TypeError("gone")) });
          const order = { order_id: 7, token: "a/b" };
          const ends = [];
          for (const mode of ["window", "iframe", "redirect"])
            ends.push(await outcome(liveops.payStation.open(order, { mode }).outcome));
          return [led, ends.map(({ code, retryable }) => [code, retryable])];
        } finally {
          window.open = original;
        }
    "#)
    .await;
    let lost = json!(["network", true]);
    assert_eq!(result, json!([[ADDRESS], [lost, lost, lost]]));
}
