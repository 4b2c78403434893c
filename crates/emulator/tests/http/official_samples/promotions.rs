use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{coupon, player, promo_code, seed};
use crate::sample::hold;

/// Nullable in the API, and not configured in these tests.
const OF_A_CART_ITEM: [&str; 4] = [
    "items[].attributes",
    "items[].limits",
    "items[].periods",
    "items[].promotions",
];

fn with_codes(changes: &Value) -> Emulator {
    let coupon = coupon("WINTER", changes);
    let promo_code = promo_code(
        "SUMMER",
        &json!({
            "bonus": [{ "sku": "moth", "quantity": 1 }],
            "discounted_items": [{ "sku": "wick", "discount": { "percent": "50.00" } }],
        }),
    );
    Emulator::start(&seed(
        &[&coupon[..], &promo_code[..], &[player("mira", &json!({}))]].concat(),
    ))
}

#[test]
fn verify_promotion_code() {
    let emulator = with_codes(&json!({ "bonus": [{ "sku": "moth", "quantity": 1 }] }));
    let mira = emulator.player("mira");
    hold(
        &mira.get("/promotion/code/WINTER/verify").ok(),
        "verify-promotion-code.coupon",
        &[],
    );
    hold(
        &mira.get("/promotion/code/SUMMER/verify").ok(),
        "verify-promotion-code.promo-code",
        &[],
    );
}

#[test]
fn coupon_rewards_and_redeem() {
    let emulator = with_codes(&json!({ "bonus": [{ "sku": "moth", "quantity": 1 }] }));
    let mira = emulator.player("mira");
    // A coupon gives items only; the sample's discount is null here.
    hold(
        &mira.get("/coupon/code/WINTER/rewards").ok(),
        "get-coupon-rewards-by-code",
        &["discount"],
    );

    let emulator = with_codes(&json!({}));
    let redeemed = emulator
        .player("mira")
        .send(
            "POST",
            "/coupon/redeem",
            &json!({ "coupon_code": "WINTER" }),
        )
        .ok();
    hold(
        &redeemed,
        "redeem-coupon",
        &["items[].inventory_options.consumable"],
    );
}

#[test]
fn promo_code_rewards() {
    let emulator = with_codes(&json!({}));
    let rewards = emulator
        .player("mira")
        .get("/promocode/code/SUMMER/rewards")
        .ok();
    hold(&rewards, "get-promo-code-rewards-by-code", &[]);
}

#[test]
fn promo_code_redeem_and_remove() {
    let gift = json!({
        "bonus": [{ "sku": "wick", "quantity": 1 }],
        "discounted_items": [{ "sku": "lantern", "discount": { "percent": "50.00" } }],
        "date_end": "2124-01-01T00:00:00+00:00",
    });
    let emulator = Emulator::start(&seed(&promo_code("GIFT", &gift)));
    let mira = emulator.player("mira");
    mira.send(
        "PUT",
        "/cart/fill",
        &json!({ "items": [{ "sku": "lantern", "quantity": 2 }] }),
    )
    .ok();
    let redeem = json!({ "coupon_code": "GIFT", "cart": { "id": "current" } });
    // A gift in the cart has no price and earns no points; the code itself gives no bonus per item.
    let may_be_missing = [
        &OF_A_CART_ITEM[..],
        &["promotions", "items[].inventory_options.consumable"],
        &[
            "items[].price",
            "items[].vp_rewards",
            "items[].promotions[].bonus",
        ],
    ]
    .concat();
    hold(
        &mira.send("POST", "/promocode/redeem", &redeem).ok(),
        "redeem-promo-code",
        &may_be_missing,
    );
    let removed = mira
        .send(
            "PUT",
            "/promocode/remove",
            &json!({ "cart": { "id": "current" } }),
        )
        .ok();
    hold(&removed, "remove-cart-promo-code", &may_be_missing);
}

#[test]
fn cart_fill_and_get() {
    let emulator = with_codes(&json!({}));
    let mira = emulator.player("mira");
    let items = json!({ "items": [{ "sku": "lantern", "quantity": 2 }, { "sku": "no_such_item", "quantity": 1 }] });
    let may_be_missing = [
        &OF_A_CART_ITEM[..],
        &["promotions", "items[].inventory_options.consumable"],
    ]
    .concat();
    hold(
        &mira.send("PUT", "/cart/fill", &items).ok(),
        "cart-fill",
        &may_be_missing,
    );
    hold(&mira.get("/cart").ok(), "get-user-cart", &may_be_missing);
}

#[test]
fn upsell() {
    let configured = json!({
        "operation": "post-upsell",
        "body": { "type": "fixed_list", "is_enabled": true, "items": ["lantern", "cloak"] },
    });
    let emulator = Emulator::start(&seed(&[configured]));
    let may_be_missing = [
        &OF_A_CART_ITEM[..],
        &[
            "items[].inventory_options.consumable",
            "items[].inventory_options.expiration_period",
        ],
    ]
    .concat();
    let upsell = emulator.player("mira").get("/items/upsell").ok();
    hold(&upsell, "get-upsell-for-project-client", &may_be_missing);
}
