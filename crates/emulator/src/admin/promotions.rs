//! Coupons and promo codes, as merchants define and read them.

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::chain_bodies::{ItemLine, check_name, existing};
use super::{Page, Reply};
use crate::engine::chain::Quantity;
use crate::engine::change::Definition;
use crate::engine::conditions::AttributeCondition;
use crate::engine::date::{OffsetDate, Period};
use crate::engine::ids::{ExternalId, PromotionId, Sku};
use crate::engine::price_conditions::PriceCondition;
use crate::engine::promotions::{DiscountedItem, Promotion, PromotionKey, PromotionKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};

pub const LARGEST_PAGE: usize = 50;

/// The body of a new coupon or promo code. Version 2 gives one period by its two dates, version 3
/// any number of them.
#[derive(Debug, Deserialize)]
pub struct Body {
    external_id: ExternalId,
    name: LocaleMap,
    date_start: Option<OffsetDate>,
    date_end: Option<OffsetDate>,
    promotion_periods: Option<Vec<Period>>,
    bonus: Option<Vec<ItemLine>>,
    redeem_total_limit: Option<u64>,
    redeem_user_limit: Option<u64>,
    redeem_code_limit: Option<u64>,
    discount: Option<DiscountBody>,
    discounted_items: Option<Vec<DiscountedItemBody>>,
    attribute_conditions: Option<Vec<AttributeCondition>>,
    price_conditions: Option<Vec<PriceCondition>>,
    item_price_conditions: Option<Vec<PriceCondition>>,
    excluded_promotions: Option<Vec<PromotionId>>,
}

#[derive(Debug, Deserialize)]
struct DiscountBody {
    percent: Option<Decimal>,
}

#[derive(Debug, Deserialize)]
struct DiscountedItemBody {
    sku: Sku,
    discount: DiscountBody,
}

/// Creates a coupon or promo code.
pub fn create(state: &State, kind: PromotionKind, body: Body) -> Decided<Reply> {
    check_name("name", &body.name)?;
    if state.promotion(kind, &body.external_id).is_some() {
        let problem = format!("\"{}\" is taken; choose another", body.external_id);
        return Err(Refusal::invalid("external_id", problem));
    }
    let external_id = body.external_id;
    let promotion = Promotion {
        key: PromotionKey {
            kind,
            external_id: external_id.clone(),
        },
        id: state.next_promotion_id(),
        name: body.name,
        is_enabled: true,
        items: Vec::new(),
        periods: periods(body.date_start, body.date_end, body.promotion_periods)?,
        bonus: bonus(state, body.bonus.unwrap_or_default())?,
        discount: body
            .discount
            .and_then(|discount| discount.percent)
            .map(|percent| checked_percent("discount.percent", percent))
            .transpose()?,
        discounted_items: body
            .discounted_items
            .map(|items| discounted_items(state, items))
            .transpose()?,
        redeem_total_limit: body.redeem_total_limit,
        redeem_user_limit: body.redeem_user_limit,
        redeem_code_limit: body.redeem_code_limit,
        attribute_conditions: body.attribute_conditions.unwrap_or_default(),
        price_conditions: body.price_conditions.unwrap_or_default(),
        item_price_conditions: body.item_price_conditions.unwrap_or_default(),
        excluded_promotions: body.excluded_promotions.unwrap_or_default(),
    };
    let reply = Reply::Created(json!({ "external_id": external_id }));
    Ok(Decision {
        changes: vec![Definition::Promotion(promotion).into()],
        reply,
    })
}

fn periods(
    date_start: Option<OffsetDate>,
    date_end: Option<OffsetDate>,
    promotion_periods: Option<Vec<Period>>,
) -> Result<Vec<Period>, Refusal> {
    let periods = match promotion_periods {
        Some(periods) => periods,
        None if date_start.is_none() && date_end.is_none() => Vec::new(),
        None => vec![Period {
            date_from: date_start,
            date_until: date_end,
        }],
    };
    let is_open = |period: &Period| period.date_from.is_none() || period.date_until.is_none();
    if periods.len() > 1 && periods.iter().any(is_open) {
        let problem = "has an open period among several; give each both dates";
        return Err(Refusal::invalid("promotion_periods", problem));
    }
    Ok(periods)
}

fn bonus(state: &State, lines: Vec<ItemLine>) -> Result<Vec<Quantity>, Refusal> {
    let line = |(index, line): (usize, ItemLine)| {
        existing(state, &format!("bonus[{index}].sku"), &line.sku)?;
        let quantity = line.quantity.into();
        if quantity == 0 {
            return Err(Refusal::invalid(
                format!("bonus[{index}].quantity"),
                "is 0; give at least 1",
            ));
        }
        Ok(Quantity {
            sku: line.sku,
            quantity,
        })
    };
    lines.into_iter().enumerate().map(line).collect()
}

fn discounted_items(
    state: &State,
    bodies: Vec<DiscountedItemBody>,
) -> Result<Vec<DiscountedItem>, Refusal> {
    let item = |(index, body): (usize, DiscountedItemBody)| {
        let path = format!("discounted_items[{index}]");
        existing(state, &format!("{path}.sku"), &body.sku)?;
        let path = format!("{path}.discount.percent");
        let percent = body
            .discount
            .percent
            .ok_or_else(|| Refusal::MissingProperty(path.clone()))?;
        Ok(DiscountedItem {
            sku: body.sku,
            percent: checked_percent(&path, percent)?,
        })
    };
    bodies.into_iter().enumerate().map(item).collect()
}

fn checked_percent(path: &str, percent: Decimal) -> Result<Decimal, Refusal> {
    if percent <= Decimal::ZERO || percent > Decimal::ONE_HUNDRED {
        let problem = format!("{percent} is no percentage to take off; give 0.01 to 100");
        return Err(Refusal::invalid(path, problem));
    }
    Ok(percent)
}

/// All coupons, or all promo codes.
pub fn list(state: &State, kind: PromotionKind, page: Page, now: Timestamp) -> Decision<Reply> {
    let all: Vec<_> = state
        .promotions
        .values()
        .filter(|promotion| promotion.key.kind == kind)
        .collect();
    let is_active = |promotion: &&&Promotion| {
        promotion.is_enabled
            && (promotion.periods.is_empty()
                || promotion.periods.iter().any(|period| period.contains(now)))
    };
    let (total, active) = (all.len(), all.iter().filter(is_active).count());
    let (promotions, has_more) = page.of(all, LARGEST_PAGE);
    let items: Vec<_> = promotions
        .into_iter()
        .map(|promotion| shown(state, promotion))
        .collect();
    Decision::reply(Reply::Found(json!({
        "items": items,
        "has_more": has_more,
        "total_promotions_count": total,
        "active_promotions_count": active,
        "inactive_promotions_count": total - active,
    })))
}

/// One coupon or promo code.
pub fn get(state: &State, kind: PromotionKind, external_id: ExternalId) -> Decided<Reply> {
    let promotion = existing_promotion(state, kind, external_id)?;
    Ok(Decision::reply(Reply::Found(shown(state, promotion))))
}

/// The coupon or promo code of a merchant's id.
pub fn existing_promotion(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
) -> Result<&Promotion, Refusal> {
    state
        .promotions
        .get(&PromotionKey { kind, external_id })
        .ok_or_else(|| kind.not_found())
}

fn shown(state: &State, promotion: &Promotion) -> Value {
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
