//! What a decision changes: each is one or a few rows in the database, and one step of `State`.

use super::cart::Cart;
use super::chain::Claim;
use super::clock::ClockSetting;
use super::daily_chains::DailyChain;
use super::grants::Grant;
use super::ids::{PlayerId, PromotionCode, PromotionId, Sku};
use super::item_promotions::ItemPromotion;
use super::items::{Item, ItemGroup, Region, Upsell, ValuePoint};
use super::limits::Adjustment;
use super::offer_chains::OfferChain;
use super::orders::Order;
use super::player::{Clan, PointEntry, Profile};
use super::promotions::{Promotion, PromotionKey};
use super::redemptions::Redemption;
use super::reward_chains::RewardChain;
use super::state::Project;
use std::collections::BTreeMap;

/// A durable change.
#[derive(Clone, Debug)]
pub enum Change {
    /// Something a merchant defined, new or replaced.
    Define(Box<Definition>),
    /// Something a merchant deleted.
    Delete(Deletion),
    /// A new code of a promotion.
    Code {
        code: PromotionCode,
        promotion: PromotionKey,
    },
    /// A player, new or replaced.
    Profile(Profile),
    /// An amount of virtual currency, replacing the one before.
    Wallet {
        player: PlayerId,
        sku: Sku,
        amount: u64,
    },
    /// Items received.
    Received {
        player: PlayerId,
        sku: Sku,
        quantity: u64,
    },
    /// A claimed step.
    Claim(Claim),
    /// A row of the audit.
    Grant(Grant),
    /// Value points earned.
    Points(PointEntry),
    /// An order, new or replaced.
    Order(Box<Order>),
    /// A use of a code.
    Redemption(Redemption),
    /// What a merchant added to a player's limit of a promotion, or took from it.
    LimitAdjusted(Adjustment),
    /// A player's cart, replacing the one before.
    Cart { player: PlayerId, cart: Cart },
    /// The clock.
    Clock(ClockSetting),
}

/// What a merchant defines.
#[derive(Clone, Debug)]
pub enum Definition {
    Project(Project),
    Item(Item),
    Group(ItemGroup),
    Region(Region),
    ValuePoint(ValuePoint),
    ValuePointRewards {
        value_point: Sku,
        rewards: BTreeMap<Sku, u64>,
    },
    DailyChain(DailyChain),
    OfferChain(OfferChain),
    RewardChain(RewardChain),
    Promotion(Promotion),
    ItemPromotion(ItemPromotion),
    Upsell(Upsell),
    Clan(Clan),
}

/// What a merchant can delete.
#[derive(Clone, Debug)]
pub enum Deletion {
    /// A promotion with its codes and their uses.
    Promotion(PromotionKey),
    ItemPromotion(PromotionId),
}

impl From<Definition> for Change {
    fn from(definition: Definition) -> Self {
        Self::Define(Box::new(definition))
    }
}
