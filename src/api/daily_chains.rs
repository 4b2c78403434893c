//! Daily chains.

use super::{Conditional, Expected, Method, Operation, Safe};
use crate::models::daily_chains::DailyChain;
use crate::models::pages::Page;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-daily-chains-list`
pub static LIST: Operation<Safe> = Operation::new(
    "dailyChains.list",
    Method::Get,
    "user/daily_chain",
    Subject::Chain,
    Expected::Body(Page::<DailyChain>::shape),
)
.asking("limit offset")
.walked_by("all");

/// `get-user-daily-chain-by-id`
pub static GET: Operation<Safe> = Operation::new(
    "dailyChains.get",
    Method::Get,
    "user/daily_chain/{chainId}",
    Subject::Chain,
    Expected::Body(DailyChain::shape),
)
.taking("chainId");

/// `claim-user-daily-chain-step-reward`
pub static CLAIM: Operation<Conditional> = Operation::new(
    "dailyChains.claim",
    Method::Post,
    "user/daily_chain/{chainId}/step/number/{stepNumber}/claim",
    Subject::ChainStep,
    Expected::Claimed,
);
