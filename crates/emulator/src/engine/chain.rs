//! What daily, offer and reward chains have in common: who sees them, and what was claimed.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::change::{Change, Definition};
use super::conditions::{AttributeCondition, all_match};
use super::date::OffsetDate;
use super::ids::{ChainId, PlayerId, Sku};
use super::player::Player;
use super::schedule::Schedule;
use super::state::State;
use super::{Decided, Decision};

/// The three kinds of chain. Each numbers its chains itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChainKind {
    Daily,
    Offer,
    Reward,
}

impl ChainKind {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "daily_chain",
            Self::Offer => "offer_chain",
            Self::Reward => "reward_chain",
        }
    }
}

impl fmt::Display for ChainKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A chain among all chains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChainKey {
    pub kind: ChainKind,
    pub id: ChainId,
}

/// One run of a chain that starts over. Daily chains count their runs from 0; chains with a
/// schedule name a run by the Unix second it began; a chain that never starts over has run 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cycle(pub i64);

impl Cycle {
    pub fn of_schedule(schedule: Option<&Schedule>, now: Timestamp) -> Self {
        Self(schedule.map_or(0, |schedule| schedule.cycle_start(now).as_second()))
    }
}

/// A step that was claimed or bought: there is at most one for a player, chain, cycle and step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub player: PlayerId,
    pub chain: ChainKey,
    pub cycle: Cycle,
    /// The step's number in daily and offer chains, its id in reward chains.
    pub step: u64,
    pub at: Timestamp,
}

/// The steps that one player claimed in one chain.
#[derive(Clone, Debug, Default)]
pub struct ClaimedSteps(BTreeMap<Cycle, BTreeMap<u64, Timestamp>>);

impl ClaimedSteps {
    pub fn add(&mut self, cycle: Cycle, step: u64, at: Timestamp) {
        self.0.entry(cycle).or_default().insert(step, at);
    }

    /// The same without a step, in whichever cycle.
    fn without(&self, step: u64) -> Self {
        let mut others = self.clone();
        for claims in others.0.values_mut() {
            claims.remove(&step);
        }
        others
    }

    pub fn contains(&self, cycle: Cycle, step: u64) -> bool {
        self.0
            .get(&cycle)
            .is_some_and(|steps| steps.contains_key(&step))
    }

    /// The latest cycle with a claim, and its claims by step.
    pub fn latest(&self) -> Option<(Cycle, &BTreeMap<u64, Timestamp>)> {
        self.0
            .last_key_value()
            .map(|(cycle, steps)| (*cycle, steps))
    }
}

/// Who can see a chain, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    pub is_enabled: bool,
    pub date_start: OffsetDate,
    pub date_end: Option<OffsetDate>,
    pub is_always_visible: bool,
    pub attribute_conditions: Vec<AttributeCondition>,
}

impl Availability {
    /// Whether this player, or a guest, sees the chain now.
    pub fn is_visible(&self, player: Option<&Player>, now: Timestamp) -> bool {
        let is_running = self.is_enabled
            && self.date_start.at() <= now
            && self.date_end.as_ref().is_none_or(|end| now < end.at());
        is_running && (self.is_always_visible || self.is_meant_for(player))
    }

    fn is_meant_for(&self, player: Option<&Player>) -> bool {
        match player {
            _ if self.attribute_conditions.is_empty() => true,
            None => false,
            Some(player) => all_match(&self.attribute_conditions, &player.profile.attributes),
        }
    }
}

/// Decides a claim as if this step was never claimed. That it was stays noted as it is.
pub fn claim_again<T>(
    player: &Player,
    chain: ChainKey,
    step: u64,
    rule: impl FnOnce(&Player) -> Decided<T>,
) -> Decided<T> {
    let Some(claimed) = player.claimed.get(&chain) else {
        return rule(player);
    };
    let mut forgetful = player.clone();
    forgetful.claimed.insert(chain, claimed.without(step));
    let mut decision = rule(&forgetful)?;
    decision.changes.retain(|change| match change {
        Change::Claim(claim) => !claimed.contains(claim.cycle, claim.step),
        _ => true,
    });
    Ok(decision)
}

/// Switches a chain off. One that is not there stays so.
pub fn disable(state: &State, key: ChainKey) -> Decision<()> {
    let id = key.id;
    let definition = match key.kind {
        ChainKind::Daily => state.daily_chains.get(&id).cloned().map(|mut chain| {
            chain.availability.is_enabled = false;
            Definition::DailyChain(chain)
        }),
        ChainKind::Offer => state.offer_chains.get(&id).cloned().map(|mut chain| {
            chain.availability.is_enabled = false;
            Definition::OfferChain(chain)
        }),
        ChainKind::Reward => state.reward_chains.get(&id).cloned().map(|mut chain| {
            chain.availability.is_enabled = false;
            Definition::RewardChain(chain)
        }),
    };
    Decision {
        changes: definition.map(Definition::into).into_iter().collect(),
        reply: (),
    }
}

/// So many of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    pub sku: Sku,
    pub quantity: u64,
}
