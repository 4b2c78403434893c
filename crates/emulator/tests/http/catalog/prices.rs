//! What an item costs: in a country, with a promo code, and what is in a bundle.

use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{discount, item_with, player, promo_code, seed};
use crate::shopping::{listed, quantities, skus_with_prefix};

#[test]
fn prices_and_regions_are_those_of_the_country() {
    let region = json!({ "operation": "admin-create-region", "body": {
        "name": { "en": "Home" }, "countries": ["DE", "AT"],
    }});
    let local = item_with("local", "3.00", &json!({ "regions": [{ "id": 1 }] }));
    let prices = json!([
        { "amount": "3.00", "currency": "USD", "is_default": true, "is_enabled": true },
        { "amount": "2.00", "currency": "USD", "is_default": false, "is_enabled": true, "country_iso": "DE" },
    ]);
    let cheaper = item_with("cheaper", "3.00", &json!({ "prices": prices }));
    let emulator = Emulator::start(&seed(&[
        region,
        local,
        cheaper,
        player("mira", &json!({ "country": "DE" })),
        player("tobin", &json!({ "country": "US" })),
    ]));
    let (mira, tobin) = (emulator.player("mira"), emulator.player("tobin"));
    let sees = |list: Value| {
        (
            !skus_with_prefix(&list, "local").is_empty(),
            listed(&list, "cheaper")["price"]["amount"].clone(),
        )
    };
    assert_eq!(sees(mira.get("/items").ok()), (true, json!("2.00")));
    assert_eq!(sees(tobin.get("/items").ok()), (false, json!("3.00")));
    assert_eq!(
        sees(tobin.get("/items?country=AT").ok()),
        (true, json!("3.00"))
    );
    assert_eq!(
        sees(emulator.guest("/items?country=US").ok()),
        (false, json!("3.00"))
    );
    assert_eq!(sees(emulator.guest("/items").ok()), (true, json!("3.00")));
    tobin.get("/items/sku/local").refused(404, 4001);
    for country in ["Germany", "D", "", "1A"] {
        let message = emulator
            .guest(&format!("/items?country={country}"))
            .refused(422, 1102);
        assert!(message.contains("country"), "{message}");
    }
}

#[test]
fn a_promo_code_shows_what_it_would_take_off() {
    let code = promo_code(
        "WICKS",
        &json!({ "discount": null, "discounted_items": [{ "sku": "wick", "discount": { "percent": "50.00" } }] }),
    );
    let emulator = Emulator::start(&seed(&code));
    let mira = emulator.player("mira");
    let price = |query: &str| mira.get(&format!("/items/sku/wick{query}")).ok()["price"].clone();
    assert_eq!(price("")["amount"], "1.00");
    assert_eq!(
        price("?promo_code=WICKS"),
        json!({ "amount": "0.50", "amount_without_discount": "1.00", "currency": "USD" })
    );
}

#[test]
fn a_bundle_tells_what_is_in_it_and_what_that_would_cost() {
    let emulator = Emulator::start(&seed(&[
        json!({ "operation": "admin-create-bundle", "body": {
            "sku": "pair", "name": { "en": "Pair" }, "is_enabled": true, "is_show_in_store": true,
            "prices": [{ "amount": "9.00", "currency": "USD", "is_default": true, "is_enabled": true }],
            "content": [{ "sku": "lantern", "quantity": 2 }, { "sku": "wick", "quantity": 3 }],
        }}),
        discount("50.00", &["lantern"], &json!({})),
    ]));
    let pair = emulator.guest("/items/bundle/sku/pair").ok();
    assert_eq!(
        pair["total_content_price"],
        json!({ "amount": "8.00", "amount_without_discount": "13.00", "currency": "USD" })
    );
    assert_eq!(pair["price"]["amount"], "9.00");
    assert_eq!(
        quantities(pair["content"].as_array().expect("content")),
        [("lantern".to_owned(), 2), ("wick".to_owned(), 3)]
    );
    // Embers have no price in money, so the kit's contents have none together.
    assert_eq!(
        emulator.guest("/items/bundle/sku/kit").ok()["total_content_price"],
        Value::Null
    );
}
