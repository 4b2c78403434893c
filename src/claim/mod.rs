//! The claim that is neither lost nor doubled.
//!
//! Read, write down, send once, look at the answer, confirm by reading, send again only what is fenced.
//!
//! - [`machine`]: what comes next, as pure functions.
//! - [`classify`]: what an answer proves.
//! - [`snapshot`]: what a read of the chain says about a step.
//! - [`journal`]: what is written down before a claim is sent.

pub mod classify;
#[cfg(target_arch = "wasm32")]
pub(crate) mod driver;
pub mod journal;
pub mod machine;
pub mod snapshot;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod model;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod promises_test;
