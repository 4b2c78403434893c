//! Random letters and digits, for tokens and keys.

use rand::RngExt;
use rand::distr::Alphanumeric;

/// So many random letters and digits.
pub fn random_text(length: usize) -> String {
    rand::rng()
        .sample_iter(&Alphanumeric)
        .take(length)
        .map(char::from)
        .collect()
}
