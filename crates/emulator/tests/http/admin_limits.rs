//! How often a player can use a promotion, as merchants read and change it.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{coupon, seed};

/// A game with a discount on lanterns (number 1) that each player can use so often, and one
/// without a limit (number 2).
fn game(limits: &Value) -> Emulator {
    let discount = |limits: &Value| {
        json!({ "operation": "create-item-promotion", "body": {
            "name": { "en-US": "Lantern week" }, "discount": { "percent": "20.00" },
            "items": [{ "sku": "lantern" }], "limits": limits,
        }})
    };
    let unlimited = json!({ "operation": "create-item-promotion", "body": {
        "name": { "en-US": "Cloaks" }, "discount": { "percent": "10.00" }, "items": [{ "sku": "cloak" }],
    }});
    Emulator::start(&seed(&[discount(limits), unlimited]))
}

fn path(promotion: u64) -> String {
    format!("/admin/user/limit/promotion/id/{promotion}")
}

fn left(emulator: &Emulator, player: &str) -> Value {
    let path = format!("{}?user_external_id={player}", path(1));
    emulator.admin("GET", &path, &Value::Null).ok()["per_user"].clone()
}

fn body(player: &str, available: i64) -> Value {
    json!({ "user": { "user_external_id": player }, "available": available })
}

/// What a lantern costs the player.
fn price(player: &Player) -> String {
    let items = json!({ "items": [{ "sku": "lantern", "quantity": 1 }] });
    player.send("PUT", "/cart/fill", &items).ok();
    let amount = player.get("/cart").ok()["price"]["amount"].clone();
    let amount: f64 = amount
        .as_str()
        .and_then(|amount| amount.parse().ok())
        .expect("an amount");
    format!("{amount:.2}")
}

#[test]
fn a_limit_is_lowered_raised_set_and_made_whole() {
    let emulator = game(&json!({ "per_user": 3 }));
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    let of = |available: u64| json!({ "total": 3, "available": available });
    let change = |method: &str, available: i64| {
        let reply = emulator.admin(method, &path(1), &body("mira", available));
        assert_eq!(reply.status, 200, "{}", reply.text);
        reply.json()["per_user"].clone()
    };
    assert_eq!(left(&emulator, "mira"), of(3));
    assert_eq!(change("DELETE", 2), of(1));
    assert_eq!(change("DELETE", 1), of(0));
    // Used up: the full price; nobody else's limit is touched.
    assert_eq!(
        (price(&mira).as_str(), price(&pip).as_str()),
        ("5.00", "4.00")
    );
    assert_eq!(change("POST", 2), of(2));
    assert_eq!(
        (left(&emulator, "mira"), price(&mira).as_str()),
        (of(2), "4.00")
    );
    assert_eq!(change("PUT", 0), of(0));
    assert_eq!(change("PUT", 3), of(3));
    change("PUT", 1);

    let whole = |promotion: &str, user: Value| {
        let path = format!("/admin/user/limit/promotion/{promotion}");
        let reply = emulator.admin("DELETE", &path, &json!({ "user": user }));
        assert_eq!((reply.status, reply.text.as_str()), (200, ""));
    };
    let of_mira = || json!({ "user_external_id": "mira" });
    whole("id/1/all", of_mira());
    assert_eq!(left(&emulator, "mira"), of(3));
    change("PUT", 1);
    whole("all", of_mira());
    assert_eq!(left(&emulator, "mira"), of(3));
    change("PUT", 1);
    emulator.admin("PUT", &path(1), &body("pip", 0)).ok();
    whole("id/1/all", Value::Null);
    assert_eq!(
        (left(&emulator, "mira"), left(&emulator, "pip")),
        (of(3), of(3))
    );
}

#[test]
fn a_change_is_forgotten_when_the_limit_resets() {
    let weekly = json!({ "interval_type": "weekly", "day_of_week": 1, "time": "06:00:00+00:00" });
    let emulator = game(&json!({ "per_user": 2, "recurrent_schedule": { "per_user": weekly } }));
    // A Sunday night.
    emulator.freeze_at("2024-01-07T23:00:00+00:00");
    let mira = emulator.player("mira");
    emulator.admin("PUT", &path(1), &body("mira", 0)).ok();
    emulator.advance(7 * 3600 - 1);
    assert_eq!(left(&emulator, "mira")["available"], 0);
    emulator.advance(1);
    assert_eq!(left(&emulator, "mira")["available"], 2);
    drop(mira);
}

#[test]
fn a_change_beyond_the_limit_is_refused() {
    let emulator = game(&json!({ "per_user": 3 }));
    emulator.player("mira");
    emulator.admin("DELETE", &path(1), &body("mira", 1)).ok();
    for (method, available) in [("POST", 2), ("DELETE", 3), ("PUT", 4)] {
        let message = emulator
            .admin(method, &path(1), &body("mira", available))
            .refused(422, 4511);
        assert_eq!(
            message,
            "[0401-4511]: Available promotion limit is out of range."
        );
    }
    for (method, available) in [("POST", 0), ("DELETE", 0), ("PUT", -1)] {
        let message = emulator
            .admin(method, &path(1), &body("mira", available))
            .refused(422, 1102);
        assert!(message.contains("available"), "{message}");
    }
    assert_eq!(left(&emulator, "mira")["available"], 2);
}

#[test]
fn each_operation_names_what_is_not_there() {
    let emulator = game(&json!({ "per_user": 3 }));
    emulator.player("mira");
    let all = |promotion: u64| format!("{}/all", path(promotion));
    let call = |method: &str, promotion: u64, player: &str| match method {
        "GET" => emulator.admin(
            "GET",
            &format!("{}?user_external_id={player}", path(promotion)),
            &Value::Null,
        ),
        "RESET" => emulator.admin("DELETE", &all(promotion), &body(player, 1)),
        method => emulator.admin(method, &path(promotion), &body(player, 1)),
    };
    for method in ["GET", "POST", "PUT", "DELETE", "RESET"] {
        assert_eq!(
            call(method, 999, "mira").refused(404, 1101),
            "[0401-1101]: Promotion not found"
        );
        assert_eq!(
            call(method, 1, "nobody").refused(404, 5008),
            "[0401-5008]: Could not find User"
        );
        assert_eq!(
            call(method, 2, "mira").refused(422, 4509),
            "[0401-4509]: Promotion does not have configured user limits."
        );
    }
    let everything = "/admin/user/limit/promotion/all";
    emulator
        .admin("DELETE", everything, &body("nobody", 1))
        .refused(404, 5008);
    for (method, path, body) in [
        ("GET", path(1), Value::Null),
        (
            "GET",
            format!("{}?user_external_id=a%20b", path(1)),
            Value::Null,
        ),
        ("POST", path(1), json!({ "available": 1 })),
        ("PUT", path(1), json!({ "user": {}, "available": 1 })),
        (
            "DELETE",
            path(1),
            json!({ "user": { "user_external_id": "" }, "available": 1 }),
        ),
        ("DELETE", all(1), json!({})),
        ("DELETE", everything.to_owned(), json!({ "user": null })),
    ] {
        let message = emulator.admin(method, &path, &body).refused(422, 1102);
        assert!(message.contains("user"), "{method} {path}: {message}");
    }
    assert_eq!(left(&emulator, "mira")["available"], 3);
}

#[test]
fn limits_of_players_outlive_the_emulator() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let data = folder.path().join("game.db");
    let entries = seed(&coupon("WINTER", &json!({})));
    let emulator = Emulator::start_on(&data, &entries);
    emulator.player("mira");
    let discount = json!({
        "name": { "en-US": "Lantern week" }, "discount": { "percent": "20.00" }, "items": null, "limits": { "per_user": 3 },
    });
    let id = emulator
        .admin("POST", "/admin/promotion/item", &discount)
        .ok()["promotion_id"]
        .as_u64()
        .expect("an id");
    emulator.admin("PUT", &path(id), &body("mira", 1)).ok();
    emulator
        .admin("DELETE", "/admin/coupon/coupon_WINTER", &json!({}))
        .ok();
    emulator.kill();

    let emulator = Emulator::start_on(&data, &entries);
    let left = emulator
        .admin(
            "GET",
            &format!("{}?user_external_id=mira", path(id)),
            &Value::Null,
        )
        .ok();
    assert_eq!(left["per_user"], json!({ "total": 3, "available": 1 }));
    emulator
        .admin("GET", "/admin/coupon/coupon_WINTER", &Value::Null)
        .refused(404, 4001);
    emulator
        .player("mira")
        .get("/promotion/code/WINTER/verify")
        .refused(404, 9811);
}
