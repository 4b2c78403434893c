//! Daily chains.

use super::operation::{Expected, Method, Operation};
use super::{Conditional, Path, ProjectId, Safe, Window};
use crate::models::daily_chains::DailyChain;
use crate::models::pages::Page;
use crate::models::scalars::{ChainId, StepNumber};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-daily-chains-list`
#[must_use]
pub fn list(project: ProjectId, window: Window) -> Operation<Safe> {
    let path = window.on(Path::new(project, "user/daily_chain", &[]));
    let expected = Expected::Body(Page::<DailyChain>::shape);
    Operation::new(
        "dailyChains.list",
        Method::Get,
        path,
        Subject::Chain,
        expected,
    )
}

/// `get-user-daily-chain-by-id`
#[must_use]
pub fn get(project: ProjectId, chain: ChainId) -> Operation<Safe> {
    let path = Path::new(project, "user/daily_chain/{}", &[chain.into()]);
    let expected = Expected::Body(DailyChain::shape);
    Operation::new(
        "dailyChains.get",
        Method::Get,
        path,
        Subject::Chain,
        expected,
    )
}

/// `claim-user-daily-chain-step-reward`
#[must_use]
pub fn claim(project: ProjectId, chain: ChainId, step: StepNumber) -> Operation<Conditional> {
    let template = "user/daily_chain/{}/step/number/{}/claim";
    let path = Path::new(project, template, &[chain.into(), step.into()]);
    Operation::new(
        "dailyChains.claim",
        Method::Post,
        path,
        Subject::ChainStep,
        Expected::Claimed,
    )
}
