//! Clans.

use super::{Expected, Method, Operation, Safe, StateWithReceipt};
use crate::models::clans::{ClanUpdate, Contributor};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-user-clan-top-contributors`
pub static TOP_CONTRIBUTORS: Operation<Safe> = Operation::new(
    "clans.topContributors",
    Method::Get,
    "user/clan/contributors/{chainId}/top",
    Subject::Chain,
    Expected::Body(Vec::<Contributor>::shape),
)
.taking("chainId");

/// `user-clan-update`
pub static UPDATE: Operation<StateWithReceipt> = Operation::new(
    "clans.update",
    Method::Put,
    "user/clan/update",
    Subject::Other,
    Expected::Body(ClanUpdate::shape),
);
