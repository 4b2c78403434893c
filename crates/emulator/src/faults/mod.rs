//! What goes wrong on purpose, by the rules of a tester. In memory only.

mod check;
mod requests;
mod rule;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde::Serialize;
use tokio::sync::watch;

pub use check::read;
pub use requests::{apply, hide_from_pages, instead_of};
pub use rule::{Close, ORDER_SOCKET, Occasion, Phase, Rule, What};

use crate::engine::ids::PlayerId;

/// The rules that count now. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Faults {
    rules: Arc<Mutex<Vec<Counted>>>,
    replaced: watch::Sender<()>,
}

/// A rule, and how often it was asked and happened.
#[derive(Debug, Serialize)]
pub struct Counted {
    #[serde(flatten)]
    rule: Rule,
    /// Requests that it is about.
    seen: u64,
    fired: u64,
    #[serde(skip)]
    chance: Option<StdRng>,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            rules: Arc::default(),
            replaced: watch::Sender::new(()),
        }
    }
}

impl Faults {
    /// Puts these rules in the place of those before.
    pub fn replace(&self, rules: Vec<Rule>) {
        *self.rules() = rules.into_iter().map(Counted::new).collect();
        self.replaced.send_replace(());
    }

    /// Tells when rules were replaced.
    pub fn replaced(&self) -> watch::Receiver<()> {
        self.replaced.subscribe()
    }

    /// The rules with their counts.
    pub fn shown(&self) -> serde_json::Value {
        serde_json::json!({ "rules": *self.rules() })
    }

    /// What happens on this occasion, in the order of the rules.
    pub fn on(
        &self,
        occasion: Occasion,
        operation: &str,
        player: Option<&PlayerId>,
    ) -> Vec<(Phase, Option<What>)> {
        let mut rules = self.rules();
        let about = rules
            .iter_mut()
            .filter(|counted| counted.rule.is_about(occasion, operation, player));
        about
            .filter_map(|counted| {
                let happens = counted.happens();
                happens.then(|| (counted.rule.phase, counted.rule.what.clone()))
            })
            .collect()
    }

    fn rules(&self) -> MutexGuard<'_, Vec<Counted>> {
        // Counts may be a little wrong after a panic elsewhere; rules are whole.
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rule {
    fn is_about(&self, occasion: Occasion, operation: &str, player: Option<&PlayerId>) -> bool {
        let Self { request, phase, .. } = self;
        phase.occasion() == occasion
            && request
                .operation
                .as_ref()
                .is_none_or(|name| name == operation)
            && request
                .player
                .as_ref()
                .is_none_or(|wanted| Some(wanted) == player)
    }
}

impl Counted {
    fn new(rule: Rule) -> Self {
        let chance = rule.probability;
        Self {
            seen: 0,
            fired: 0,
            chance: chance.map(|_| StdRng::seed_from_u64(rule.seed.unwrap_or_default())),
            rule,
        }
    }

    /// Counts a request, and whether the fault happens at it.
    fn happens(&mut self) -> bool {
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
        let happens = match (&mut self.chance, probability) {
            (Some(chance), Some(probability)) => chance.random_bool(*probability),
            _ => true,
        };
        self.fired += u64::from(happens);
        happens
    }
}
