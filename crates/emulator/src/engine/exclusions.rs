//! Promotions that are never combined: what becomes of it when one of them is deleted.

use super::change::{Change, Definition};
use super::ids::PromotionId;
use super::item_promotions::ItemPromotion;
use super::promotions::Promotion;
use super::state::State;

/// The promotions that excluded a deleted one, without its number: another may have it later.
pub fn without_deleted(state: &State, deleted: PromotionId) -> impl Iterator<Item = Change> {
    let others = move |excluded: &[PromotionId]| -> Option<Vec<PromotionId>> {
        let others = excluded.iter().copied().filter(|id| *id != deleted);
        excluded.contains(&deleted).then(|| others.collect())
    };
    let with_codes = state.promotions.values().filter_map(move |promotion| {
        Some(Definition::Promotion(Promotion {
            excluded_promotions: others(&promotion.excluded_promotions)?,
            ..promotion.clone()
        }))
    });
    let without_codes = state.item_promotions.values().filter_map(move |promotion| {
        Some(Definition::ItemPromotion(ItemPromotion {
            excluded_promotions: others(&promotion.excluded_promotions)?,
            ..promotion.clone()
        }))
    });
    with_codes.chain(without_codes).map(Change::from)
}
