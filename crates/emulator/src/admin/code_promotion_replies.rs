//! Promotions that codes lead to, as merchants read them.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::engine::promotions::{DiscountedItem, Promotion, PromotionKind};
use crate::engine::state::State;

/// A coupon or promo code.
pub fn shown(state: &State, promotion: &Promotion) -> Value {
    let first = promotion.periods.first();
    let used = state.uses.total(&promotion.key);
    let total_limit_state = promotion.redeem_total_limit.map(
        |limit| json!({ "available": limit.saturating_sub(used), "reserved": 0, "used": used }),
    );
    let mut body = json!({
        "external_id": promotion.key.external_id,
        "date_start": first.and_then(|period| period.date_from.as_ref()),
        "date_end": first.and_then(|period| period.date_until.as_ref()),
        "promotion_periods": promotion.periods,
        "name": promotion.name,
        "bonus": promotion.bonus,
        "is_enabled": promotion.is_enabled,
        "redeem_total_limit": promotion.redeem_total_limit,
        "redeem_user_limit": promotion.redeem_user_limit,
        "redeem_code_limit": promotion.redeem_code_limit,
        "total_limit_state": total_limit_state,
        "attribute_conditions": promotion.attribute_conditions,
    });
    if let (PromotionKind::PromoCode, Some(fields)) = (promotion.key.kind, body.as_object_mut()) {
        let percent = |percent: Decimal| json!({ "percent": format!("{percent:.2}") });
        let discounted: Option<Vec<_>> = promotion.discounted_items.as_ref().map(|items| {
            let item = |item: &DiscountedItem| {
                json!({ "sku": item.sku, "discount": percent(item.percent) })
            };
            items.iter().map(item).collect()
        });
        fields.insert(
            "discount".to_owned(),
            json!(promotion.discount.map(percent)),
        );
        fields.insert("discounted_items".to_owned(), json!(discounted));
        fields.insert(
            "price_conditions".to_owned(),
            json!(promotion.price_conditions),
        );
        fields.insert(
            "item_price_conditions".to_owned(),
            json!(promotion.item_price_conditions),
        );
        fields.insert(
            "excluded_promotions".to_owned(),
            json!(promotion.excluded_promotions),
        );
    }
    body
}
