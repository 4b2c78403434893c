//! The rules, area by area, as tables: what is done, and what must come of it.

mod carts;
mod catalog;
mod clans;
mod clock;
mod codes;
mod conditions;
mod daily_chains;
mod expiry;
mod grants;
mod limits;
mod offer_chains;
mod orders;
mod pricing;
mod purchase_properties;
mod reward_chains;
mod shop;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use super::Decided;
use super::change::{Change, Definition};
use super::ids::{PayStationToken, PlayerId, Sku};
use super::items::Item;
use super::player::Player;
use super::refusal::Refusal;
use super::state::State;
use crate::seed::Seed;

/// A game with a clock in the test's hand.
struct Game {
    state: State,
    now: Timestamp,
    tokens: u32,
}

impl Game {
    /// A game of these items and players, and of what a test adds.
    fn with(entries: &[Value]) -> Self {
        let mut all = vec![
            item("wick", "1.00"),
            item("lamp", "2.50"),
            item("cloak", "10.00"),
            json!({ "operation": "admin-create-virtual-currency", "body": {
                "sku": "ember", "name": { "en": "Ember" }
            }}),
            json!({ "operation": "admin-create-bundle", "body": {
                "sku": "kit", "name": { "en": "Kit" },
                "prices": [{ "amount": "5.00", "currency": "USD" }],
                "content": [{ "sku": "wick", "quantity": 3 }, { "sku": "ember", "quantity": 10 }],
            }}),
        ];
        all.extend_from_slice(entries);
        all.push(json!({ "players": [
            { "player_id": "mira", "name": "Mira", "wallet": { "ember": 5 } },
            { "player_id": "tobin", "name": "Tobin" },
        ]}));
        let now = at("2024-01-01T00:00:00Z");
        let mut state = State::default();
        for change in Seed::from(all).changes(now).expect("a good seed") {
            state.apply(change);
        }
        Self {
            state,
            now,
            tokens: 0,
        }
    }

    fn player(&self, id: &str) -> &Player {
        &self.state.players[&PlayerId::from(id)]
    }

    /// Lets a player do something, and takes over what it changes.
    fn act<T>(
        &mut self,
        id: &str,
        rule: impl FnOnce(&State, &Player, Timestamp, PayStationToken) -> Decided<T>,
    ) -> Result<T, Refusal> {
        self.tokens += 1;
        let token = PayStationToken(format!("token-{}", self.tokens));
        let decision = rule(&self.state, self.player(id), self.now, token)?;
        for change in decision.changes {
            self.state.apply(change);
        }
        Ok(decision.reply)
    }

    fn apply(&mut self, change: impl Into<Change>) {
        self.state.apply(change.into());
    }

    /// What a merchant changes of an item.
    fn change_item(&mut self, sku: &str, change: impl FnOnce(&mut Item)) {
        let mut item = self.state.catalog.items[&Sku::from(sku)].clone();
        change(&mut item);
        self.apply(Definition::Item(item));
    }

    fn pass(&mut self, hours: i64) {
        self.now = self
            .now
            .checked_add(SignedDuration::from_hours(hours))
            .expect("a time");
    }

    fn held(&self, id: &str, sku: &str) -> u64 {
        let player = self.player(id);
        let found = player
            .inventory
            .get(&sku.into())
            .or_else(|| player.wallet.get(&sku.into()));
        found.copied().unwrap_or_default()
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("a time")
}

fn item(sku: &str, price: &str) -> Value {
    json!({ "operation": "admin-create-virtual-item", "body": {
        "sku": sku, "name": { "en": sku }, "prices": [{ "amount": price, "currency": "USD" }],
    }})
}

/// Why a step was refused, in a word.
fn reason<T>(outcome: &Result<T, Refusal>) -> &'static str {
    match outcome {
        Ok(_) => "ok",
        Err(Refusal::AlreadyClaimed { .. }) => "claimed",
        Err(Refusal::StepNotClaimable { .. }) => "not claimable",
        Err(Refusal::StepNotFound { .. }) => "no step",
        Err(Refusal::ChainNotFound { .. }) => "no chain",
        Err(Refusal::NotEnoughPoints { .. }) => "too few points",
        Err(Refusal::OrderNotOpen(_)) => "not open",
        Err(Refusal::RedemptionLimitReached) => "limit",
        Err(Refusal::CodeExpired) => "expired",
        Err(
            Refusal::CouponCodeInvalid
            | Refusal::PromoCodeInvalid
            | Refusal::CodeNotFound
            | Refusal::CouponUnknown,
        ) => "no code",
        Err(Refusal::RegionLocked | Refusal::ItemRegionLocked(_)) => "region",
        Err(Refusal::MissingProperty(_)) => "missing",
        Err(Refusal::InvalidProperty { .. }) => "invalid",
        Err(Refusal::CartInvalid) => "no cart",
        Err(Refusal::CartEmpty) => "empty",
        Err(Refusal::ItemNotFound(_)) => "no item",
        Err(Refusal::ItemInvalid) => "invalid item",
        Err(Refusal::ItemNotForCart) => "not for carts",
        Err(Refusal::ItemUnavailable(_)) => "unavailable",
        Err(Refusal::ItemIsFree) => "free",
        Err(Refusal::LimitExceeded(_)) => "too many",
        Err(Refusal::PromotionLimitReached(_)) => "promotion used up",
        Err(Refusal::NotEnoughCurrency) => "too poor",
        Err(Refusal::NoUserLimit) => "no limit",
        Err(Refusal::LimitOutOfRange) => "out of range",
        Err(Refusal::PromotionNotFound(_)) => "no promotion",
        Err(Refusal::PlayerNotFound) => "no player",
        Err(_) => "other",
    }
}
