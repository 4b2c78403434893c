//! The operations: method, path, body, expected success and class, one file an area. No I/O.

pub mod cart;
pub mod clans;
pub mod class;
pub mod coupons;
pub mod daily_chains;
pub mod offer_chains;
pub mod operation;
pub mod orders;
pub mod path;
pub mod promo_codes;
pub mod promotions;
pub mod reward_chains;
pub mod upsell;

pub use class::{Class, Conditional, Never, NewEachTime, Resend, Safe, State, StateWithReceipt};
pub use operation::{Body, Description, Expected, Facts, Method, Operation, Request};
pub use path::{Path, ProjectId};

use path::Segment;

/// Which part of a list is asked for.
#[derive(Debug, Default, Clone, Copy)]
pub struct Window {
    /// How many entries; the API's own default and maximum differ by list.
    pub limit: Option<u64>,
    /// How many entries are passed over.
    pub offset: Option<u64>,
}

impl Window {
    fn on(self, list: Operation<Safe>) -> Operation<Safe> {
        list.query("limit", self.limit.map(Segment::Number))
            .query("offset", self.offset.map(Segment::Number))
    }
}
