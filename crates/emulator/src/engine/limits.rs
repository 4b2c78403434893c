//! How many of an item, and how often a promotion: what is left of a limit, and merchants' changes to it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;

use super::change::Change;
use super::ids::{PlayerId, PromotionCode, PromotionId, Sku};
use super::item_promotions::ItemPromotion;
use super::items::Item;
use super::player::Player;
use super::promotions::Promotion;
use super::purchases::Window;
use super::refusal::Refusal;
use super::schedule::Schedule;
use super::state::State;
use super::viewer::Viewer;
use super::{Decided, Decision, amounts};

/// What is left of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining {
    pub total: u64,
    pub available: u64,
}

/// What is left of one player's limit, and when it is whole again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UserRemaining {
    pub total: u64,
    pub available: u64,
    pub schedule: Option<Schedule>,
    pub next_reset: Option<Timestamp>,
}

/// What is left of an item's limits; none where it has no such limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemRemaining {
    pub per_user: Option<UserRemaining>,
    pub per_item: Option<Remaining>,
}

impl ItemRemaining {
    /// How many can be bought; none where there is no limit.
    pub fn available(&self) -> Option<u64> {
        let per_user = self.per_user.map(|limit| limit.available);
        let per_item = self.per_item.map(|limit| limit.available);
        per_user.into_iter().chain(per_item).min()
    }
}

/// What a merchant added to what a player has left of a promotion's limit, or took from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjustment {
    pub player: PlayerId,
    pub promotion: PromotionId,
    pub by: i64,
    pub at: Timestamp,
}

/// All adjustments.
#[derive(Clone, Debug, Default)]
pub struct Adjustments(HashMap<PlayerId, HashMap<PromotionId, Vec<(Timestamp, i64)>>>);

impl Adjustments {
    pub fn add(&mut self, adjustment: Adjustment) {
        let promotions = self.0.entry(adjustment.player).or_default();
        let adjusted = promotions.entry(adjustment.promotion).or_default();
        adjusted.push((adjustment.at, adjustment.by));
    }

    fn sum(&self, player: &PlayerId, promotion: PromotionId, window: Window) -> i128 {
        let adjusted = self.0.get(player).and_then(|of| of.get(&promotion));
        adjusted
            .into_iter()
            .flatten()
            .filter(|(at, _)| window.contains(*at))
            .map(|(_, by)| i128::from(*by))
            .sum()
    }

    fn players(&self, promotion: PromotionId) -> impl Iterator<Item = &PlayerId> {
        self.0
            .iter()
            .filter(move |(_, of)| of.contains_key(&promotion))
            .map(|(player, _)| player)
    }
}

/// What a merchant does to what a player has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjust {
    Add(u64),
    Remove(u64),
    Set(u64),
}

/// What is left of an item's limits. Nobody in particular has all of theirs.
pub fn of_item(
    state: &State,
    player: Option<&Player>,
    item: &Item,
    now: Timestamp,
) -> ItemRemaining {
    let schedule = item.limits.recurrent_schedule;
    let per_user = item.limits.per_user.map(|total| {
        let bought = player.map_or(0, |player| {
            let id = &player.profile.id;
            state
                .purchases
                .of_item(id, &item.sku, window(schedule, now))
        });
        remaining(total, total.saturating_sub(bought), schedule, now)
    });
    let per_item = item.limits.per_item.map(|total| Remaining {
        total,
        available: total.saturating_sub(state.purchases.sold(&item.sku)),
    });
    ItemRemaining { per_user, per_item }
}

/// Refuses more of an item than its limits leave to the viewer.
pub fn check_items<'b>(
    viewer: &Viewer<'_>,
    wanted: impl IntoIterator<Item = (&'b Sku, u64)>,
) -> Result<(), Refusal> {
    let mut sums: BTreeMap<&Sku, u64> = BTreeMap::new();
    for (sku, quantity) in wanted {
        let sum = sums.entry(sku).or_default();
        *sum = amounts::sum(sku, *sum, quantity)?;
    }
    for (sku, quantity) in sums {
        let item = viewer.state.catalog.items.get(sku);
        let left = item
            .and_then(|item| of_item(viewer.state, viewer.player, item, viewer.now).available());
        if left.is_some_and(|left| left < quantity) {
            return Err(Refusal::LimitExceeded(sku.clone()));
        }
    }
    Ok(())
}

/// How often a player can still use a discount or bonus; none where it has no limit.
pub fn of_item_promotion(
    state: &State,
    player: Option<&Player>,
    promotion: &ItemPromotion,
    now: Timestamp,
) -> Option<UserRemaining> {
    let limit = promotion.limit?;
    Some(
        Limit::of_item_promotion(promotion.id, limit.per_user, limit.schedule).left(
            state,
            player.map(|player| &player.profile.id),
            now,
        ),
    )
}

/// How often a player can still use the codes of a promotion; none where it has no such limit.
pub fn of_promotion(
    state: &State,
    player: Option<&PlayerId>,
    promotion: &Promotion,
    now: Timestamp,
) -> Option<UserRemaining> {
    let total = promotion.redeem_user_limit?;
    Some(Limit::of_codes(promotion, total).left(state, player, now))
}

/// How often one code can still be used; none where it has no such limit.
pub fn of_code(state: &State, promotion: &Promotion, code: &PromotionCode) -> Option<Remaining> {
    promotion.redeem_code_limit.map(|total| Remaining {
        total,
        available: total.saturating_sub(state.uses.by_code(code)),
    })
}

/// How often a player can still use any kind of promotion, found by its number.
pub fn of_promotion_id(
    state: &State,
    player: &PlayerId,
    promotion: PromotionId,
    now: Timestamp,
) -> Result<UserRemaining, Refusal> {
    let limit = Limit::find(state, promotion)?;
    check_player(state, player)?;
    Ok(limit.left(state, Some(player), now))
}

/// Changes what a player has left of a promotion's limit; answers what that is then.
pub fn adjust(
    state: &State,
    player: &PlayerId,
    promotion: PromotionId,
    adjust: Adjust,
    now: Timestamp,
) -> Decided<UserRemaining> {
    let limit = Limit::find(state, promotion)?;
    check_player(state, player)?;
    let raw = limit.raw(state, player, now);
    let available = raw.max(0);
    let wanted = match adjust {
        Adjust::Add(more) => available + i128::from(more),
        Adjust::Remove(fewer) => available - i128::from(fewer),
        Adjust::Set(exactly) => i128::from(exactly),
    };
    let available = u64::try_from(wanted)
        .ok()
        .filter(|available| *available <= limit.total)
        .ok_or(Refusal::LimitOutOfRange)?;
    let by = i64::try_from(wanted - raw).map_err(|_| Refusal::LimitOutOfRange)?;
    Ok(Decision {
        changes: vec![Change::LimitAdjusted(Adjustment {
            player: player.clone(),
            promotion,
            by,
            at: now,
        })],
        reply: remaining(limit.total, available, limit.schedule, now),
    })
}

/// Gives a player, or everybody, the whole limit of a promotion again.
pub fn reset(
    state: &State,
    player: Option<&PlayerId>,
    promotion: PromotionId,
    now: Timestamp,
) -> Decided<()> {
    let limit = Limit::find(state, promotion)?;
    let players: BTreeSet<&PlayerId> = match player {
        Some(player) => {
            check_player(state, player)?;
            BTreeSet::from([player])
        }
        None => limit.users(state),
    };
    let changes = players
        .into_iter()
        .filter_map(|player| limit.reset(state, player, now));
    Ok(Decision {
        changes: changes.collect(),
        reply: (),
    })
}

/// Gives a player the whole limit of every discount and bonus again.
pub fn reset_all(state: &State, player: &PlayerId, now: Timestamp) -> Decided<()> {
    check_player(state, player)?;
    let changes = state
        .item_promotions
        .keys()
        .filter_map(|id| Limit::find(state, *id).ok())
        .filter_map(|limit| limit.reset(state, player, now));
    Ok(Decision {
        changes: changes.collect(),
        reply: (),
    })
}

/// A per-user limit of a promotion of any kind.
#[derive(Clone, Copy)]
struct Limit<'a> {
    promotion: PromotionId,
    /// Where it is one with codes.
    codes_of: Option<&'a Promotion>,
    total: u64,
    schedule: Option<Schedule>,
}

impl<'a> Limit<'a> {
    fn of_item_promotion(promotion: PromotionId, total: u64, schedule: Option<Schedule>) -> Self {
        Self {
            promotion,
            codes_of: None,
            total,
            schedule,
        }
    }

    fn of_codes(promotion: &'a Promotion, total: u64) -> Self {
        Self {
            promotion: promotion.id,
            codes_of: Some(promotion),
            total,
            schedule: None,
        }
    }

    fn find(state: &'a State, id: PromotionId) -> Result<Self, Refusal> {
        let limit = match state.item_promotions.get(&id) {
            Some(found) => found
                .limit
                .map(|limit| Self::of_item_promotion(id, limit.per_user, limit.schedule)),
            None => {
                let found = state
                    .promotion_of(id)
                    .ok_or(Refusal::PromotionNotFound(id))?;
                let total = found.redeem_user_limit;
                total.map(|total| Self::of_codes(found, total))
            }
        };
        limit.ok_or(Refusal::NoUserLimit)
    }

    /// What is left; below zero where the merchant lowered the limit below what was used.
    fn raw(&self, state: &State, player: &PlayerId, now: Timestamp) -> i128 {
        let window = window(self.schedule, now);
        let used = match self.codes_of {
            Some(promotion) => state.uses.by_player(&promotion.key, player),
            None => state.purchases.uses(player, self.promotion, window),
        };
        i128::from(self.total) - i128::from(used)
            + state.adjustments.sum(player, self.promotion, window)
    }

    fn left(&self, state: &State, player: Option<&PlayerId>, now: Timestamp) -> UserRemaining {
        let available = player.map_or(self.total, |player| {
            let raw = self.raw(state, player, now).max(0);
            u64::try_from(raw).unwrap_or(self.total)
        });
        remaining(self.total, available, self.schedule, now)
    }

    fn reset(&self, state: &State, player: &PlayerId, now: Timestamp) -> Option<Change> {
        let missing = i128::from(self.total) - self.raw(state, player, now);
        let by = i64::try_from(missing).ok().filter(|by| *by != 0)?;
        Some(Change::LimitAdjusted(Adjustment {
            player: player.clone(),
            promotion: self.promotion,
            by,
            at: now,
        }))
    }

    fn users(&self, state: &'a State) -> BTreeSet<&'a PlayerId> {
        let adjusted = state.adjustments.players(self.promotion);
        match self.codes_of {
            Some(promotion) => adjusted.chain(state.uses.users(&promotion.key)).collect(),
            None => adjusted
                .chain(state.purchases.users(self.promotion))
                .collect(),
        }
    }
}

fn check_player(state: &State, player: &PlayerId) -> Result<(), Refusal> {
    if state.players.contains_key(player) {
        Ok(())
    } else {
        Err(Refusal::PlayerNotFound)
    }
}

fn window(schedule: Option<Schedule>, now: Timestamp) -> Window {
    schedule.map_or(Window::ALWAYS, |schedule| Window {
        from: schedule.cycle_start(now),
        until: schedule.next_reset(now),
    })
}

fn remaining(
    total: u64,
    available: u64,
    schedule: Option<Schedule>,
    now: Timestamp,
) -> UserRemaining {
    UserRemaining {
        total,
        available,
        schedule,
        next_reset: schedule.map(|schedule| schedule.next_reset(now)),
    }
}
