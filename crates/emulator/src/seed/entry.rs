//! The entries of a seed file.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::problem::Problem;
use crate::admin::Operation;
use crate::body;
use crate::engine::amounts::Count;
use crate::engine::ids::{ClanId, ExternalId, PlayerId, Sku};
use crate::engine::items::Currency;
use crate::engine::text::LocaleMap;

const EXPECTED: &str = "write { \"operation\", \"path\"?, \"body\" }, { \"project\" }, { \"groups\" }, { \"clans\" } or { \"players\" }";

/// One entry: an operation, or one section.
pub enum Entry {
    Operation(OperationEntry),
    Project(ProjectEntry),
    Groups(Vec<GroupEntry>),
    Clans(Vec<ClanEntry>),
    Players(Vec<PlayerEntry>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperationEntry {
    pub operation: Operation,
    #[serde(default)]
    pub path: HashMap<String, String>,
    #[serde(default)]
    pub body: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectEntry {
    pub id: Option<u64>,
    pub key: Option<String>,
    pub currency: Option<Currency>,
}

/// A group of the catalog, which the admin API has no operation for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupEntry {
    pub external_id: ExternalId,
    pub name: LocaleMap,
    pub description: Option<LocaleMap>,
    pub image_url: Option<String>,
    #[serde(default = "yes")]
    pub is_enabled: bool,
    #[serde(default)]
    pub order: i64,
    pub parent_external_id: Option<ExternalId>,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClanEntry {
    pub id: ClanId,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlayerEntry {
    pub player_id: PlayerId,
    pub name: String,
    pub country: Option<String>,
    pub clan: Option<ClanId>,
    #[serde(default)]
    pub attributes: Map<String, Value>,
    #[serde(default)]
    pub wallet: BTreeMap<Sku, Count>,
    #[serde(default)]
    pub purchases: Vec<PurchaseEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurchaseEntry {
    pub sku: Sku,
    pub quantity: Count,
}

impl Entry {
    pub fn read(entry: &Value) -> Result<Self, Problem> {
        let fields: Vec<_> = entry.as_object().into_iter().flatten().collect();
        if fields.iter().any(|(name, _)| *name == "operation") {
            return read("", entry).map(Self::Operation);
        }
        let names = || {
            let names: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
            names.join(", ")
        };
        let found = match fields.as_slice() {
            [] => "is no entry".to_owned(),
            [(name, section)] => match name.as_str() {
                "project" => return read(".project", section).map(Self::Project),
                "groups" => return read(".groups", section).map(Self::Groups),
                "clans" => return read(".clans", section).map(Self::Clans),
                "players" => return read(".players", section).map(Self::Players),
                _ => format!("has no known field ({})", names()),
            },
            _ => format!(
                "has more than one section ({}), and an entry has one; give each its own",
                names()
            ),
        };
        Err(Problem {
            path: String::new(),
            text: format!("{found}; {EXPECTED}"),
        })
    }
}

fn read<T: DeserializeOwned>(inside: &str, value: &Value) -> Result<T, Problem> {
    body::read(value.clone()).map_err(|refusal| Problem::refused(inside, &refusal))
}
