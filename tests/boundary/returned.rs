//! What is remembered of an order that is being paid for, over a reload.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// A storage of the test's own, and what a page finds in it that was loaded again. Ids are never used twice:
/// an order that was opened in this very page is none that came back.
const STORAGE: &str = r#"
    const kept = new Map();
    const storage = {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
      removeItem: (key) => kept.delete(key),
    };
    const put = (...orders) => kept.set("xsolla-liveops.orders.1", JSON.stringify(orders));
    const returned = () => new LiveOps({ projectId: 1, storage }).payStation.returned();
"#;

#[wasm_bindgen_test]
async fn an_opened_order_is_kept_by_its_id_and_time_alone() {
    for (open, orders) in [
        ("() => null", "[{ order_id: 101, token: 'secret' }]"),
        (
            "() => ({ location: { replace() {} }, close() {} })",
            "[Promise.resolve({ order_id: 102, token: 'secret' })]",
        ),
        (
            "() => null",
            "[{ order_id: 103, token: 'secret' }, { order_id: 104, token: 'secret' }, { order_id: 103, token: 'secret' }]",
        ),
    ] {
        let result = run(&format!(
            r#"
            {STORAGE}
            await load();
            const original = window.open;
            window.open = {open};
            try {{
              const {{ payStation }} = new LiveOps({{ projectId: 1, storage, token: "secret" }});
              const before = Date.now();
              const orders = {orders};
              for (const order of orders) payStation.open(order);
              await Promise.all(orders);
              await Promise.resolve();
              const records = JSON.parse(kept.get("xsolla-liveops.orders.1"));
              return [
                [...kept.keys()],
                records.map(({{ orderId, at, ...more }}) => [orderId, at >= before && at <= Date.now(), more]),
                payStation.returned(),
              ];
            }} finally {{
              window.open = original;
            }}
            "#
        ))
        .await;
        let ids = match orders {
            _ if orders.contains("101") => vec![101],
            _ if orders.contains("102") => vec![102],
            _ => vec![103, 104],
        };
        let records: Vec<_> = ids.into_iter().map(|id| json!([id, true, {}])).collect();
        // What is open in this page has not come back.
        assert_eq!(
            result,
            json!([["xsolla-liveops.orders.1"], records, null]),
            "{orders}"
        );
    }
}

#[wasm_bindgen_test]
async fn the_newest_comes_back_and_is_dropped_at_its_end() {
    for end in ["done", "canceled", "expired"] {
        let result = run(&format!(
            r#"
            {STORAGE}
            put({{ orderId: 1007, at: Date.now() - 1 }}, {{ orderId: 1006, at: Date.now() - 2 }});
            const client = () => new LiveOps({{ projectId: 1, storage, fetch: json({{ order_id: 1007, status: "{end}" }}) }});
            const first = client().payStation.returned();
            const given = await all(first.statuses());
            const second = client().payStation.returned();
            await all(client().orders.track(second.orderId));
            return [first.orderId, given, second.orderId, returned(), kept.size];
            "#
        ))
        .await;
        assert_eq!(result, json!([1007, [end], 1006, null, 0]), "{end}");
    }
}

#[wasm_bindgen_test]
async fn what_has_not_ended_stays_for_a_day() {
    let result = run(&format!(
        r#"
        {STORAGE}
        const fetch = json({{ order_id: 1007, status: "new" }});
        put({{ orderId: 1007, at: Date.now() }});
        await all(new LiveOps({{ projectId: 1, storage, fetch }}).orders.track(1007, {{ deadlineMs: 1 }}));
        const pending = returned()?.orderId;
        const hour = 3_600_000;
        const ages = [0, 23 * hour, 24 * hour, 25 * hour, -23 * hour, -25 * hour];
        return [pending, ages.map((age) => (put({{ orderId: 1007, at: Date.now() - age }}), returned()?.orderId ?? null))];
        "#
    ))
    .await;
    assert_eq!(result, json!([1007, [1007, 1007, null, null, 1007, null]]));
}

#[wasm_bindgen_test]
async fn a_record_that_is_none_is_passed_over() {
    let result = run(&format!(
        r#"
        {STORAGE}
        const at = Date.now();
        const found = [];
        for (const text of [
          "", "null", "7", "{{}}", "[", "[null]", "[7]", "[[]]", '"7"', `[{{"orderId":"1007","at":${{at}}}}]`, `[{{"orderId":1007.5,"at":${{at}}}}]`,
          '[{{"orderId":1007}}]', '[{{"orderId":1007,"at":"soon"}}]', `[{{"orderId":0,"at":${{at}}}}]`, `[{{"orderId":-1007,"at":${{at}}}}]`,
        ]) {{
          kept.set("xsolla-liveops.orders.1", text);
          const result = await outcome(returned);
          if (result.value !== null) found.push([text, result]);
        }}
        return found;
        "#
    ))
    .await;
    assert_eq!(result, json!([]));
}

#[wasm_bindgen_test]
async fn a_storage_that_refuses_and_none_at_all_change_nothing_else() {
    for storage in [
        "null",
        "{ getItem() { throw 1 }, setItem() { throw 1 }, removeItem() { throw 1 } }",
        "{ getItem: () => null, setItem() { throw new DOMException('full', 'QuotaExceededError') }, removeItem() {} }",
        "{ getItem: () => Promise.resolve('[]'), setItem() {}, removeItem() {} }",
    ] {
        let result = run(&format!(
            r#"
            const before = localStorage.length;
            const {{ payStation, orders }} = new LiveOps({{ projectId: 1, storage: {storage}, fetch: json({{ order_id: 1007, status: "done" }}) }});
            const original = window.open;
            window.open = () => null;
            try {{
              const checkout = payStation.open({{ order_id: 105, token: "a" }});
              return [await checkout.outcome, await all(checkout.statuses()), payStation.returned(), localStorage.length - before];
            }} finally {{
              window.open = original;
            }}
            "#
        ))
        .await;
        assert_eq!(result, json!(["blocked", ["done"], null, 0]), "{storage}");
    }
}

#[wasm_bindgen_test]
async fn the_browser_s_own_storage_is_used_where_nothing_is_said() {
    let result = run(r#"
        localStorage.setItem("xsolla-liveops.orders.1", JSON.stringify([{ orderId: 106, at: Date.now() }]));
        const one = new LiveOps({ projectId: 1 }).payStation.returned().orderId;
        const other = new LiveOps({ projectId: 2 }).payStation.returned();
        await all(new LiveOps({ projectId: 1, fetch: json({ order_id: 106, status: "done" }) }).orders.track(106));
        return [one, other, localStorage.getItem("xsolla-liveops.orders.1")];
    "#)
    .await;
    assert_eq!(result, json!([106, null, null]));
}
