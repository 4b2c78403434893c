//! Reward chains and their value points.

use super::{Conditional, Description, Expected, Method, Operation, ProjectId, Safe, Window};
use crate::models::pages::Page;
use crate::models::reward_chains::{RewardChain, ValuePoint};
use crate::models::scalars::{ChainId, StepId};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-reward-chains-list`
pub static LIST: Description<Safe> = Description::new(
    "rewardChains.list",
    Method::Get,
    "user/reward_chain",
    Subject::Chain,
    Expected::Body(Page::<RewardChain>::shape),
);

/// `get-user-reward-chain-balance`
pub static BALANCE: Description<Safe> = Description::new(
    "rewardChains.balance",
    Method::Get,
    "user/reward_chain/{}/balance",
    Subject::Chain,
    Expected::Body(ValuePoint::shape),
);

/// `claim-user-reward-chain-step-reward`
pub static CLAIM: Description<Conditional> = Description::new(
    "rewardChains.claim",
    Method::Post,
    "user/reward_chain/{}/step/{}/claim",
    Subject::ChainStep,
    Expected::Claimed,
);

/// One page of the player's chains.
#[must_use]
pub fn list(project: ProjectId, window: Window) -> Operation<Safe> {
    window.on(LIST.of(project, &[]))
}

/// How many points count for a chain.
#[must_use]
pub fn balance(project: ProjectId, chain: ChainId) -> Operation<Safe> {
    BALANCE.of(project, &[chain.into()])
}

/// Claims a step.
#[must_use]
pub fn claim(project: ProjectId, chain: ChainId, step: StepId) -> Operation<Conditional> {
    CLAIM.of(project, &[chain.into(), step.into()])
}
