//! What an item costs a buyer, and why: prices, promotions, limits, as catalogs and carts write them.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::items::{bundle_type, value_point_rewards};
use super::promotions::percent;
use super::reward_chains::schedule;
use super::shapes::{Form, item_fields};
use crate::engine::amounts::Discounted;
use crate::engine::catalog::CatalogItem;
use crate::engine::chain::Quantity;
use crate::engine::date::Period;
use crate::engine::item_promotions::{ItemPromotion, ItemPromotionKind};
use crate::engine::items::Currency;
use crate::engine::limits::{self, ItemRemaining, Remaining, UserRemaining};
use crate::engine::pricing::{Applied, PricedLine};
use crate::engine::promotions::Promotion;
use crate::engine::text::{Locale, LocaleMap};
use crate::engine::viewer::Viewer;
use crate::money;

/// How many decimals an area writes.
pub type Written = fn(Decimal) -> String;

/// A price in money.
pub fn price(price: Option<Discounted>, currency: &Currency, written: Written) -> Value {
    price.map_or(Value::Null, |price| {
        json!({
            "amount": written(price.amount),
            "amount_without_discount": written(price.without_discount),
            "currency": currency,
        })
    })
}

/// An item of the catalog.
pub fn catalog_fields(viewer: &Viewer, shown: &CatalogItem, form: &Form) -> Map<String, Value> {
    let CatalogItem { line, limits, .. } = shown;
    let mut body = item_fields(viewer.state, line.item, form);
    body.extend(line_fields(viewer, line, limits, form.locale, money::text));
    body.insert("can_be_bought".to_owned(), json!(shown.can_be_bought));
    if let Some(attributes) = &line.item.custom_attributes {
        body.insert("custom_attributes".to_owned(), attributes.clone());
    }
    body
}

/// The fields of an item that depend on who buys it.
pub fn line_fields(
    viewer: &Viewer,
    line: &PricedLine,
    remaining: &ItemRemaining,
    locale: &Locale,
    written: Written,
) -> Map<String, Value> {
    let promotions = line.promotions.iter();
    let one = Quantity {
        sku: line.item.sku.clone(),
        quantity: 1,
    };
    let earning = (!line.is_bonus).then_some(&one);
    let rewards = value_point_rewards(&viewer.state.catalog, earning, locale);
    Map::from_iter([
        (
            "price".to_owned(),
            price(line.price, viewer.currency, written),
        ),
        (
            "is_free".to_owned(),
            json!(line.is_bonus || line.item.is_free),
        ),
        ("can_be_bought".to_owned(), json!(line.can_be_bought)),
        (
            "promotions".to_owned(),
            promotions
                .map(|applied| promotion(viewer, applied, locale))
                .collect(),
        ),
        ("limits".to_owned(), item_limits(remaining)),
        ("periods".to_owned(), json!(line.item.periods)),
        ("vp_rewards".to_owned(), json!(rewards)),
    ])
}

/// What is left of an item's limits.
pub fn item_limits(remaining: &ItemRemaining) -> Value {
    if remaining.per_user.is_none() && remaining.per_item.is_none() {
        return Value::Null;
    }
    json!({
        "per_user": remaining.per_user.map(user_limit),
        "per_item": remaining.per_item.map(|Remaining { total, available }| {
            json!({ "total": total, "available": available })
        }),
    })
}

fn user_limit(limit: UserRemaining) -> Value {
    let mut body = json!({ "total": limit.total, "available": limit.available });
    if let (Some(_), Some(fields)) = (limit.schedule, body.as_object_mut()) {
        let reset = schedule(limit.schedule.as_ref(), limit.next_reset);
        fields.insert("recurrent_schedule".to_owned(), reset);
    }
    body
}

/// A promotion that counts for a line.
fn promotion(viewer: &Viewer, applied: &Applied, locale: &Locale) -> Value {
    match applied {
        Applied::Discount(promotion) | Applied::Bonus(promotion) => {
            item_promotion(viewer, promotion, locale)
        }
        Applied::Code { promotion, percent } => {
            code_promotion(viewer, promotion, Some(*percent), locale)
        }
    }
}

/// A discount or bonus that counts.
pub fn item_promotion(viewer: &Viewer, promotion: &ItemPromotion, locale: &Locale) -> Value {
    let (discount, bonus) = match &promotion.kind {
        ItemPromotionKind::Discount { percent, .. } => (Some(*percent), &[][..]),
        ItemPromotionKind::Bonus { bonus, .. } => (None, &bonus[..]),
    };
    let name = &promotion.name;
    let mut body = promotion_body(viewer, name, &promotion.periods, discount, bonus, locale);
    let left = limits::of_item_promotion(viewer.state, viewer.player, promotion, viewer.now);
    if let (Some(left), Some(fields)) = (left, body.as_object_mut()) {
        fields.insert("limits".to_owned(), json!({ "per_user": user_limit(left) }));
    }
    body
}

/// The promotion of a code that counts.
pub fn code_promotion(
    viewer: &Viewer,
    promotion: &Promotion,
    discount: Option<Decimal>,
    locale: &Locale,
) -> Value {
    let Promotion {
        name,
        periods,
        bonus,
        ..
    } = promotion;
    promotion_body(viewer, name, periods, discount, bonus, locale)
}

fn promotion_body(
    viewer: &Viewer,
    name: &LocaleMap,
    periods: &[Period],
    discount: Option<Decimal>,
    bonus: &[Quantity],
    locale: &Locale,
) -> Value {
    let shown_bonus = |line: &Quantity| {
        let item = viewer.state.catalog.items.get(&line.sku)?;
        let mut body = json!({
            "sku": item.sku,
            "quantity": line.quantity,
            "type": item.kind.as_str(),
            "name": item.name.in_language(locale),
            "image_url": item.image_url,
        });
        if let (Some(bundle_type), Some(fields)) = (bundle_type(item), body.as_object_mut()) {
            fields.insert("bundle_type".to_owned(), bundle_type);
        }
        Some(body)
    };
    let current = periods.iter().find(|period| period.contains(viewer.now));
    let period = current.or(periods.first());
    json!({
        "name": name.in_language(locale),
        "date_start": period.and_then(|period| period.date_from.as_ref()),
        "date_end": period.and_then(|period| period.date_until.as_ref()),
        "discount": discount.map(|discount| percent(Some(discount))),
        "bonus": bonus.iter().filter_map(shown_bonus).collect::<Vec<_>>(),
    })
}
