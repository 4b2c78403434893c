//! What players are told of their orders.

use super::OrderStatus;
use crate::engine::change::Change;
use crate::engine::ids::{OrderId, PlayerId};
use crate::engine::state::State;

/// A status that an order has just taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderNews {
    pub player: PlayerId,
    pub order: OrderId,
    pub status: &'static str,
}

/// What a change is going to tell, in order. A payment is told as the two steps that players know, though
/// it is one here.
pub fn of(state: &State, change: &Change) -> Vec<OrderNews> {
    let Change::Order(order) = change else {
        return Vec::new();
    };
    let before = state.orders.get(&order.id).map(|order| order.status);
    let statuses: &[&str] = match (before, order.status) {
        (Some(before), after) if before == after => &[],
        (Some(OrderStatus::New), OrderStatus::Done) => &["paid", "done"],
        (_, after) => &[after.as_str()],
    };
    let news = |status: &&'static str| OrderNews {
        player: order.player.clone(),
        order: order.id,
        status,
    };
    statuses.iter().map(news).collect()
}
