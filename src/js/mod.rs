//! What JavaScript sees: thin, one file an area.
//!
//! Its texts are for who reads them in an editor beside JavaScript: they say what is thrown or rejected.

#![expect(
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "JavaScript has neither"
)]

pub mod areas;
pub mod arguments;
pub mod call;
pub mod chains;
pub mod liveops;
pub mod types;
