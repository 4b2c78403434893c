//! How often a rule was asked, and how often it had its way.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde::Serialize;

use super::rule::Rule;

/// A rule and its counts.
#[derive(Debug, Serialize)]
pub struct Counted {
    #[serde(flatten)]
    pub rule: Rule,
    /// Requests that it is about.
    seen: u64,
    fired: u64,
    #[serde(skip)]
    chance: StdRng,
}

impl Counted {
    pub fn new(rule: Rule) -> Self {
        Self {
            seen: 0,
            fired: 0,
            chance: StdRng::seed_from_u64(rule.seed.unwrap_or_default()),
            rule,
        }
    }

    /// Counts a request, and says whether the fault happens at it.
    pub fn happens(&mut self) -> bool {
        self.seen += 1;
        let Rule {
            request,
            times,
            probability,
            ..
        } = &self.rule;
        let has_begun = request.nth.is_none_or(|nth| self.seen >= nth.get());
        let has_ended = times.is_some_and(|times| self.fired >= times.get());
        if !has_begun || has_ended {
            return false;
        }
        let happens = probability.is_none_or(|probability| self.chance.random_bool(probability));
        self.fired += u64::from(happens);
        happens
    }
}
