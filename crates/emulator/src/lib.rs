//! A stateful local `LiveOps` server with a clock that can be moved.
//!
//! - `engine`: the rules, as pure functions of state, time and command;
//! - `store`: what they decide, in `SQLite`, before it is acknowledged;
//! - `http`: the API, `admin` the bodies of its admin side, `control` what testers do to the game;
//! - `faults`: what goes wrong on purpose; `wire_log`: what was sent;
//! - `order_socket`: what tells players of their orders as they change;
//! - `pay_station`, `storefront`: the two other origins;
//! - `body`, `page`, `money`: what they read and write alike;
//! - `seed`: the game that a new database starts with.

mod admin;
mod body;
mod clock;
mod command_line;
mod control;
mod engine;
mod faults;
mod http;
mod money;
mod order_socket;
mod page;
mod pay_station;
mod random_text;
mod seed;
mod server;
mod store;
mod storefront;
mod wire_log;

#[cfg(fuzzing)]
pub mod fuzzing;
#[cfg(test)]
mod mutated_test;

pub use command_line::run;
