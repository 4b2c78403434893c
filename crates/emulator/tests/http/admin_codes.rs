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
fn the_limits_of_codes_are_counted_filtered_and_paged() {
    let emulator = game(&json!({ "redeem_code_limit": 2 }));
    for code in ["FROST", "SLEET"] {
        let body = json!({ "coupon_code": code });
        emulator
            .admin("POST", "/admin/coupon/coupon_WINTER/code", &body)
            .ok();
    }
    redeem(&emulator.player("mira"), "FROST").ok();
    let limits = |query: &str| {
        let path = format!("/admin/code/limit/coupon/external_id/coupon_WINTER{query}");
        read(&emulator, &path).ok()
    };
    let all = limits("");
    assert_eq!(
        (&all["total_items_count"], &all["has_more"]),
        (&json!(3), &json!(false))
    );
    let frost = limits("?codes[]=FROST&codes[]=NONE");
    assert_eq!(
        frost["items"],
        json!([{ "code": "FROST", "per_code": { "total": 2, "available": 1, "used": 1, "reserved": 0 } }])
    );
    let page = limits("?codes[]=FROST&codes[]=SLEET&limit=1&offset=1");
    assert_eq!(
        (
            &page["items"][0]["code"],
            &page["total_items_count"],
            &page["has_more"]
        ),
        (&json!("SLEET"), &json!(2), &json!(false))
    );
    assert_eq!(limits("?limit=1")["has_more"], true);
    read(&emulator, "/admin/code/limit/coupon/external_id/none").refused(404, 9802);
}

#[test]
fn a_players_limit_goes_down_with_each_use() {
    let emulator = game(&json!({ "redeem_user_limit": 2 }));
    let mira = emulator.player("mira");
    let limit = |query: &str| {
        let path = format!("/admin/user/limit/coupon/external_id/{query}");
        read(&emulator, &path)
    };
    let of_mira = || limit("coupon_WINTER?user_external_id=mira").ok();
    assert_eq!(
        of_mira(),
        json!({ "per_user": { "total": 2, "available": 2 } })
    );
    redeem(&mira, "WINTER").ok();
    assert_eq!(
        of_mira(),
        json!({ "per_user": { "total": 2, "available": 1 } })
    );

    let nobody = limit("coupon_WINTER?user_external_id=nobody").refused(404, 5008);
    assert_eq!(nobody, "[0401-5008]: Could not find User");
    let unknown = limit("none?user_external_id=mira").refused(404, 9802);
    assert_eq!(unknown, "[0401-9802]: Coupon not found");
    let unnamed = limit("coupon_WINTER").refused(422, 1102);
    assert!(unnamed.contains("user_external_id"), "{unnamed}");
    let path = "/admin/user/limit/promocode/external_id/promo_SUMMER?user_external_id=mira";
    assert_eq!(read(&emulator, path).ok()["per_user"]["available"], 2);

    let unlimited = game(&json!({}));
    unlimited.player("mira");
    read(&unlimited, path).refused(422, 4509);
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
fn a_body_with_a_mistake_is_refused_by_its_property() {
    let emulator = game(&json!({}));
    let twice = |first: Value| json!({ "promotion_periods": [first, { "date_from": "2025-01-01T00:00:00Z", "date_until": "2025-02-01T00:00:00Z" }] });
    for (changes, property, problem) in [
        (
            json!({ "external_id": "spring time" }),
            "external_id",
            "letters, digits",
        ),
        (json!({ "external_id": "" }), "external_id", "1 to 255"),
        (
            json!({ "external_id": "promo_SUMMER" }),
            "external_id",
            "taken",
        ),
        (json!({ "external_id": null }), "external_id", "required"),
        (json!({ "name": {} }), "name", "no text"),
        (
            json!({ "name": { "english": "Spring" } }),
            "name",
            "\"english\" is no locale",
        ),
        (
            json!({ "discount": { "percent": "100.01" } }),
            "discount.percent",
            "0 to 100",
        ),
        (
            json!({ "discount": { "percent": "-1" } }),
            "discount.percent",
            "0 to 100",
        ),
        (
            json!({ "discount": { "percent": "33.333" } }),
            "discount.percent",
            "two decimals",
        ),
        (
            json!({ "discounted_items": [{ "sku": "none", "discount": { "percent": "1" } }] }),
            "discounted_items[0].sku",
            "\"none\" is no item",
        ),
        (
            json!({ "discounted_items": [{ "sku": "wick", "discount": {} }] }),
            "discounted_items[0].discount.percent",
            "required",
        ),
        (
            json!({ "bonus": [{ "sku": "none", "quantity": 1 }] }),
            "bonus[0].sku",
            "\"none\" is no item",
        ),
        (
            json!({ "bonus": [{ "sku": "wick", "quantity": 0 }] }),
            "bonus[0].quantity",
            "at least 1",
        ),
        (
            json!({ "date_start": "2025-01-02T00:00:00Z", "date_end": "2025-01-01T00:00:00Z" }),
            "date_end",
            "not after its start",
        ),
        (
            twice(json!({ "date_from": "2024-01-01T00:00:00Z", "date_until": null })),
            "promotion_periods",
            "both dates",
        ),
        (
            twice(
                json!({ "date_from": "2024-01-02T00:00:00Z", "date_until": "2024-01-02T00:00:00Z" }),
            ),
            "promotion_periods",
            "not after its start",
        ),
        (json!({ "redeem_user_limit": -1 }), "redeem_user_limit", ""),
    ] {
        let mut body = json!({ "external_id": "spring", "name": { "en-US": "Spring" } });
        for (key, value) in changes.as_object().expect("changes") {
            body[key] = value.clone();
        }
        let message = emulator
            .admin("POST", "/admin/promocode", &body)
            .refused(422, 1102);
        assert!(
            message.contains(property) && message.contains(problem),
            "{body}: {message}"
        );
        read(&emulator, "/admin/promocode/spring").refused(404, 4001);
    }
    let renamed = json!({ "external_id": "spring", "name": { "en-US": "Spring" } });
    let message = emulator
        .admin("PUT", "/admin/coupon/coupon_WINTER", &renamed)
        .refused(422, 1102);
    assert!(
        message.contains("external_id") && message.contains("coupon_WINTER"),
        "{message}"
    );
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
