//! Upsell.

use super::{Description, Expected, Method, Operation, ProjectId, Safe};
use crate::models::items::StoreItem;
use crate::models::pages::Page;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-upsell-for-project-client`: its body has `has_more`, but no page can be asked for.
pub static LIST: Description<Safe> = Description::new(
    "upsell.list",
    Method::Get,
    "items/upsell",
    Subject::Other,
    Expected::Body(Page::<StoreItem>::shape),
);

/// The items to offer beside a purchase.
#[must_use]
pub fn list(project: ProjectId) -> Operation<Safe> {
    LIST.of(project, &[])
}
