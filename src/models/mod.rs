//! What travels: one file an area, each type with its TypeScript and its table of checks.

pub mod cart;
pub mod catalog;
pub mod clans;
pub mod coupons;
pub mod daily_chains;
pub mod item_kinds;
pub mod item_promotions;
pub mod items;
pub mod limits;
pub mod offer_chains;
pub mod orders;
pub mod pages;
pub mod prices;
pub mod promotions;
pub mod reward_chains;
pub mod scalars;
pub mod shape;
