//! Thousands of mutated seeds, bodies of the admin side and rules of faults: each is taken, or refused with its place named.
//!
//! A few by default; `MUTATED_INPUTS` for many, and `MUTATED_SEED` for the same again. Bodies and queries as they come over a
//! socket are tried by the scoreboard, row R13.

use std::sync::LazyLock;

use jiff::Timestamp;
use liveops_mutation::{Mutator, try_all};
use serde_json::{Value, json};

use crate::faults;
use crate::seed::Seed;

static ENTRIES: LazyLock<Vec<Value>> =
    LazyLock::new(|| serde_json::from_str(include_str!("seed/default.json")).unwrap());

static RULES: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let claim =
        json!({ "operation": "claim-user-daily-chain-step-reward", "player": "mira", "nth": 2 });
    let socket = json!({ "operation": "order-socket" });
    let rules = [
        json!({ "request": claim, "phase": "before_commit", "times": 3, "probability": 0.25, "seed": 7,
                "what": { "answer": { "status": 503, "headers": { "retry-after": "2" }, "body": { "a": 1 }, "cors": false } } }),
        json!({ "request": claim, "phase": { "late_commit": { "milliseconds": 2000 } }, "what": "hang" }),
        json!({ "request": { "player": "mira", "connection": "reused" }, "phase": "after_commit", "what": { "truncated_body": { "bytes": 5 } } }),
        json!({ "phase": { "stale_read": { "milliseconds": 2000 } } }),
        json!({ "request": claim, "phase": "after_commit", "what": { "advance_clock": { "seconds": 86_400, "of": "player" } } }),
        json!({ "phase": "preflight", "what": { "headers": { "connection": "close" } } }),
        json!({ "phase": "before_commit", "what": { "deep_body": { "depth": 100 } } }),
        json!({ "phase": "before_commit", "what": { "refuse": { "milliseconds": 500 } } }),
        json!({ "request": socket, "phase": "connected", "what": { "close": { "code": 3001, "reason": "shutdown" } } }),
        json!({ "request": socket, "phase": "push", "what": { "repeat": { "copies": 2 } } }),
    ];
    rules.map(|rule| json!({ "rules": [rule] })).into()
});

#[test]
fn mutated_input_of_testers_breaks_nothing() {
    try_all(20_000, &[("rules of faults", 2, rules), ("seeds", 1, seed)]);
}

fn rules(mutator: &mut Mutator) {
    let index = mutator.below(RULES.len());
    let body = mutator.value(&RULES[index]);
    if let Err(refusal) = faults::read(body.clone()) {
        assert!(!refusal.to_string().is_empty(), "{body}");
    }
}

/// The first entries of the seed, the last of them changed.
fn seed(mutator: &mut Mutator) {
    let last = mutator.below(ENTRIES.len().min(8));
    let mut entries = ENTRIES[..=last].to_vec();
    let index = mutator.below(ENTRIES.len());
    entries[last] = mutator.value(&ENTRIES[index]);
    let now = Timestamp::from_second(1_893_456_000).unwrap();
    if let Err(error) = Seed::from(entries).changes(now) {
        let place = format!("seed[{last}]");
        assert!(error.to_string().starts_with(&place), "{error}");
    }
}
