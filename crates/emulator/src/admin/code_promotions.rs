//! Promotions that codes lead to, as merchants define them: coupons, promo codes and unique catalog offers.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Reply;
use super::chain_bodies::{ItemLine, existing};
use super::code_promotion_replies::shown;
use super::conditions::{
    PriceConditionBody, attribute_conditions, excluded_promotions, price_conditions,
};
use super::promotion_bodies::{
    DiscountBody, bonus, check_names, checked_percent, counts, periods, required_percent,
};
use crate::engine::change::{Change, Definition, Deletion};
use crate::engine::date::{OffsetDate, Period};
use crate::engine::exclusions::without_deleted;
use crate::engine::ids::{ExternalId, PromotionCode, PromotionId, Sku};
use crate::engine::promotions::{DiscountedItem, Promotion, PromotionKey, PromotionKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};
use crate::page::{LARGEST_PAGE, Page};

const LONGEST_EXTERNAL_ID: usize = 255;

/// The body of one, new or replaced; which fields count depends on its kind.
#[derive(Debug, Deserialize)]
pub struct Body {
    external_id: Option<ExternalId>,
    name: LocaleMap,
    date_start: Option<OffsetDate>,
    date_end: Option<OffsetDate>,
    promotion_periods: Option<Vec<Period>>,
    bonus: Option<Vec<ItemLine>>,
    items: Option<Vec<Sku>>,
    redeem_total_limit: Option<u64>,
    redeem_user_limit: Option<u64>,
    redeem_code_limit: Option<u64>,
    discount: Option<DiscountBody>,
    discounted_items: Option<Vec<DiscountedItemBody>>,
    attribute_conditions: Option<Vec<Value>>,
    price_conditions: Option<Vec<PriceConditionBody>>,
    item_price_conditions: Option<Vec<PriceConditionBody>>,
    excluded_promotions: Option<Vec<PromotionId>>,
}

#[derive(Debug, Deserialize)]
struct DiscountedItemBody {
    sku: Sku,
    discount: DiscountBody,
}

pub fn create(state: &State, kind: PromotionKind, mut body: Body) -> Decided<Reply> {
    let external_id = body
        .external_id
        .take()
        .ok_or_else(|| Refusal::MissingProperty("external_id".to_owned()))?;
    check_external_id(&external_id)?;
    if state.promotion(kind, &external_id).is_some() {
        let problem = format!("\"{external_id}\" is taken; choose another");
        return Err(Refusal::invalid("external_id", problem));
    }
    let reply = Reply::Created(json!({ "external_id": external_id }));
    let key = PromotionKey { kind, external_id };
    let promotion = defined(state, key, state.next_promotion_id(), true, body)?;
    Ok(Decision {
        changes: vec![Definition::Promotion(promotion).into()],
        reply,
    })
}

/// Replaces one. Its codes, what they were used for and whether it is enabled stay.
pub fn update(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
    body: Body,
) -> Decided<Reply> {
    let before = existing_promotion(state, kind, external_id)?;
    let is_other = |given: &&ExternalId| **given != before.key.external_id;
    if let Some(given) = body.external_id.as_ref().filter(is_other) {
        let problem = format!(
            "is \"{given}\" and cannot be changed; leave it out, or write \"{}\"",
            before.key.external_id
        );
        return Err(Refusal::invalid("external_id", problem));
    }
    let promotion = defined(
        state,
        before.key.clone(),
        before.id,
        before.is_enabled,
        body,
    )?;
    Ok(Decision {
        changes: vec![Definition::Promotion(promotion).into()],
        reply: Reply::NoContent,
    })
}

pub fn enable(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
    is_enabled: bool,
) -> Decided<Reply> {
    let mut promotion = existing_promotion(state, kind, external_id)?.clone();
    promotion.is_enabled = is_enabled;
    Ok(Decision {
        changes: vec![Definition::Promotion(promotion).into()],
        reply: Reply::NoContent,
    })
}

/// Deletes one with its codes, which are free for others then.
pub fn delete(state: &State, kind: PromotionKind, external_id: ExternalId) -> Decided<Reply> {
    let promotion = existing_promotion(state, kind, external_id)?;
    let mut changes = vec![Change::Delete(Deletion::Promotion(promotion.key.clone()))];
    changes.extend(without_deleted(state, promotion.id));
    Ok(Decision {
        changes,
        reply: Reply::NoContent,
    })
}

fn check_external_id(external_id: &ExternalId) -> Result<(), Refusal> {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let text = external_id.as_str();
    if (1..=LONGEST_EXTERNAL_ID).contains(&text.len()) && text.bytes().all(is_allowed) {
        return Ok(());
    }
    let problem =
        format!("\"{text}\" is no id; use 1 to 255 letters, digits, periods, dashes, underscores");
    Err(Refusal::invalid("external_id", problem))
}

impl Body {
    /// Without the fields that a kind does not have.
    fn of(self, kind: PromotionKind) -> Self {
        let without_prices = |body: Self| Self {
            discount: None,
            discounted_items: None,
            price_conditions: None,
            item_price_conditions: None,
            excluded_promotions: None,
            ..body
        };
        match kind {
            PromotionKind::PromoCode => Self {
                items: None,
                ..self
            },
            PromotionKind::Coupon => Self {
                items: None,
                ..without_prices(self)
            },
            PromotionKind::UniqueCatalogOffer => Self {
                bonus: None,
                attribute_conditions: None,
                ..without_prices(self)
            },
        }
    }
}

fn defined(
    state: &State,
    key: PromotionKey,
    id: PromotionId,
    is_enabled: bool,
    body: Body,
) -> Result<Promotion, Refusal> {
    check_names(&body.name)?;
    let body = body.of(key.kind);
    let percent = body.discount.and_then(|discount| discount.percent);
    let of_items = body.item_price_conditions;
    Ok(Promotion {
        key,
        id,
        name: body.name,
        is_enabled,
        periods: periods(body.date_start, body.date_end, body.promotion_periods)?,
        bonus: bonus(state, body.bonus.unwrap_or_default())?,
        items: offered(state, body.items.unwrap_or_default())?,
        discount: percent
            .map(|percent| checked_percent("discount.percent", percent))
            .transpose()?,
        discounted_items: body
            .discounted_items
            .map(|items| discounted_items(state, items))
            .transpose()?,
        redeem_total_limit: body.redeem_total_limit,
        redeem_user_limit: body.redeem_user_limit,
        redeem_code_limit: body.redeem_code_limit,
        attribute_conditions: attribute_conditions(body.attribute_conditions)?,
        price_conditions: price_conditions("price_conditions", body.price_conditions)?,
        item_price_conditions: price_conditions("item_price_conditions", of_items)?,
        excluded_promotions: excluded_promotions(state, id, body.excluded_promotions)?,
    })
}

/// The items that only the codes of an offer show.
fn offered(state: &State, skus: Vec<Sku>) -> Result<Vec<Sku>, Refusal> {
    for (index, sku) in skus.iter().enumerate() {
        existing(state, &format!("items[{index}]"), sku)?;
    }
    Ok(skus)
}

fn discounted_items(
    state: &State,
    bodies: Vec<DiscountedItemBody>,
) -> Result<Vec<DiscountedItem>, Refusal> {
    let item = |(index, body): (usize, DiscountedItemBody)| {
        let path = format!("discounted_items[{index}]");
        existing(state, &format!("{path}.sku"), &body.sku)?;
        Ok(DiscountedItem {
            percent: required_percent(&format!("{path}.discount"), &body.discount)?,
            sku: body.sku,
        })
    };
    bodies.into_iter().enumerate().map(item).collect()
}

/// All of one kind.
pub fn list(state: &State, kind: PromotionKind, page: Page) -> Decision<Reply> {
    let all: Vec<_> = state
        .promotions
        .values()
        .filter(|promotion| promotion.key.kind == kind)
        .collect();
    let mut body = counts(all.iter().map(|promotion| promotion.is_enabled));
    let (promotions, has_more) = page.of(all, LARGEST_PAGE);
    let items = promotions
        .into_iter()
        .map(|promotion| shown(state, promotion));
    body.insert("items".to_owned(), items.collect());
    body.insert("has_more".to_owned(), json!(has_more));
    Reply::found(Value::Object(body))
}

pub fn get(state: &State, kind: PromotionKind, external_id: ExternalId) -> Decided<Reply> {
    let promotion = existing_promotion(state, kind, external_id)?;
    Ok(Reply::found(shown(state, promotion)))
}

/// The one that a code leads to.
pub fn by_code(state: &State, code: &PromotionCode) -> Decided<Reply> {
    let promotion = state
        .codes
        .get(code)
        .and_then(|key| state.promotions.get(key))
        .ok_or(Refusal::CodeNotFound)?;
    Ok(Reply::found(shown(state, promotion)))
}

/// The one of a merchant's id.
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
