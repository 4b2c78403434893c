//! What JavaScript sees: thin, one file an area.

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
