//! Orders of items and carts: for money, for nothing, for virtual currency.

use serde_json::{Value, json};

use crate::checkout::PayStation;
use crate::emulator::{Emulator, Player};
use crate::game::{
    discount, hidden_item, hidden_offer, item, item_with, limited_item, player, promo_code, seed,
};
use crate::http::{self, Reply};
use crate::shopping::quantities;

fn order(player: &Player, path: &str, body: &Value) -> Reply {
    player.send("POST", path, body)
}

fn read(player: &Player, order: &Value) -> Value {
    player.get(&format!("/order/{}", order["order_id"])).ok()
}

/// The items that were granted, without the points for them.
fn granted(player: &Player) -> Vec<(String, u64)> {
    let grants = player.grants();
    quantities(grants.iter().filter(|grant| grant["sku"] != "glow"))
}

fn free(sku: &str) -> Value {
    item_with(
        sku,
        "0",
        &json!({ "is_free": true, "prices": [], "vc_prices": [] }),
    )
}

#[test]
fn an_item_is_ordered_paid_and_delivered() {
    let emulator = Emulator::start(&seed(&[discount("25.00", &["cloak"], &json!({}))]));
    let mira = emulator.player("mira");
    let created = order(&mira, "/payment/item/cloak", &json!({ "quantity": 3 })).ok();
    let shown = read(&mira, &created);
    assert_eq!(
        (&shown["order_id"], &shown["status"]),
        (&created["order_id"], &json!("new"))
    );
    assert_eq!(
        shown["content"]["price"],
        json!({ "amount": "22.50", "amount_without_discount": "30.00", "currency": "USD" })
    );
    assert_eq!(
        (
            &shown["content"]["is_free"],
            &shown["content"]["virtual_price"]
        ),
        (&json!(false), &Value::Null)
    );
    assert_eq!(shown["content"]["items"][0]["quantity"], 3);
    assert_eq!(granted(&mira), []);

    let page = PayStation::of(&emulator, &created);
    let opened = page.open();
    for text in ["cloak", "× 3", "22.50", "30.00"] {
        assert!(opened.text.contains(text), "{text}: {}", opened.text);
    }
    page.choose("pay");
    assert_eq!(read(&mira, &created)["status"], "done");
    assert_eq!(granted(&mira), [("cloak".to_owned(), 3)]);
}

#[test]
fn an_item_is_ordered_with_a_code_and_a_bad_one_is_told_apart() {
    let codes = [
        &promo_code("TENTH", &json!({}))[..],
        &promo_code("OLD", &json!({ "date_end": "2024-02-01T00:00:00+00:00" })),
        &promo_code("NEVER", &json!({ "redeem_total_limit": 0 })),
        &hidden_item("HOLLOWTREE", "secret"),
    ];
    let emulator = Emulator::start(&seed(&codes.concat()));
    let mira = emulator.player("mira");
    let with = |sku: &str, code: &str| {
        order(
            &mira,
            &format!("/payment/item/{sku}"),
            &json!({ "promo_code": code }),
        )
    };
    let created = with("cloak", "TENTH").ok();
    assert_eq!(read(&mira, &created)["content"]["price"]["amount"], "9.00");
    let before = emulator.everything(&[&mira]);
    assert_eq!(
        with("cloak", "NONE").refused(404, 9802),
        "[0401-9802]: Coupon not found"
    );
    assert_eq!(
        with("cloak", "OLD").refused(422, 9810),
        "[0401-9810]: Sorry, this code is expired."
    );
    assert_eq!(
        with("cloak", "NEVER").refused(422, 9804),
        "[0401-9804]: You have reached the coupon redemption limit."
    );
    order(&mira, "/payment/item/secret", &json!({})).refused(404, 4001);
    assert_eq!(emulator.everything(&[&mira]), before);
    let hidden = with("secret", "HOLLOWTREE").ok();
    assert_eq!(read(&mira, &hidden)["content"]["price"]["amount"], "4.00");
}

#[test]
fn orders_of_items_that_cannot_be_are_refused_in_the_documented_words() {
    let emulator = Emulator::start(&seed(&[
        limited_item("few", 2),
        free("gift"),
        player("mira", &json!({})),
    ]));
    let mira = emulator.player("mira");
    let before = emulator.everything(&[&mira]);
    for (path, body, status, code) in [
        ("/payment/item/none", json!({}), 404, 4001),
        ("/free/item/none", json!({}), 404, 4001),
        // A game is sold by its keys.
        ("/payment/item/moth", json!({}), 422, 1421),
        ("/payment/item/cloak", json!({ "quantity": 0 }), 422, 1102),
        ("/payment/item/cloak", json!({ "quantity": -1 }), 422, 1102),
        (
            "/payment/item/cloak",
            json!({ "currency": "EUR" }),
            422,
            1411,
        ),
        ("/payment/item/few", json!({ "quantity": 3 }), 422, 1459),
        ("/payment/item/gift", json!({}), 422, 1456),
        ("/free/item/cloak", json!({}), 422, 1411),
        ("/payment/item/cloak/virtual/none", json!({}), 404, 4001),
        ("/payment/item/none/virtual/ember", json!({}), 404, 4001),
        ("/payment/item/kit/virtual/ember", json!({}), 422, 1411),
        ("/payment/item/cloak/virtual/ember", json!({}), 422, 5006),
        ("/payment/cart", json!({}), 422, 1417),
        ("/free/cart", json!({}), 422, 1417),
    ] {
        let message = order(&mira, path, &body).refused(status, code);
        if path == "/payment/item/none" {
            assert_eq!(message, "[0401-4001]: Item with sku = 'none' not found");
        }
        if path == "/payment/item/none/virtual/ember" {
            assert_eq!(
                message,
                "[0401-4001]: Item with Project Id = 44056 and Sku = none not found"
            );
        }
    }
    mira.get("/order/77").refused(404, 9001);
    mira.fill_cart("cloak", 1);
    assert_eq!(
        order(&mira, "/free/cart", &json!({})).refused(422, 1401),
        "[0401-1401]: Invalid cart"
    );
    mira.clear_cart();
    mira.fill_cart("gift", 1);
    order(&mira, "/payment/cart", &json!({})).refused(422, 1456);
    mira.clear_cart();
    assert_eq!(emulator.everything(&[&mira]), before);
    for path in [
        "/payment/item/cloak",
        "/free/item/gift",
        "/payment/cart",
        "/free/cart",
        "/payment/item/cloak/virtual/ember",
    ] {
        http::send_json(http::request("POST", &emulator.url(path)), &json!({})).refused(401, 1501);
    }
}

#[test]
fn an_object_that_is_empty_is_read_as_an_array_and_refused() {
    let emulator = Emulator::start(&seed(&[player(
        "mira",
        &json!({ "wallet": { "ember": 100 } }),
    )]));
    let mira = emulator.player("mira");
    mira.fill_cart("cloak", 1);
    let before = emulator.everything(&[&mira]);
    for path in ["/payment/item/cloak", "/payment/cart", "/free/cart"] {
        for (body, at) in [
            (json!({ "settings": {} }), "settings"),
            (json!({ "settings": [] }), "settings"),
            (json!({ "settings": { "ui": {} } }), "settings"),
            (
                json!({ "settings": { "ui": { "desktop": {} } } }),
                "settings",
            ),
            (json!({ "custom_parameters": {} }), "custom_parameters"),
        ] {
            let message = order(&mira, path, &body).refused(422, 1102);
            assert!(
                message.contains("The array value is found, but an object is required")
                    && message.contains(at),
                "{path} {body}: {message}"
            );
        }
    }
    let empty = json!({ "custom_parameters": {} });
    order(&mira, "/payment/item/wick/virtual/ember", &empty).refused(422, 1102);
    assert_eq!(emulator.everything(&[&mira]), before);

    let documented = json!({
        "sandbox": true, "locale": "de", "currency": "USD",
        "settings": { "ui": { "theme": "63295a9a2e47fab76f7708e1", "desktop": { "header": { "is_visible": true } } } },
        "custom_parameters": { "character_id": "ingameUsername", "empty": {} },
    });
    order(&mira, "/payment/item/cloak", &documented).ok();
    order(&mira, "/payment/cart", &documented).ok();
}

#[test]
fn a_cart_is_ordered_and_is_empty_once_it_is_paid() {
    let emulator = Emulator::start(&seed(&promo_code(
        "TENTH",
        &json!({ "bonus": [{ "sku": "wick", "quantity": 1 }], "redeem_user_limit": 1 }),
    )));
    let mira = emulator.player("mira");
    mira.fill_cart("lantern", 2);
    mira.redeem_promo_code("TENTH").ok();
    let id = mira.cart_id();
    let (first, second) = (
        order(&mira, "/payment/cart", &json!({})).ok(),
        order(&mira, &format!("/payment/cart/{id}"), &json!({})).ok(),
    );
    for created in [&first, &second] {
        let content = read(&mira, created)["content"].clone();
        assert_eq!(content["price"]["amount"], "9.00");
        assert_eq!(content["items"][1]["is_free"], json!(true), "{content}");
    }
    // Canceling leaves the cart, paying empties it.
    PayStation::of(&emulator, &first).choose("cancel");
    assert_eq!(
        mira.get("/cart").ok()["items"].as_array().map(Vec::len),
        Some(2)
    );
    let page = PayStation::of(&emulator, &second);
    let opened = page.open();
    for text in ["lantern", "× 2", "wick", "9.00", "10.00"] {
        assert!(opened.text.contains(text), "{text}: {}", opened.text);
    }
    page.choose("pay");
    assert_eq!(mira.get("/cart").ok()["items"], json!([]));
    assert_eq!(
        granted(&mira),
        [("lantern".to_owned(), 2), ("wick".to_owned(), 1)]
    );
    assert_eq!(read(&mira, &first)["status"], "canceled");
    // The code was used by paying.
    mira.fill_cart("lantern", 1);
    mira.redeem_promo_code("TENTH").refused(422, 9804);
}

#[test]
fn what_is_free_is_done_at_once() {
    let emulator = Emulator::start(&seed(
        &[
            &[free("gift")][..],
            &promo_code("ALL", &json!({ "discount": { "percent": "100.00" } })),
        ]
        .concat(),
    ));
    let mira = emulator.player("mira");
    let alone = order(&mira, "/free/item/gift", &json!({ "quantity": 2 })).ok();
    assert_eq!(alone.get("token"), None);
    let shown = read(&mira, &alone);
    assert_eq!(
        (&shown["status"], &shown["content"]["is_free"]),
        (&json!("done"), &json!(true))
    );
    // What costs something is free with a code that takes all of it off.
    let by_code = order(&mira, "/free/item/cloak", &json!({ "promo_code": "ALL" })).ok();
    assert_eq!(read(&mira, &by_code)["status"], "done");
    let id = mira.cart_id();
    for path in ["/free/cart".to_owned(), format!("/free/cart/{id}")] {
        mira.fill_cart("gift", 1);
        let created = order(&mira, &path, &json!({})).ok();
        assert_eq!(read(&mira, &created)["status"], "done");
        assert_eq!(mira.get("/cart").ok()["items"], json!([]));
    }
    assert_eq!(mira.owned("gift"), 4);
    assert_eq!(mira.owned("cloak"), 1);
}

#[test]
fn virtual_currency_is_charged_at_once() {
    let emulator = Emulator::start(&seed(&[
        player("mira", &json!({ "wallet": { "ember": 100 } })),
        discount("50.00", &["cloak"], &json!({})),
    ]));
    let mira = emulator.player("mira");
    let body = json!({ "custom_parameters": { "character_id": "mira" } });
    let created = order(
        &mira,
        "/payment/item/cloak/virtual/ember?platform=xsolla",
        &body,
    )
    .ok();
    assert_eq!(created.get("token"), None);
    let shown = read(&mira, &created);
    assert_eq!(shown["status"], "done");
    // A discount is off money alone.
    assert_eq!(
        shown["content"]["virtual_price"],
        json!({ "amount": "40", "amount_without_discount": "40", "currency": "ember" })
    );
    assert_eq!(
        (
            &shown["content"]["price"],
            &shown["content"]["is_free"],
            &shown["content"]["items"][0]["is_free"]
        ),
        (&Value::Null, &json!(false), &json!(false))
    );
    assert_eq!((mira.owned("ember"), mira.owned("cloak")), (60, 1));
    order(&mira, "/payment/item/cloak/virtual/ember", &json!({})).ok();
    assert_eq!(
        order(&mira, "/payment/item/cloak/virtual/ember", &json!({})).refused(422, 5006),
        "[0401-5006]: Not enough virtual currency"
    );
    assert_eq!((mira.owned("ember"), mira.owned("cloak")), (20, 2));
}

#[test]
fn a_cart_with_something_that_is_no_longer_sold_cannot_be_ordered() {
    let summer = json!([{ "date_from": "2024-06-01T00:00:00+00:00", "date_until": "2024-09-01T00:00:00+00:00" }]);
    let emulator = Emulator::start(&seed(&[item_with(
        "melon",
        "1.00",
        &json!({ "periods": summer }),
    )]));
    emulator.freeze_at("2024-08-31T23:59:59+00:00");
    let mira = emulator.player("mira");
    mira.fill_cart("melon", 1);
    emulator.advance(1);
    let cart = mira.get("/cart").ok();
    assert_eq!(cart["items"][0]["can_be_bought"], json!(false));
    order(&mira, "/payment/cart", &json!({})).refused(422, 1455);
    order(&mira, "/payment/item/melon", &json!({})).refused(422, 1411);
    mira.send("PUT", "/cart/item/melon", &json!({ "quantity": 1 }))
        .refused(404, 4001);
    assert_eq!(granted(&mira), []);

    // It can be taken out, once.
    let none = json!({ "quantity": 0 });
    let put = || mira.send("PUT", "/cart/item/melon", &none);
    assert_eq!(put().status, 204);
    assert_eq!(mira.get("/cart").ok()["items"], json!([]));
    put().refused(404, 4001);
}

#[test]
fn filling_takes_out_what_is_no_longer_sold() {
    let emulator = Emulator::start(&seed(&hidden_offer("HOLLOWTREE", &["cloak"], &json!({}))));
    let mira = emulator.player("mira");
    mira.redeem_promo_code("HOLLOWTREE").ok();
    mira.fill_cart("cloak", 1);
    mira.remove_promo_code().ok();
    let none =
        json!({ "items": [{ "sku": "cloak", "quantity": 0 }, { "sku": "wick", "quantity": 1 }] });
    let cart = mira.send("PUT", "/cart/fill", &none).ok();
    assert_eq!(
        (&cart["items"][0]["sku"], cart.get("warnings")),
        (&json!("wick"), None)
    );
}

#[test]
fn a_price_finer_than_a_cent_is_shown_as_it_is_charged() {
    let emulator = Emulator::start(&seed(&[item("mote", "0.0051"), item("pearl", "2.999")]));
    let mira = emulator.player("mira");
    for (sku, one, three) in [("mote", "0.0051", "0.0153"), ("pearl", "2.999", "8.997")] {
        let shown = mira.get(&format!("/items/sku/{sku}")).ok();
        assert_eq!(shown["price"]["amount"], one);
        let created = order(
            &mira,
            &format!("/payment/item/{sku}"),
            &json!({ "quantity": 3 }),
        )
        .ok();
        let content = read(&mira, &created)["content"].clone();
        assert_eq!(
            (
                &content["price"]["amount"],
                &content["items"][0]["price"]["amount"]
            ),
            (&json!(three), &json!(three))
        );
        let page = PayStation::of(&emulator, &created).open();
        assert!(page.text.contains(three), "{}", page.text);
    }
    let finer = &item("grain", "0.00001")["body"];
    let message = emulator
        .admin("POST", "/admin/items/virtual_items", finer)
        .refused(422, 1102);
    assert!(message.contains("prices[0].amount"), "{message}");
}
