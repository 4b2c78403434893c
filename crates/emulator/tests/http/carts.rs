//! The cart, line by line, and what promotions make of it.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{
    bonus, discount, hidden_item, item_with, limited_item, player, promo_code, seed,
};
use crate::http::{self, NO_BODY};
use crate::shopping::quantities;

fn put(player: &Player, sku: &str, quantity: u64) {
    let reply = player.send(
        "PUT",
        &format!("/cart/item/{sku}"),
        &json!({ "quantity": quantity }),
    );
    assert_eq!((reply.status, reply.text.as_str()), (204, ""));
}

fn delete(player: &Player, path: &str) -> http::Reply {
    http::send(player.request("DELETE", path), NO_BODY)
}

/// SKU and quantity of each line.
fn lines(cart: &Value) -> Vec<(String, u64)> {
    quantities(cart["items"].as_array().expect("items"))
}

fn total(cart: &Value) -> (String, String) {
    let amount = |field: &str| {
        let text = cart["price"][field].as_str().expect("an amount");
        let (whole, decimals) = text.split_once('.').expect("decimals");
        assert_eq!(decimals.len(), 16, "{text}");
        format!("{whole}.{}", &decimals[..2])
    };
    (amount("amount"), amount("amount_without_discount"))
}

fn texts(amount: &str, without_discount: &str) -> (String, String) {
    (amount.to_owned(), without_discount.to_owned())
}

#[test]
fn lines_are_put_replaced_taken_out_and_cleared() {
    let emulator = Emulator::start(&seed(&[]));
    let mira = emulator.player("mira");
    assert_eq!(mira.get("/cart").ok()["price"], Value::Null);
    put(&mira, "wick", 3);
    put(&mira, "lantern", 1);
    put(&mira, "wick", 2);
    let cart = mira.get("/cart").ok();
    assert_eq!(
        lines(&cart),
        [("wick".to_owned(), 2), ("lantern".to_owned(), 1)]
    );
    assert_eq!(total(&cart), texts("7.00", "7.00"));

    put(&mira, "wick", 0);
    assert_eq!(lines(&mira.get("/cart").ok()), [("lantern".to_owned(), 1)]);
    assert_eq!(delete(&mira, "/cart/item/lantern").status, 204);
    assert_eq!(lines(&mira.get("/cart").ok()), []);

    put(&mira, "kit", 1);
    let cleared = http::send(mira.request("PUT", "/cart/clear"), NO_BODY);
    assert_eq!(
        (cleared.status, lines(&mira.get("/cart").ok())),
        (204, vec![])
    );
    // Without a quantity, one.
    http::send(mira.request("PUT", "/cart/item/kit"), NO_BODY).ok();
    assert_eq!(lines(&mira.get("/cart").ok()), [("kit".to_owned(), 1)]);
}

#[test]
fn every_operation_knows_the_cart_by_its_id() {
    let emulator = Emulator::start(&seed(&[]));
    let mira = emulator.player("mira");
    let id = mira.cart_id();
    for name in [id.as_str(), "current"] {
        let line = json!({ "quantity": 2 });
        assert_eq!(
            mira.send("PUT", &format!("/cart/{name}/item/wick"), &line)
                .status,
            204
        );
        assert_eq!(
            lines(&mira.get(&format!("/cart/{name}")).ok()),
            [("wick".to_owned(), 2)]
        );
        assert_eq!(
            delete(&mira, &format!("/cart/{name}/item/wick")).status,
            204
        );
        let fill = json!({ "items": [{ "sku": "cloak", "quantity": 1 }] });
        let filled = mira.send("PUT", &format!("/cart/{name}/fill"), &fill).ok();
        assert_eq!(
            (lines(&filled), &filled["cart_id"]),
            (vec![("cloak".to_owned(), 1)], &json!(id))
        );
        assert_eq!(
            http::send(mira.request("PUT", &format!("/cart/{name}/clear")), NO_BODY).status,
            204
        );
        assert_eq!(lines(&mira.get("/cart").ok()), []);
    }
    let before = emulator.everything(&[&mira]);
    let line = json!({ "quantity": 2 });
    mira.get("/cart/another").refused(422, 1401);
    mira.send("PUT", "/cart/another/item/wick", &line)
        .refused(422, 1401);
    delete(&mira, "/cart/another/item/wick").refused(422, 1401);
    http::send(mira.request("PUT", "/cart/another/clear"), NO_BODY).refused(422, 1401);
    mira.send("PUT", "/cart/another/fill", &json!({ "items": [] }))
        .refused(422, 1401);
    for path in ["/payment/cart/another", "/free/cart/another"] {
        mira.send("POST", path, &json!({})).refused(422, 1401);
    }
    assert_eq!(emulator.everything(&[&mira]), before);
}

#[test]
fn what_cannot_stand_in_a_cart_is_refused_and_changes_nothing() {
    let secret = hidden_item("HOLLOWTREE", "secret");
    let emulator = Emulator::start(&seed(&[&[limited_item("few", 2)][..], &secret].concat()));
    let mira = emulator.player("mira");
    put(&mira, "wick", 1);
    let before = emulator.everything(&[&mira]);
    let one = json!({ "quantity": 1 });
    for sku in ["none", "secret"] {
        assert_eq!(
            mira.send("PUT", &format!("/cart/item/{sku}"), &one)
                .refused(404, 4001),
            format!("[0401-4001]: Item with Project Id = 44056 and Sku = {sku} not found")
        );
    }
    assert_eq!(
        delete(&mira, "/cart/item/lantern").refused(404, 4001),
        "[0401-4001]: Item with Project Id = 44056 and Sku = lantern not found"
    );
    // A game is sold by its keys.
    assert_eq!(
        mira.send("PUT", "/cart/item/moth", &one).refused(422, 1421),
        "This type of item cannot be put to the cart. Select another type of item."
    );
    for quantity in [
        json!(-1),
        json!(1.5),
        json!("2"),
        json!(null),
        json!(1_u64 << 60),
    ] {
        let reply = mira.send("PUT", "/cart/item/wick", &json!({ "quantity": quantity }));
        if quantity.is_null() {
            // Nothing is told: one.
            assert_eq!(reply.status, 204);
        } else {
            assert_eq!(
                reply.refused(422, 1102),
                "[0401-1102]: Item quantity must be non-negative integer"
            );
        }
    }
    mira.send("PUT", "/cart/item/few", &json!({ "quantity": 3 }))
        .refused(422, 1459);
    assert_eq!(emulator.everything(&[&mira]), before);
}

#[test]
fn a_filled_cart_warns_of_what_it_left_out() {
    let emulator = Emulator::start(&seed(&hidden_item("HOLLOWTREE", "secret")));
    let mira = emulator.player("mira");
    let wanted = json!({ "items": [
        { "sku": "wick", "quantity": 1 }, { "sku": "none", "quantity": 2 }, { "sku": "secret", "quantity": 1 },
    ]});
    let cart = mira.send("PUT", "/cart/fill", &wanted).ok();
    assert_eq!(lines(&cart), [("wick".to_owned(), 1)]);
    assert_eq!(
        cart["warnings"],
        json!([
            {
                "sku": "none", "quantity": 2, "errorCode": 4001,
                "errorMessage": "[0401-4001]: Item with Project Id = 44056 and Sku = none not found",
            },
            {
                "sku": "secret", "quantity": 1, "errorCode": 4001,
                "errorMessage": "[0401-4001]: Item with Project Id = 44056 and Sku = secret not found",
            },
        ])
    );
}

#[test]
fn discounts_bonuses_limits_and_points_stand_on_their_lines() {
    let daily = json!({ "per_user": 2, "recurrent_schedule": {
        "per_user": { "interval_type": "daily", "time": "06:00:00+00:00" },
    }});
    let emulator = Emulator::start(&seed(&[
        item_with(
            "comet",
            "4.00",
            &json!({ "limits": { "per_user": 5, "per_item": 9 } }),
        ),
        discount("25.00", &["comet"], &json!({})),
        bonus("lantern", "cloak", &json!({ "limits": daily })),
    ]));
    emulator.freeze_at("2024-01-03T12:00:00+00:00");
    let mira = emulator.player("mira");
    put(&mira, "comet", 2);
    put(&mira, "lantern", 1);
    let cart = mira.get("/cart").ok();
    assert_eq!(total(&cart), texts("11.00", "13.00"));
    let [comet, lantern, cloak] = &cart["items"].as_array().expect("items")[..] else {
        panic!("{cart}")
    };
    assert_eq!(comet["price"]["amount"], "3.0000000000000000");
    assert_eq!(
        comet["price"]["amount_without_discount"],
        "4.0000000000000000"
    );
    assert_eq!(
        comet["promotions"][0]["discount"],
        json!({ "percent": "25.00" })
    );
    assert_eq!(
        comet["limits"],
        json!({ "per_user": { "total": 5, "available": 5 }, "per_item": { "total": 9, "available": 9 } })
    );
    assert_eq!(comet["virtual_prices"][0]["sku"], "ember");
    assert_eq!(lantern["promotions"][0]["discount"], Value::Null);
    assert_eq!(lantern["promotions"][0]["bonus"][0]["sku"], "cloak");
    assert_eq!(
        lantern["promotions"][0]["limits"]["per_user"]["available"],
        2
    );
    let points: Vec<_> = lantern["vp_rewards"]
        .as_array()
        .expect("points")
        .iter()
        .map(|reward| (reward["sku"].clone(), reward["amount"].clone()))
        .collect();
    assert_eq!(
        points,
        [(json!("glow"), json!(30)), (json!("hearth"), json!(10))]
    );
    assert_eq!(
        (
            &cloak["is_bonus"],
            &cloak["is_free"],
            &cloak["price"],
            &cloak["quantity"],
            &cloak["vp_rewards"]
        ),
        (
            &json!(true),
            &json!(true),
            &Value::Null,
            &json!(2),
            &json!([])
        )
    );
    assert_eq!(
        (&lantern["is_bonus"], &lantern["can_be_bought"]),
        (&json!(false), &json!(true))
    );

    // The bonus is given on two purchases a day.
    mira.buy("lantern", 1);
    mira.buy("lantern", 1);
    let cart = mira.get("/cart").ok();
    assert_eq!(cart["items"].as_array().map(Vec::len), Some(2), "{cart}");
    emulator.advance(24 * 60 * 60);
    let cart = emulator.player("mira").get("/cart").ok();
    assert_eq!(cart["items"].as_array().map(Vec::len), Some(3), "{cart}");
}

#[test]
fn a_promo_code_goes_on_the_cart_and_leaves_no_trace_when_it_is_removed() {
    let emulator = Emulator::start(&seed(&promo_code("TENTH", &json!({}))));
    let mira = emulator.player("mira");
    put(&mira, "lantern", 3);
    let before = mira.get("/cart").ok();
    let with_code = mira.redeem_promo_code("TENTH").ok();
    assert_eq!(total(&with_code), texts("13.50", "15.00"));
    assert_eq!(with_code["promotions"][0]["discount"]["percent"], "10.00");
    assert_eq!(mira.remove_promo_code().ok(), before);
    assert_eq!(mira.get("/cart").ok(), before);
}

#[test]
fn a_cart_is_shown_in_the_currency_that_is_asked_for() {
    let price = |amount: &str, currency: &str| json!({ "amount": amount, "currency": currency, "is_default": true, "is_enabled": true });
    let both = json!({ "prices": [price("3.00", "USD"), price("2.50", "EUR")] });
    let euros = json!({ "prices": [price("4.00", "EUR")] });
    let emulator = Emulator::start(&seed(&[
        item_with("coin", "3.00", &both),
        item_with("sou", "4.00", &euros),
    ]));
    let mira = emulator.player("mira");
    put(&mira, "coin", 2);
    let in_euros = || mira.get("/cart?currency=EUR").ok();
    let cart = in_euros();
    assert_eq!(
        (total(&cart), &cart["price"]["currency"]),
        (texts("5.00", "5.00"), &json!("EUR"))
    );
    assert_eq!(mira.get("/cart").ok()["price"]["currency"], "USD");

    // What it costs with something that is not sold for euros, nobody can tell.
    put(&mira, "wick", 1);
    let cart = in_euros();
    assert_eq!(
        (&cart["price"], &cart["is_free"]),
        (&Value::Null, &json!(false))
    );
    assert_eq!(cart["items"][1]["can_be_bought"], json!(false));
    mira.clear_cart();
    put(&mira, "wick", 1);
    let cart = in_euros();
    assert_eq!(
        (&cart["price"], &cart["is_free"]),
        (&Value::Null, &json!(false))
    );

    // Filling asks for no currency: it is the project's.
    let wanted =
        json!({ "items": [{ "sku": "coin", "quantity": 1 }, { "sku": "sou", "quantity": 1 }] });
    let cart = mira.send("PUT", "/cart/fill?currency=EUR", &wanted).ok();
    assert_eq!(
        (total(&cart), &cart["price"]["currency"]),
        (texts("4.00", "4.00"), &json!("USD"))
    );
    assert_eq!(cart["warnings"][0]["sku"], "sou");
}

#[test]
fn a_bonus_that_is_used_up_cannot_be_bought_and_keeps_the_cart_from_it() {
    let emulator = Emulator::start(&seed(&[
        limited_item("star", 3),
        bonus("kit", "star", &json!({})),
    ]));
    let mira = emulator.player("mira");
    let can_be_bought = || {
        let cart = mira.get("/cart").ok();
        let lines = cart["items"].as_array().expect("items").clone();
        let can = |line: &Value| line["can_be_bought"] == true;
        lines.iter().map(can).collect::<Vec<_>>()
    };
    let shown = |sku: &str| {
        let item = mira.get(&format!("/items/sku/{sku}")).ok();
        item["can_be_bought"] == true
    };
    put(&mira, "kit", 1);
    assert_eq!((can_be_bought(), shown("kit")), (vec![true, true], true));
    // With two as a bonus, two more are too many.
    put(&mira, "star", 1);
    assert_eq!(can_be_bought(), [true, true, true]);
    mira.clear_cart();
    put(&mira, "star", 2);
    put(&mira, "kit", 1);
    assert_eq!(can_be_bought(), [false, true, false]);
    mira.send("POST", "/payment/cart", &json!({}))
        .refused(422, 1459);
    mira.clear_cart();
    mira.buy("kit", 1);
    put(&mira, "kit", 1);
    assert_eq!((can_be_bought(), shown("kit")), (vec![true, false], false));
    mira.send("POST", "/payment/cart", &json!({}))
        .refused(422, 1459);
}

#[test]
fn visitors_have_carts_of_game_keys_alone() {
    let emulator = Emulator::start(&seed(&[player("mira", &json!({}))]));
    let visit =
        |method: &str, path: &str, body: Value| emulator.visitor("visit-1", method, path, &body);
    visit("PUT", "/cart/item/moth_dusk", json!({ "quantity": 2 })).ok();
    assert_eq!(
        total(&visit("GET", "/cart", Value::Null).ok()),
        texts("13.98", "13.98")
    );
    visit("PUT", "/cart/item/wick", json!({ "quantity": 1 })).refused(422, 1421);
    // Another visitor has another cart.
    let other = emulator
        .visitor("visit-2", "GET", "/cart", &Value::Null)
        .ok();
    assert_eq!(lines(&other), []);

    let order = visit("POST", "/payment/cart", json!({})).ok();
    let path = format!("/order/{}", order["order_id"]);
    assert_eq!(visit("GET", &path, Value::Null).ok()["status"], "new");
    emulator
        .visitor("visit-2", "GET", &path, &Value::Null)
        .refused(404, 9001);
    emulator.pay(&order).ok();
    assert_eq!(visit("GET", &path, Value::Null).ok()["status"], "done");
    assert_eq!(lines(&visit("GET", "/cart", Value::Null).ok()), []);
    assert_eq!(quantities(&emulator.audit()), [("moth_dusk".to_owned(), 2)]);
    // An item is ordered by players only, and a request id without an e-mail address is nobody's.
    visit("POST", "/payment/item/moth_dusk", json!({})).refused(401, 1501);
    let alone = http::request("GET", &emulator.url("/cart")).header("x-unauthorized-id", "visit-1");
    http::send(alone, NO_BODY).refused(401, 1501);
    emulator.guest("/cart").refused(401, 1501);
}
