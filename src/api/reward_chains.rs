//! Reward chains and their value points.

use super::operation::{Expected, Method, Operation};
use super::{Conditional, Path, ProjectId, Safe, Window};
use crate::models::pages::Page;
use crate::models::reward_chains::{RewardChain, ValuePoint};
use crate::models::scalars::{ChainId, StepId};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-reward-chains-list`
#[must_use]
pub fn list(project: ProjectId, window: Window) -> Operation<Safe> {
    let path = window.on(Path::new(project, "user/reward_chain", &[]));
    let expected = Expected::Body(Page::<RewardChain>::shape);
    Operation::new(
        "rewardChains.list",
        Method::Get,
        path,
        Subject::Chain,
        expected,
    )
}

/// `get-user-reward-chain-balance`
#[must_use]
pub fn balance(project: ProjectId, chain: ChainId) -> Operation<Safe> {
    let path = Path::new(project, "user/reward_chain/{}/balance", &[chain.into()]);
    let expected = Expected::Body(ValuePoint::shape);
    Operation::new(
        "rewardChains.balance",
        Method::Get,
        path,
        Subject::Chain,
        expected,
    )
}

/// `claim-user-reward-chain-step-reward`
#[must_use]
pub fn claim(project: ProjectId, chain: ChainId, step: StepId) -> Operation<Conditional> {
    let template = "user/reward_chain/{}/step/{}/claim";
    let path = Path::new(project, template, &[chain.into(), step.into()]);
    Operation::new(
        "rewardChains.claim",
        Method::Post,
        path,
        Subject::ChainStep,
        Expected::Claimed,
    )
}
