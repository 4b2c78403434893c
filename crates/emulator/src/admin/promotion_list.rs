//! All promotions in one list, and what can be done with any of them by its number.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::item_summary::item_summary;
use super::limit_bodies::shown_limit;
use super::promotion_bodies::{counts, percent, period_fields};
use super::{Input, Reply};
use crate::engine::chain::Quantity;
use crate::engine::change::Definition;
use crate::engine::ids::{PromotionId, Sku};
use crate::engine::item_promotions::{ItemPromotion, ItemPromotionKind};
use crate::engine::promotions::{Promotion, PromotionKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::{Decided, Decision};
use crate::page::LARGEST_PAGE;
use jiff::Timestamp;

/// A promotion of any kind that the list has.
enum Listed<'a> {
    Item(&'a ItemPromotion),
    Code(&'a Promotion),
}

/// All promotions by their number; with `enabled`, those that are or those that are not.
/// The counts are of all, whichever are asked for.
pub fn list(state: &State, input: &Input, now: Timestamp) -> Decided<Reply> {
    let enabled: Option<u8> = input.query("enabled")?;
    if enabled.is_some_and(|enabled| enabled > 1) {
        let problem = "is neither 0 nor 1; leave it out for all";
        return Err(Refusal::invalid("enabled", problem));
    }
    let all = listed(state);
    let mut body = counts(all.values().map(Listed::is_enabled));
    let is_asked = |promotion: &Listed<'_>| {
        enabled.is_none_or(|enabled| (enabled == 1) == promotion.is_enabled())
    };
    let asked = all.into_values().filter(is_asked).collect();
    let (promotions, has_more) = input.page()?.of(asked, LARGEST_PAGE);
    let promotions = promotions
        .iter()
        .map(|promotion| promotion.shown(state, now));
    body.insert("promotions".to_owned(), promotions.collect());
    body.insert("has_more".to_owned(), json!(has_more));
    Ok(Reply::found(Value::Object(body)))
}

/// Activates a promotion of any kind, or deactivates it.
pub fn enable(state: &State, id: PromotionId, is_enabled: bool) -> Decided<Reply> {
    let definition = if let Some(found) = state.item_promotions.get(&id) {
        Definition::ItemPromotion(ItemPromotion {
            is_enabled,
            ..found.clone()
        })
    } else {
        let found = state.promotion_of(id).ok_or(Refusal::PromotionNotUpdated)?;
        Definition::Promotion(Promotion {
            is_enabled,
            ..found.clone()
        })
    };
    Ok(Decision {
        changes: vec![definition.into()],
        reply: Reply::NoContent,
    })
}

/// Unique catalog offers are not among them.
fn listed(state: &State) -> BTreeMap<PromotionId, Listed<'_>> {
    let items = state.item_promotions.values();
    let codes = state
        .promotions
        .values()
        .filter(|promotion| promotion.key.kind != PromotionKind::UniqueCatalogOffer);
    items
        .map(|promotion| (promotion.id, Listed::Item(promotion)))
        .chain(codes.map(|promotion| (promotion.id, Listed::Code(promotion))))
        .collect()
}

impl Listed<'_> {
    fn is_enabled(&self) -> bool {
        match self {
            Self::Item(promotion) => promotion.is_enabled,
            Self::Code(promotion) => promotion.is_enabled,
        }
    }

    fn shown(&self, state: &State, now: Timestamp) -> Value {
        let mut body = Map::new();
        let mut put = |name: &str, value: Value| body.insert(name.to_owned(), value);
        let (id, name, periods) = match self {
            Self::Item(promotion) => (promotion.id, &promotion.name, &promotion.periods),
            Self::Code(promotion) => (promotion.id, &promotion.name, &promotion.periods),
        };
        put("id", json!(id));
        put("name", json!(name));
        for (name, value) in period_fields(periods) {
            put(name, value);
        }
        put("is_enabled", json!(self.is_enabled()));
        put("type", json!(self.kind()));
        put("bonus", bonus(state, self.bonus()));
        put("condition", self.condition(state));
        put("discount", self.discount().map_or(Value::Null, percent));
        if let Self::Item(promotion) = self {
            put("limits", shown_limit(promotion.limit.as_ref(), now));
        }
        Value::Object(body)
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Item(promotion) => match &promotion.kind {
                ItemPromotionKind::Discount { .. } => "item_discount",
                ItemPromotionKind::Bonus {
                    condition: None, ..
                } => "cart_bonus",
                ItemPromotionKind::Bonus { .. } => "item_bonus",
            },
            Self::Code(promotion) if promotion.key.kind == PromotionKind::Coupon => "coupon_bonus",
            Self::Code(promotion) => {
                let takes_off =
                    promotion.discount.is_some() || promotion.discounted_items.is_some();
                match (promotion.bonus.is_empty(), takes_off) {
                    (false, true) => "promocode_bonus_discount",
                    (false, false) => "promocode_bonus",
                    (true, _) => "promocode_discount",
                }
            }
        }
    }

    fn bonus(&self) -> &[Quantity] {
        match self {
            Self::Item(promotion) => match &promotion.kind {
                ItemPromotionKind::Discount { .. } => &[],
                ItemPromotionKind::Bonus { bonus, .. } => bonus,
            },
            Self::Code(promotion) => &promotion.bonus,
        }
    }

    fn discount(&self) -> Option<Decimal> {
        match self {
            Self::Item(promotion) => match promotion.kind {
                ItemPromotionKind::Discount { percent, .. } => Some(percent),
                ItemPromotionKind::Bonus { .. } => None,
            },
            Self::Code(promotion) => promotion.discount,
        }
    }

    /// What it takes: items in the purchase, or a code.
    fn condition(&self, state: &State) -> Value {
        let item = |sku: &Sku| json!({ "item": item_summary(state, sku) });
        match self {
            Self::Item(promotion) => match &promotion.kind {
                ItemPromotionKind::Discount { items, .. } => items.as_ref(),
                ItemPromotionKind::Bonus { condition, .. } => condition.as_ref(),
            }
            .map_or(Value::Null, |skus| skus.iter().map(item).collect()),
            Self::Code(promotion) => json!([{ "item": {
                "external_id": promotion.key.external_id,
                "name": promotion.name,
                "is_enabled": promotion.is_enabled,
                "redeem_total_limit": promotion.redeem_total_limit,
                "redeem_user_limit": promotion.redeem_user_limit,
                "redeem_code_limit": promotion.redeem_code_limit,
            }}]),
        }
    }
}

fn bonus(state: &State, lines: &[Quantity]) -> Value {
    let line = |line: &Quantity| json!({ "item": item_summary(state, &line.sku), "quantity": line.quantity });
    lines.iter().map(line).collect()
}
