//! What comes next in a claim: pure functions, which get time and chance from outside.
//!
//! Each [`Next`] holds what its driver has to do and what takes the outcome, so that nothing can be
//! sent without a read before it, and no outcome can reach a state that did not ask for it. All times
//! are in milliseconds.

/// Sent at most this often.
pub const MOST_SENDS: u8 = 3;

/// Two reads tell that a step was not claimed if this lies between them.
pub const BETWEEN_READS: u64 = 2_000;

/// After this the servers that are only read know what was written.
pub const SETTLING: u64 = 6_000;

/// After this no copy of a request is still under way.
pub const UNDER_WAY: u64 = 120_000;

/// So long before the chain starts over, nothing is sent again: it would claim the step of the next cycle.
pub const GUARD: u64 = 60_000;

/// A wait that the API asks for is cut to this.
pub const LONGEST_WAIT: u32 = 30_000;

/// The waits before the reads that confirm; the last one is repeated.
const WAITS: [u32; 5] = [300, 1_000, 3_000, 8_000, 15_000];

/// A timer may be early by so much.
const TIMER_ERROR: u64 = 10;

/// The wait after a 429 that does not say how long.
const THROTTLED: u32 = 1_000;

/// Once nobody waits for it, a claim is read so often and then left to the journal.
const MOST_WAITS: u8 = 24;

/// What its driver does next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Reads the chain.
    Read(Read),
    /// Writes the claim into the journal, then sends it, once.
    Send(Send),
    /// Waits.
    Wait(Wait),
    /// Nothing more: it is settled.
    Settle(Verdict),
}

/// How a claim ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The step is claimed; `recovered` where that was read, since the API's own answer was lost.
    Applied {
        /// Whether it was read.
        recovered: bool,
    },
    /// Nothing was given.
    NotApplied(Reason),
    /// Nobody can tell, and no read will: out of the journal.
    Unknown,
    /// Nobody could tell so far: it stays in the journal.
    Unread,
}

/// Why nothing was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The chain could not be read, so nothing was sent.
    Unreadable,
    /// The chain, or the step, is not there.
    Missing,
    /// The step was claimed before.
    AlreadyClaimed,
    /// The step cannot be claimed now.
    NotClaimable,
    /// Whoever asked left before anything was sent.
    Left,
    /// The last answer says why, or its absence.
    Answer,
}

/// When something happened, and what a driver brings along.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Unix time.
    pub now: u64,
    /// A fresh random number.
    pub chance: u16,
    /// Whether the client may repeat a request: see [`crate::client::retry`].
    pub may_repeat: bool,
}

/// What a read found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Nothing: it failed.
    Failed,
    /// That the chain, or the step, is not there.
    Missing,
    /// The step.
    Step(Step),
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its reward was given.
    Claimed {
        /// The cycle that it was given in, where the chain tells.
        cycle: Option<u64>,
    },
    /// Its reward was not given.
    Unclaimed {
        /// The cycle that it belongs to.
        cycle: u64,
        /// Whether it can be claimed now: neither missed nor still to come.
        is_claimable: bool,
        /// How long until the chain starts over; none where it never does.
        until_reset: Option<u64>,
    },
}

/// What an answer proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Exactly the promised success: it is claimed.
    Accepted,
    /// Nothing.
    Lost,
    /// A refusal, which may be the answer to a copy that the browser sent by itself after the first was accepted.
    Refused,
    /// 401: it was not claimed.
    Unauthorized,
    /// 429: it was not claimed.
    Throttled {
        /// How long to wait, where the API says so and the browser lets it be read.
        wait: Option<u32>,
    },
    /// It never left the page.
    Unsent,
}

/// A read under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read(Look);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Before this call has sent anything.
    First {
        /// Whether this browser was already claiming the step, here or in another tab.
        joined: bool,
        /// What the journal still holds of the same step.
        earlier: Option<Sent>,
    },
    /// After it was sent.
    Again { doubt: Doubt, asked_at: u64 },
}

/// A claim under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Send {
    cycle: u64,
    attempt: u8,
    /// Whether an earlier attempt may still have been, or be, accepted.
    is_lost: bool,
}

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
struct Doubt {
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
enum Last {
    Lost,
    Refused,
    Unauthorized,
    Throttled,
}

/// A claim that the journal holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// The cycle it was sent in.
    pub cycle: u64,
    /// When it was last sent.
    pub at: u64,
    /// How often it was sent.
    pub attempts: u8,
}

/// Begins a claim. `joined`: this browser is already claiming the step, or has just been. `earlier`: what
/// the journal still holds of the same step.
#[must_use]
pub const fn claim(joined: bool, earlier: Option<Sent>) -> Next {
    Next::Read(Read(Look::First { joined, earlier }))
}

/// Confirms a claim that the journal holds; nothing is ever sent.
#[must_use]
pub fn confirm(sent: Sent, now: u64) -> Next {
    Doubt::after(sent, now, false).read(now)
}

impl Read {
    /// Takes what was read.
    #[must_use]
    #[inline(never)]
    pub fn found(self, reading: Reading, at: Moment) -> Next {
        match self.0 {
            Look::First { joined, earlier } => match earlier {
                Some(sent) if sent.matters(reading, at.now) => {
                    Doubt::after(sent, at.now, true).found(reading, at.now, at)
                }
                _ => first(joined, reading),
            },
            Look::Again { doubt, asked_at } => doubt.found(reading, asked_at, at),
        }
    }

    /// Whoever asked no longer waits for it.
    #[must_use]
    pub fn left(self, at: Moment) -> Next {
        match self.0 {
            Look::First { earlier: None, .. } => Next::Settle(Verdict::NotApplied(Reason::Left)),
            Look::First {
                earlier: Some(sent),
                ..
            } => Doubt::after(sent, at.now, true).left(at),
            Look::Again { doubt, .. } => doubt.left(at),
        }
    }
}

impl Sent {
    /// Whether what was sent before decides what a first read means.
    const fn matters(&self, reading: Reading, now: u64) -> bool {
        match reading {
            Reading::Failed | Reading::Missing => true,
            Reading::Step(step @ Step::Claimed { .. }) => step.is_of(self.cycle),
            Reading::Step(step) => {
                step.is_of(self.cycle) && now.saturating_sub(self.at) < UNDER_WAY
            }
        }
    }
}

impl Step {
    /// Whether it is of this cycle, as far as it tells.
    const fn is_of(&self, this: u64) -> bool {
        match *self {
            Self::Unclaimed { cycle, .. } | Self::Claimed { cycle: Some(cycle) } => cycle == this,
            Self::Claimed { cycle: None } => true,
        }
    }
}

/// What the first read leads to.
const fn first(joined: bool, reading: Reading) -> Next {
    Next::Settle(Verdict::NotApplied(match reading {
        Reading::Failed => Reason::Unreadable,
        Reading::Missing => Reason::Missing,
        Reading::Step(Step::Claimed { .. }) if joined => {
            return Next::Settle(Verdict::Applied { recovered: true });
        }
        Reading::Step(Step::Claimed { .. }) => Reason::AlreadyClaimed,
        Reading::Step(Step::Unclaimed {
            cycle,
            is_claimable: true,
            ..
        }) => {
            return Next::Send(Send {
                cycle,
                attempt: 1,
                is_lost: false,
            });
        }
        Reading::Step(Step::Unclaimed { .. }) => Reason::NotClaimable,
    }))
}

impl Send {
    /// What the journal has to hold before it is sent.
    #[must_use]
    pub const fn entry(&self, now: u64) -> Sent {
        Sent {
            cycle: self.cycle,
            at: now,
            attempts: self.attempt,
        }
    }

    /// Takes what it was answered.
    #[must_use]
    #[inline(never)]
    pub fn answered(self, answer: Answer, at: Moment) -> Next {
        let (last, wait) = match answer {
            Answer::Accepted => return Next::Settle(Verdict::Applied { recovered: false }),
            Answer::Unsent if !self.is_lost => {
                return Next::Settle(Verdict::NotApplied(Reason::Answer));
            }
            Answer::Unsent | Answer::Lost => (Last::Lost, None),
            Answer::Refused => (Last::Refused, None),
            Answer::Unauthorized => (Last::Unauthorized, None),
            Answer::Throttled { wait } => {
                let wait = wait.unwrap_or_else(|| jittered(THROTTLED, at.chance));
                (Last::Throttled, Some(wait.min(LONGEST_WAIT)))
            }
        };
        let doubt = self.doubt(last, at);
        match wait {
            Some(milliseconds) => Next::Wait(Wait {
                doubt,
                is_forgotten: false,
                milliseconds,
            }),
            None => doubt.wait(at),
        }
    }

    /// Whoever asked no longer waits for it, and the request was cut off.
    #[must_use]
    pub fn left(self, at: Moment) -> Next {
        self.doubt(Last::Lost, at).left(at)
    }

    fn doubt(self, last: Last, at: Moment) -> Doubt {
        Doubt {
            cycle: self.cycle,
            // A refused token is replaced once.
            attempt: match last {
                Last::Unauthorized => self.attempt.max(MOST_SENDS - 1),
                _ => self.attempt,
            },
            is_lost: self.is_lost || last == Last::Lost,
            last,
            answered_at: at.now,
            unclaimed_since: None,
            waits: 0,
            is_awaited: true,
        }
    }
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
    fn after(sent: Sent, now: u64, is_awaited: bool) -> Self {
        Self {
            cycle: sent.cycle,
            attempt: sent.attempts,
            is_lost: true,
            last: Last::Lost,
            // A clock that was set back makes it young.
            answered_at: sent.at.min(now),
            unclaimed_since: None,
            waits: 0,
            is_awaited,
        }
    }

    fn read(self, now: u64) -> Next {
        Next::Read(Read(Look::Again {
            doubt: self,
            asked_at: now,
        }))
    }

    /// Waits for the next read, each time longer.
    fn wait(self, at: Moment) -> Next {
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
        Next::Wait(Wait {
            doubt: self,
            is_forgotten: false,
            milliseconds: u32::try_from(left).map_or(wait, |left| left.min(wait)),
        })
    }

    fn left(mut self, at: Moment) -> Next {
        if !self.may_be_claimed() {
            return Next::Settle(Verdict::NotApplied(Reason::Answer));
        }
        self.is_awaited = false;
        self.wait(at)
    }

    fn found(mut self, reading: Reading, asked_at: u64, at: Moment) -> Next {
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
        let second = since.saturating_add(BETWEEN_READS);
        if asked_at < second {
            return self.wait_until(second, at);
        }
        self.unclaimed(step, asked_at, at)
    }

    /// A read found no chain, or no such step: it may have been taken away, or come back.
    fn missing(mut self, asked_at: u64, at: Moment) -> Next {
        self.unclaimed_since = None;
        let settled = self.answered_at.saturating_add(SETTLING);
        if self.is_lost {
            self.wait(at)
        } else if asked_at < settled {
            self.wait_until(settled, at)
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
            (false, Last::Refused) => since_answer >= SETTLING,
            (false, _) => true,
        };
        if self.may_be_sent_again(step, at) {
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
        } else {
            self.wait_until(self.answered_at.saturating_add(SETTLING), at)
        }
    }

    fn may_be_sent_again(&self, step: Step, at: Moment) -> bool {
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
            && at.may_repeat
            && until_reset.is_none_or(|left| left >= GUARD)
    }
}

/// Between half and the whole of a time.
fn jittered(milliseconds: u32, chance: u16) -> u32 {
    let half = milliseconds / 2;
    half + ((half * u32::from(chance)) >> 16)
}

#[cfg(test)]
#[path = "machine_test.rs"]
mod test;
