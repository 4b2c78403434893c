//! Discounts and bonuses: promotions that need no code.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::chain::Quantity;
use super::conditions::AttributeCondition;
use super::date::Period;
use super::ids::{PromotionId, Sku};
use super::price_conditions::PriceCondition;
use super::schedule::Schedule;
use super::text::LocaleMap;

/// A discount or bonus as a merchant defined it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemPromotion {
    pub id: PromotionId,
    pub kind: ItemPromotionKind,
    pub name: LocaleMap,
    pub is_enabled: bool,
    /// No period means always.
    pub periods: Vec<Period>,
    pub attribute_conditions: Vec<AttributeCondition>,
    /// Conditions on the list price of an item.
    pub price_conditions: Vec<PriceCondition>,
    pub limit: Option<PromotionLimit>,
    pub excluded_promotions: Vec<PromotionId>,
}

/// What a promotion does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ItemPromotionKind {
    /// Takes a percentage off these items; off any, where none are named.
    Discount {
        percent: Decimal,
        items: Option<Vec<Sku>>,
    },
    /// Gives something to a purchase that holds all of these items; to any, where none are named.
    Bonus {
        condition: Option<Vec<Sku>>,
        bonus: Vec<Quantity>,
    },
}

/// How often one player can use a promotion, in all or between two resets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromotionLimit {
    pub per_user: u64,
    pub schedule: Option<Schedule>,
}
