//! The rules: pure functions of `(state, now, command)` that answer with what changes and a reply.
//!
//! Nothing here knows a clock, a database or HTTP. One file an area; `State` is what they read,
//! `Change` what they decide, `Refusal` how they say no.

pub mod amounts;
pub mod availability;
pub mod cart;
pub mod catalog;
pub mod chain;
pub mod change;
pub mod clans;
pub mod clock;
pub mod conditions;
pub mod coupons;
pub mod daily_chains;
pub mod date;
pub mod exclusions;
pub mod grants;
pub mod ids;
pub mod item_promotions;
pub mod items;
pub mod limits;
pub mod offer_chains;
pub mod orders;
pub mod player;
pub mod price_conditions;
pub mod pricing;
pub mod promo_codes;
pub mod promotions;
pub mod purchases;
pub mod redemptions;
pub mod refusal;
pub mod reward_chains;
pub mod schedule;
pub mod state;
pub mod text;
pub mod viewer;

#[cfg(test)]
mod tests;

use change::Change;
use refusal::Refusal;

/// What a command comes to: the changes it makes, and what it answers.
#[derive(Debug)]
pub struct Decision<T> {
    pub changes: Vec<Change>,
    pub reply: T,
}

impl<T> Decision<T> {
    /// An answer that changes nothing.
    pub fn reply(reply: T) -> Self {
        Self {
            changes: Vec::new(),
            reply,
        }
    }
}

/// A decision, or why there is none.
pub type Decided<T> = Result<Decision<T>, Refusal>;
