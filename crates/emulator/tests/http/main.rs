//! The emulator's program, from outside: started as a user starts it and spoken to over HTTP.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod admin_code_limits;
mod admin_codes;
mod admin_discounts;
mod admin_items;
mod admin_limits;
mod admin_mistakes;
mod admin_offers;
mod admin_promotions;
mod admin_upsell;
mod authorization;
mod bad_bodies;
mod bad_requests;
mod bad_seed;
mod broken_connections;
mod carts;
mod catalog;
mod checkout;
mod clans;
mod codes;
mod contention;
mod daily_chains;
mod durability;
mod emulator;
mod expiry;
mod faults;
mod game;
mod game_faults;
mod groups;
mod hosts;
mod http;
mod not_served;
mod offer_chains;
mod official_samples;
mod order_socket;
mod orders;
mod origins;
mod parallel_checkouts;
mod prices;
mod resets;
mod reward_chains;
mod sample;
mod scenario_file;
mod shopping;
mod snapshots;
mod socket_faults;
mod spoiled_answers;
mod storefront;
mod wire;
mod wire_log;
