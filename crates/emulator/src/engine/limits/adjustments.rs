//! What merchants add to players' limits of promotions, and take from them.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;

use super::promotion_limit::PromotionUserLimit;
use super::{UserRemaining, remaining};
use crate::engine::change::Change;
use crate::engine::ids::{PlayerId, PromotionId};
use crate::engine::purchases::Window;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::{Decided, Decision};

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

    pub(super) fn sum(&self, player: &PlayerId, promotion: PromotionId, window: Window) -> i128 {
        let adjusted = self.0.get(player).and_then(|of| of.get(&promotion));
        adjusted
            .into_iter()
            .flatten()
            .filter(|(at, _)| window.contains(*at))
            .map(|(_, by)| i128::from(*by))
            .sum()
    }

    pub(super) fn players(&self, promotion: PromotionId) -> impl Iterator<Item = &PlayerId> {
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

/// Changes what a player has left of a promotion's limit; answers what that is then.
pub fn adjust(
    state: &State,
    player: &PlayerId,
    promotion: PromotionId,
    adjust: Adjust,
    now: Timestamp,
) -> Decided<UserRemaining> {
    let limit = PromotionUserLimit::find(state, promotion)?;
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
    let limit = PromotionUserLimit::find(state, promotion)?;
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
        .filter_map(|id| PromotionUserLimit::find(state, *id).ok())
        .filter_map(|limit| limit.reset(state, player, now));
    Ok(Decision {
        changes: changes.collect(),
        reply: (),
    })
}

pub(super) fn check_player(state: &State, player: &PlayerId) -> Result<(), Refusal> {
    if state.players.contains_key(player) {
        Ok(())
    } else {
        Err(Refusal::PlayerNotFound)
    }
}
