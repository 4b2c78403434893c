//! What may have been claimed, until reads tell.

use super::{
    Look, MOST_SENDS, Moment, Next, Read, Reading, Reason, Send, Sent, Step, UNDER_WAY, Verdict,
};

/// Two reads tell that a step was not claimed if this lies between them.
const BETWEEN_READS: u64 = 2_000;

/// The same before it is sent for the last time.
const BEFORE_LAST: u64 = 8_000;

/// After this the servers that are only read know what was written.
const SETTLING: u64 = 6_000;

/// A copy of a request may be decided so much later than the one that was answered.
const COPIES: u64 = 5_000;

/// So long before the chain starts over, nothing is sent again: it would claim the step of the next cycle.
const GUARD: u64 = 60_000;

/// The waits before the reads that confirm; the last one is repeated.
const WAITS: [u32; 5] = [300, 1_000, 3_000, 8_000, 15_000];

/// A timer may be early by so much.
const TIMER_ERROR: u64 = 10;

/// Once nobody waits for it, a claim is read so often and then left to the journal.
const MOST_WAITS: u8 = 24;

/// A wait under way, before a read that confirms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    doubt: Doubt,
    /// Whether the journal need not hold it any longer: only a copy that is still under way can be accepted.
    pub is_forgotten: bool,
    /// How long.
    pub milliseconds: u32,
}

/// What is to be confirmed by reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    cycle: u64,
    attempt: u8,
    /// Whether any attempt may have been, or still be, accepted.
    is_lost: bool,
    /// What the last attempt was answered.
    last: Last,
    answered_at: u64,
    /// When the first of the reads in a row answered that found the step unclaimed.
    unclaimed_since: Option<u64>,
    waits: u8,
    /// Whether somebody still waits for the claim: otherwise nothing is sent again.
    is_awaited: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    Lost,
    Refused,
    Unauthorized,
    Throttled,
}

impl Wait {
    /// The time is over, or something suggests to read at once.
    #[must_use]
    pub fn over(self, now: u64) -> Next {
        self.doubt.read(now)
    }

    /// Whoever asked no longer waits for it.
    #[must_use]
    pub fn left(self, at: Moment) -> Next {
        self.doubt.left(at)
    }
}

impl Doubt {
    /// What a sending leaves open that was answered so.
    pub fn of(send: Send, last: Last, at: Moment) -> Self {
        Self {
            cycle: send.cycle,
            // A refused token is replaced once.
            attempt: match last {
                Last::Unauthorized => send.attempt.max(MOST_SENDS - 1),
                _ => send.attempt,
            },
            is_lost: send.is_lost || last == Last::Lost,
            last,
            answered_at: at.now,
            unclaimed_since: None,
            waits: 0,
            is_awaited: true,
        }
    }

    /// What a claim leaves open that the journal holds.
    pub fn after(sent: Sent, now: u64, is_awaited: bool) -> Self {
        Self {
            cycle: sent.cycle,
            // Who asks anew may send as often again.
            attempt: if is_awaited { 0 } else { sent.attempts },
            is_lost: true,
            last: Last::Lost,
            // A clock that was set back makes it young.
            answered_at: sent.at.min(now),
            unclaimed_since: None,
            waits: 0,
            is_awaited,
        }
    }

    pub fn read(self, now: u64) -> Next {
        Next::Read(Read(Look::Again {
            doubt: self,
            asked_at: now,
        }))
    }

    /// Waits for the next read, each time longer.
    pub fn wait(self, at: Moment) -> Next {
        self.wait_until(u64::MAX, at)
    }

    /// Waits no longer than until a time when a read tells more.
    fn wait_until(mut self, time: u64, at: Moment) -> Next {
        if self.waits >= MOST_WAITS && !self.is_awaited {
            return Next::Settle(Verdict::Unread);
        }
        let place = usize::from(self.waits);
        let [.., longest] = WAITS;
        let wait = jittered(*WAITS.get(place).unwrap_or(&longest), at.chance);
        let left = time.saturating_sub(at.now).saturating_add(TIMER_ERROR);
        self.waits = self.waits.saturating_add(1);
        self.wait_for(u32::try_from(left).map_or(wait, |left| left.min(wait)))
    }

    /// Waits so long.
    pub const fn wait_for(self, milliseconds: u32) -> Next {
        Next::Wait(Wait {
            doubt: self,
            is_forgotten: false,
            milliseconds,
        })
    }

    pub fn left(mut self, at: Moment) -> Next {
        if !self.may_be_claimed() {
            return Next::Settle(Verdict::NotApplied(Reason::Answer));
        }
        self.is_awaited = false;
        self.wait(at)
    }

    pub fn found(mut self, reading: Reading, asked_at: u64, at: Moment) -> Next {
        let step = match reading {
            // With no other token there is nothing to wait for.
            Reading::Failed if self.last == Last::Unauthorized && !self.is_lost => {
                return Next::Settle(Verdict::NotApplied(Reason::Answer));
            }
            Reading::Failed => return self.wait(at),
            Reading::Missing => return self.missing(asked_at, at),
            Reading::Step(step) => step,
        };
        if !step.is_of(self.cycle) {
            return self.untold();
        }
        if matches!(step, Step::Claimed { .. }) {
            return Next::Settle(Verdict::Applied { recovered: true });
        }
        let since = *self.unclaimed_since.get_or_insert(at.now);
        let second = since.saturating_add(self.between_reads());
        if asked_at < second {
            return self.wait_until(second, at);
        }
        self.unclaimed(step, asked_at, at)
    }

    /// What was lost twice is not sent a third time within the same few seconds.
    fn between_reads(&self) -> u64 {
        if self.attempt == MOST_SENDS - 1 && self.last == Last::Lost && self.is_awaited {
            BEFORE_LAST
        } else {
            BETWEEN_READS
        }
    }

    /// A read found no chain, or no such step: it may have been taken away, or come back.
    fn missing(mut self, asked_at: u64, at: Moment) -> Next {
        self.unclaimed_since = None;
        if self.is_lost {
            self.wait(at)
        } else if asked_at < self.refused_until() {
            self.wait_until(self.refused_until(), at)
        } else {
            self.untold()
        }
    }

    /// No read will tell.
    fn untold(&self) -> Next {
        Next::Settle(if self.may_be_claimed() {
            Verdict::Unknown
        } else {
            Verdict::NotApplied(Reason::Answer)
        })
    }

    /// Whether anything that was sent may have been accepted.
    fn may_be_claimed(&self) -> bool {
        self.is_lost || self.last == Last::Refused
    }

    /// Two reads far enough apart found the step unclaimed in its cycle.
    fn unclaimed(self, step: Step, asked_at: u64, at: Moment) -> Next {
        let since_answer = asked_at.saturating_sub(self.answered_at);
        let is_known = match (self.is_lost, self.last) {
            (true, _) => since_answer >= UNDER_WAY,
            (false, Last::Refused) => asked_at >= self.refused_until(),
            (false, _) => true,
        };
        if self.may_be_sent_again(step) {
            Next::Send(Send {
                cycle: self.cycle,
                attempt: self.attempt + 1,
                is_lost: self.is_lost,
            })
        } else if is_known {
            Next::Settle(Verdict::NotApplied(Reason::Answer))
        } else if self.is_lost && (self.is_awaited || since_answer >= SETTLING) {
            match self.wait_until(self.answered_at.saturating_add(UNDER_WAY), at) {
                Next::Wait(wait) => Next::Wait(Wait {
                    is_forgotten: !self.is_awaited,
                    ..wait
                }),
                next => next,
            }
        } else if self.is_lost {
            self.wait_until(self.answered_at.saturating_add(SETTLING), at)
        } else {
            self.wait_until(self.refused_until(), at)
        }
    }

    /// From then on a read tells whether any copy of what was refused was accepted.
    fn refused_until(&self) -> u64 {
        self.answered_at.saturating_add(SETTLING + COPIES)
    }

    fn may_be_sent_again(&self, step: Step) -> bool {
        let Step::Unclaimed {
            is_claimable: true,
            until_reset,
            ..
        } = step
        else {
            return false;
        };
        self.is_awaited
            && self.last != Last::Refused
            && self.attempt < MOST_SENDS
            && until_reset.is_none_or(|left| left >= GUARD)
    }
}

/// Between half and the whole of a time.
pub fn jittered(milliseconds: u32, chance: u16) -> u32 {
    let half = milliseconds / 2;
    half + ((half * u32::from(chance)) >> 16)
}

#[cfg(test)]
#[path = "doubt_test.rs"]
mod test;
