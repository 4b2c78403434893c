//! Daily chains: one reward a day.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::chain::{Availability, ChainKey, ChainKind, Claim, Cycle, Quantity};
use super::change::Change;
use super::clock::saturating_add;
use super::grants::{GrantKind, GrantedStep, Granting};
use super::ids::{ChainId, StepId, StepNumber};
use super::player::Player;
use super::refusal::Refusal;
use super::state::State;
use super::text::LocaleMap;
use super::{Decided, Decision};

const DAY_SECONDS: i64 = 86_400;

/// A daily chain as a merchant defined it; its steps are numbered 1, 2, 3 …
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DailyChain {
    pub id: ChainId,
    pub name: LocaleMap,
    pub description: Option<LocaleMap>,
    pub order: i64,
    #[serde(rename = "type")]
    pub kind: DailyChainType,
    pub is_recurrent: bool,
    pub availability: Availability,
    pub steps: Vec<DailyStep>,
}

/// How the days of a chain pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DailyChainType {
    /// By the calendar: each step has its day, and a missed one is gone.
    CalendarHard,
    /// By the player: the next step opens the day after the last claim.
    Rolling,
}

impl DailyChainType {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CalendarHard => "calendar_hard",
            Self::Rolling => "rolling",
        }
    }
}

/// One day's reward.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DailyStep {
    pub id: StepId,
    pub number: StepNumber,
    pub items: Vec<Quantity>,
}

/// Where a step stands for a player.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DailyStatus {
    Claimed,
    /// Its day passed unclaimed.
    Blocked,
    Claimable,
    ClaimInFuture,
}

/// A chain as one player, or a guest, sees it now.
#[derive(Debug)]
pub struct DailyProgress<'a> {
    pub chain: &'a DailyChain,
    pub cycle: Cycle,
    pub steps: Vec<DailyStepProgress<'a>>,
}

/// A step as one player sees it now.
#[derive(Debug)]
pub struct DailyStepProgress<'a> {
    pub step: &'a DailyStep,
    pub status: DailyStatus,
    pub unlocked_at: Timestamp,
}

/// The chains a player sees, in their order.
pub fn list<'a>(
    state: &'a State,
    player: Option<&Player>,
    now: Timestamp,
) -> Vec<DailyProgress<'a>> {
    let mut chains: Vec<_> = state
        .daily_chains
        .values()
        .filter(|chain| chain.availability.is_visible(player, now))
        .collect();
    chains.sort_by_key(|chain| (chain.order, chain.id));
    chains
        .into_iter()
        .map(|chain| progress(chain, player, now))
        .collect()
}

/// One chain, if the player sees it.
pub fn get<'a>(
    state: &'a State,
    player: Option<&Player>,
    id: ChainId,
    now: Timestamp,
) -> Result<DailyProgress<'a>, Refusal> {
    let chain = visible(state, player, id, now).ok_or(Refusal::ChainNotFound {
        chain: key(id),
        step: None,
    })?;
    Ok(progress(chain, player, now))
}

/// Claims a step's reward.
pub fn claim(
    state: &State,
    player: &Player,
    id: ChainId,
    number: StepNumber,
    now: Timestamp,
) -> Decided<()> {
    let (chain_key, step) = (key(id), number.0);
    let chain = visible(state, Some(player), id, now).ok_or(Refusal::ChainNotFound {
        chain: chain_key,
        step: Some(step),
    })?;
    let progress = progress(chain, Some(player), now);
    let claimed = progress
        .steps
        .iter()
        .find(|candidate| candidate.step.number == number)
        .ok_or(Refusal::StepNotFound {
            chain: chain_key,
            step,
        })?;
    let refused = |why| {
        Err(Refusal::StepNotClaimable {
            chain: chain_key,
            step,
            why,
        })
    };
    match claimed.status {
        DailyStatus::Claimable => {}
        DailyStatus::Claimed => {
            return Err(Refusal::AlreadyClaimed {
                chain: chain_key,
                step,
            });
        }
        DailyStatus::Blocked => return refused("Its day has passed."),
        DailyStatus::ClaimInFuture => return refused("It is not open yet."),
    }
    let mut granting = Granting::new(state, player, GrantKind::DailyChain, now);
    granting
        .of_step(GrantedStep {
            chain: chain_key,
            step,
            cycle: progress.cycle,
        })
        .items(&claimed.step.items);
    let mut changes = granting.finish()?;
    changes.push(Change::Claim(Claim {
        player: player.profile.id.clone(),
        chain: chain_key,
        cycle: progress.cycle,
        step,
        at: now,
    }));
    Ok(Decision { changes, reply: () })
}

fn key(id: ChainId) -> ChainKey {
    ChainKey {
        kind: ChainKind::Daily,
        id,
    }
}

fn visible<'a>(
    state: &'a State,
    player: Option<&Player>,
    id: ChainId,
    now: Timestamp,
) -> Option<&'a DailyChain> {
    state
        .daily_chains
        .get(&id)
        .filter(|chain| chain.availability.is_visible(player, now))
}

fn progress<'a>(
    chain: &'a DailyChain,
    player: Option<&Player>,
    now: Timestamp,
) -> DailyProgress<'a> {
    match chain.kind {
        DailyChainType::CalendarHard => by_calendar(chain, player, now),
        DailyChainType::Rolling => by_player(chain, player, now),
    }
}

fn by_calendar<'a>(
    chain: &'a DailyChain,
    player: Option<&Player>,
    now: Timestamp,
) -> DailyProgress<'a> {
    let length = day_count(chain);
    let today = chain.day_of(now);
    let cycle = Cycle(if chain.is_recurrent {
        today.div_euclid(length)
    } else {
        0
    });
    let claimed = player.and_then(|player| player.claimed.get(&key(chain.id)));
    let steps = (cycle.0.saturating_mul(length)..)
        .zip(&chain.steps)
        .map(|(day, step)| {
            let status = if claimed.is_some_and(|claimed| claimed.contains(cycle, step.number.0)) {
                DailyStatus::Claimed
            } else if day < today {
                DailyStatus::Blocked
            } else if day == today {
                DailyStatus::Claimable
            } else {
                DailyStatus::ClaimInFuture
            };
            DailyStepProgress {
                step,
                status,
                unlocked_at: chain.start_of_day(day),
            }
        });
    DailyProgress {
        chain,
        cycle,
        steps: steps.collect(),
    }
}

fn by_player<'a>(
    chain: &'a DailyChain,
    player: Option<&Player>,
    now: Timestamp,
) -> DailyProgress<'a> {
    let today = chain.day_of(now);
    let latest = player
        .and_then(|player| player.claimed.get(&key(chain.id)))
        .and_then(super::chain::ClaimedSteps::latest);
    let last_day = latest
        .and_then(|(_, claims)| claims.values().max())
        .map(|last_claim| chain.day_of(*last_claim));
    // A day that seems to lie ahead means the clock was set back: it is today.
    let next_day = last_day.map_or(0, |day| day.min(today) + 1);
    let is_over = latest.is_some_and(|(_, claims)| claims.len() >= chain.steps.len());
    let (cycle, claims) = match latest {
        Some((cycle, _)) if is_over && chain.is_recurrent && next_day <= today => {
            (Cycle(cycle.0 + 1), None)
        }
        Some((cycle, claims)) => (cycle, Some(claims)),
        None => (Cycle(0), None),
    };
    let mut opens = next_day;
    let mut steps = Vec::with_capacity(chain.steps.len());
    for step in &chain.steps {
        let claimed_at = claims.and_then(|claims| claims.get(&step.number.0));
        if let Some(at) = claimed_at {
            let unlocked_at = chain.start_of_day(chain.day_of(*at));
            steps.push(DailyStepProgress {
                step,
                status: DailyStatus::Claimed,
                unlocked_at,
            });
            continue;
        }
        let status = if opens <= today && opens == next_day {
            DailyStatus::Claimable
        } else {
            DailyStatus::ClaimInFuture
        };
        steps.push(DailyStepProgress {
            step,
            status,
            unlocked_at: chain.start_of_day(opens),
        });
        opens = opens.max(today) + 1;
    }
    DailyProgress {
        chain,
        cycle,
        steps,
    }
}

fn day_count(chain: &DailyChain) -> i64 {
    i64::try_from(chain.steps.len()).unwrap_or(i64::MAX).max(1)
}

impl DailyChain {
    /// Days are 24 hours, counted from the chain's start.
    fn day_of(&self, at: Timestamp) -> i64 {
        (at.as_second() - self.availability.date_start.at().as_second()).div_euclid(DAY_SECONDS)
    }

    fn start_of_day(&self, day: i64) -> Timestamp {
        let seconds = SignedDuration::from_secs(day.saturating_mul(DAY_SECONDS));
        saturating_add(self.availability.date_start.at(), seconds)
    }
}
