//! How often each player can use a promotion, be it with codes or without.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Adjustment, UserRemaining, remaining, window};
use crate::engine::change::Change;
use crate::engine::ids::{PlayerId, PromotionId};
use crate::engine::promotions::Promotion;
use crate::engine::refusal::Refusal;
use crate::engine::schedule::Schedule;
use crate::engine::state::State;

/// A per-user limit of a promotion of any kind.
#[derive(Clone, Copy)]
pub struct PromotionUserLimit<'a> {
    promotion: PromotionId,
    /// Where it is one with codes.
    codes_of: Option<&'a Promotion>,
    pub total: u64,
    pub schedule: Option<Schedule>,
}

impl<'a> PromotionUserLimit<'a> {
    pub fn of_item_promotion(
        promotion: PromotionId,
        total: u64,
        schedule: Option<Schedule>,
    ) -> Self {
        Self {
            promotion,
            codes_of: None,
            total,
            schedule,
        }
    }

    pub fn of_codes(promotion: &'a Promotion, total: u64) -> Self {
        Self {
            promotion: promotion.id,
            codes_of: Some(promotion),
            total,
            schedule: None,
        }
    }

    pub fn find(state: &'a State, id: PromotionId) -> Result<Self, Refusal> {
        let limit = if let Some(found) = state.item_promotions.get(&id) {
            let limit = found.limit;
            limit.map(|limit| Self::of_item_promotion(id, limit.per_user, limit.schedule))
        } else {
            let found = state.promotion_of(id);
            let found = found.ok_or(Refusal::PromotionNotFound(id))?;
            let total = found.redeem_user_limit;
            total.map(|total| Self::of_codes(found, total))
        };
        limit.ok_or(Refusal::NoUserLimit)
    }

    /// What is left; below zero where the merchant lowered the limit below what was used.
    pub fn raw(&self, state: &State, player: &PlayerId, now: Timestamp) -> i128 {
        let window = window(self.schedule, now);
        let used = match self.codes_of {
            Some(promotion) => state.uses.by_player(&promotion.key, player),
            None => state.purchases.uses(player, self.promotion, window),
        };
        i128::from(self.total) - i128::from(used)
            + state.adjustments.sum(player, self.promotion, window)
    }

    pub fn left(&self, state: &State, player: Option<&PlayerId>, now: Timestamp) -> UserRemaining {
        let available = player.map_or(self.total, |player| {
            let raw = self.raw(state, player, now).max(0);
            u64::try_from(raw).unwrap_or(self.total)
        });
        remaining(self.total, available, self.schedule, now)
    }

    pub fn reset(&self, state: &State, player: &PlayerId, now: Timestamp) -> Option<Change> {
        let missing = i128::from(self.total) - self.raw(state, player, now);
        let by = i64::try_from(missing).ok().filter(|by| *by != 0)?;
        Some(Change::LimitAdjusted(Adjustment {
            player: player.clone(),
            promotion: self.promotion,
            by,
            at: now,
        }))
    }

    pub fn users(&self, state: &'a State) -> BTreeSet<&'a PlayerId> {
        let adjusted = state.adjustments.players(self.promotion);
        match self.codes_of {
            Some(promotion) => adjusted.chain(state.uses.users(&promotion.key)).collect(),
            None => adjusted
                .chain(state.purchases.users(self.promotion))
                .collect(),
        }
    }
}
