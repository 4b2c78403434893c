//! Orders.

use super::{Expected, Method, Operation, Safe};
use crate::models::orders::OrderState;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-order`
pub static GET: Operation<Safe> = Operation::new(
    "orders.get",
    Method::Get,
    "order/{orderId}",
    Subject::Order,
    Expected::Body(OrderState::shape),
);
