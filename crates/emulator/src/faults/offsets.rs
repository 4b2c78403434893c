//! Players for whom it is later than for everybody else.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};

use crate::engine::clock::saturating_add;
use crate::engine::ids::PlayerId;

#[derive(Debug, Default)]
pub struct Offsets(RwLock<HashMap<PlayerId, SignedDuration>>);

impl Offsets {
    /// Moves a player's time by so much.
    pub fn advance(&self, player: &PlayerId, by: SignedDuration) {
        let mut offsets = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let offset = offsets.entry(player.clone()).or_default();
        *offset = offset.saturating_add(by);
    }

    /// What time it is for a player.
    pub fn time_of(&self, player: &PlayerId, now: Timestamp) -> Timestamp {
        let offsets = self.0.read().unwrap_or_else(PoisonError::into_inner);
        match offsets.get(player) {
            Some(offset) => saturating_add(now, *offset),
            None => now,
        }
    }

    /// Gives everybody the same time again.
    pub fn forget(&self) {
        let mut offsets = self.0.write().unwrap_or_else(PoisonError::into_inner);
        offsets.clear();
    }
}
