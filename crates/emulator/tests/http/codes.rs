//! Coupons and promo codes: what they give, to whom, and how often.

use serde_json::{Value, json};

use crate::checkout::PayStation;
use crate::emulator::{Emulator, Player};
use crate::game::{coupon, promo_code, seed};
use crate::http::{self, NO_BODY, Reply};

const LIMIT_REACHED: &str = "[0401-9804]: You have reached the coupon redemption limit.";

fn redeem(player: &Player, code: &str) -> Reply {
    player.send("POST", "/coupon/redeem", &json!({ "coupon_code": code }))
}

fn with_coupon(changes: &Value) -> Emulator {
    Emulator::start(&seed(&coupon("WINTER", changes)))
}

#[test]
fn a_coupon_gives_its_items_at_once() {
    let emulator = with_coupon(&json!({}));
    let mira = emulator.player("mira");
    let given = redeem(&mira, "WINTER").ok();
    let item = &given["items"][0];
    assert_eq!(
        (&item["sku"], &item["quantity"], &item["is_free"]),
        (&json!("cloak"), &json!(2), &json!(true))
    );
    assert_eq!(mira.owned("cloak"), 2);
    assert_eq!(redeem(&mira, "WINTER").status, 200);
    assert_eq!((mira.owned("cloak"), mira.grants().len()), (4, 2));
}

#[test]
fn a_player_redeems_a_coupon_as_often_as_its_user_limit_says() {
    let emulator = with_coupon(&json!({ "redeem_user_limit": 2 }));
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    assert_eq!(
        [
            redeem(&mira, "WINTER").status,
            redeem(&mira, "WINTER").status
        ],
        [200, 200]
    );
    assert_eq!(redeem(&mira, "WINTER").refused(422, 9804), LIMIT_REACHED);
    assert_eq!(
        mira.get("/promotion/code/WINTER/verify").refused(422, 9804),
        LIMIT_REACHED
    );
    assert_eq!(redeem(&pip, "WINTER").status, 200);
    assert_eq!((mira.owned("cloak"), pip.owned("cloak")), (4, 2));
}

#[test]
fn an_older_order_does_not_use_a_code_that_leads_to_another_promotion_by_now() {
    let emulator = Emulator::start(&seed(&promo_code("FROST", &json!({}))));
    let (mira, tobin) = (emulator.player("mira"), emulator.player("tobin"));
    let body = json!({ "promo_code": "FROST" });
    let order = mira.send("POST", "/payment/item/cloak", &body).ok();
    let deleted = emulator.admin("DELETE", "/admin/promocode/promo_FROST", &json!({}));
    assert_eq!(deleted.status, 204);
    let [created, code] = coupon("FROST", &json!({ "redeem_total_limit": 1 }));
    for (path, entry) in [
        ("/admin/coupon", created),
        ("/admin/coupon/coupon_FROST/code", code),
    ] {
        let reply = emulator.admin("POST", path, &entry["body"]);
        assert!(reply.status < 300, "{}", reply.text);
    }
    PayStation::of(&emulator, &order).choose("pay");
    let paid = mira.get(&format!("/order/{}", order["order_id"])).ok();
    assert_eq!(
        (&paid["status"], &paid["content"]["price"]["amount"]),
        (&json!("done"), &json!("9.00"))
    );
    redeem(&tobin, "FROST").ok();
    redeem(&tobin, "FROST").refused(422, 9804);
}

#[test]
fn all_players_share_a_coupons_total_limit() {
    let mut entries = coupon("WINTER", &json!({ "redeem_total_limit": 2 })).to_vec();
    let mut second_code = entries[1].clone();
    second_code["body"]["coupon_code"] = "FROST".into();
    entries.push(second_code);
    let emulator = Emulator::start(&seed(&entries));
    let (mira, pip, rowan) = (
        emulator.player("mira"),
        emulator.player("pip"),
        emulator.player("rowan"),
    );
    assert_eq!(
        [redeem(&mira, "WINTER").status, redeem(&pip, "FROST").status],
        [200, 200]
    );
    assert_eq!(redeem(&rowan, "WINTER").refused(422, 9804), LIMIT_REACHED);
    assert_eq!(rowan.owned("cloak"), 0);
}

#[test]
fn each_code_of_a_coupon_has_its_own_limit() {
    let mut entries = coupon("WINTER", &json!({ "redeem_code_limit": 1 })).to_vec();
    let mut second_code = entries[1].clone();
    second_code["body"]["coupon_code"] = "FROST".into();
    entries.push(second_code);
    let emulator = Emulator::start(&seed(&entries));
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    assert_eq!(redeem(&mira, "WINTER").status, 200);
    assert_eq!(redeem(&pip, "WINTER").refused(422, 9804), LIMIT_REACHED);
    assert_eq!(redeem(&pip, "FROST").status, 200);
}

#[test]
fn a_limit_is_not_passed_by_redeeming_at_once() {
    let emulator = with_coupon(&json!({ "redeem_total_limit": 5 }));
    let players: Vec<_> = (0..16)
        .map(|number| emulator.player(&format!("player{number}")))
        .collect();
    std::thread::scope(|scope| {
        for player in &players {
            scope.spawn(|| redeem(player, "WINTER"));
        }
    });
    assert_eq!(emulator.audit().len(), 5);
}

#[test]
fn a_code_counts_letter_by_letter() {
    let emulator = with_coupon(&json!({}));
    let mira = emulator.player("mira");
    for code in ["winter", "WINTER ", "WINTE", "a/b?c#d"] {
        assert_eq!(
            redeem(&mira, code).refused(404, 4001),
            "[0401-9807]: Enter valid coupon code.",
            "{code}"
        );
    }
    assert_eq!(
        mira.get("/promotion/code/winter/verify").refused(404, 9811),
        "[0401-9811]: Code not found."
    );
    assert_eq!(
        mira.get("/coupon/code/a%2Fb%3Fc%23d/rewards")
            .refused(404, 4001),
        "[0401-9807]: Enter valid coupon code."
    );
    assert_eq!(
        mira.get("/promocode/code/none/rewards").refused(404, 4001),
        "[0401-9807]: Enter valid promo code."
    );
    assert_eq!(emulator.audit(), Vec::<Value>::new());
}

#[test]
fn a_code_is_good_in_its_period_only() {
    let period = json!({ "date_start": "2024-02-01T00:00:00+02:00", "date_end": "2024-03-01T00:00:00+02:00" });
    let emulator = with_coupon(&period);
    emulator.freeze_at("2024-01-31T21:59:59+00:00");
    assert_eq!(redeem(&emulator.player("mira"), "WINTER").status / 100, 4);
    emulator.advance(1);
    assert_eq!(redeem(&emulator.player("mira"), "WINTER").status, 200);
    emulator.freeze_at("2024-02-29T21:59:59+00:00");
    assert_eq!(redeem(&emulator.player("mira"), "WINTER").status, 200);
    emulator.advance(1);
    let expired = redeem(&emulator.player("mira"), "WINTER").refused(422, 9810);
    assert_eq!(expired, "[0401-9810]: Sorry, this code is expired.");
    assert_eq!(emulator.player("mira").owned("cloak"), 4);
}

#[test]
fn the_player_chooses_the_unit_item() {
    let emulator = with_coupon(&json!({ "bonus": [{ "sku": "moth", "quantity": 1 }] }));
    let mira = emulator.player("mira");
    let offered = mira.get("/coupon/code/WINTER/rewards").ok();
    assert_eq!(offered["is_selectable"], true);
    let choices: Vec<_> = offered["bonus"][0]["item"]["unit_items"]
        .as_array()
        .expect("choices")
        .clone();
    assert_eq!(
        json!([choices[0]["sku"], choices[1]["sku"]]),
        json!(["moth_dusk", "moth_dawn"])
    );
    let choice = json!({ "coupon_code": "WINTER", "selected_unit_items": { "moth": "moth_dawn" } });
    mira.send("POST", "/coupon/redeem", &choice).ok();
    assert_eq!(
        (
            mira.owned("moth_dawn"),
            mira.owned("moth_dusk"),
            mira.owned("moth")
        ),
        (1, 0, 0)
    );
}

#[test]
fn a_promo_code_discounts_a_cart_and_removing_it_restores_the_cart() {
    let changes =
        json!({ "discounted_items": [{ "sku": "wick", "discount": { "percent": "50.00" } }] });
    let emulator = Emulator::start(&seed(&promo_code("SUMMER", &changes)));
    let mira = emulator.player("mira");
    let items =
        json!({ "items": [{ "sku": "lantern", "quantity": 2 }, { "sku": "wick", "quantity": 4 }] });
    let filled = mira.send("PUT", "/cart/fill", &items).ok();
    assert_eq!(
        (
            amount(&filled["price"]["amount"]),
            filled["items"].as_array().map(Vec::len)
        ),
        (14.0, Some(2))
    );
    let before = mira.get("/cart").ok();

    let redeem = json!({ "coupon_code": "SUMMER", "cart": { "id": "current" } });
    let redeemed = mira.send("POST", "/promocode/redeem", &redeem).ok();
    assert_eq!(redeemed["cart_id"], before["cart_id"]);
    let price = &mira.get("/cart").ok()["price"];
    // Two lanterns less a tenth; four wicks at half their price, and whether the tenth comes off
    // that too is the emulator's to decide.
    let discounted = amount(&price["amount"]);
    assert!(
        (discounted - 11.0).abs() < 0.001 || (discounted - 10.8).abs() < 0.001,
        "{price}"
    );
    assert!(
        (amount(&price["amount_without_discount"]) - 14.0).abs() < 0.001,
        "{price}"
    );
    assert!(mira.grants().is_empty(), "an unpaid cart gives nothing");

    mira.send(
        "PUT",
        "/promocode/remove",
        &json!({ "cart": { "id": "current" } }),
    )
    .ok();
    assert_eq!(mira.get("/cart").ok(), before);
}

#[test]
fn an_unknown_promo_code_leaves_the_cart_as_it_is() {
    let emulator = Emulator::start(&seed(&[]));
    let mira = emulator.player("mira");
    let before = mira
        .send(
            "PUT",
            "/cart/fill",
            &json!({ "items": [{ "sku": "wick", "quantity": 1 }] }),
        )
        .ok();
    let redeem = json!({ "coupon_code": "SUMMER", "cart": { "id": "current" } });
    let message = mira
        .send("POST", "/promocode/redeem", &redeem)
        .refused(404, 4001);
    assert_eq!(message, "[0401-9807]: Enter valid promo code.");
    let after = mira.get("/cart").ok();
    assert_eq!(
        (&after["price"], &after["items"]),
        (&before["price"], &before["items"])
    );
}

#[test]
fn a_guest_has_a_cart_of_game_keys_without_a_token() {
    let emulator = Emulator::start(&seed(&[]));
    let guest = |method: &str, path: &str, id: &str| {
        http::request(method, &emulator.url(path))
            .header("x-unauthorized-id", id)
            .header("x-user", "bWlyYUBsaWdodC5leGFtcGxl")
    };
    let items = |sku: &str| json!({ "items": [{ "sku": sku, "quantity": 3 }] });
    http::send_json(guest("PUT", "/cart/fill", "one"), &items("wick")).refused(422, 1421);
    http::send_json(guest("PUT", "/cart/fill", "one"), &items("moth_dusk")).ok();
    let cart = |id: &str| http::send(guest("GET", "/cart", id), NO_BODY).ok()["items"].clone();
    assert_eq!(
        (&cart("one")[0]["quantity"], cart("another")),
        (&json!(3), json!([]))
    );
}

fn amount(price: &Value) -> f64 {
    price
        .as_str()
        .and_then(|amount| amount.parse().ok())
        .unwrap_or_else(|| panic!("no decimal string: {price}"))
}
