//! Orders that nobody pays in time.

use jiff::{SignedDuration, Timestamp};

use super::paying::with_status;
use super::{Order, OrderStatus};
use crate::engine::change::Change;
use crate::engine::clock::saturating_add;
use crate::engine::state::State;

/// How long a Pay Station token opens its order.
const TOKEN_LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// When an order expires if it is still unpaid.
pub fn expires_at(order: &Order) -> Timestamp {
    saturating_add(order.created_at, TOKEN_LIFETIME)
}

/// The end of every order whose time has passed.
pub fn expired(state: &State, now: Timestamp) -> Vec<Change> {
    let due = state.unpaid.iter().take_while(|(at, _)| *at <= now);
    due.filter_map(|(_, id)| state.orders.get(id))
        .map(|order| with_status(order, OrderStatus::Expired))
        .collect()
}

/// When the next order expires.
pub fn next_expiry(state: &State) -> Option<Timestamp> {
    state.unpaid.first().map(|(at, _)| *at)
}
