//! What JavaScript sees: thin, one file an area.
//!
//! Its texts are for who reads them in an editor beside JavaScript: they say what is thrown or rejected. An exported
//! function answers with its error, and the package throws it: a `Result` would cost each page 100 bytes more.

#![expect(clippy::must_use_candidate, reason = "JavaScript has no such mark")]

pub mod areas;
pub mod arguments;
pub mod call;
pub mod chains;
pub mod liveops;
pub mod types;
