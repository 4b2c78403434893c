//! The client library behind the npm package `xsolla-liveops`.
//!
//! - [`models`]: what travels.
//! - [`api`]: the operations, described.
//! - [`rules`]: what can be claimed, when it resets, what an error means.
//! - [`client`]: one request, start to end.
//! - [`claim`]: the claim that is neither lost nor doubled.
//! - `checkout`: Pay Station, and how orders end.
//! - `watch` (JavaScript only): chains that are read again when they change.
//! - `js`: what JavaScript sees.

#![expect(
    clippy::unnecessary_box_returns,
    reason = "a failure is large and handed on many times: boxed, it costs a pointer"
)]

pub mod api;
pub mod claim;
pub mod client;
pub mod models;
pub mod rules;

#[cfg(test)]
mod mutated_test;

#[cfg(target_arch = "wasm32")]
mod checkout;
#[cfg(target_arch = "wasm32")]
mod js;

#[cfg(target_arch = "wasm32")]
pub use js::{chains, liveops::connect};

/// Smaller than the default allocator by 6 KB of wasm.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
