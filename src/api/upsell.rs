//! Upsell.

use super::{Expected, Method, Operation, Safe};
use crate::models::items::StoreItem;
use crate::models::pages::Page;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-upsell-for-project-client`: its body has `has_more`, but no page can be asked for.
pub static LIST: Operation<Safe> = Operation::new(
    "upsell.list",
    Method::Get,
    "items/upsell",
    Subject::Other,
    Expected::Body(Page::<StoreItem>::shape),
);
