//! Which promotions apply to a purchase.

use rust_decimal::Decimal;

use super::{Applied, Bought, accepts, priced_line, sum};
use crate::engine::availability::is_in_season;
use crate::engine::ids::{PromotionId, Sku};
use crate::engine::item_promotions::{ItemPromotion, ItemPromotionKind};
use crate::engine::limits;
use crate::engine::price_conditions::all_accept;
use crate::engine::promotions::Promotion;
use crate::engine::refusal::Refusal;
use crate::engine::viewer::Viewer;

/// The promotions that apply together.
pub struct Applying<'a> {
    pub code: Option<&'a Promotion>,
    pub promotions: Vec<&'a ItemPromotion>,
}

/// The code first, then discounts and bonuses by their numbers: each unless it and one that applies
/// exclude each other. A code whose conditions do not hold keeps nothing else from applying.
pub fn applied<'a>(
    viewer: &Viewer<'a>,
    bought: &[Bought<'a>],
    code: Option<&'a Promotion>,
) -> Result<Applying<'a>, Refusal> {
    let promotions = item_promotions(viewer, bought, code);
    if let Some(promotion) = code
        && !counts(viewer, bought, &promotions, promotion)?
    {
        return Ok(Applying {
            code: None,
            promotions: item_promotions(viewer, bought, None),
        });
    }
    Ok(Applying { code, promotions })
}

fn item_promotions<'a>(
    viewer: &Viewer<'a>,
    bought: &[Bought<'a>],
    code: Option<&Promotion>,
) -> Vec<&'a ItemPromotion> {
    let mut applied: Vec<&'a ItemPromotion> = Vec::new();
    for promotion in viewer.state.item_promotions.values() {
        let conflicts = |id: PromotionId, excluded: &[PromotionId]| {
            excluded.contains(&promotion.id) || promotion.excluded_promotions.contains(&id)
        };
        let is_excluded = code.is_some_and(|code| conflicts(code.id, &code.excluded_promotions))
            || applied
                .iter()
                .any(|other| conflicts(other.id, &other.excluded_promotions));
        if !is_excluded && is_active(viewer, promotion) && promotion.does_something(bought) {
            applied.push(promotion);
        }
    }
    applied
}

fn is_active(viewer: &Viewer<'_>, promotion: &ItemPromotion) -> bool {
    promotion.is_enabled
        && is_in_season(&promotion.periods, viewer)
        && viewer.meets(&promotion.attribute_conditions)
        && limits::of_item_promotion(viewer.state, viewer.player, promotion, viewer.now)
            .is_none_or(|left| left.available > 0)
}

/// Whether a code's conditions hold: those on the sum as it is with the promotions beside the code.
fn counts<'a>(
    viewer: &Viewer<'a>,
    bought: &[Bought<'a>],
    promotions: &[&'a ItemPromotion],
    code: &Promotion,
) -> Result<bool, Refusal> {
    let on_items = &code.item_price_conditions;
    if !on_items.is_empty() && !bought.iter().any(|line| accepts(on_items, *line)) {
        return Ok(false);
    }
    if code.price_conditions.is_empty() {
        return Ok(true);
    }
    let lines: Vec<_> = bought
        .iter()
        .map(|line| priced_line(viewer, *line, promotions, None, None))
        .collect();
    let sum = sum(&lines)?;
    Ok(sum.is_some_and(|sum| all_accept(&code.price_conditions, sum.amount)))
}

impl ItemPromotion {
    /// What a discount takes off.
    pub(super) fn percent(&self) -> Option<Decimal> {
        match self.kind {
            ItemPromotionKind::Discount { percent, .. } => Some(percent),
            ItemPromotionKind::Bonus { .. } => None,
        }
    }

    fn does_something(&self, bought: &[Bought<'_>]) -> bool {
        match &self.kind {
            ItemPromotionKind::Discount { .. } => {
                bought.iter().any(|line| on_line(self, *line).is_some())
            }
            ItemPromotionKind::Bonus { condition, .. } => {
                let has = |sku: &Sku| bought.iter().any(|line| line.item.sku == *sku);
                condition.iter().flatten().all(has)
                    && bought.iter().any(|line| on_line(self, *line).is_some())
            }
        }
    }
}

/// A promotion as it stands on a line, if the line is one of those it names.
pub fn on_line<'a>(promotion: &'a ItemPromotion, line: Bought<'_>) -> Option<Applied<'a>> {
    let is_named = |skus: &Option<Vec<Sku>>| {
        skus.as_ref()
            .is_none_or(|skus| skus.is_empty() || skus.contains(&line.item.sku))
    };
    if !accepts(&promotion.price_conditions, line) {
        return None;
    }
    match &promotion.kind {
        ItemPromotionKind::Discount { items, .. } => {
            let has_price = line.list_price.is_some_and(|price| !price.is_zero());
            (has_price && is_named(items)).then_some(Applied::Discount(promotion))
        }
        ItemPromotionKind::Bonus { condition, .. } => {
            is_named(condition).then_some(Applied::Bonus(promotion))
        }
    }
}

/// What a code takes off one of a line.
pub fn code_discounts(code: &Promotion, line: Bought<'_>) -> impl Iterator<Item = Decimal> {
    let named = code
        .discounted_items
        .iter()
        .flatten()
        .find(|discounted| discounted.sku == line.item.sku)
        .map(|discounted| discounted.percent);
    let on_items = &code.item_price_conditions;
    let by_condition = code
        .discount
        .filter(|_| !on_items.is_empty() && accepts(on_items, line));
    named.into_iter().chain(by_condition)
}
