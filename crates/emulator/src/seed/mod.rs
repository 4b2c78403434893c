//! Seed files: a list of admin operations, and sections for what the admin API does not have.

mod problem;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use jiff::Timestamp;
use rand::RngExt;
use rand::distr::Alphanumeric;
use serde::Deserialize;
use serde_json::{Map, Value};
use thiserror::Error;

use crate::admin::{self, Input, Operation};
use crate::engine::chain::Quantity;
use crate::engine::change::{Change, Definition};
use crate::engine::ids::{ClanId, PayStationToken, PlayerId, Sku};
use crate::engine::items::{Currency, ItemKind};
use crate::engine::orders;
use crate::engine::player::{Clan, Profile};
use crate::engine::state::State;
use problem::Problem;

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

#[derive(Deserialize)]
struct OperationEntry {
    operation: Operation,
    #[serde(default)]
    path: HashMap<String, String>,
    #[serde(default)]
    body: Value,
}

#[derive(Deserialize)]
struct ProjectEntry {
    id: Option<u64>,
    key: Option<String>,
    currency: Option<Currency>,
}

#[derive(Deserialize)]
struct PlayerEntry {
    player_id: PlayerId,
    name: String,
    country: Option<String>,
    clan: Option<ClanId>,
    #[serde(default)]
    attributes: Map<String, Value>,
    #[serde(default)]
    wallet: BTreeMap<Sku, u64>,
    #[serde(default)]
    purchases: Vec<Quantity>,
}

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
        let mut game = Game {
            state: State::default(),
            changes: Vec::new(),
            now,
        };
        for (index, entry) in self.0.iter().enumerate() {
            game.play(entry)
                .map_err(|problem| problem.at(&format!("seed[{index}]")))?;
        }
        Ok(game.changes)
    }
}

/// The game as far as the seed has been played.
struct Game {
    state: State,
    changes: Vec<Change>,
    now: Timestamp,
}

impl Game {
    fn play(&mut self, entry: &Value) -> Result<(), Problem> {
        let section = |name: &str| entry.get(name).cloned();
        if entry.get("operation").is_some() {
            return self.operation(entry);
        }
        if let Some(project) = section("project") {
            self.project(read(".project", project)?);
            return Ok(());
        }
        if let Some(clans) = section("clans") {
            let clans: Vec<Clan> = read(".clans", clans)?;
            self.apply(
                clans
                    .into_iter()
                    .map(|clan| Definition::Clan(clan).into())
                    .collect(),
            );
            return Ok(());
        }
        if let Some(players) = section("players") {
            let players: Vec<PlayerEntry> = read(".players", players)?;
            for (index, player) in players.into_iter().enumerate() {
                self.player(&format!(".players[{index}]"), player)?;
            }
            return Ok(());
        }
        let found = match entry
            .as_object()
            .map(|fields| fields.keys().cloned().collect::<Vec<_>>())
        {
            Some(names) if !names.is_empty() => {
                format!("has no known field ({})", names.join(", "))
            }
            _ => "is no entry".to_owned(),
        };
        let expected = "write { \"operation\", \"path\"?, \"body\" }, { \"project\" }, { \"clans\" } or \
                        { \"players\" }";
        Err(Problem {
            path: String::new(),
            text: format!("{found}; {expected}"),
        })
    }

    fn apply(&mut self, changes: Vec<Change>) {
        self.changes.extend(changes.iter().cloned());
        for change in changes {
            self.state.apply(change);
        }
    }

    fn operation(&mut self, entry: &Value) -> Result<(), Problem> {
        let entry: OperationEntry = read("", entry.clone())?;
        let input = Input {
            path: entry.path,
            body: entry.body,
            ..Input::default()
        };
        let decision = admin::run(&self.state, self.now, entry.operation, &input)
            .map_err(|refusal| Problem::unknown_path(&input, &refusal))?;
        self.apply(decision.changes);
        Ok(())
    }

    fn project(&mut self, entry: ProjectEntry) {
        let mut project = self.state.project.clone();
        project.id = entry.id.unwrap_or(project.id);
        project.key = entry.key.unwrap_or(project.key);
        project.currency = entry.currency.unwrap_or(project.currency);
        self.apply(vec![Definition::Project(project).into()]);
    }

    fn player(&mut self, place: &str, entry: PlayerEntry) -> Result<(), Problem> {
        let problem = |field: &str, text: String| Problem {
            path: format!("{place}.{field}"),
            text,
        };
        if let Some(clan) = entry
            .clan
            .as_ref()
            .filter(|clan| !self.state.clans.contains_key(clan))
        {
            let text = format!("\"{clan}\" is no clan; create it in an earlier entry");
            return Err(problem("clan", text));
        }
        let id = entry.player_id;
        let mut profile = Profile::new(id.clone(), entry.name);
        profile.country = entry.country;
        profile.attributes = entry.attributes;
        profile.join(entry.clan);
        self.apply(vec![Change::Profile(profile)]);
        for (sku, amount) in entry.wallet {
            let item = self.state.catalog.items.get(&sku);
            if !item.is_some_and(|item| item.kind == ItemKind::VirtualCurrency) {
                let text = "is no virtual currency; create it in an earlier entry".to_owned();
                return Err(problem(&format!("wallet.{sku}"), text));
            }
            self.apply(vec![Change::Wallet {
                player: id.clone(),
                sku,
                amount,
            }]);
        }
        self.purchases(place, &id, &entry.purchases)
    }

    fn purchases(
        &mut self,
        place: &str,
        id: &PlayerId,
        purchases: &[Quantity],
    ) -> Result<(), Problem> {
        let unknown = purchases
            .iter()
            .enumerate()
            .find(|(_, line)| !self.state.catalog.items.contains_key(&line.sku));
        if let Some((index, line)) = unknown {
            return Err(Problem {
                path: format!("{place}.purchases[{index}].sku"),
                text: format!("\"{}\" is no item; create it in an earlier entry", line.sku),
            });
        }
        let Some(player) = self.state.players.get(id).filter(|_| !purchases.is_empty()) else {
            return Ok(());
        };
        let token = PayStationToken(
            rand::rng()
                .sample_iter(&Alphanumeric)
                .take(32)
                .map(char::from)
                .collect(),
        );
        let changes = orders::past_purchase(&self.state, player, purchases, token, self.now)
            .map_err(|refusal| Problem::refused(place, &refusal))?;
        self.apply(changes);
        Ok(())
    }
}

fn read<T: serde::de::DeserializeOwned>(inside: &str, value: Value) -> Result<T, Problem> {
    admin::read(value).map_err(|refusal| Problem::refused(inside, &refusal))
}
