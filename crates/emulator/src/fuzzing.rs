//! What testers write, for cargo-fuzz: what is wrong with it, if anything.

use jiff::Timestamp;
use serde_json::Value;

use crate::faults;
use crate::seed::Seed;

/// Rules of faults.
#[must_use]
pub fn rules(body: Value) -> Option<String> {
    faults::read(body).err().map(|refusal| refusal.to_string())
}

/// A seed.
#[must_use]
pub fn seed(entries: Value) -> Option<String> {
    let Value::Array(entries) = entries else {
        return None;
    };
    let played = Seed::from(entries).changes(Timestamp::UNIX_EPOCH);
    played.err().map(|error| error.to_string())
}
