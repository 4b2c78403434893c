//! What comes next in a claim: pure functions, which get time and chance from outside.
//!
//! Each [`Next`] holds what its driver has to do and what takes the outcome, so that nothing can be
//! sent without a read before it, and no outcome can reach a state that did not ask for it. All times
//! are in milliseconds.

mod doubt;

use doubt::{Doubt, Last, jittered};

pub use doubt::Wait;

/// Sent at most this often.
pub const MOST_SENDS: u8 = 3;

/// After this no copy of a request is still under way.
pub const UNDER_WAY: u64 = 120_000;

/// A wait that the API asks for is cut to this.
pub const LONGEST_WAIT: u32 = 30_000;

/// The wait after a 429 that does not say how long.
const THROTTLED: u32 = 1_000;

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
        let doubt = Doubt::of(self, last, at);
        match wait {
            Some(milliseconds) => doubt.wait_for(milliseconds),
            None => doubt.wait(at),
        }
    }

    /// Whoever asked no longer waits for it, and the request was cut off.
    #[must_use]
    pub fn left(self, at: Moment) -> Next {
        Doubt::of(self, Last::Lost, at).left(at)
    }
}

#[cfg(test)]
#[path = "machine/script_test.rs"]
mod script;
#[cfg(test)]
#[path = "machine_test.rs"]
mod test;
