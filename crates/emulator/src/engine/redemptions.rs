//! How often codes were used.

use std::collections::HashMap;

use jiff::Timestamp;

use super::ids::{PlayerId, PromotionCode};
use super::promotions::PromotionKey;

/// A use of a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redemption {
    pub promotion: PromotionKey,
    pub code: PromotionCode,
    pub player: PlayerId,
    pub at: Timestamp,
}

/// How often codes were used.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    total: HashMap<PromotionKey, u64>,
    by_player: HashMap<(PromotionKey, PlayerId), u64>,
    by_code: HashMap<PromotionCode, u64>,
}

impl Uses {
    pub fn add(&mut self, redemption: Redemption) {
        *self.total.entry(redemption.promotion.clone()).or_default() += 1;
        *self.by_code.entry(redemption.code).or_default() += 1;
        *self
            .by_player
            .entry((redemption.promotion, redemption.player))
            .or_default() += 1;
    }

    /// Forgets a promotion that was deleted, and its codes with it.
    pub fn forget(&mut self, promotion: &PromotionKey, codes: &[PromotionCode]) {
        self.total.remove(promotion);
        self.by_player.retain(|(key, _), _| key != promotion);
        for code in codes {
            self.by_code.remove(code);
        }
    }

    /// Everybody who used a promotion.
    pub fn users(&self, promotion: &PromotionKey) -> impl Iterator<Item = &PlayerId> {
        self.by_player
            .keys()
            .filter(move |(key, _)| key == promotion)
            .map(|(_, player)| player)
    }

    /// How often a promotion was used.
    pub fn total(&self, promotion: &PromotionKey) -> u64 {
        self.total.get(promotion).copied().unwrap_or_default()
    }

    /// How often one player used it.
    pub fn by_player(&self, promotion: &PromotionKey, player: &PlayerId) -> u64 {
        let key = (promotion.clone(), player.clone());
        self.by_player.get(&key).copied().unwrap_or_default()
    }

    /// How often one code was used.
    pub fn by_code(&self, code: &PromotionCode) -> u64 {
        self.by_code.get(code).copied().unwrap_or_default()
    }
}
