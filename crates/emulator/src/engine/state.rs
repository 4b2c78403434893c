//! The whole game in memory: a copy of what the database holds.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::change::{Change, Definition, Deletion};
use super::clock::ClockSetting;
use super::daily_chains::DailyChain;
use super::ids::{
    ChainId, ClanId, ExternalId, OrderId, PayStationToken, PlayerId, PromotionCode, PromotionId,
    StepId,
};
use super::item_promotions::ItemPromotion;
use super::items::{Catalog, Currency};
use super::limits::Adjustments;
use super::offer_chains::OfferChain;
use super::orders::{self, Order, OrderStatus};
use super::player::{Clan, Player};
use super::promotions::{Promotion, PromotionKey};
use super::purchases::Purchases;
use super::redemptions::Uses;
use super::reward_chains::RewardChain;

/// The project that is emulated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    pub id: u64,
    /// The key of the admin API.
    pub key: String,
    pub currency: Currency,
}

impl Default for Project {
    fn default() -> Self {
        Self {
            id: 44056,
            key: "emulator".to_owned(),
            currency: Currency("USD".to_owned()),
        }
    }
}

/// The state that every rule reads.
#[derive(Clone, Debug, Default)]
pub struct State {
    pub project: Project,
    pub clock: ClockSetting,
    pub catalog: Catalog,
    pub daily_chains: BTreeMap<ChainId, DailyChain>,
    pub offer_chains: BTreeMap<ChainId, OfferChain>,
    pub reward_chains: BTreeMap<ChainId, RewardChain>,
    pub promotions: BTreeMap<PromotionKey, Promotion>,
    pub item_promotions: BTreeMap<PromotionId, ItemPromotion>,
    pub codes: BTreeMap<PromotionCode, PromotionKey>,
    pub uses: Uses,
    pub purchases: Purchases,
    pub adjustments: Adjustments,
    /// The highest number of a promotion: one that is deleted keeps it while an order or an adjustment
    /// remembers it.
    last_promotion_id: PromotionId,
    pub clans: BTreeMap<ClanId, Clan>,
    pub players: BTreeMap<PlayerId, Player>,
    pub orders: BTreeMap<OrderId, Order>,
    pub orders_by_token: HashMap<PayStationToken, OrderId>,
    /// Orders that wait for their payment, by the time they expire.
    pub unpaid: BTreeSet<(Timestamp, OrderId)>,
}

impl State {
    /// Takes over a change. What is not known to it (a grant is only audited) is left to the database.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Define(definition) => self.define(*definition),
            Change::Delete(deletion) => self.delete(&deletion),
            Change::Code { code, promotion } => {
                self.codes.insert(code, promotion);
            }
            Change::Profile(profile) => match self.players.get_mut(&profile.id) {
                Some(player) => player.profile = profile,
                None => {
                    self.players
                        .insert(profile.id.clone(), Player::new(profile));
                }
            },
            Change::Wallet {
                player,
                sku,
                amount,
            } => {
                self.with_player(&player, |player| {
                    player.wallet.insert(sku, amount);
                });
            }
            Change::Received {
                player,
                sku,
                quantity,
            } => self.with_player(&player, |player| {
                let held = player.inventory.entry(sku).or_default();
                *held = held.saturating_add(quantity);
            }),
            Change::Claim(claim) => self.with_player(&claim.player, |player| {
                let claimed = player.claimed.entry(claim.chain).or_default();
                claimed.add(claim.cycle, claim.step, claim.at);
            }),
            Change::Points(entry) => {
                let player = entry.player.clone();
                self.with_player(&player, |player| player.points.push(entry));
            }
            Change::Order(order) => {
                let by_code = order.code.iter().map(|code| &code.promotion);
                let counted = order.promotions.iter().chain(by_code);
                counted.for_each(|id| self.note(*id));
                self.purchases.add(&order);
                let waiting = (orders::expires_at(&order), order.id);
                if order.status == OrderStatus::New {
                    self.unpaid.insert(waiting);
                } else {
                    self.unpaid.remove(&waiting);
                }
                self.orders_by_token.insert(order.token.clone(), order.id);
                self.orders.insert(order.id, *order);
            }
            Change::Redemption(redemption) => self.uses.add(redemption),
            Change::LimitAdjusted(adjustment) => {
                self.note(adjustment.promotion);
                self.adjustments.add(adjustment);
            }
            Change::Cart { player, cart } => {
                self.with_player(&player, |player| player.cart = Some(cart));
            }
            Change::Clock(setting) => self.clock = setting,
            Change::Grant(_) => {}
        }
    }

    fn define(&mut self, definition: Definition) {
        match definition {
            Definition::Project(project) => self.project = project,
            Definition::Item(item) => {
                self.catalog.items.insert(item.sku.clone(), item);
            }
            Definition::Group(group) => {
                self.catalog.groups.insert(group.external_id.clone(), group);
            }
            Definition::Region(region) => {
                self.catalog.regions.insert(region.id, region);
            }
            Definition::ValuePoint(value_point) => {
                self.catalog
                    .value_points
                    .insert(value_point.sku.clone(), value_point);
            }
            Definition::ValuePointRewards {
                value_point,
                rewards,
            } => {
                self.catalog
                    .value_point_rewards
                    .insert(value_point, rewards);
            }
            Definition::DailyChain(chain) => {
                self.daily_chains.insert(chain.id, chain);
            }
            Definition::OfferChain(chain) => {
                self.offer_chains.insert(chain.id, chain);
            }
            Definition::RewardChain(chain) => {
                self.reward_chains.insert(chain.id, chain);
            }
            Definition::Promotion(promotion) => {
                self.note(promotion.id);
                self.promotions.insert(promotion.key.clone(), promotion);
            }
            Definition::ItemPromotion(promotion) => {
                self.note(promotion.id);
                self.item_promotions.insert(promotion.id, promotion);
            }
            Definition::Upsell(upsell) => self.catalog.upsell = Some(upsell),
            Definition::Clan(clan) => {
                self.clans.insert(clan.id.clone(), clan);
            }
        }
    }

    fn delete(&mut self, deletion: &Deletion) {
        match deletion {
            Deletion::Promotion(key) => {
                self.promotions.remove(key);
                let of_it = self.codes.iter().filter(|(_, promotion)| *promotion == key);
                let codes: Vec<_> = of_it.map(|(code, _)| code.clone()).collect();
                self.uses.forget(key, &codes);
                self.codes.retain(|_, promotion| promotion != key);
            }
            Deletion::ItemPromotion(id) => {
                self.item_promotions.remove(id);
            }
        }
    }

    fn note(&mut self, promotion: PromotionId) {
        self.last_promotion_id = self.last_promotion_id.max(promotion);
    }

    fn with_player(&mut self, id: &PlayerId, change: impl FnOnce(&mut Player)) {
        if let Some(player) = self.players.get_mut(id) {
            change(player);
        }
    }

    /// The next free order number.
    pub fn next_order_id(&self) -> OrderId {
        OrderId(self.orders.last_key_value().map_or(1, |(id, _)| id.0 + 1))
    }

    /// The next free step id; steps of all chains share one numbering.
    pub fn next_step_id(&self) -> StepId {
        let daily = self
            .daily_chains
            .values()
            .flat_map(|chain| &chain.steps)
            .map(|step| step.id);
        let offer = self
            .offer_chains
            .values()
            .flat_map(|chain| &chain.steps)
            .map(|step| step.id);
        let reward = self
            .reward_chains
            .values()
            .flat_map(|chain| &chain.steps)
            .map(|step| step.id);
        StepId(
            daily
                .chain(offer)
                .chain(reward)
                .max()
                .map_or(1, |id| id.0 + 1),
        )
    }

    /// The next free number of a promotion; those of all kinds share one numbering.
    pub fn next_promotion_id(&self) -> PromotionId {
        PromotionId(self.last_promotion_id.0 + 1)
    }

    /// The promotion with codes that has this number.
    pub fn promotion_of(&self, id: PromotionId) -> Option<&Promotion> {
        self.promotions
            .values()
            .find(|promotion| promotion.id == id)
    }

    /// The promotion of a merchant's id, of one kind.
    pub fn promotion(
        &self,
        kind: super::promotions::PromotionKind,
        external_id: &ExternalId,
    ) -> Option<&Promotion> {
        self.promotions.get(&PromotionKey {
            kind,
            external_id: external_id.clone(),
        })
    }
}
