//! Upsell.

use super::operation::{Expected, Method, Operation};
use super::{Path, ProjectId, Safe};
use crate::models::items::StoreItem;
use crate::models::pages::Page;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-upsell-for-project-client`
///
/// Its body has `has_more`, but no page can be asked for.
#[must_use]
pub fn list(project: ProjectId) -> Operation<Safe> {
    let path = Path::new(project, "items/upsell", &[]);
    let expected = Expected::Body(Page::<StoreItem>::shape);
    Operation::new("upsell.list", Method::Get, path, Subject::Other, expected)
}
