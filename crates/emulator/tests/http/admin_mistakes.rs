//! Bodies of promotions with one mistake each: refused by the property, with the problem and the way out.

use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{coupon, promo_code, seed};

/// A change that makes a body wrong, the property, and words of what is wrong with it.
type Mistake = (Value, &'static str, &'static str);

fn with(mut body: Value, changes: &Value) -> Value {
    for (key, value) in changes.as_object().expect("changes") {
        body[key] = value.clone();
    }
    body
}

fn read(emulator: &Emulator, path: &str) -> Value {
    emulator.admin("GET", path, &Value::Null).ok()
}

#[rustfmt::skip]
fn in_common() -> Vec<Mistake> {
    let several = |first: Value| {
        let second = json!({ "date_from": "2025-01-01T00:00:00Z", "date_until": "2025-02-01T00:00:00Z" });
        json!({ "promotion_periods": [first, second] })
    };
    vec![
        (json!({ "name": null }), "name", ""),
        (json!({ "name": {} }), "name", "no text"),
        (json!({ "name": { "en-US": "" } }), "name", "no text"),
        (json!({ "name": { "english": "A" } }), "name", "\"english\" is no locale"),
        (json!({ "name": { "EN": "A" } }), "name", "\"EN\" is no locale"),
        (json!({ "date_start": "2024-02-01" }), "date_start", "2024-02-01"),
        (json!({ "date_start": "2024-02-01T00:00:00Z", "date_end": "2024-02-01T00:00:00Z" }), "date_end", "later end"),
        (several(json!({ "date_from": "2024-01-01T00:00:00Z", "date_until": null })), "promotion_periods", "both dates"),
        (several(json!({ "date_from": "2024-01-02T00:00:00Z", "date_until": "2024-01-01T00:00:00Z" })), "promotion_periods", "not after its start"),
        (json!({ "discount": { "percent": "100.01" } }), "discount.percent", "0 to 100"),
        (json!({ "discount": { "percent": "-0.01" } }), "discount.percent", "0 to 100"),
        (json!({ "discount": { "percent": "33.33333" } }), "discount.percent", "4 decimals"),
        (json!({ "discount": { "percent": "many" } }), "discount.percent", ""),
        (json!({ "excluded_promotions": [999] }), "excluded_promotions[0]", "999 is no promotion"),
        (price("like", &json!("1")), "price_conditions[0].operator", "`ge`"),
        (price("ge", &json!("1.00001")), "price_conditions[0].value", "1.00001"),
        (price("ge", &json!("-1")), "price_conditions[0].value", "-1"),
        (price("ge", &json!("1.")), "price_conditions[0].value", "10.50"),
        (price("ge", &json!(1)), "price_conditions[0].value", ""),
        (json!({ "attribute_conditions": [] }), "attribute_conditions", "1 to 100"),
        (json!({ "attribute_conditions": vec![attribute(&json!({})); 101] }), "attribute_conditions", "101"),
        (attributes(&json!({ "attribute": "a level" })), "attribute_conditions[0].attribute", "a level"),
        (attributes(&json!({ "operator": "gt" })), "attribute_conditions[0].operator", "`er`"),
        (attributes(&json!({ "value": "ten" })), "attribute_conditions[0].value", "no number"),
        (attributes(&json!({ "type": "date" })), "attribute_conditions[0].value", "no date"),
        (attributes(&json!({ "type": "string", "operator": "lt" })), "attribute_conditions[0].operator", "\"eq\" or \"ne\""),
        (attributes(&json!({ "value": "1".repeat(256) })), "attribute_conditions[0].value", "255"),
    ]
}

fn price(operator: &str, value: &Value) -> Value {
    json!({ "price_conditions": [{ "operator": operator, "value": value }] })
}

fn attribute(changes: &Value) -> Value {
    let condition =
        json!({ "attribute": "level", "type": "number", "operator": "eq", "value": "10" });
    with(condition, changes)
}

fn attributes(changes: &Value) -> Value {
    json!({ "attribute_conditions": [attribute(changes)] })
}

#[rustfmt::skip]
fn in_discounts() -> Vec<Mistake> {
    let resets = |schedule: Value| json!({ "limits": { "per_user": 1, "recurrent_schedule": { "per_user": schedule } } });
    let at = |time: &str| json!({ "interval_type": "daily", "time": time });
    let path = "limits.recurrent_schedule.per_user";
    vec![
        (json!({ "items": [{ "sku": "lantern" }, { "sku": "none" }] }), "items[1].sku", "\"none\" is no item"),
        (json!({ "discount": {} }), "discount.percent", "required"),
        (json!({ "limits": { "recurrent_schedule": { "per_user": at("01:00:00+00:00") } } }), path, "limits.per_user"),
        (resets(json!({ "interval_type": "hourly" })), path, "daily, weekly or monthly"),
        (resets(at("01:30:00+00:00")), path, "01:30:00"),
        (json!({ "limits": { "per_user": -1 } }), "limits.per_user", "whole number"),
    ]
}

#[rustfmt::skip]
fn in_promo_codes() -> Vec<Mistake> {
    vec![
        (json!({ "external_id": "spring time" }), "external_id", "letters, digits"),
        (json!({ "external_id": "" }), "external_id", "1 to 255"),
        (json!({ "external_id": "promo_SUMMER" }), "external_id", "taken"),
        (json!({ "external_id": null }), "external_id", "required"),
        (json!({ "discounted_items": [{ "sku": "none", "discount": { "percent": "1" } }] }), "discounted_items[0].sku", "\"none\" is no item"),
        (json!({ "discounted_items": [{ "sku": "wick", "discount": {} }] }), "discounted_items[0].discount.percent", "required"),
        (json!({ "bonus": [{ "sku": "none", "quantity": 1 }] }), "bonus[0].sku", "\"none\" is no item"),
        (json!({ "bonus": [{ "sku": "wick", "quantity": 0 }] }), "bonus[0].quantity", "at least 1"),
        (json!({ "item_price_conditions": [{ "operator": "ge", "value": "one" }] }), "item_price_conditions[0].value", "one"),
        (json!({ "redeem_user_limit": -1 }), "redeem_user_limit", ""),
    ]
}

#[test]
fn in_a_discount() {
    let emulator = Emulator::start(&seed(&[]));
    let body = json!({
        "name": { "en-US": "Lantern week" }, "discount": { "percent": "20.00" }, "items": [{ "sku": "lantern" }],
    });
    let created = emulator.admin("POST", "/admin/promotion/item", &body).ok();
    let path = format!("/admin/promotion/{}/item", created["promotion_id"]);
    let before = read(&emulator, "/admin/promotion/item");
    for (changes, property, problem) in in_common().into_iter().chain(in_discounts()) {
        let body = with(body.clone(), &changes);
        for (method, path) in [("POST", "/admin/promotion/item"), ("PUT", &path)] {
            let message = emulator.admin(method, path, &body).refused(422, 1102);
            assert!(
                message.contains(property) && message.contains(problem),
                "{method} {body}: {message}"
            );
        }
    }
    let itself = json!({ "excluded_promotions": [created["promotion_id"]] });
    let refused = emulator.admin("PUT", &path, &with(body, &itself));
    assert!(refused.refused(422, 1102).contains("itself"));
    assert_eq!(read(&emulator, "/admin/promotion/item"), before);
}

#[test]
fn in_a_promo_code() {
    let emulator = Emulator::start(&seed(&promo_code("SUMMER", &json!({}))));
    let before = read(&emulator, "/admin/promocode");
    for (changes, property, problem) in in_common().into_iter().chain(in_promo_codes()) {
        let body = json!({ "external_id": "spring", "name": { "en-US": "Spring" } });
        let body = with(body, &changes);
        let message = emulator
            .admin("POST", "/admin/promocode", &body)
            .refused(422, 1102);
        assert!(
            message.contains(property) && message.contains(problem),
            "{body}: {message}"
        );
    }
    assert_eq!(read(&emulator, "/admin/promocode"), before);
}

#[test]
fn an_id_cannot_be_changed() {
    let emulator = Emulator::start(&seed(&coupon("WINTER", &json!({}))));
    let renamed = json!({ "external_id": "spring", "name": { "en-US": "Spring" } });
    let message = emulator
        .admin("PUT", "/admin/coupon/coupon_WINTER", &renamed)
        .refused(422, 1102);
    assert!(
        message.contains("external_id") && message.contains("coupon_WINTER"),
        "{message}"
    );
}
