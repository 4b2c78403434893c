//! Granting: the one place where players receive something.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::amounts;
use super::chain::{ChainKey, Cycle, Quantity};
use super::change::Change;
use super::ids::{PlayerId, Sku};
use super::items::{Catalog, ItemKind};
use super::player::{Player, PointEntry};
use super::refusal::Refusal;
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
    /// What reaches the wallet and the inventory.
    received: BTreeMap<Sku, u64>,
    refusal: Option<Refusal>,
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
            received: BTreeMap::new(),
            refusal: None,
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
            let received = self.receive(&line.sku, line.quantity, DEEPEST_BUNDLE);
            self.note(received);
        }
        self
    }

    /// Grants the value points that these items earn. Clan points without a clan are lost.
    pub fn points_of<'b>(&mut self, lines: impl IntoIterator<Item = &'b Quantity>) -> &mut Self {
        let earned = self.earn(lines);
        self.note(earned);
        self
    }

    fn earn<'b>(&mut self, lines: impl IntoIterator<Item = &'b Quantity>) -> Result<(), Refusal> {
        let mut earned: BTreeMap<&Sku, (bool, u64)> = BTreeMap::new();
        for line in lines {
            for (value_point, amount) in self.catalog.points_for(&line.sku) {
                let sku = &value_point.sku;
                let entry = earned.entry(sku).or_insert((value_point.is_clan, 0));
                let points = amounts::product(sku, amount, line.quantity)?;
                entry.1 = amounts::sum(sku, entry.1, points)?;
            }
        }
        for (value_point, (is_clan, amount)) in earned {
            let clan = self.player.profile.known_clan.clone().filter(|_| is_clan);
            if amount == 0 || (is_clan && clan.is_none()) {
                continue;
            }
            let before = self.player.points.iter();
            before
                .filter(|entry| entry.value_point == *value_point)
                .try_fold(amount, |sum, entry| {
                    amounts::sum(value_point, sum, entry.amount)
                })?;
            self.audit(GrantKind::ValuePoints, value_point, amount);
            self.changes.push(Change::Points(PointEntry {
                player: self.player.profile.id.clone(),
                value_point: value_point.clone(),
                clan,
                amount,
                at: self.at,
            }));
        }
        Ok(())
    }

    /// Everything granted so far, as changes; refused where it is more than a player can own.
    pub fn finish(mut self) -> Result<Vec<Change>, Refusal> {
        if let Some(refusal) = self.refusal {
            return Err(refusal);
        }
        for (sku, quantity) in self.received {
            let player = self.player.profile.id.clone();
            let is_currency = is_currency(self.catalog, &sku);
            let amount = amounts::sum(&sku, held(self.player, is_currency, &sku), quantity)?;
            self.changes.push(if is_currency {
                Change::Wallet {
                    player,
                    sku,
                    amount,
                }
            } else {
                Change::Received {
                    player,
                    sku,
                    quantity,
                }
            });
        }
        Ok(self.changes)
    }

    fn note(&mut self, outcome: Result<(), Refusal>) {
        self.refusal = self.refusal.take().or(outcome.err());
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

    fn receive(&mut self, sku: &Sku, quantity: u64, depth: usize) -> Result<(), Refusal> {
        if let Some(ItemKind::Bundle { content, .. }) =
            self.catalog.items.get(sku).map(|item| &item.kind)
            && depth > 0
        {
            return content.iter().try_for_each(|part| {
                let quantity = amounts::product(&part.sku, part.quantity, quantity)?;
                self.receive(&part.sku, quantity, depth - 1)
            });
        }
        let received = self.received.entry(sku.clone()).or_default();
        *received = amounts::sum(sku, *received, quantity)?;
        Ok(())
    }
}

fn is_currency(catalog: &Catalog, sku: &Sku) -> bool {
    let item = catalog.items.get(sku);
    item.is_some_and(|item| item.kind == ItemKind::VirtualCurrency)
}

fn held(player: &Player, is_currency: bool, sku: &Sku) -> u64 {
    let kept = if is_currency {
        &player.wallet
    } else {
        &player.inventory
    };
    kept.get(sku).copied().unwrap_or_default()
}
