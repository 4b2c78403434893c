//! A row of the oracle; `tests/prices/README.md` says what its fields are.

use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub name: String,
    pub key: String,
    pub tag: Tag,
    pub rule: String,
    pub because: String,
    #[serde(default = "noon")]
    pub at: String,
    #[serde(default)]
    pub player: Map<String, Value>,
    #[serde(default)]
    pub promotions: Vec<Entry>,
    #[serde(default)]
    pub before: Vec<Map<String, Value>>,
    pub cart: Option<Value>,
    pub code: Option<String>,
    pub currency: Option<String>,
    pub ask: Option<Map<String, Value>>,
    pub expect: Map<String, Value>,
}

fn noon() -> String {
    "2026-03-01T12:00:00+00:00".to_owned()
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tag {
    Documented,
    Inferred,
    Guessed,
}

impl fmt::Display for Tag {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::Documented => "documented",
            Self::Inferred => "inferred",
            Self::Guessed => "guessed",
        })
    }
}

/// An admin operation, as in a seed file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub operation: String,
    pub version: Option<u8>,
    #[serde(default)]
    pub path: Map<String, Value>,
    pub body: Value,
}
