//! Reward chains and their value points.

use super::{Conditional, Expected, Method, Operation, Safe};
use crate::models::pages::Page;
use crate::models::reward_chains::{RewardChain, ValuePoint};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-reward-chains-list`
pub static LIST: Operation<Safe> = Operation::new(
    "rewardChains.list",
    Method::Get,
    "user/reward_chain",
    Subject::Chain,
    Expected::Body(Page::<RewardChain>::shape),
)
.asking("limit offset")
.walked_by("all");

/// `get-user-reward-chain-balance`
pub static BALANCE: Operation<Safe> = Operation::new(
    "rewardChains.balance",
    Method::Get,
    "user/reward_chain/{chainId}/balance",
    Subject::Chain,
    Expected::Body(ValuePoint::shape),
)
.taking("chainId");

/// `claim-user-reward-chain-step-reward`
pub static CLAIM: Operation<Conditional> = Operation::new(
    "rewardChains.claim",
    Method::Post,
    "user/reward_chain/{chainId}/step/{stepId}/claim",
    Subject::ChainStep,
    Expected::Claimed,
);
