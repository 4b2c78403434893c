//! When a read is tried again: up to three times, at random intervals, and not by every page at once when
//! the API is down.

/// Tried at most this often.
const MOST_TRIES: u8 = 3;

/// The first wait is at most this long, in milliseconds; the second twice as long.
const FIRST_WAIT: u32 = 200;

/// Where the API asks for less traffic: at most this long at first.
const FIRST_THROTTLED_WAIT: u32 = 1_000;

/// No wait is longer, whatever the API asks for.
const LONGEST_WAIT: u32 = 30_000;

/// What a client may spend on repeated requests under way together.
const QUOTA: u8 = 50;

/// What a repeated request costs.
const COST: u8 = 5;

/// What a client may still spend on repeated requests: nothing once some did not help, until others succeed,
/// so that a failing API is not asked three times as often.
#[derive(Debug)]
pub struct Quota(u8);

impl Default for Quota {
    fn default() -> Self {
        Self(QUOTA)
    }
}

impl Quota {
    /// Spends what a repeated request costs; false where too little is left.
    pub const fn take(&mut self) -> bool {
        let allows_one = self.0 >= COST;
        if allows_one {
            self.0 -= COST;
        }
        allows_one
    }

    /// A request succeeded, after `repeats` repeated ones: their cost is given back, and one more.
    pub fn succeeded(&mut self, repeats: u8) {
        let back = repeats.saturating_mul(COST).saturating_add(1);
        self.0 = self.0.saturating_add(back).min(QUOTA);
    }

    /// A request failed though it was repeated: no other is, until some have succeeded.
    pub fn failed(&mut self) {
        self.0 = self.0.min(COST - 1);
    }
}

/// Why a read failed, as far as time can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passing {
    /// No answer, or a server that failed.
    Broken,
    /// Too many requests.
    Throttled,
}

/// How long to wait before the next try, in milliseconds; none where there is none.
///
/// `tries`: how many there were. `retry_after`: what the API asks for, where the browser lets that be read.
/// `left`: how much time the call still has. `chance`: a fresh random number.
#[must_use]
pub fn wait_before_retry(
    tries: u8,
    passing: Passing,
    retry_after: Option<u32>,
    left: u32,
    chance: u16,
) -> Option<u32> {
    if tries == 0 || tries >= MOST_TRIES {
        return None;
    }
    let first = match passing {
        Passing::Broken => FIRST_WAIT,
        Passing::Throttled => FIRST_THROTTLED_WAIT,
    };
    let jittered = ((first << (tries - 1)) * u32::from(chance)) >> 16;
    let wait = jittered.max(retry_after.unwrap_or(0)).min(LONGEST_WAIT);
    (wait < left).then_some(wait)
}

#[cfg(test)]
#[path = "retry_test.rs"]
mod test;
