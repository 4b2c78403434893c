//! Reward chains: steps that open as value points add up. Claiming spends none.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chain::{Availability, ChainKey, ChainKind, Claim, Cycle, Quantity};
use super::change::Change;
use super::conditions::{AttributeCondition, all_match};
use super::grants::{GrantKind, GrantedStep, Granting};
use super::ids::{ChainId, ClanId, Sku, StepId};
use super::player::Player;
use super::refusal::Refusal;
use super::schedule::Schedule;
use super::state::State;
use super::text::LocaleMap;
use super::{Decided, Decision, clans};

/// A reward chain as a merchant defined it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RewardChain {
    pub id: ChainId,
    pub name: LocaleMap,
    pub description: Option<LocaleMap>,
    pub long_description: Option<LocaleMap>,
    pub image_url: Option<String>,
    pub order: i64,
    pub availability: Availability,
    pub value_point: Sku,
    /// What clans are called; none for a personal chain.
    pub clan_type: Option<String>,
    pub popup_header: Option<LocaleMap>,
    pub popup_instruction: Option<LocaleMap>,
    pub popup_image_url: Option<String>,
    pub schedule: Option<Schedule>,
    pub steps: Vec<RewardStep>,
}

/// A step: what it gives, and how many points open it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RewardStep {
    pub id: StepId,
    pub name: LocaleMap,
    pub image_url: Option<String>,
    pub price: u64,
    pub rewards: Vec<Reward>,
}

/// A reward, perhaps only for some players.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reward {
    pub item: Quantity,
    pub attribute_conditions: Vec<AttributeCondition>,
}

/// A chain as one player, or a guest, sees it now.
#[derive(Debug)]
pub struct RewardProgress<'a> {
    pub chain: &'a RewardChain,
    pub cycle: Cycle,
    pub next_reset: Option<Timestamp>,
    pub balance: u64,
    pub steps: Vec<RewardStepProgress<'a>>,
}

/// A step as one player sees it now.
#[derive(Debug)]
pub struct RewardStepProgress<'a> {
    pub step: &'a RewardStep,
    pub is_claimed: bool,
    pub rewards: Vec<&'a Quantity>,
}

/// The chains a player sees, in their order.
pub fn list<'a>(
    state: &'a State,
    player: Option<&Player>,
    now: Timestamp,
) -> Vec<RewardProgress<'a>> {
    let mut chains: Vec<_> = state
        .reward_chains
        .values()
        .filter(|chain| chain.availability.is_visible(player, now))
        .collect();
    chains.sort_by_key(|chain| (chain.order, chain.id));
    chains
        .into_iter()
        .map(|chain| progress(state, chain, player, now))
        .collect()
}

/// One chain, if the player sees it.
pub fn get<'a>(
    state: &'a State,
    player: Option<&Player>,
    id: ChainId,
    now: Timestamp,
) -> Result<RewardProgress<'a>, Refusal> {
    let chain = visible(state, player, id, now).ok_or(Refusal::ChainNotFound {
        chain: key(id),
        step: None,
    })?;
    Ok(progress(state, chain, player, now))
}

/// Claims a step's reward.
pub fn claim(
    state: &State,
    player: &Player,
    id: ChainId,
    step_id: StepId,
    now: Timestamp,
) -> Decided<()> {
    let (chain_key, step) = (key(id), step_id.0);
    let chain = visible(state, Some(player), id, now).ok_or(Refusal::ChainNotFound {
        chain: chain_key,
        step: Some(step),
    })?;
    let progress = progress(state, chain, Some(player), now);
    let claimed = progress
        .steps
        .iter()
        .find(|candidate| candidate.step.id == step_id)
        .ok_or(Refusal::StepNotFound {
            chain: chain_key,
            step,
        })?;
    if claimed.is_claimed {
        return Err(Refusal::AlreadyClaimed {
            chain: chain_key,
            step,
        });
    }
    if progress.balance < claimed.step.price {
        return Err(Refusal::NotEnoughPoints {
            chain: chain_key,
            step,
        });
    }
    let mut granting = Granting::new(state, player, GrantKind::RewardChain, now);
    granting
        .of_step(granted(&progress, claimed))
        .items(claimed.rewards.iter().copied());
    let mut changes = granting.finish()?;
    changes.push(claim_of(player, &progress, claimed, now));
    Ok(Decision { changes, reply: () })
}

/// A player's view of a chain, whoever they are.
pub fn progress<'a>(
    state: &State,
    chain: &'a RewardChain,
    player: Option<&Player>,
    now: Timestamp,
) -> RewardProgress<'a> {
    let clan = player.and_then(|player| player.profile.known_clan.as_ref());
    let cycle = Cycle::of_schedule(chain.schedule.as_ref(), now);
    let claimed = player.and_then(|player| player.claimed.get(&key(chain.id)));
    let steps = chain.steps.iter().map(|step| RewardStepProgress {
        step,
        is_claimed: claimed.is_some_and(|claimed| claimed.contains(cycle, step.id.0)),
        rewards: step
            .rewards
            .iter()
            .filter(|reward| {
                player.is_none_or(|player| {
                    all_match(&reward.attribute_conditions, &player.profile.attributes)
                })
            })
            .map(|reward| &reward.item)
            .collect(),
    });
    RewardProgress {
        chain,
        cycle,
        next_reset: chain.schedule.map(|schedule| schedule.next_reset(now)),
        balance: balance(state, chain, player, clan, now),
        steps: steps.collect(),
    }
}

/// The points a chain counts for a player: their own since the last reset, or their clan's.
fn balance(
    state: &State,
    chain: &RewardChain,
    player: Option<&Player>,
    clan: Option<&ClanId>,
    now: Timestamp,
) -> u64 {
    if chain.clan_type.is_some() {
        return clan.map_or(0, |clan| {
            clans::contributions(state, chain, clan, now)
                .fold(0, |sum: u64, (_, amount)| sum.saturating_add(amount))
        });
    }
    player.map_or(0, |player| earned(chain, player, None, now))
}

/// The points one player earned for a chain since its last reset, for themselves or for a clan.
pub fn earned(chain: &RewardChain, player: &Player, clan: Option<&ClanId>, now: Timestamp) -> u64 {
    let since = chain.schedule.map(|schedule| schedule.cycle_start(now));
    let counted = player.points.iter().filter(|entry| {
        entry.value_point == chain.value_point
            && entry.clan.as_ref() == clan
            && entry.at <= now
            && since.is_none_or(|since| since <= entry.at)
    });
    counted.fold(0, |sum, entry| sum.saturating_add(entry.amount))
}

/// A step as the source of grants.
pub fn granted(progress: &RewardProgress<'_>, claimed: &RewardStepProgress<'_>) -> GrantedStep {
    GrantedStep {
        chain: key(progress.chain.id),
        step: claimed.step.id.0,
        cycle: progress.cycle,
    }
}

/// The claim of a step.
pub fn claim_of(
    player: &Player,
    progress: &RewardProgress<'_>,
    claimed: &RewardStepProgress<'_>,
    now: Timestamp,
) -> Change {
    Change::Claim(Claim {
        player: player.profile.id.clone(),
        chain: key(progress.chain.id),
        cycle: progress.cycle,
        step: claimed.step.id.0,
        at: now,
    })
}

fn key(id: ChainId) -> ChainKey {
    ChainKey {
        kind: ChainKind::Reward,
        id,
    }
}

fn visible<'a>(
    state: &'a State,
    player: Option<&Player>,
    id: ChainId,
    now: Timestamp,
) -> Option<&'a RewardChain> {
    state
        .reward_chains
        .get(&id)
        .filter(|chain| chain.availability.is_visible(player, now))
}
