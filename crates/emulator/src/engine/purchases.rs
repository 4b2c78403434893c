//! What was bought and which promotions were used: read off the orders when they are paid.

use std::collections::HashMap;

use jiff::Timestamp;

use super::ids::{PlayerId, PromotionId, Sku};
use super::orders::{Order, OrderPurpose};

/// What all paid orders come to, for limits to count.
#[derive(Clone, Debug, Default)]
pub struct Purchases {
    by_player: HashMap<PlayerId, PlayersPurchases>,
    sold: HashMap<Sku, u64>,
}

#[derive(Clone, Debug, Default)]
struct PlayersPurchases {
    items: HashMap<Sku, Vec<(Timestamp, u64)>>,
    promotions: HashMap<PromotionId, Vec<Timestamp>>,
}

/// The time between two resets.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub from: Timestamp,
    pub until: Timestamp,
}

impl Window {
    pub const ALWAYS: Self = Self {
        from: Timestamp::MIN,
        until: Timestamp::MAX,
    };

    pub fn contains(self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }
}

impl Purchases {
    /// Counts an order if it is paid, which is the last that happens to it. What chains give counts for
    /// no limit.
    pub fn add(&mut self, order: &Order) {
        let Some(at) = order.paid_at else { return };
        if matches!(order.purpose, OrderPurpose::OfferStep { .. }) {
            return;
        }
        let players = self.by_player.entry(order.player.clone()).or_default();
        for line in &order.lines {
            let bought = players.items.entry(line.sku.clone()).or_default();
            bought.push((at, line.quantity));
            let sold = self.sold.entry(line.sku.clone()).or_default();
            *sold = sold.saturating_add(line.quantity);
        }
        for promotion in &order.promotions {
            players.promotions.entry(*promotion).or_default().push(at);
        }
    }

    /// How many of an item one player bought, bonuses among them.
    pub fn of_item(&self, player: &PlayerId, sku: &Sku, window: Window) -> u64 {
        let bought = self
            .by_player
            .get(player)
            .and_then(|players| players.items.get(sku));
        bought
            .into_iter()
            .flatten()
            .filter(|(at, _)| window.contains(*at))
            .fold(0, |sum, (_, quantity)| sum.saturating_add(*quantity))
    }

    /// How many of an item were sold to all players.
    pub fn sold(&self, sku: &Sku) -> u64 {
        self.sold.get(sku).copied().unwrap_or_default()
    }

    /// In how many purchases one player used a discount or bonus.
    pub fn uses(&self, player: &PlayerId, promotion: PromotionId, window: Window) -> u64 {
        let uses = self
            .by_player
            .get(player)
            .and_then(|players| players.promotions.get(&promotion));
        let uses = uses.into_iter().flatten();
        uses.filter(|at| window.contains(**at))
            .fold(0, |sum, _| sum + 1)
    }

    /// Everybody who used a discount or bonus.
    pub fn users(&self, promotion: PromotionId) -> impl Iterator<Item = &PlayerId> {
        self.by_player
            .iter()
            .filter(move |(_, players)| players.promotions.contains_key(&promotion))
            .map(|(player, _)| player)
    }
}
