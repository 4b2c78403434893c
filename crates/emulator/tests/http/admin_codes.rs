//! The merchant's side of coupons, promo codes and their codes.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{coupon, promo_code, seed};
use crate::http::{self, Reply};

/// A game with the coupon WINTER, for two cloaks, and the promo code SUMMER, for a tenth off.
fn game(changes: &Value) -> Emulator {
    Emulator::start(&seed(
        &[coupon("WINTER", changes), promo_code("SUMMER", changes)].concat(),
    ))
}

/// The path of each kind's promotion, and the 404 text of it.
const BOTH: [(&str, &str, &str); 2] = [
    ("coupon", "coupon_WINTER", "[0401-9802]: Coupon not found"),
    (
        "promocode",
        "promo_SUMMER",
        "[0401-9802]: Promocode not found",
    ),
];

fn read(emulator: &Emulator, path: &str) -> Reply {
    emulator.admin("GET", path, &Value::Null)
}

fn redeem(player: &Player, code: &str) -> Reply {
    player.send("POST", "/coupon/redeem", &json!({ "coupon_code": code }))
}

#[test]
fn an_update_replaces_all_but_codes_uses_and_being_enabled() {
    let emulator = game(&json!({ "redeem_user_limit": 1 }));
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    redeem(&mira, "WINTER").ok();
    let body = json!({
        "name": { "en-US": "Deep winter", "de-DE": "Tiefer Winter" },
        "bonus": [{ "sku": "lantern", "quantity": 3 }], "redeem_user_limit": 1, "redeem_total_limit": 5,
    });
    let reply = emulator.admin("PUT", "/admin/coupon/coupon_WINTER", &body);
    assert_eq!((reply.status, reply.text.as_str()), (204, ""));

    let read = read(&emulator, "/admin/coupon/coupon_WINTER").ok();
    assert_eq!(read["name"], body["name"]);
    assert_eq!(
        read["total_limit_state"],
        json!({ "available": 4, "reserved": 0, "used": 1 })
    );
    assert_eq!(
        (&read["date_start"], &read["is_enabled"]),
        (&Value::Null, &json!(true))
    );
    redeem(&mira, "WINTER").refused(422, 9804);
    redeem(&pip, "WINTER").ok();
    assert_eq!((pip.owned("lantern"), pip.owned("cloak")), (3, 0));
}

#[test]
fn a_deactivated_code_is_unknown_to_players_until_it_is_activated() {
    let emulator = game(&json!({}));
    let mira = emulator.player("mira");
    for (kind, id, _) in BOTH {
        let switch = |to: &str| {
            let path = format!("/admin/{kind}/{id}/{to}");
            let reply = emulator.admin("PUT", &path, &json!({}));
            assert_eq!((reply.status, reply.text.as_str()), (204, ""), "{path}");
        };
        let code = if kind == "coupon" { "WINTER" } else { "SUMMER" };
        let verify = format!("/promotion/code/{code}/verify");
        let is_enabled =
            || read(&emulator, &format!("/admin/{kind}/{id}")).ok()["is_enabled"].clone();

        switch("deactivate");
        mira.get(&verify).refused(404, 9811);
        assert_eq!(is_enabled(), json!(false));
        let list = read(&emulator, &format!("/admin/{kind}")).ok();
        let counts = (
            &list["active_promotions_count"],
            &list["inactive_promotions_count"],
        );
        assert_eq!(counts, (&json!(0), &json!(1)));
        // An update is no activation.
        let path = format!("/admin/{kind}/{id}");
        emulator
            .admin("PUT", &path, &json!({ "name": { "en-US": "Still off" } }))
            .ok();
        mira.get(&verify).refused(404, 9811);

        switch("activate");
        mira.get(&verify).ok();
        assert_eq!(is_enabled(), json!(true));
    }
}

#[test]
fn a_promotion_that_is_not_there_is_not_found() {
    let emulator = game(&json!({}));
    let name = json!({ "name": { "en-US": "None" }, "coupon_code": "NONE", "count": 1 });
    for (kind, _, message) in BOTH {
        for (method, path) in [
            ("GET", "none"),
            ("PUT", "none"),
            ("PUT", "none/activate"),
            ("PUT", "none/deactivate"),
            ("POST", "none/code"),
            ("GET", "none/code"),
            ("PUT", "none/code/generate"),
        ] {
            let path = format!("/admin/{kind}/{path}");
            let reply = emulator.admin(method, &path, &name);
            assert_eq!(reply.refused(404, 4001), message, "{method} {path}");
        }
        // Another kind's id is not found either.
        let other = if kind == "coupon" {
            "promo_SUMMER"
        } else {
            "coupon_WINTER"
        };
        read(&emulator, &format!("/admin/{kind}/{other}")).refused(404, 4001);
    }
}

#[test]
fn a_promotion_is_found_by_its_code() {
    let emulator = game(&json!({}));
    for (code, id) in [("WINTER", "coupon_WINTER"), ("SUMMER", "promo_SUMMER")] {
        let found = read(
            &emulator,
            &format!("/admin/promotion/redeemable/code/{code}"),
        )
        .ok();
        assert_eq!(
            (&found["external_id"], &found["is_enabled"]),
            (&json!(id), &json!(true))
        );
    }
    let unknown = read(&emulator, "/admin/promotion/redeemable/code/winter");
    assert_eq!(unknown.refused(404, 9811), "[0401-9811]: Code not found.");
}

#[test]
fn version_3_takes_periods_and_serves_the_same_promotions() {
    let emulator = game(&json!({}));
    let call = |method: &str, path: &str, body: &Value| {
        let url = format!("{}/v3/project/44056{path}", emulator.api);
        let request =
            http::request(method, &url).header("authorization", "Basic NDQwNTY6ZW11bGF0b3I=");
        http::send_json(request, body)
    };
    let periods = json!([
        { "date_from": "2024-02-01T00:00:00+00:00", "date_until": "2024-02-02T00:00:00+00:00" },
        { "date_from": "2024-03-01T00:00:00+00:00", "date_until": "2024-03-02T00:00:00+00:00" },
    ]);
    let body = json!({
        "name": { "en-US": "Two days" }, "bonus": [{ "sku": "cloak", "quantity": 1 }], "promotion_periods": periods,
    });
    assert_eq!(
        call("PUT", "/admin/coupon/coupon_WINTER", &body).status,
        204
    );
    assert_eq!(
        call("GET", "/admin/coupon/coupon_WINTER", &json!({})).ok()["promotion_periods"],
        periods
    );
    for (now, status) in [
        ("2024-02-01T12:00:00+00:00", 200),
        ("2024-02-15T12:00:00+00:00", 422),
        ("2024-03-01T12:00:00+00:00", 200),
        ("2024-03-02T00:00:00+00:00", 422),
    ] {
        emulator.freeze_at(now);
        assert_eq!(
            redeem(&emulator.player("mira"), "WINTER").status,
            status,
            "{now}"
        );
    }
}

#[test]
fn a_code_with_a_mistake_is_refused() {
    let emulator = game(&json!({}));
    let path = "/admin/promocode/promo_SUMMER/code";
    for code in ["", "SUM MER", "SÜMMER", "SUM-MER", &"S".repeat(129)] {
        let message = emulator
            .admin("POST", path, &json!({ "coupon_code": code }))
            .refused(422, 1102);
        assert!(message.contains("coupon_code"), "{message}");
    }
    // Codes of all kinds are one another's rivals.
    let taken = emulator
        .admin("POST", path, &json!({ "coupon_code": "WINTER" }))
        .refused(422, 9803);
    assert_eq!(taken, "[0401-9803]: The code already exists.");
    for count in [json!(0), json!(100_001), json!(-1), json!("many")] {
        let reply = emulator.admin(
            "PUT",
            &format!("{path}/generate"),
            &json!({ "count": count }),
        );
        assert!(reply.refused(422, 1102).contains("count"), "{}", reply.text);
    }
    assert_eq!(read(&emulator, path).ok()["total_count"], 1);
    emulator
        .admin("PUT", &format!("{path}/generate"), &json!({ "count": 60 }))
        .ok();
    let codes = read(&emulator, &format!("{path}?limit=10&offset=55")).ok();
    assert_eq!(
        (
            &codes["total_count"],
            codes["codes"].as_array().map(Vec::len)
        ),
        (&json!(61), Some(6))
    );
}

#[test]
fn a_deleted_promotion_is_gone_and_its_codes_are_free_for_others() {
    let emulator = game(&json!({ "redeem_user_limit": 1 }));
    let mira = emulator.player("mira");
    redeem(&mira, "WINTER").ok();
    for (kind, id, message) in BOTH {
        let path = format!("/admin/{kind}/{id}");
        let reply = emulator.admin("DELETE", &path, &json!({}));
        assert_eq!((reply.status, reply.text.as_str()), (204, ""));
        assert_eq!(read(&emulator, &path).refused(404, 4001), message);
        assert_eq!(
            emulator
                .admin("DELETE", &path, &json!({}))
                .refused(404, 4001),
            message
        );
        assert_eq!(
            read(&emulator, &format!("/admin/{kind}")).ok()["total_promotions_count"],
            0
        );
    }
    mira.get("/promotion/code/SUMMER/verify").refused(404, 9811);
    redeem(&mira, "WINTER").refused(404, 4001);

    // A new one with the same id and code starts anew.
    for entry in coupon("WINTER", &json!({ "redeem_user_limit": 1 })) {
        let path = if entry["operation"] == "admin-create-coupon" {
            "/admin/coupon"
        } else {
            "/admin/coupon/coupon_WINTER/code"
        };
        emulator.admin("POST", path, &entry["body"]).ok();
    }
    redeem(&mira, "WINTER").ok();
    assert_eq!(mira.owned("cloak"), 4);
}

#[test]
fn deleting_a_promo_code_takes_it_off_carts() {
    let emulator = game(&json!({}));
    let mira = emulator.player("mira");
    let items = json!({ "items": [{ "sku": "lantern", "quantity": 2 }] });
    let full = mira.send("PUT", "/cart/fill", &items).ok()["price"].clone();
    let body = json!({ "coupon_code": "SUMMER", "cart": { "id": "current" } });
    let reduced = mira.send("POST", "/promocode/redeem", &body).ok()["price"].clone();
    assert_ne!(reduced["amount"], full["amount"]);
    emulator
        .admin("DELETE", "/admin/promocode/promo_SUMMER", &json!({}))
        .ok();
    assert_eq!(mira.get("/cart").ok()["price"], full);
}
