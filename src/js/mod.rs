//! What JavaScript sees: thin, one file an area.
//!
//! Its texts are for who reads them in an editor beside JavaScript: they say what is thrown or rejected.

#![expect(
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "JavaScript has neither"
)]

pub mod arguments;
pub mod call;
pub mod cart;
pub mod chains;
pub mod clans;
pub mod coupons;
pub mod daily_chains;
pub mod liveops;
pub mod offer_chains;
pub mod orders;
pub mod pages;
pub mod pay_station;
pub mod promo_codes;
pub mod promotions;
pub mod reward_chains;
pub mod types;
pub mod upsell;
