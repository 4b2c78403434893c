//! The rules that count now, found by the player they name.

use std::collections::HashMap;

use super::counting::Counted;
use super::rule::{Occasion, Phase, Rule, Use};
use super::what::What;
use crate::engine::ids::PlayerId;

/// What is known of a request when rules are asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub occasion: Occasion,
    pub operation: Option<&'a str>,
    pub player: Option<&'a PlayerId>,
    pub connection: Option<Use>,
}

/// Something that goes wrong now.
pub type Fault = (Phase, Option<What>);

/// What goes wrong now, in the order of the rules.
#[derive(Clone, Debug, Default)]
pub struct Happening {
    pub faults: Vec<Fault>,
    /// Whether some of the player's reads may be stale, now or later.
    pub lags: bool,
}

#[derive(Debug, Default)]
pub struct Rules {
    pub all: Vec<Counted>,
    of_anybody: Vec<usize>,
    of_players: HashMap<PlayerId, Vec<usize>>,
}

impl Rules {
    pub fn new(rules: Vec<Rule>) -> Self {
        let mut indexed = Self::default();
        for (index, rule) in rules.iter().enumerate() {
            match &rule.request.player {
                None => indexed.of_anybody.push(index),
                Some(player) => {
                    let of_player = indexed.of_players.entry(player.clone());
                    of_player.or_default().push(index);
                }
            }
        }
        indexed.all = rules.into_iter().map(Counted::new).collect();
        indexed
    }

    /// Counts a request at every rule that is about it.
    pub fn on(&mut self, asked: Asked<'_>) -> Happening {
        let mut happening = Happening::default();
        for index in self.about(asked.player) {
            let Some(counted) = self.all.get_mut(index) else {
                continue;
            };
            if counted.rule.phase.occasion() != asked.occasion {
                continue;
            }
            happening.lags |= matches!(counted.rule.phase, Phase::StaleRead(_));
            if counted.rule.is_about(asked) && counted.happens() {
                let fault = (counted.rule.phase, counted.rule.what.clone());
                happening.faults.push(fault);
            }
        }
        happening
    }

    fn about(&self, player: Option<&PlayerId>) -> Vec<usize> {
        let of_player = player.and_then(|player| self.of_players.get(player));
        let mut indices = self.of_anybody.clone();
        indices.extend(of_player.into_iter().flatten());
        indices.sort_unstable();
        indices
    }
}

impl Rule {
    fn is_about(&self, asked: Asked<'_>) -> bool {
        let Self { request, .. } = self;
        let is_meant = request
            .operation
            .as_deref()
            .is_none_or(|name| Some(name) == asked.operation);
        let is_on_it = request
            .connection
            .is_none_or(|wanted| Some(wanted) == asked.connection);
        is_meant && is_on_it
    }
}
