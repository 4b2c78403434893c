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
async fn a_redirect_leads_this_page_and_is_closed_where_the_browser_brings_it_back() {
    let result = run(r#"
        await load();
        const led = [];
        const stay = (event) => (led.push(event.destination.url), event.preventDefault());
        navigation.addEventListener("navigate", stay);
        try {
          const { payStation } = new LiveOps({ projectId: 1, environment: "test", storage: null });
          const checkout = payStation.open(Promise.resolve({ order_id: 7, token: "a/b" }), { mode: "redirect" });
          await Promise.resolve();
          await new Promise((resolve) => setTimeout(resolve));
          window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));
          const task = new Promise((resolve) => setTimeout(resolve, 0, "under way"));
          const early = await Promise.race([checkout.outcome, task]);
          window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
          return [led, early, await checkout.outcome];
        } finally {
          navigation.removeEventListener("navigate", stay);
        }
    "#)
    .await;
    assert_eq!(result, json!([[ADDRESS], "under way", "closed"]));
}

#[wasm_bindgen_test]
async fn a_redirect_whose_order_is_refused_leads_nowhere() {
    let result = run(r#"
        await load();
        const led = [];
        const stay = (event) => (led.push(event.destination.url), event.preventDefault());
        navigation.addEventListener("navigate", stay);
        try {
          const { payStation } = new LiveOps({ projectId: 1, storage: null });
          const refused = Object.assign(new Error(), { code: "limit_reached" });
          const checkout = payStation.open(Promise.reject(refused), { mode: "redirect" });
          return [await checkout.outcome.catch(({ code }) => code), led];
        } finally {
          navigation.removeEventListener("navigate", stay);
        }
    "#)
    .await;
    assert_eq!(result, json!(["limit_reached", []]));
}

#[wasm_bindgen_test]
async fn statuses_wait_for_the_order_and_are_rejected_as_it_is() {
    let result = run(r#"
        const original = window.open;
        window.open = () => null;
        try {
          const fetch = json({ order_id: 7, status: "done" });
          const { payStation } = new LiveOps({ projectId: 1, fetch, storage: null });
          const refused = Object.assign(new Error(), { code: "limit_reached" });
          const later = new Promise((resolve) => setTimeout(resolve, 5, { order_id: 7, token: "a" }));
          const ends = [];
          for (const order of [{ order_id: 7, token: "a" }, later, Promise.reject(refused), Promise.resolve({ token: "a" }), Promise.resolve({})])
            ends.push(await all(payStation.open(order).statuses()));
          return ends;
        } finally {
          window.open = original;
        }
    "#)
    .await;
    let no_order = json!(["invalid_argument"]);
    assert_eq!(
        result,
        json!([["done"], ["done"], ["limit_reached"], no_order, no_order])
    );
}

#[wasm_bindgen_test]
async fn a_closed_window_is_a_reason_to_read() {
    let result = run(r#"
        await load();
        clock.start();
        const original = window.open;
        const payment = { closed: false, close() {}, location: { replace() {} } };
        window.open = () => payment;
        try {
          const reads = new OrderReads(clock, "new", "new", "done");
          const { payStation } = new LiveOps({ projectId: 1, fetch: reads.fetch, random: () => 0, storage: null });
          const checkout = payStation.open({ order_id: 7, token: "a" });
          const given = all(checkout.statuses());
          await clock.pass(4_100);
          payment.closed = true;
          return [await clock.until(given), await checkout.outcome, reads.at, clock.timers];
        } finally {
          window.open = original;
        }
    "#)
    .await;
    // It is looked at twice a second.
    assert_eq!(
        result,
        json!([["new", "done"], "closed", [0, 3_000, 4_500], 0])
    );
}

#[wasm_bindgen_test]
async fn without_its_script_the_window_is_led_all_the_same() {
    let result = run(r#"
        const original = window.open;
        const led = [];
        window.open = () => ({ closed: false, close() {}, location: { replace: (url) => led.push(url) } });
        try {
          const liveops = {};
          connect(liveops, { projectId: 1, environment: "test", storage: null }, () => Promise.reject(new TypeError("gone")));
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

#[wasm_bindgen_test]
async fn an_order_that_never_comes_does_not_hold_a_signal_or_close_up() {
    for end in ["controller.abort()", "liveops.close()"] {
        let result = run(&format!(
            r"
            await load();
            const original = window.open;
            window.open = () => null;
            try {{
              const liveops = new LiveOps({{ projectId: 1, storage: null }});
              const controller = new AbortController();
              const given = all(liveops.payStation.open(new Promise(() => {{}})).statuses({{ signal: controller.signal }}));
              await Promise.resolve();
              {end};
              return await given;
            }} finally {{
              window.open = original;
            }}
            "
        ))
        .await;
        assert_eq!(result, json!(["aborted"]), "{end}");
    }
}

#[wasm_bindgen_test]
async fn a_refused_order_that_a_page_looks_at_nowhere_is_no_unhandled_rejection() {
    let result = run(r#"
        await load();
        const original = window.open;
        window.open = () => null;
        const unhandled = [];
        const note = (event) => (unhandled.push(String(event.reason)), event.preventDefault());
        window.addEventListener("unhandledrejection", note);
        try {
          const { payStation } = new LiveOps({ projectId: 1, storage: null });
          for (const mode of ["window", "iframe", "redirect"]) {
            const { statuses } = payStation.open(Promise.reject(new Error(mode)), { mode });
            statuses();
          }
          // The browser tells of them after a task.
          for (let task = 0; task < 3; task++) await new Promise((resolve) => setTimeout(resolve));
          return unhandled;
        } finally {
          window.removeEventListener("unhandledrejection", note);
          window.open = original;
        }
    "#)
    .await;
    assert_eq!(result, json!([]));
}

#[wasm_bindgen_test]
async fn an_order_that_comes_after_close_leads_nowhere() {
    let result = run(r#"
        await load();
        const led = [];
        const stay = (event) => (led.push(event.destination.url), event.preventDefault());
        navigation.addEventListener("navigate", stay);
        const original = window.open;
        let closed = 0;
        window.open = () => ({ closed: false, close: () => closed++, location: { replace: (url) => led.push(url) } });
        try {
          const ends = [];
          for (const mode of ["window", "redirect"]) {
            const liveops = new LiveOps({ projectId: 1, storage: null });
            const order = Promise.withResolvers();
            const checkout = liveops.payStation.open(order.promise, { mode });
            await Promise.resolve();
            liveops.close();
            ends.push((await outcome(checkout.outcome)).code);
            order.resolve({ order_id: 7, token: "a" });
            await new Promise((resolve) => setTimeout(resolve));
          }
          return [ends, led, closed];
        } finally {
          window.open = original;
          navigation.removeEventListener("navigate", stay);
        }
    "#)
    .await;
    assert_eq!(result, json!([["aborted", "aborted"], [], 1]));
}
