//! Orders.

use super::operation::{Expected, Method, Operation};
use super::{Path, ProjectId, Safe};
use crate::models::orders::OrderState;
use crate::models::scalars::OrderId;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-order`
#[must_use]
pub fn get(project: ProjectId, order: OrderId) -> Operation<Safe> {
    let path = Path::new(project, "order/{}", &[order.into()]);
    let expected = Expected::Body(OrderState::shape);
    Operation::new("orders.get", Method::Get, path, Subject::Order, expected)
}
