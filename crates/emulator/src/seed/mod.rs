//! Seed files: a list of admin operations, and sections for what the admin API does not have.

mod entry;
mod play;
mod problem;

use std::path::Path;

use jiff::Timestamp;
use serde_json::Value;
use thiserror::Error;

use crate::engine::change::Change;
use play::Game;

const DEFAULT: &str = include_str!("default.json");

/// A seed that cannot be used, with the place of what is wrong.
#[derive(Debug, Error)]
pub enum SeedError {
    #[error("{file}: cannot be read: {source}")]
    Unreadable {
        file: String,
        source: std::io::Error,
    },
    #[error("seed: is no JSON list of entries: {0}")]
    NotAList(serde_json::Error),
    #[error("{place}: {problem}")]
    Entry { place: String, problem: String },
}

/// The entries of a seed, not yet played through.
#[derive(Debug, Clone)]
pub struct Seed(Vec<Value>);

impl From<Vec<Value>> for Seed {
    fn from(entries: Vec<Value>) -> Self {
        Self(entries)
    }
}

impl Seed {
    /// Reads a seed file, or the game that is built in.
    pub fn read(file: Option<&Path>) -> Result<Self, SeedError> {
        let text = match file {
            None => DEFAULT.to_owned(),
            Some(file) => {
                std::fs::read_to_string(file).map_err(|source| SeedError::Unreadable {
                    file: file.display().to_string(),
                    source,
                })?
            }
        };
        serde_json::from_str::<Vec<Value>>(&text)
            .map(Self::from)
            .map_err(SeedError::NotAList)
    }

    /// Plays the seed through from nothing: every change it makes, in order.
    pub fn changes(&self, now: Timestamp) -> Result<Vec<Change>, SeedError> {
        let mut game = Game::new(now);
        for (index, entry) in self.0.iter().enumerate() {
            game.play(entry)
                .map_err(|problem| problem.at(&format!("seed[{index}]")))?;
        }
        Ok(game.into_changes())
    }
}
