//! What a page gets from the library, tried in a browser with a `fetch` of the page's own: no server is needed.
//!
//! The steps of a test are JavaScript, since that is what the library is called from.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by a panic, but clippy knows only `#[test]`"
)]

mod answers;
mod arguments;
mod catalog;
mod chains;
mod checkout_statuses;
mod claim_answers;
mod claiming;
mod claims_found;
mod claims_left;
mod claims_not_made;
mod claims_shared;
mod claims_told;
mod claims_written;
mod configuration;
mod endings;
mod guests;
mod large;
mod loading;
mod lost_receipts;
mod order_bodies;
mod order_socket;
mod overlay;
mod overlay_messages;
mod page;
mod pages;
mod paid_steps;
mod pay_station;
mod redirect;
mod renewals;
mod requests;
mod retries;
mod returned;
mod secrets;
mod served;
mod server_time;
mod sharing;
mod shop_arguments;
mod token_problems;
mod tokens;
mod tracking;
mod watch;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
