//! Clans: who contributed what, and what a clan still owes a player who leaves it.

use jiff::Timestamp;

use super::chain::Quantity;
use super::change::Change;
use super::grants::{GrantKind, Granting};
use super::ids::{ChainId, ClanId};
use super::player::Player;
use super::refusal::Refusal;
use super::reward_chains::{self, RewardChain};
use super::state::State;
use super::{Decided, Decision};

const TOP_CONTRIBUTORS: usize = 10;

/// What each member of a clan contributed to a chain since its last reset.
pub fn contributions<'a>(
    state: &'a State,
    chain: &'a RewardChain,
    clan: &'a ClanId,
    now: Timestamp,
) -> impl Iterator<Item = (&'a Player, u64)> + 'a {
    state
        .players
        .values()
        .filter(move |player| player.profile.known_clan.as_ref() == Some(clan))
        .map(move |player| {
            (
                player,
                reward_chains::earned(chain, player, Some(clan), now),
            )
        })
}

/// The members of the player's clan who contributed most, by name, at most ten.
pub fn top_contributors<'a>(
    state: &'a State,
    chain: &'a RewardChain,
    player: Option<&'a Player>,
    now: Timestamp,
) -> Vec<(&'a str, u64)> {
    let clan = player.and_then(|player| player.profile.known_clan.as_ref());
    let (Some(clan), true) = (clan, chain.clan_type.is_some()) else {
        return Vec::new();
    };
    let mut top: Vec<_> = contributions(state, chain, clan, now)
        .filter(|(_, amount)| *amount > 0)
        .map(|(member, amount)| (member.profile.name.as_str(), amount))
        .collect();
    top.sort_by(|(name, amount), (other, other_amount)| {
        other_amount.cmp(amount).then_with(|| name.cmp(other))
    });
    top.truncate(TOP_CONTRIBUTORS);
    top
}

/// The top contributors of one chain.
pub fn top_contributors_of<'a>(
    state: &'a State,
    player: &'a Player,
    id: ChainId,
    now: Timestamp,
) -> Result<Vec<(&'a str, u64)>, Refusal> {
    let progress = reward_chains::get(state, Some(player), id, now)?;
    Ok(top_contributors(state, progress.chain, Some(player), now))
}

/// Takes over the player's new clan. What the old one owes them is claimed first: every step of
/// its chains that its points open now and that the player has not claimed.
pub fn update(state: &State, player: &Player, now: Timestamp) -> Decided<Vec<Quantity>> {
    let profile = &player.profile;
    if profile.clan == profile.known_clan {
        return Ok(Decision::reply(Vec::new()));
    }
    let mut granting = Granting::new(state, player, GrantKind::ClanUpdate, now);
    let mut claims = Vec::new();
    let mut rewards: Vec<Quantity> = Vec::new();
    let owing = reward_chains::list(state, Some(player), now);
    for progress in owing
        .iter()
        .filter(|progress| progress.chain.clan_type.is_some())
    {
        for step in &progress.steps {
            if step.is_claimed || step.step.price > progress.balance {
                continue;
            }
            granting
                .of_step(reward_chains::granted(progress, step))
                .items(step.rewards.iter().copied());
            claims.push(reward_chains::claim_of(player, progress, step, now));
            rewards.extend(step.rewards.iter().copied().cloned());
        }
    }
    let mut changes = granting.finish()?;
    changes.append(&mut claims);
    let mut updated = profile.clone();
    updated.known_clan.clone_from(&profile.clan);
    changes.push(Change::Profile(updated));
    Ok(Decision {
        changes,
        reply: rewards,
    })
}
