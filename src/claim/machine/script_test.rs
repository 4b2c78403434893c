//! Plays a claim through: each step takes what it finds or is answered, on a clock that stands where nothing waits.

use super::{Answer, Moment, Next, Reading, Reason, Step, Verdict, claim};

pub const CYCLE: u64 = 7;
const HOUR: u64 = 3_600_000;

pub const CLAIMED: Reading = Reading::Step(Step::Claimed { cycle: Some(CYCLE) });
pub const LOCKED: Reading = unclaimed(CYCLE, false, None);
pub const CLAIMABLE: Reading = unclaimed(CYCLE, true, Some(HOUR));

pub const fn unclaimed(cycle: u64, is_claimable: bool, until_reset: Option<u64>) -> Reading {
    Reading::Step(Step::Unclaimed {
        cycle,
        is_claimable,
        until_reset,
    })
}

pub const RECOVERED: Verdict = Verdict::Applied { recovered: true };
pub const THROTTLED: Answer = Answer::Throttled { wait: None };
pub const REFUSED: Verdict = Verdict::NotApplied(Reason::Answer);

/// A claim under way, and its clock.
pub struct Script {
    pub now: u64,
    pub next: Next,
}

impl Script {
    pub fn new(next: Next) -> Self {
        Self {
            now: 1_000_000,
            next,
        }
    }

    /// A claim of a step that was read as claimable, up to its first sending.
    pub fn sending() -> Self {
        Self::new(claim(false, None)).finds(CLAIMABLE)
    }

    fn moment(&self) -> Moment {
        Moment {
            now: self.now,
            chance: u16::MAX,
        }
    }

    pub fn finds(mut self, reading: Reading) -> Self {
        let Next::Read(read) = self.next else {
            panic!("nothing is read: {:?}", self.next);
        };
        self.next = read.found(reading, self.moment());
        self
    }

    pub fn answered(mut self, answer: Answer) -> Self {
        let Next::Send(send) = self.next else {
            panic!("nothing is sent: {:?}", self.next);
        };
        self.next = send.answered(answer, self.moment());
        self
    }

    pub fn waits(mut self) -> Self {
        let Next::Wait(wait) = self.next else {
            panic!("nothing is waited for: {:?}", self.next);
        };
        self.now += u64::from(wait.milliseconds);
        self.next = wait.over(self.now);
        self
    }

    pub fn leaves(mut self) -> Self {
        let at = self.moment();
        self.next = match self.next {
            Next::Read(read) => read.left(at),
            Next::Send(send) => send.left(at),
            Next::Wait(wait) => wait.left(at),
            settled @ Next::Settle(_) => settled,
        };
        self
    }

    /// Waits and finds one thing up to five seconds after the beginning, and another later.
    pub fn finds_after_waiting(self, early: Reading, late: Reading) -> Self {
        let script = self.waits();
        let is_early = script.now <= 1_005_000;
        script.finds(if is_early { early } else { late })
    }

    /// Waits and finds the same, until something else is to be done.
    pub fn keeps_finding(mut self, reading: Reading) -> Self {
        for _ in 0..100 {
            self = match self.next {
                Next::Wait(_) => self.waits(),
                Next::Read(_) => self.finds(reading),
                _ => return self,
            };
        }
        panic!("it never ends: {:?}", self.next);
    }

    pub fn verdict(&self) -> Verdict {
        match self.next {
            Next::Settle(verdict) => verdict,
            other => panic!("not settled: {other:?}"),
        }
    }

    pub fn attempts(&self) -> u8 {
        match self.next {
            Next::Send(send) => send.entry(self.now).attempts,
            other => panic!("not sent: {other:?}"),
        }
    }
}
