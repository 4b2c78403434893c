//! What is written down before a claim is sent, so that it survives the page: whose, which step, which cycle, when.
//!
//! One entry a step, since two tabs that write into one text would lose each other's. An entry holds
//! numbers and nothing else: no token, no name, no code.

use super::machine::{MOST_SENDS, Sent};
use crate::rules::text::{push_decimal, whole_number};

/// How the names of the entries begin in the page's storage.
pub const PREFIX: &str = "xsolla-liveops.claims.";

/// An older entry is dropped: nobody asks any more.
const OLDEST: u64 = 7 * 86_400_000;

/// Of more entries the oldest is dropped.
const MOST: usize = 32;

/// What this version writes first.
const VERSION: u64 = 1;

/// Whose step it is, and which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The shop's project.
    pub project: u64,
    /// The player: a hash of their id.
    pub player: u64,
    /// The kind of the chain.
    pub kind: ChainKind,
    /// The chain.
    pub chain: u64,
    /// The step's `step_number` or, in a reward chain, its `step_id`.
    pub step: u64,
}

/// The kind of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChainKind {
    /// A daily chain.
    Daily = 1,
    /// An offer chain.
    Offer = 2,
    /// A reward chain.
    Reward = 3,
}

impl Place {
    /// The entry's name.
    #[must_use]
    pub fn name(&self) -> String {
        let mut name = PREFIX.to_owned();
        let kind = self.kind as u64;
        push_numbers(
            &mut name,
            &[self.project, self.player, kind, self.chain, self.step],
        );
        name
    }

    /// Reads an entry's name; none where it is another's.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let mut numbers = [0; 5];
        read_numbers(name.strip_prefix(PREFIX)?, &mut numbers)?;
        let [project, player, kind, chain, step] = numbers;
        let kind = match kind {
            1 => ChainKind::Daily,
            2 => ChainKind::Offer,
            3 => ChainKind::Reward,
            _ => return None,
        };
        Some(Self {
            project,
            player,
            kind,
            chain,
            step,
        })
    }
}

/// The entry's text.
#[must_use]
pub fn written(sent: Sent) -> String {
    let mut text = String::new();
    let attempts = u64::from(sent.attempts);
    push_numbers(&mut text, &[VERSION, sent.cycle, sent.at, attempts]);
    text
}

/// Reads an entry's text; none where it is too old, or not of this version.
#[must_use]
pub fn read(text: &str, now: u64) -> Option<Sent> {
    let mut numbers = [0; 4];
    read_numbers(text, &mut numbers)?;
    let [VERSION, cycle, at, attempts] = numbers else {
        return None;
    };
    let attempts = u8::try_from(attempts).ok()?;
    let is_good = (1..=MOST_SENDS).contains(&attempts) && now.saturating_sub(at) < OLDEST;
    is_good.then_some(Sent {
        cycle,
        at,
        attempts,
    })
}

/// Which entry has to go before another is written, if any.
#[must_use]
pub fn surplus(entries: &[(Place, Sent)]) -> Option<Place> {
    let oldest = entries.iter().min_by_key(|(_, sent)| sent.at);
    oldest
        .filter(|_| entries.len() >= MOST)
        .map(|(place, _)| *place)
}

fn push_numbers(text: &mut String, numbers: &[u64]) {
    for (index, number) in numbers.iter().enumerate() {
        if index > 0 {
            text.push('.');
        }
        push_decimal(text, *number);
    }
}

/// Exactly so many numbers with points between them, as they are written and in no other way.
fn read_numbers(text: &str, numbers: &mut [u64]) -> Option<()> {
    let mut parts = text.split('.');
    for number in numbers {
        let part = parts.next()?;
        if part.starts_with(['-', '0']) && part != "0" {
            return None;
        }
        *number = u64::try_from(whole_number(part)?).ok()?;
    }
    parts.next().is_none().then_some(())
}

#[cfg(test)]
#[path = "journal_test.rs"]
mod test;
