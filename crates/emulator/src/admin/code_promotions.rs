//! Promotions that codes lead to, as merchants define them: coupons and promo codes.

use serde::Deserialize;
use serde_json::json;

use super::chain_bodies::{ItemLine, existing};
use super::code_promotion_replies::shown;
use super::promotion_bodies::{
    DiscountBody, bonus, check_names, checked_percent, periods, required_percent,
};
use super::{Page, Reply};
use crate::engine::change::Definition;
use crate::engine::conditions::AttributeCondition;
use crate::engine::date::{OffsetDate, Period};
use crate::engine::ids::{ExternalId, PromotionCode, PromotionId, Sku};
use crate::engine::price_conditions::PriceCondition;
use crate::engine::promotions::{DiscountedItem, Promotion, PromotionKey, PromotionKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};

pub const LARGEST_PAGE: usize = 50;
const LONGEST_EXTERNAL_ID: usize = 255;

/// The body of a coupon or promo code, new or replaced.
#[derive(Debug, Deserialize)]
pub struct Body {
    external_id: Option<ExternalId>,
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
struct DiscountedItemBody {
    sku: Sku,
    discount: DiscountBody,
}

/// Creates one.
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
        reply: Reply::Done,
    })
}

/// Activates one, or deactivates it.
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
        reply: Reply::Done,
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

fn defined(
    state: &State,
    key: PromotionKey,
    id: PromotionId,
    is_enabled: bool,
    body: Body,
) -> Result<Promotion, Refusal> {
    check_names(&body.name)?;
    Ok(Promotion {
        key,
        id,
        items: Vec::new(),
        name: body.name,
        is_enabled,
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
    })
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
    let active = all.iter().filter(|promotion| promotion.is_enabled).count();
    let total = all.len();
    let (promotions, has_more) = page.of(all, LARGEST_PAGE);
    let items: Vec<_> = promotions
        .into_iter()
        .map(|promotion| shown(state, promotion))
        .collect();
    Reply::found(json!({
        "items": items,
        "has_more": has_more,
        "total_promotions_count": total,
        "active_promotions_count": active,
        "inactive_promotions_count": total - active,
    }))
}

/// One of them.
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
