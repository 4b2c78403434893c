//! What an order sends: settings and parameters without empty objects, which the API refuses.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// The body of an order made with these options, null where there is none.
async fn body(order: &str) -> Value {
    run(&format!(
        r"
        const api = new Api(json({{ order_id: 1, token: 'token' }}));
        const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, token: 'secret' }});
        await outcome(liveops.orders.{order});
        return api.requests.length ? JSON.parse((await api.requests[0].text()) || 'null') : 'nothing sent';
        "
    ))
    .await
}

#[wasm_bindgen_test]
async fn an_order_says_what_it_was_given() {
    let order = "createWithItem('a', { currency: 'USD', locale: 'de', quantity: 2, promoCode: ' GLOW20 ', settings: { ui: { theme: 'dark' } }, customParameters: { level: 7, vip: false, note: null } })";
    let expected = json!({
        "currency": "USD", "locale": "de", "quantity": 2, "promo_code": "GLOW20",
        "settings": { "ui": { "theme": "dark" } },
        "custom_parameters": { "level": 7, "vip": false, "note": null },
    });
    assert_eq!(body(order).await, expected);
}

#[wasm_bindgen_test]
async fn empty_objects_are_left_out_at_every_depth() {
    for (given, sent) in [
        ("{}", Value::Null),
        ("{ ui: {} }", Value::Null),
        ("{ ui: { desktop: { header: {} } } }", Value::Null),
        (
            "{ ui: { desktop: {}, theme: 'dark' }, other: {} }",
            json!({ "ui": { "theme": "dark" } }),
        ),
        (
            "{ list: [], zero: 0, no: false, text: '', none: null }",
            json!({ "list": [], "zero": 0, "no": false, "text": "", "none": null }),
        ),
        (
            "{ list: [{ id: 1, more: {} }, [{ a: {}, b: 2 }]] }",
            json!({ "list": [{ "id": 1 }, [{ "b": 2 }]] }),
        ),
        ("{ absent: undefined }", Value::Null),
        (
            "{ date: new Date(0), url: new URL('https://a.example/') }",
            json!({ "date": "1970-01-01T00:00:00.000Z", "url": "https://a.example/" }),
        ),
    ] {
        for (option, field) in [
            ("settings", "settings"),
            ("customParameters", "custom_parameters"),
        ] {
            let expected = match &sent {
                Value::Null => Value::Null,
                sent => json!({ field: sent }),
            };
            for order in ["createWithItem('a', ", "createWithCart("] {
                let order = format!("{order}{{ {option}: {given} }})");
                assert_eq!(body(&order).await, expected, "{order}");
            }
        }
    }
}

#[wasm_bindgen_test]
async fn an_entry_of_a_list_keeps_its_place() {
    let expected = json!({ "settings": { "list": [null, { "id": 1 }] } });
    let order = "createWithCart({ settings: { list: [{}, { id: 1 }] } })";
    assert_eq!(body(order).await, expected);
}

#[wasm_bindgen_test]
async fn a_page_s_own_object_is_left_as_it_is() {
    let result = run(r#"
        const api = new Api(json({ order_id: 1, token: "token" }));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const settings = { ui: {}, list: [{}], theme: "dark" };
        await liveops.orders.createWithItem("a", { settings });
        return settings;
    "#)
    .await;
    assert_eq!(result, json!({ "ui": {}, "list": [{}], "theme": "dark" }));
}

#[wasm_bindgen_test]
async fn test_payments_are_said_in_the_body() {
    let result = run(r#"
        const api = new Api(json({ order_id: 1, token: "token" }));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, environment: "test" });
        const calls = [
          () => liveops.orders.createWithItem("a"), () => liveops.orders.createWithCart(),
          () => liveops.orders.createFreeWithItem("a"), () => liveops.orders.createFreeWithCart(),
          () => liveops.orders.createWithItemForVirtualCurrency("a", { virtualCurrencySku: "b" }),
        ];
        for (const call of calls) await call();
        return Promise.all(api.requests.map((request) => request.text()));
    "#)
    .await;
    let said = r#"{"sandbox":true}"#;
    assert_eq!(result, json!([said, said, said, said, ""]));
}
