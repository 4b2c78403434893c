//! What an operation is told: its path, its query and its body.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::body::read;
use crate::engine::refusal::Refusal;
use crate::page::Page;

/// What an operation is told.
#[derive(Debug, Default)]
pub struct Input {
    /// The parameters of its path, by name.
    pub path: HashMap<String, String>,
    /// The parameters of its query; some names come more than once.
    pub query: Vec<(String, String)>,
    pub body: Value,
}

impl Input {
    /// A parameter of the path.
    pub fn path<T: DeserializeOwned>(&self, name: &str) -> Result<T, Refusal> {
        self.path
            .get(name)
            .ok_or_else(|| Refusal::MissingProperty(name.to_owned()))
            .and_then(|text| parameter(name, text))
    }

    /// A parameter of the query, if it is there.
    pub fn query<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, Refusal> {
        self.queries(name)
            .next()
            .map(|text| parameter(name, text))
            .transpose()
    }

    /// Every value of a parameter of the query.
    pub fn queries(&self, name: &str) -> impl Iterator<Item = &str> {
        self.query
            .iter()
            .filter(move |(given, _)| given == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn page(&self) -> Result<Page, Refusal> {
        Ok(Page {
            limit: self.query("limit")?,
            offset: self.query("offset")?,
        })
    }

    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        read(self.body.clone())
    }
}

/// A number is read as one where the type wants one, and as text where it does not.
fn parameter<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Refusal> {
    serde_json::from_value(Value::String(text.to_owned()))
        .or_else(|error| serde_json::from_str(text).map_err(|_| error))
        .map_err(|error| Refusal::invalid(name, error.to_string()))
}
