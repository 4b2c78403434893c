//! A server with one step, which resets, closes, disappears and remembers what it gave.

use crate::claim::machine::{Answer, Reading, Step};

/// The server's view of one step.
#[derive(Debug)]
pub struct Server {
    /// Whether it refuses a step that was claimed.
    pub checks: bool,
    /// Cycles have this length; none: only one.
    pub period: Option<u64>,
    /// The step can be claimed so long into its cycle.
    pub open_for: Option<u64>,
    /// It refuses though the step shows as claimable.
    pub refuses: bool,
    /// The chain is switched off from here to there.
    pub off: (u64, u64),
    pub grants: Vec<Grant>,
}

pub fn bit(tab: usize, attempt: u8) -> u16 {
    1 << (tab * 4 + usize::from(attempt))
}

#[derive(Debug, Clone, Copy)]
pub struct Grant {
    pub at: u64,
    pub cycle: u64,
    pub tab: usize,
    pub attempt: u8,
}

impl Server {
    pub fn cycle(&self, at: u64) -> u64 {
        self.period.map_or(0, |period| at / period)
    }

    fn is_open(&self, at: u64) -> bool {
        let into = self.period.map_or(at, |period| at % period);
        self.open_for.is_none_or(|length| into < length)
    }

    fn is_off(&self, at: u64) -> bool {
        (self.off.0..self.off.1).contains(&at)
    }

    pub fn claim(&mut self, at: u64, tab: usize, attempt: u8) -> Answer {
        let cycle = self.cycle(at);
        let is_claimed = self.grants.iter().any(|grant| grant.cycle == cycle);
        if self.is_off(at) || self.refuses || !self.is_open(at) || is_claimed && self.checks {
            return Answer::Refused;
        }
        self.grants.push(Grant {
            at,
            cycle,
            tab,
            attempt,
        });
        Answer::Accepted
    }

    /// What a read that shows the state of `of` says to a page whose clock shows `now`.
    pub fn shown(&self, of: u64, now: u64) -> Reading {
        if self.is_off(of) {
            return Reading::Missing;
        }
        let cycle = self.cycle(of);
        let is_claimed = |grant: &Grant| grant.cycle == cycle && grant.at <= of;
        Reading::Step(if self.grants.iter().any(is_claimed) {
            Step::Claimed { cycle: Some(cycle) }
        } else {
            Step::Unclaimed {
                cycle,
                is_claimable: self.is_open(of),
                until_reset: self
                    .period
                    .map(|period| ((cycle + 1) * period).saturating_sub(now)),
            }
        })
    }
}
