//! Daily chains.

use super::{Conditional, Description, Expected, Method, Operation, ProjectId, Safe, Window};
use crate::models::daily_chains::DailyChain;
use crate::models::pages::Page;
use crate::models::scalars::{ChainId, StepNumber};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-daily-chains-list`
pub static LIST: Description<Safe> = Description::new(
    "dailyChains.list",
    Method::Get,
    "user/daily_chain",
    Subject::Chain,
    Expected::Body(Page::<DailyChain>::shape),
);

/// `get-user-daily-chain-by-id`
pub static GET: Description<Safe> = Description::new(
    "dailyChains.get",
    Method::Get,
    "user/daily_chain/{}",
    Subject::Chain,
    Expected::Body(DailyChain::shape),
);

/// `claim-user-daily-chain-step-reward`
pub static CLAIM: Description<Conditional> = Description::new(
    "dailyChains.claim",
    Method::Post,
    "user/daily_chain/{}/step/number/{}/claim",
    Subject::ChainStep,
    Expected::Claimed,
);

/// One page of the player's chains.
#[must_use]
pub fn list(project: ProjectId, window: Window) -> Operation<Safe> {
    window.on(LIST.of(project, &[]))
}

/// One chain.
#[must_use]
pub fn get(project: ProjectId, chain: ChainId) -> Operation<Safe> {
    GET.of(project, &[chain.into()])
}

/// Claims a step.
#[must_use]
pub fn claim(project: ProjectId, chain: ChainId, step: StepNumber) -> Operation<Conditional> {
    CLAIM.of(project, &[chain.into(), step.into()])
}
