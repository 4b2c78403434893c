//! The operations: method, path, body, expected success and class, one file an area. No I/O.

pub mod body;
#[cfg(test)]
pub(crate) mod by_name;
pub mod cart;
pub mod clans;
pub mod class;
pub mod coupons;
pub mod daily_chains;
pub mod given;
#[cfg(test)]
pub(crate) mod json_given;
pub mod offer_chains;
pub mod operation;
pub mod orders;
pub mod path;
pub mod promo_codes;
pub mod promotions;
pub mod reward_chains;
pub mod upsell;

pub use body::{Body, BodyKind};
pub use class::{Class, Conditional, Never, NewEachTime, Resend, Safe, State, StateWithReceipt};
pub use given::Given;
pub use operation::{Expected, Facts, Method, Operation, Request};
pub use path::{Path, ProjectId};

#[cfg(test)]
mod requests_test;
#[cfg(test)]
mod samples_test;
