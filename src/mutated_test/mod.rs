//! Millions of mutated inputs through all that reads what comes from outside: nothing panics, and what is read keeps its promises.
//!
//! A few by default; `MUTATED_INPUTS=10000000 cargo test --profile mutated --lib mutated_inputs -- --nocapture` for many, and
//! `MUTATED_SEED` for the same again.

#![cfg(not(target_arch = "wasm32"))]

mod additions;
mod answers;
mod numbers;
mod requests;
mod texts;

use liveops_mutation::try_all;

#[test]
fn mutated_inputs_break_nothing() {
    try_all(
        50_000,
        &[
            ("refusals", 15, answers::refusal),
            ("answers", 5, answers::answer),
            ("chains", 5, answers::chain),
            ("requests", 10, requests::request),
            ("codes", 20, texts::code),
            ("journal entries", 20, texts::journal_entry),
            ("texts and numbers in them", 15, texts::number),
            ("lifetimes of tokens", 5, numbers::lifetime),
            ("dates", 5, numbers::date),
        ],
    );
}

#[test]
fn additions_and_numbers_at_the_edges_are_read_as_they_came() {
    try_all(5_000, &[("additions", 1, additions::addition)]);
}
