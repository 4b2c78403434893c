//! Clans.

use super::operation::{Expected, Method, Operation};
use super::{Path, ProjectId, Safe, StateWithReceipt};
use crate::models::clans::{ClanUpdate, Contributor};
use crate::models::scalars::ChainId;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-user-clan-top-contributors`
#[must_use]
pub fn top_contributors(project: ProjectId, chain: ChainId) -> Operation<Safe> {
    let path = Path::new(project, "user/clan/contributors/{}/top", &[chain.into()]);
    let expected = Expected::Body(Vec::<Contributor>::shape);
    Operation::new(
        "clans.topContributors",
        Method::Get,
        path,
        Subject::Chain,
        expected,
    )
}

/// `user-clan-update`
#[must_use]
pub fn update(project: ProjectId) -> Operation<StateWithReceipt> {
    let path = Path::new(project, "user/clan/update", &[]);
    let expected = Expected::Body(ClanUpdate::shape);
    Operation::new("clans.update", Method::Put, path, Subject::Other, expected)
}
