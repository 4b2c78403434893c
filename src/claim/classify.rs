//! What an answer to a claim proves.

use super::machine::Answer;
use crate::client::failure::Applied;

/// What a failed call proves; a success is exactly the promised one, and so [`Answer::Accepted`].
///
/// `status`: the HTTP status, if an answer came. `retry_after`: how long the API asks to wait, in
/// milliseconds, where the browser lets that be read.
#[must_use]
pub const fn classify(status: Option<u16>, applied: Applied, retry_after: Option<u32>) -> Answer {
    match (status, applied) {
        // It took too long to arrive: the first copy of it may have been faster.
        (Some(408), _) => Answer::Lost,
        (Some(401), _) => Answer::Unauthorized,
        (Some(429), _) => Answer::Throttled { wait: retry_after },
        (None, Applied::No) => Answer::Unsent,
        (Some(400..=499), _) => Answer::Refused,
        _ => Answer::Lost,
    }
}

#[cfg(test)]
#[path = "classify_test.rs"]
mod test;
