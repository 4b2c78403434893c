//! Promotions that codes lead to, as merchants read them.

use serde_json::{Map, Value, json};

use super::conditions::shown_price_conditions;
use super::promotion_bodies::{percent, period_fields};
use crate::engine::promotions::{DiscountedItem, Promotion, PromotionKind};
use crate::engine::state::State;

/// A coupon, promo code or unique catalog offer.
pub fn shown(state: &State, promotion: &Promotion) -> Value {
    let mut body = Map::new();
    let mut put = |name: &str, value: Value| body.insert(name.to_owned(), value);
    put("external_id", json!(promotion.key.external_id));
    put("name", json!(promotion.name));
    for (name, value) in period_fields(&promotion.periods) {
        put(name, value);
    }
    put("is_enabled", json!(promotion.is_enabled));
    put("redeem_total_limit", json!(promotion.redeem_total_limit));
    put("redeem_user_limit", json!(promotion.redeem_user_limit));
    put("redeem_code_limit", json!(promotion.redeem_code_limit));
    put("total_limit_state", total_limit_state(state, promotion));
    match promotion.key.kind {
        PromotionKind::UniqueCatalogOffer => {
            put("items", json!(promotion.items));
        }
        PromotionKind::Coupon | PromotionKind::PromoCode => {
            put("bonus", json!(promotion.bonus));
        }
    }
    if !promotion.attribute_conditions.is_empty() {
        put(
            "attribute_conditions",
            json!(promotion.attribute_conditions),
        );
    }
    if promotion.key.kind == PromotionKind::PromoCode {
        body.extend(of_promo_code(promotion));
    }
    Value::Object(body)
}

fn total_limit_state(state: &State, promotion: &Promotion) -> Value {
    let used = state.uses.total(&promotion.key);
    promotion.redeem_total_limit.map_or(
        Value::Null,
        |limit| json!({ "available": limit.saturating_sub(used), "reserved": 0, "used": used }),
    )
}

/// What only promo codes have: prices.
fn of_promo_code(promotion: &Promotion) -> Map<String, Value> {
    let mut body = Map::new();
    let mut put = |name: &str, value: Value| body.insert(name.to_owned(), value);
    let item =
        |item: &DiscountedItem| json!({ "sku": item.sku, "discount": percent(item.percent) });
    let items = promotion.discounted_items.as_deref();
    put("discount", promotion.discount.map_or(Value::Null, percent));
    put(
        "discounted_items",
        items.map_or(Value::Null, |items| items.iter().map(item).collect()),
    );
    for (name, conditions) in [
        ("price_conditions", &promotion.price_conditions),
        ("item_price_conditions", &promotion.item_price_conditions),
    ] {
        if !conditions.is_empty() {
            put(name, shown_price_conditions(conditions));
        }
    }
    if !promotion.excluded_promotions.is_empty() {
        put("excluded_promotions", json!(promotion.excluded_promotions));
    }
    body
}
