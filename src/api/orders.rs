//! Orders.

use super::{Description, Expected, Method, Operation, ProjectId, Safe};
use crate::models::orders::OrderState;
use crate::models::scalars::OrderId;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-order`
pub static GET: Description<Safe> = Description::new(
    "orders.get",
    Method::Get,
    "order/{}",
    Subject::Order,
    Expected::Body(OrderState::shape),
);

/// An order and how far it got.
#[must_use]
pub fn get(project: ProjectId, order: OrderId) -> Operation<Safe> {
    GET.of(project, &[order.into()])
}
