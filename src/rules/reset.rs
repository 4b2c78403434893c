//! When a chain starts over and when a step opens.

/// From here on a Unix time is in milliseconds: as seconds it would be the year 5138.
const FIRST_MILLISECONDS: f64 = 1e11;

/// The latest time that a JavaScript date holds, in milliseconds.
const LATEST: f64 = 8.64e15;

/// A Unix time in milliseconds, read from seconds or milliseconds as the API sends them.
///
/// None where the API does not tell, or tells what is no time.
#[must_use]
pub fn unix_milliseconds(time: Option<f64>) -> Option<f64> {
    let time = time.filter(|time| time.is_finite() && *time > 0.0)?;
    let milliseconds = if time < FIRST_MILLISECONDS {
        time * 1000.0
    } else {
        time
    };
    (milliseconds <= LATEST).then_some(milliseconds)
}

/// The time left until `date`, in milliseconds; never negative.
#[must_use]
pub fn milliseconds_until(date: f64, now: f64) -> f64 {
    (date - now).max(0.0)
}

#[cfg(test)]
#[path = "reset_test.rs"]
mod test;
