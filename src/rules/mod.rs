//! Pure logic over models: what can be claimed, when it resets, what an error means.

pub mod check;
pub mod claimable;
pub mod code;
pub mod hash;
#[cfg(test)]
pub(crate) mod json_node;
pub mod node;
pub mod outcome;
pub mod refusal;
pub mod reset;
pub mod spread;
pub mod text;
pub mod token;
