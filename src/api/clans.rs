//! Clans.

use super::{Description, Expected, Method, Operation, ProjectId, Safe, StateWithReceipt};
use crate::models::clans::{ClanUpdate, Contributor};
use crate::models::scalars::ChainId;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-user-clan-top-contributors`
pub static TOP_CONTRIBUTORS: Description<Safe> = Description::new(
    "clans.topContributors",
    Method::Get,
    "user/clan/contributors/{}/top",
    Subject::Chain,
    Expected::Body(Vec::<Contributor>::shape),
);

/// `user-clan-update`
pub static UPDATE: Description<StateWithReceipt> = Description::new(
    "clans.update",
    Method::Put,
    "user/clan/update",
    Subject::Other,
    Expected::Body(ClanUpdate::shape),
);

/// Who gave most points to the player's clan.
#[must_use]
pub fn top_contributors(project: ProjectId, chain: ChainId) -> Operation<Safe> {
    TOP_CONTRIBUTORS.of(project, &[chain.into()])
}

/// Tells that the player's clan may have changed.
#[must_use]
pub fn update(project: ProjectId) -> Operation<StateWithReceipt> {
    UPDATE.of(project, &[])
}
