//! One request, start to end: token, send, answer or error.

pub mod answer;
pub mod environment;
pub mod failure;
pub mod retry;
pub mod secret;

#[cfg(target_arch = "wasm32")]
mod call;
#[cfg(target_arch = "wasm32")]
mod configuration;
#[cfg(target_arch = "wasm32")]
pub(crate) mod javascript_error;
#[cfg(target_arch = "wasm32")]
mod node;
#[cfg(target_arch = "wasm32")]
mod reading;
#[cfg(target_arch = "wasm32")]
pub(crate) mod task;
#[cfg(target_arch = "wasm32")]
pub(crate) mod token;
#[cfg(target_arch = "wasm32")]
pub(crate) mod transport;

#[cfg(target_arch = "wasm32")]
pub(crate) use call::{Client, Prepared};
#[cfg(target_arch = "wasm32")]
pub(crate) use configuration::{CallOptions, Configuration};
