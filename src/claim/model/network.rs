//! What the network does to reads and claims.

use super::server::bit;
use super::{Happening, World};
use crate::claim::machine::{Answer, Reading, Send};

/// Copies that are still under way arrive within this time.
const LATEST_COPY: u64 = 55_000;

/// What a delayed read shows is at most so old.
const LAG: u64 = 5_000;

/// The library gives up on an answer after this time.
const ANSWER_LIMIT: u64 = 10_000;

impl World<'_> {
    pub fn read(&mut self, tab: usize, turn: u32) {
        self.tabs[tab].asked_at = self.now;
        let there = self.draw.below(1_000);
        let back = self.draw.below(1_000);
        if self.fails() && self.draw.below(2) == 0 {
            let failing = Happening::Found(tab, turn, Reading::Failed);
            return self.later(there + back, failing);
        }
        let lag = (self.lags && self.draw.happens(60)).then(|| self.draw.below(LAG));
        self.later(there, Happening::Read(tab, turn, lag, back));
    }

    pub fn send(&mut self, tab: usize, turn: u32, send: Send) {
        let entry = send.entry(self.now);
        let before = if self.tabs[tab].goes_on(entry) {
            self.tabs[tab].covers
        } else {
            0
        };
        let covers = before | bit(tab, entry.attempts);
        self.tabs[tab].covers = covers;
        self.journal = Some((entry, covers));
        self.check_send(tab, entry);
        let copy = |answer_in| Happening::Copy {
            tab,
            turn,
            attempt: entry.attempts,
            answer_in,
        };
        let there = self.draw.below(1_000);
        let back = self.draw.below(1_000);
        let answered = |answer| Happening::Answered(tab, turn, answer);
        if !self.fails() {
            return self.later(there, copy(Some(back)));
        }
        match self.draw.below(12) {
            // Dropped on the way back, or a success of another shape.
            0..=1 => {
                self.later(there, copy(None));
                self.later(there + back, answered(Answer::Lost));
            }
            // Dropped on the way there, or a server that failed before it did anything.
            2 => self.later(there, answered(Answer::Lost)),
            // Dropped after it was accepted, and sent again by the browser.
            3..=4 => {
                self.later(there, copy(None));
                self.later(there + back, copy(Some(back)));
            }
            // Dropped before it was accepted, and sent again by the browser.
            5 => self.later(there + back, copy(Some(back))),
            // Delivered twice.
            6 => {
                self.later(there, copy(Some(back)));
                let again = self.draw.below(LAG);
                self.later(there + again, copy(None));
            }
            7 => self.later(ANSWER_LIMIT, answered(Answer::Lost)),
            // Accepted late.
            8 => {
                let late = self.draw.below(LATEST_COPY);
                self.later(late, copy(None));
                self.later(ANSWER_LIMIT, answered(Answer::Lost));
            }
            9 => self.later(there + back, answered(Answer::Unauthorized)),
            10 => {
                let wait = self.draw.happens(50).then_some(60_000);
                self.later(there + back, answered(Answer::Throttled { wait }));
            }
            // Refused by something in front of the server.
            _ => self.later(there + back, answered(Answer::Refused)),
        }
    }
}
