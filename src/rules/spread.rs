//! When to read a chain again after it has started over: not all shops in the same second.

use super::hash::Hash;

/// The reads are spread over this long, in milliseconds.
const SPREAD: u64 = 60_000;

/// How long after a reset to read again, in milliseconds: the same for the same seed and reset, and for
/// all seeds together the same number in every second.
#[must_use]
pub fn spread(seed: u64, reset: u64) -> u64 {
    let mut hash = Hash::default();
    hash.write(&seed.to_le_bytes());
    hash.write(&reset.to_le_bytes());
    hash.finish() % SPREAD
}

#[cfg(test)]
#[path = "spread_test.rs"]
mod test;
