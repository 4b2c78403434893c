//! Promotions with codes: what they give, to whom, how often, and until when.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Decision;
use super::chain::Quantity;
use super::change::Change;
use super::conditions::AttributeCondition;
use super::date::Period;
use super::ids::{ExternalId, PromotionCode, PromotionId, Sku};
use super::items::{Item, UnitItem};
use super::limits;
use super::player::Player;
use super::price_conditions::PriceCondition;
use super::refusal::Refusal;
use super::state::State;
use super::text::LocaleMap;
use super::viewer::Viewer;

/// Coupons give items; promo codes discount a cart; unique catalog offers show hidden items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PromotionKind {
    Coupon,
    PromoCode,
    UniqueCatalogOffer,
}

impl PromotionKind {
    /// How the API calls it in `type`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coupon => "coupon",
            Self::PromoCode => "promocode",
            Self::UniqueCatalogOffer => "unique_catalog_offer",
        }
    }

    /// The answer to a code that is not one of these.
    pub fn code_invalid(self) -> Refusal {
        match self {
            Self::Coupon => Refusal::CouponCodeInvalid,
            Self::PromoCode | Self::UniqueCatalogOffer => Refusal::PromoCodeInvalid,
        }
    }

    /// The answer to a merchant's id that is not one of these.
    pub fn not_found(self) -> Refusal {
        match self {
            Self::Coupon | Self::UniqueCatalogOffer => Refusal::CouponNotFound,
            Self::PromoCode => Refusal::PromoCodeNotFound,
        }
    }
}

/// A promotion with codes among all of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PromotionKey {
    pub kind: PromotionKind,
    pub external_id: ExternalId,
}

/// A promotion with codes as a merchant defined it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promotion {
    pub key: PromotionKey,
    pub id: PromotionId,
    pub name: LocaleMap,
    pub is_enabled: bool,
    /// No period means always.
    pub periods: Vec<Period>,
    pub bonus: Vec<Quantity>,
    /// What a unique catalog offer hides from those without its code; empty for other kinds.
    pub items: Vec<Sku>,
    /// Off the whole cart, in percent.
    pub discount: Option<Decimal>,
    pub discounted_items: Option<Vec<DiscountedItem>>,
    pub redeem_total_limit: Option<u64>,
    pub redeem_user_limit: Option<u64>,
    pub redeem_code_limit: Option<u64>,
    pub attribute_conditions: Vec<AttributeCondition>,
    /// Conditions on the sum of the cart.
    pub price_conditions: Vec<PriceCondition>,
    /// Conditions on the list price of an item: with them, the discount is off those items.
    pub item_price_conditions: Vec<PriceCondition>,
    pub excluded_promotions: Vec<PromotionId>,
}

/// Off one item, in percent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscountedItem {
    pub sku: Sku,
    pub percent: Decimal,
}

/// The choices made for units: the unit's SKU, and the unit item picked.
pub type SelectedUnitItems = BTreeMap<Sku, Sku>;

/// Finds out whether a code is a coupon's or a promo code's, and whether this player can use it.
pub fn verify<'a>(
    state: &'a State,
    player: &'a Player,
    code: &PromotionCode,
    now: Timestamp,
) -> Result<&'a Promotion, Refusal> {
    let key = state.codes.get(code).ok_or(Refusal::CodeNotFound)?;
    usable(state, key.kind, player, code, now).map_err(|refusal| match refusal {
        Refusal::CouponCodeInvalid | Refusal::PromoCodeInvalid => Refusal::CodeNotFound,
        other => other,
    })
}

/// The promotion behind a code, if this player can use it now.
pub fn usable<'a>(
    state: &'a State,
    kind: PromotionKind,
    player: &'a Player,
    code: &PromotionCode,
    now: Timestamp,
) -> Result<&'a Promotion, Refusal> {
    let viewer = Viewer::new(state, Some(player), now);
    usable_among(&viewer, &[kind], code).map_err(|refusal| match refusal {
        Refusal::PromoCodeInvalid => kind.code_invalid(),
        other => other,
    })
}

/// The promotion behind a code that a cart or order takes: a promo code's, or a unique catalog
/// offer's, if this viewer can use it now.
pub fn usable_in_cart<'a>(
    viewer: &Viewer<'a>,
    code: &PromotionCode,
) -> Result<&'a Promotion, Refusal> {
    let kinds = [PromotionKind::PromoCode, PromotionKind::UniqueCatalogOffer];
    usable_among(viewer, &kinds, code)
}

fn usable_among<'a>(
    viewer: &Viewer<'a>,
    kinds: &[PromotionKind],
    code: &PromotionCode,
) -> Result<&'a Promotion, Refusal> {
    let promotion = viewer
        .state
        .codes
        .get(code)
        .filter(|key| kinds.contains(&key.kind))
        .and_then(|key| viewer.state.promotions.get(key))
        .filter(|promotion| promotion.is_enabled)
        .filter(|promotion| viewer.meets(&promotion.attribute_conditions))
        .ok_or(Refusal::PromoCodeInvalid)?;
    promotion.check_period(viewer.now)?;
    promotion.check_region(viewer)?;
    promotion.check_limits(viewer, code)?;
    Ok(promotion)
}

impl Promotion {
    /// Before its first period a code is unknown; between periods and after the last it is expired.
    fn check_period(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.periods.is_empty() || self.periods.iter().any(|period| period.contains(now)) {
            return Ok(());
        }
        if self.periods.iter().any(|period| period.has_ended(now)) {
            return Err(Refusal::CodeExpired);
        }
        Err(Refusal::PromoCodeInvalid)
    }

    fn check_region(&self, viewer: &Viewer<'_>) -> Result<(), Refusal> {
        let catalog = &viewer.state.catalog;
        let is_locked = self
            .bonus_items(viewer.state)
            .any(|(item, _)| !catalog.is_sold_in(item, viewer.country));
        if is_locked {
            Err(Refusal::RegionLocked)
        } else {
            Ok(())
        }
    }

    /// Refuses a code that was used as often as it, its promotion or the viewer can.
    pub fn check_limits(&self, viewer: &Viewer<'_>, code: &PromotionCode) -> Result<(), Refusal> {
        let state = viewer.state;
        let used = state.uses.total(&self.key);
        let player = viewer.player.map(|player| &player.profile.id);
        let per_user = limits::of_promotion(state, player, self, viewer.now);
        if self.redeem_total_limit.is_some_and(|limit| used >= limit)
            || per_user.is_some_and(|left| left.available == 0)
            || limits::of_code(state, self, code).is_some_and(|left| left.available == 0)
        {
            return Err(Refusal::RedemptionLimitReached);
        }
        Ok(())
    }

    /// What it gives, with each item's definition.
    pub fn bonus_items<'a>(&'a self, state: &'a State) -> impl Iterator<Item = (&'a Item, u64)> {
        self.bonus
            .iter()
            .filter_map(|line| Some((state.catalog.items.get(&line.sku)?, line.quantity)))
    }

    /// Whether the player has to choose among unit items.
    pub fn is_selectable(&self, state: &State) -> bool {
        self.bonus_items(state)
            .any(|(item, _)| item.unit_items().len() > 1)
    }

    /// What it gives once the player's choices are taken in.
    pub fn chosen_bonus<'a>(
        &'a self,
        state: &'a State,
        selected: &SelectedUnitItems,
    ) -> Result<Vec<ChosenBonus<'a>>, Refusal> {
        for unit in selected.keys() {
            let is_offered = self
                .bonus_items(state)
                .any(|(item, _)| item.sku == *unit && !item.unit_items().is_empty());
            if !is_offered {
                return Err(Refusal::invalid(
                    format!("selected_unit_items.{unit}"),
                    "the code gives no such unit; leave it out",
                ));
            }
        }
        self.bonus_items(state)
            .map(|(item, quantity)| {
                let unit_item = choose(item, selected.get(&item.sku))?;
                Ok(ChosenBonus {
                    item,
                    unit_item,
                    quantity,
                })
            })
            .collect()
    }
}

/// One thing that a code gives this player.
#[derive(Clone, Copy, Debug)]
pub struct ChosenBonus<'a> {
    pub item: &'a Item,
    pub unit_item: Option<&'a UnitItem>,
    pub quantity: u64,
}

impl ChosenBonus<'_> {
    /// What lands in the bag.
    pub fn granted(&self) -> Quantity {
        let sku = self
            .unit_item
            .map_or(&self.item.sku, |unit_item| &unit_item.sku);
        Quantity {
            sku: sku.clone(),
            quantity: self.quantity,
        }
    }
}

fn choose<'a>(item: &'a Item, selected: Option<&Sku>) -> Result<Option<&'a UnitItem>, Refusal> {
    let path = || format!("selected_unit_items.{}", item.sku);
    match (item.unit_items(), selected) {
        ([], _) => Ok(None),
        ([only], None) => Ok(Some(only)),
        (_, None) => Err(Refusal::MissingProperty(path())),
        (unit_items, Some(selected)) => unit_items
            .iter()
            .find(|unit_item| unit_item.sku == *selected)
            .map(Some)
            .ok_or_else(|| {
                let offered: Vec<_> = unit_items.iter().map(|unit| unit.sku.as_str()).collect();
                let problem = format!("\"{selected}\" is not one of {}", offered.join(", "));
                Refusal::invalid(path(), problem)
            }),
    }
}

/// Issues a code, unless any coupon or promo code has it already.
pub fn issue_code(
    state: &State,
    promotion: PromotionKey,
    code: PromotionCode,
) -> Result<Decision<PromotionCode>, Refusal> {
    if !state.promotions.contains_key(&promotion) {
        return Err(promotion.kind.not_found());
    }
    if state.codes.contains_key(&code) {
        return Err(Refusal::CodeExists);
    }
    Ok(Decision {
        changes: vec![Change::Code {
            code: code.clone(),
            promotion,
        }],
        reply: code,
    })
}
