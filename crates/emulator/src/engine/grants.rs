//! Granting: the one place where players receive something.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::chain::{ChainKey, Cycle, Quantity};
use super::change::Change;
use super::ids::{PlayerId, Sku};
use super::items::{Catalog, ItemKind};
use super::player::{Player, PointEntry};
use super::state::State;

/// Bundles in bundles are opened this deep; a bundle that holds itself ends here.
const DEEPEST_BUNDLE: usize = 8;

/// Why something was granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GrantKind {
    DailyChain,
    OfferChain,
    RewardChain,
    ClanUpdate,
    Coupon,
    Order,
    ValuePoints,
}

impl GrantKind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::DailyChain => "daily_chain",
            Self::OfferChain => "offer_chain",
            Self::RewardChain => "reward_chain",
            Self::ClanUpdate => "clan_update",
            Self::Coupon => "coupon",
            Self::Order => "order",
            Self::ValuePoints => "value_points",
        }
    }
}

/// A step of a chain as the source of a grant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GrantedStep {
    pub chain: ChainKey,
    pub step: u64,
    pub cycle: Cycle,
}

/// Something a player received: a row of the audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    pub player: PlayerId,
    pub kind: GrantKind,
    pub step: Option<GrantedStep>,
    pub sku: Sku,
    pub quantity: u64,
    pub at: Timestamp,
}

/// What one player receives in one decision.
#[derive(Debug)]
pub struct Granting<'a> {
    catalog: &'a Catalog,
    player: &'a Player,
    kind: GrantKind,
    step: Option<GrantedStep>,
    at: Timestamp,
    changes: Vec<Change>,
    wallet: BTreeMap<Sku, u64>,
}

impl<'a> Granting<'a> {
    pub fn new(state: &'a State, player: &'a Player, kind: GrantKind, at: Timestamp) -> Self {
        Self {
            catalog: &state.catalog,
            player,
            kind,
            step: None,
            at,
            changes: Vec::new(),
            wallet: BTreeMap::new(),
        }
    }

    /// Names the step that the following grants come from.
    pub fn of_step(&mut self, step: GrantedStep) -> &mut Self {
        self.step = Some(step);
        self
    }

    /// Grants items: a row in the audit as they are named, and in the bag what is in them.
    pub fn items<'b>(&mut self, lines: impl IntoIterator<Item = &'b Quantity>) -> &mut Self {
        for line in lines {
            self.audit(self.kind, &line.sku, line.quantity);
            self.receive(&line.sku, line.quantity, DEEPEST_BUNDLE);
        }
        self
    }

    /// Grants the value points that these items earn. Clan points without a clan are lost.
    pub fn points_of<'b>(&mut self, lines: impl IntoIterator<Item = &'b Quantity>) -> &mut Self {
        let mut earned: BTreeMap<&Sku, (bool, u64)> = BTreeMap::new();
        for line in lines {
            for (value_point, amount) in self.catalog.points_for(&line.sku) {
                let entry = earned
                    .entry(&value_point.sku)
                    .or_insert((value_point.is_clan, 0));
                entry.1 = entry.1.saturating_add(amount.saturating_mul(line.quantity));
            }
        }
        for (value_point, (is_clan, amount)) in earned {
            let clan = self.player.profile.known_clan.clone().filter(|_| is_clan);
            if amount == 0 || (is_clan && clan.is_none()) {
                continue;
            }
            self.audit(GrantKind::ValuePoints, value_point, amount);
            self.changes.push(Change::Points(PointEntry {
                player: self.player.profile.id.clone(),
                value_point: value_point.clone(),
                clan,
                amount,
                at: self.at,
            }));
        }
        self
    }

    /// Everything granted so far, as changes.
    pub fn finish(self) -> Vec<Change> {
        let player = &self.player.profile.id;
        let balances = self.wallet.into_iter().map(|(sku, amount)| Change::Wallet {
            player: player.clone(),
            sku,
            amount,
        });
        self.changes.into_iter().chain(balances).collect()
    }

    fn audit(&mut self, kind: GrantKind, sku: &Sku, quantity: u64) {
        self.changes.push(Change::Grant(Grant {
            player: self.player.profile.id.clone(),
            kind,
            step: self.step,
            sku: sku.clone(),
            quantity,
            at: self.at,
        }));
    }

    fn receive(&mut self, sku: &Sku, quantity: u64, depth: usize) {
        match self.catalog.items.get(sku).map(|item| &item.kind) {
            Some(ItemKind::Bundle { content, .. }) if depth > 0 => {
                for part in content {
                    self.receive(&part.sku, part.quantity.saturating_mul(quantity), depth - 1);
                }
            }
            Some(ItemKind::VirtualCurrency) => {
                let before = self.player.wallet.get(sku).copied().unwrap_or_default();
                let balance = self.wallet.entry(sku.clone()).or_insert(before);
                *balance = balance.saturating_add(quantity);
            }
            _ => self.changes.push(Change::Received {
                player: self.player.profile.id.clone(),
                sku: sku.clone(),
                quantity,
            }),
        }
    }
}
