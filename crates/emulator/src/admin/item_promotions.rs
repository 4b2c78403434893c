//! Discounts and bonuses, as merchants define and read them.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::chain_bodies::{ItemLine, existing};
use super::conditions::{
    PriceConditionBody, attribute_conditions, excluded_promotions, price_conditions,
    shown_price_conditions,
};
use super::limit_bodies::{LimitsBody, promotion_limit, shown_limit};
use super::operations::Effect;
use super::promotion_bodies::{
    DiscountBody, bonus, check_names, counts, percent, period_fields, periods, required_percent,
};
use super::{Input, Reply};
use crate::engine::change::{Change, Definition, Deletion};
use crate::engine::date::{OffsetDate, Period};
use crate::engine::exclusions::without_deleted;
use crate::engine::ids::{PromotionId, Sku};
use crate::engine::item_promotions::{ItemPromotion, ItemPromotionKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};
use crate::page::{LARGEST_PAGE, Page};

/// The body of a discount or bonus, new or replaced.
#[derive(Debug, Deserialize)]
struct Body {
    name: LocaleMap,
    date_start: Option<OffsetDate>,
    date_end: Option<OffsetDate>,
    promotion_periods: Option<Vec<Period>>,
    discount: Option<DiscountBody>,
    items: Option<Vec<SkuBody>>,
    condition: Option<Vec<SkuBody>>,
    bonus: Option<Vec<ItemLine>>,
    attribute_conditions: Option<Vec<Value>>,
    price_conditions: Option<Vec<PriceConditionBody>>,
    limits: Option<LimitsBody>,
    excluded_promotions: Option<Vec<PromotionId>>,
}

#[derive(Debug, Deserialize)]
struct SkuBody {
    sku: Sku,
}

impl Effect {
    /// What must be in a body, be it null.
    fn required(self) -> [&'static str; 2] {
        match self {
            Self::Discount => ["items", "discount"],
            Self::Bonus => ["condition", "bonus"],
        }
    }

    fn is_of(self, promotion: &ItemPromotion) -> bool {
        match promotion.kind {
            ItemPromotionKind::Discount { .. } => self == Self::Discount,
            ItemPromotionKind::Bonus { .. } => self == Self::Bonus,
        }
    }
}

pub fn create(state: &State, effect: Effect, input: &Input) -> Decided<Reply> {
    let id = state.next_promotion_id();
    let promotion = defined(state, effect, id, true, input)?;
    Ok(Decision {
        changes: vec![Definition::ItemPromotion(promotion).into()],
        reply: Reply::Created(json!({ "promotion_id": id })),
    })
}

/// Replaces one. How often it was used and whether it is enabled stay.
pub fn update(state: &State, effect: Effect, id: PromotionId, input: &Input) -> Decided<Reply> {
    let before = existing_promotion(state, effect, id)?;
    let promotion = defined(state, effect, id, before.is_enabled, input)?;
    Ok(Decision {
        changes: vec![Definition::ItemPromotion(promotion).into()],
        reply: Reply::NoContent,
    })
}

pub fn delete(state: &State, effect: Effect, id: PromotionId) -> Decided<Reply> {
    existing_promotion(state, effect, id)?;
    let mut changes = vec![Change::Delete(Deletion::ItemPromotion(id))];
    changes.extend(without_deleted(state, id));
    Ok(Decision {
        changes,
        reply: Reply::NoContent,
    })
}

fn defined(
    state: &State,
    effect: Effect,
    id: PromotionId,
    is_enabled: bool,
    input: &Input,
) -> Result<ItemPromotion, Refusal> {
    let missing = effect
        .required()
        .into_iter()
        .find(|name| input.body.get(name).is_none());
    if let Some(name) = missing {
        return Err(Refusal::MissingProperty(name.to_owned()));
    }
    let body: Body = input.body()?;
    check_names(&body.name)?;
    let kind = match effect {
        Effect::Discount => ItemPromotionKind::Discount {
            percent: required_percent("discount", &body.discount.unwrap_or_default())?,
            items: skus(state, "items", body.items)?,
        },
        Effect::Bonus => ItemPromotionKind::Bonus {
            condition: skus(state, "condition", body.condition)?,
            bonus: bonus(state, body.bonus.unwrap_or_default())?,
        },
    };
    Ok(ItemPromotion {
        id,
        kind,
        name: body.name,
        is_enabled,
        periods: periods(body.date_start, body.date_end, body.promotion_periods)?,
        attribute_conditions: attribute_conditions(body.attribute_conditions)?,
        price_conditions: price_conditions("price_conditions", body.price_conditions)?,
        limit: promotion_limit(body.limits)?,
        excluded_promotions: excluded_promotions(state, id, body.excluded_promotions)?,
    })
}

/// Items that a promotion is about; none named means any.
fn skus(
    state: &State,
    path: &str,
    bodies: Option<Vec<SkuBody>>,
) -> Result<Option<Vec<Sku>>, Refusal> {
    let sku = |(index, body): (usize, SkuBody)| {
        existing(state, &format!("{path}[{index}].sku"), &body.sku)?;
        Ok(body.sku)
    };
    let bodies = bodies.unwrap_or_default().into_iter().enumerate();
    let skus: Vec<_> = bodies.map(sku).collect::<Result<_, Refusal>>()?;
    Ok((!skus.is_empty()).then_some(skus))
}

pub fn list(state: &State, effect: Effect, page: Page, now: Timestamp) -> Decision<Reply> {
    let all: Vec<_> = state
        .item_promotions
        .values()
        .filter(|promotion| effect.is_of(promotion))
        .collect();
    let mut body = counts(all.iter().map(|promotion| promotion.is_enabled));
    let (promotions, has_more) = page.of(all, LARGEST_PAGE);
    let promotions = promotions
        .into_iter()
        .map(|promotion| shown(promotion, now));
    body.insert("promotions".to_owned(), promotions.collect());
    body.insert("has_more".to_owned(), json!(has_more));
    Reply::found(Value::Object(body))
}

pub fn get(state: &State, effect: Effect, id: PromotionId, now: Timestamp) -> Decided<Reply> {
    let promotion = existing_promotion(state, effect, id)?;
    Ok(Reply::found(shown(promotion, now)))
}

fn existing_promotion(
    state: &State,
    effect: Effect,
    id: PromotionId,
) -> Result<&ItemPromotion, Refusal> {
    state
        .item_promotions
        .get(&id)
        .filter(|promotion| effect.is_of(promotion))
        .ok_or(Refusal::NoPromotionOfId {
            id,
            project: state.project.id,
        })
}

fn shown(promotion: &ItemPromotion, now: Timestamp) -> Value {
    let mut body = Map::new();
    let mut put = |name: &str, value: Value| body.insert(name.to_owned(), value);
    put("id", json!(promotion.id));
    put("name", json!(promotion.name));
    for (name, value) in period_fields(&promotion.periods) {
        put(name, value);
    }
    put("is_enabled", json!(promotion.is_enabled));
    match &promotion.kind {
        ItemPromotionKind::Discount {
            percent: off,
            items,
        } => {
            put("discount", percent(*off));
            put("items", named(items.as_deref()));
        }
        ItemPromotionKind::Bonus { condition, bonus } => {
            put("condition", named(condition.as_deref()));
            put("bonus", json!(bonus));
        }
    }
    put("limits", shown_limit(promotion.limit.as_ref(), now));
    if !promotion.attribute_conditions.is_empty() {
        put(
            "attribute_conditions",
            json!(promotion.attribute_conditions),
        );
    }
    if !promotion.price_conditions.is_empty() {
        let conditions = shown_price_conditions(&promotion.price_conditions);
        put("price_conditions", conditions);
    }
    if !promotion.excluded_promotions.is_empty() {
        put("excluded_promotions", json!(promotion.excluded_promotions));
    }
    Value::Object(body)
}

fn named(skus: Option<&[Sku]>) -> Value {
    let bodies = |skus: &[Sku]| skus.iter().map(|sku| json!({ "sku": sku })).collect();
    skus.map_or(Value::Null, bodies)
}
