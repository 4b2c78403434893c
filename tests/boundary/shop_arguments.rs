//! Wrong arguments of catalog, cart and orders.

use super::arguments::accepted;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const SKUS: &str = r#"{
  missing: undefined, null: null, number: 7, object: { sku: "a" }, array: ["a"], empty: "", long: "a".repeat(256),
  dot: ".", "two dots": "..", "half a character": "a\ud800",
}"#;

#[wasm_bindgen_test]
async fn what_is_no_sku() {
    let calls = r"[
      (liveops, sku) => liveops.catalog.item(sku),
      (liveops, sku) => liveops.cart.putItem(sku, { quantity: 1 }),
      (liveops, sku) => liveops.cart.deleteItem(sku),
      (liveops, sku) => liveops.orders.createWithItem(sku),
      (liveops, sku) => liveops.orders.createFreeWithItem(sku),
      (liveops, sku) => liveops.orders.createWithItemForVirtualCurrency(sku, { virtualCurrencySku: 'ember' }),
    ]";
    let result = accepted(SKUS, calls, "`sku`").await;
    assert_eq!(
        result,
        json!({ "wrong": [], "tried": 6 * 10, "requests": 0 })
    );
}

#[wasm_bindgen_test]
async fn what_is_no_group_no_currency_and_no_cart() {
    for (name, call) in [
        ("groupId", "catalog.itemsOfGroup(value)"),
        ("groupId", "catalog.allItemsOfGroup(value).next()"),
        (
            "virtualCurrencySku",
            "orders.createWithItemForVirtualCurrency('a', { virtualCurrencySku: value })",
        ),
    ] {
        let calls = format!("[(liveops, value) => liveops.{call}]");
        let result = accepted(SKUS, &calls, &format!("`{name}`")).await;
        assert_eq!(
            result,
            json!({ "wrong": [], "tried": 10, "requests": 0 }),
            "{call}"
        );
    }
    let carts =
        "{ number: 7, empty: '', dot: '.', 'two dots': '..', object: {}, long: 'a'.repeat(256) }";
    let calls = r"[
      (liveops, cartId) => liveops.cart.get({ cartId }),
      (liveops, cartId) => liveops.cart.putItem('a', { quantity: 1, cartId }),
      (liveops, cartId) => liveops.cart.deleteItem('a', { cartId }),
      (liveops, cartId) => liveops.cart.clear({ cartId }),
      (liveops, cartId) => liveops.orders.createWithCart({ cartId }),
      (liveops, cartId) => liveops.orders.createFreeWithCart({ cartId }),
    ]";
    let result = accepted(carts, calls, "`cartId`").await;
    assert_eq!(
        result,
        json!({ "wrong": [], "tried": 6 * 6, "requests": 0 })
    );
}

#[wasm_bindgen_test]
async fn what_is_no_quantity() {
    let values = "{ null: null, zero: 0, negative: -1, fraction: 1.5, text: '1', NaN: NaN, huge: 2 ** 53, object: {}, bigint: 1n }";
    let put = "(liveops, quantity) => liveops.cart.putItem('a', { quantity })";
    let result = accepted(values, &format!("[{put}]"), "`quantity`").await;
    assert_eq!(result, json!({ "wrong": [], "tried": 9, "requests": 0 }));

    let result = accepted("{ missing: undefined }", &format!("[{put}]"), "`quantity`").await;
    assert_eq!(result, json!({ "wrong": [], "tried": 1, "requests": 0 }));

    let values = "{ zero: 0, negative: -1, fraction: 1.5, text: '1', NaN: NaN, huge: 2 ** 53 }";
    let calls = r"[
      (liveops, quantity) => liveops.orders.createWithItem('a', { quantity }),
      (liveops, quantity) => liveops.orders.createFreeWithItem('a', { quantity }),
    ]";
    let result = accepted(values, calls, "`quantity`").await;
    assert_eq!(
        result,
        json!({ "wrong": [], "tried": 2 * 6, "requests": 0 })
    );
}

#[wasm_bindgen_test]
async fn what_json_cannot_hold() {
    let values = "{ number: 7, text: '{}', boolean: true, array: [1], function: () => {}, bigint: { level: 7n },
      cycle: (() => { const circle = {}; circle.self = circle; return circle })(),
      trap: { get level() { throw new Error('trap') } } }";
    for name in ["settings", "customParameters"] {
        let calls = format!(
            r"[
              (liveops, {name}) => liveops.orders.createWithItem('a', {{ {name} }}),
              (liveops, {name}) => liveops.orders.createWithCart({{ {name} }}),
              (liveops, {name}) => liveops.orders.createFreeWithCart({{ {name} }}),
            ]"
        );
        let result = accepted(values, &calls, &format!("`{name}`")).await;
        assert_eq!(
            result,
            json!({ "wrong": [], "tried": 3 * 8, "requests": 0 }),
            "{name}"
        );
    }
}

#[wasm_bindgen_test]
async fn what_the_catalog_cannot_be_asked_for() {
    for (name, values, tried) in [
        (
            "additionalFields",
            "{ text: 'order', number: 7, object: {}, 'number inside': ['order', 7], 'empty inside': [''], 'null inside': [null] }",
            6,
        ),
        (
            "showInactiveTimeLimitedItems",
            "{ number: 1, text: 'true', object: {} }",
            3,
        ),
        (
            "promoCode",
            "{ number: 7, empty: '', spaces: ' ', long: 'A'.repeat(129) }",
            4,
        ),
        ("country", "{ number: 7, empty: '' }", 2),
        ("locale", "{ number: 7, empty: '' }", 2),
    ] {
        let calls = format!(
            "[(liveops, {name}) => liveops.catalog.items({{ {name} }}), (liveops, {name}) => liveops.catalog.item('a', {{ {name} }}), (liveops, {name}) => liveops.catalog.allItems({{ {name} }}).next()]"
        );
        let result = accepted(values, &calls, &format!("`{name}`")).await;
        assert_eq!(
            result,
            json!({ "wrong": [], "tried": 3 * tried, "requests": 0 }),
            "{name}"
        );
    }
}
