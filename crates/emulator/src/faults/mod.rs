//! What goes wrong on purpose, by the rules of a tester. In memory only.

mod answers;
mod bodies;
mod check;
mod connections;
mod counting;
mod effects;
mod file;
mod offsets;
mod preflights;
mod requests;
mod rule;
mod rules;
mod spoiled;
mod stale;
mod stream;
mod what;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::watch;

pub use answers::hide_from_pages;
pub use check::read;
pub use connections::{Connection, FaultyListener};
pub use file::{FileError, read_file};
pub use preflights::answer_preflight;
pub use requests::{AcceptsAgain, apply, instead_of};
pub use rule::{ORDER_SOCKET, Occasion, Phase, Rule};
pub use rules::{Asked, Fault};
pub use what::{Close, What};

use offsets::Offsets;
use rules::{Happening, Rules};
use stale::Readings;

/// The rules that count now. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Faults {
    rules: Arc<Mutex<Rules>>,
    replaced: watch::Sender<u64>,
    refused_until: watch::Sender<Option<Instant>>,
    /// How often listening for clients of the API has ended.
    refusals: watch::Sender<u64>,
    readings: Arc<Readings>,
    /// How far players are from everybody's time.
    pub offsets: Arc<Offsets>,
}

impl Faults {
    pub fn new(rules: Vec<Rule>) -> Self {
        Self {
            rules: Arc::new(Mutex::new(Rules::new(rules))),
            replaced: watch::Sender::default(),
            refused_until: watch::Sender::default(),
            refusals: watch::Sender::default(),
            readings: Arc::default(),
            offsets: Arc::default(),
        }
    }

    /// Puts these rules in the place of those before.
    pub fn replace(&self, rules: Vec<Rule>) {
        let mut current = self.rules();
        *current = Rules::new(rules);
        self.readings.forget();
        self.replaced.send_modify(|generation| *generation += 1);
    }

    /// Tells when rules were replaced, and how often they were.
    pub fn replaced(&self) -> watch::Receiver<u64> {
        self.replaced.subscribe()
    }

    /// The rules with their counts.
    pub fn shown(&self) -> Value {
        json!({ "rules": self.rules().all })
    }

    /// What happens on this occasion.
    pub fn on(&self, asked: Asked<'_>) -> Happening {
        self.rules().on(asked)
    }

    /// What happens on an occasion that comes once for all rules of a time: `done` says for which it has.
    pub fn once(&self, done: &mut Option<u64>, asked: Asked<'_>) -> Happening {
        let mut rules = self.rules();
        let generation = *self.replaced.borrow();
        if done.replace(generation) == Some(generation) {
            return Happening::default();
        }
        rules.on(asked)
    }

    /// What players were answered while reads may be stale.
    fn readings(&self) -> &Readings {
        &self.readings
    }

    /// Lets nobody connect to the API for a while, which has begun when this ends.
    async fn refuse(&self, pause: Duration) {
        let mut refusals = self.refusals.subscribe();
        let before = *refusals.borrow();
        self.refused_until
            .send_replace(Instant::now().checked_add(pause));
        // Both ends of this channel are here, so that waiting cannot fail.
        let _ = refusals.wait_for(|count| *count > before).await;
    }

    fn refused_until(&self) -> watch::Receiver<Option<Instant>> {
        self.refused_until.subscribe()
    }

    fn rules(&self) -> MutexGuard<'_, Rules> {
        // Counts may be a little wrong after a panic elsewhere; rules are whole.
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
