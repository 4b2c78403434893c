use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{LONG_AGO, coupon, promo_code, seed};
use crate::sample::hold;

const UNTIL: &str = "2124-01-01T00:00:00+00:00";

/// What discounts and bonuses have in common, with everything that can be said.
fn common(changes: &Value) -> Value {
    let mut body = json!({
        "name": name(), "date_start": LONG_AGO, "date_end": UNTIL,
        "limits": {
            "per_user": 10,
            "recurrent_schedule": { "per_user": { "interval_type": "daily", "time": "11:00:00+08:00" } },
        },
        "price_conditions": [{ "operator": "ge", "value": "10.0000" }, { "operator": "le", "value": "50.0000" }],
        "excluded_promotions": [1],
    });
    for (key, value) in changes.as_object().expect("changes") {
        body[key] = value.clone();
    }
    body
}

/// Samples name languages in both ways.
fn name() -> Value {
    json!({ "en-US": "Promotion", "de-DE": "Aktion", "en": "Promotion" })
}

fn game() -> Emulator {
    let item = common(&json!({
        "discount": { "percent": "20.00" }, "items": [{ "sku": "lantern" }, { "sku": "cloak" }],
    }));
    let bonus = common(&json!({
        "condition": [{ "sku": "wick" }, { "sku": "cloak" }],
        "bonus": [{ "sku": "lantern", "quantity": 1 }, { "sku": "kit", "quantity": 2 }],
    }));
    let offer = json!({
        "external_id": "secret_shop", "name": name(), "date_start": LONG_AGO, "date_end": UNTIL,
        "items": ["wick", "cloak"], "redeem_user_limit": 1, "redeem_total_limit": 100, "redeem_code_limit": 1,
    });
    let limits = json!({
        "name": name(), "date_end": UNTIL, "redeem_total_limit": 100, "redeem_user_limit": 3, "redeem_code_limit": 10,
    });
    let mut of_promo_code = limits.clone();
    of_promo_code["discounted_items"] =
        json!([{ "sku": "wick", "discount": { "percent": "20.00" } }]);
    of_promo_code["bonus"] = json!([{ "sku": "ember", "quantity": 100 }]);
    of_promo_code["price_conditions"] = json!([{ "operator": "gt", "value": "10.0000" }]);
    let operations = [
        json!({ "operation": "create-item-promotion", "body": item }),
        json!({ "operation": "create-bonus-promotion", "body": bonus }),
        json!({ "operation": "admin-create-unique-catalog-offer", "body": offer }),
        json!({
            "operation": "create-unique-catalog-offer-code", "path": { "external_id": "secret_shop" },
            "body": { "coupon_code": "SESAME" },
        }),
        json!({ "operation": "post-upsell", "body": {
            "type": "fixed_list", "is_enabled": true, "items": ["wick", "kit", "moth"],
        }}),
    ];
    let codes = [
        coupon("WINTER", &limits),
        promo_code("SUMMER", &of_promo_code),
    ];
    Emulator::start(&seed(&[&codes.concat(), &operations[..]].concat()))
}

#[test]
fn what_merchants_read_of_promotions() {
    let emulator = game();
    emulator.player("mira");
    for (path, sample) in [
        ("promotion/3/item", "get-item-promotion"),
        ("promotion/item", "get-item-promotion-list"),
        ("promotion/4/bonus", "get-bonus-promotion"),
        ("promotion/bonus", "get-bonus-promotion-list"),
        ("promotion", "get-promotion-list"),
        ("unique_catalog_offer", "get-unique-catalog-offers"),
        (
            "unique_catalog_offer/secret_shop",
            "get-unique-catalog-offer",
        ),
        (
            "unique_catalog_offer/secret_shop/code",
            "get-unique-catalog-offer-codes",
        ),
        ("coupon/coupon_WINTER", "get-coupon"),
        ("promocode/promo_SUMMER", "get-promo-code"),
        (
            "promotion/redeemable/code/WINTER",
            "get-redeemable-promotion-by-code.coupon",
        ),
        (
            "promotion/redeemable/code/SUMMER",
            "get-redeemable-promotion-by-code.promo-code",
        ),
        (
            "code/limit/coupon/external_id/coupon_WINTER",
            "get-promo-code-code-limit",
        ),
        (
            "code/limit/promocode/external_id/promo_SUMMER",
            "get-promo-code-code-limit",
        ),
        (
            "user/limit/promotion/id/3?user_external_id=mira",
            "get-user-promotion-limit",
        ),
        (
            "user/limit/coupon/external_id/coupon_WINTER?user_external_id=mira",
            "get-user-promotion-limit",
        ),
        (
            "items/upsell",
            "get-upsell-configurations-for-project-admin",
        ),
    ] {
        let reply = emulator.admin("GET", &format!("/admin/{path}"), &Value::Null);
        // Only some promotions of a list exclude others, and only some have no end.
        hold(&reply.ok(), sample, &["promotions[].bonus"]);
    }
    let body = common(&json!({ "discount": { "percent": "1" }, "items": null }));
    let created = emulator.admin("POST", "/admin/promotion/item", &body);
    assert_eq!(created.status, 201);
    hold(&created.json(), "create-item-promotion", &[]);
}
