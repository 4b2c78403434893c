//! How long a token is used before a new one is asked for.

/// A token is renewed this long before it expires, in milliseconds.
const MARGIN: f64 = 90_000.0;

/// How long a token is used from its receipt on, in milliseconds, by its own `iat` and `exp` in seconds.
///
/// Device clocks are wrong, so only the difference counts. None means: until it is refused.
/// A token that lives less than twice the margin is used for half its life.
#[must_use]
pub fn milliseconds_of_use(issued_at: Option<f64>, expires_at: Option<f64>) -> Option<f64> {
    let lifetime = (expires_at? - issued_at?) * 1000.0;
    (lifetime > 0.0).then(|| (lifetime - MARGIN).max(lifetime / 2.0))
}

#[cfg(test)]
#[path = "token_test.rs"]
mod test;
