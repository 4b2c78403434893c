//! The client library behind the npm package `xsolla-liveops`.
//!
//! - [`models`]: what travels.
//! - [`api`]: the operations, described.
//! - [`rules`]: what can be claimed, when it resets, what an error means.
//! - [`client`]: one request, start to end.
//! - `checkout`: Pay Station's window.
//! - `js`: what JavaScript sees.

pub mod api;
pub mod client;
pub mod models;
pub mod rules;

#[cfg(target_arch = "wasm32")]
pub mod checkout;
#[cfg(target_arch = "wasm32")]
pub mod js;

/// Smaller than the default allocator by 6 KB of wasm.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
