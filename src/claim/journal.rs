//! What is written down before a claim is sent, so that it survives the page: in which cycle, when, how often.
//!
//! Which step it is stands in the entry's name (`journal.js`). An entry holds numbers and nothing else.

use super::machine::{MOST_SENDS, Sent};
use crate::rules::text::push_decimal;

/// An entry so old is not read, and `journal.js` drops it: nobody asks any more.
const OLDEST: u64 = 7 * 86_400_000;

/// What this version writes first.
const VERSION: u64 = 1;

/// The entry's text.
#[must_use]
pub fn written(sent: Sent) -> String {
    let mut text = String::new();
    for number in [VERSION, sent.cycle, sent.at, sent.attempts.into()] {
        if !text.is_empty() {
            text.push('.');
        }
        push_decimal(&mut text, number);
    }
    text
}

/// Reads an entry's text; none where it is too old, or not of this version.
#[must_use]
pub fn read(text: &str, now: u64) -> Option<Sent> {
    let [version, cycle, at, attempts] = numbers(text)?;
    let attempts = u8::try_from(attempts).ok()?;
    let is_good = version == VERSION
        && (1..=MOST_SENDS).contains(&attempts)
        && now.saturating_sub(at) < OLDEST;
    is_good.then_some(Sent {
        cycle,
        at,
        attempts,
    })
}

/// Four numbers with points between them, as they are written and in no other way.
fn numbers(text: &str) -> Option<[u64; 4]> {
    let mut numbers = [0_u64; 4];
    let mut place = 0;
    let mut before = b'.';
    for byte in text.bytes() {
        let number = numbers.get_mut(place)?;
        match byte {
            b'.' if before != b'.' => place += 1,
            // No number is written with a zero before it.
            b'0'..=b'9' if before == b'.' || *number > 0 => {
                *number = number
                    .checked_mul(10)?
                    .checked_add(u64::from(byte - b'0'))?;
            }
            _ => return None,
        }
        before = byte;
    }
    (place == 3 && before != b'.').then_some(numbers)
}

#[cfg(test)]
#[path = "journal_test.rs"]
mod test;
