//! What an operation is told: its path, its query and its body.

use std::collections::HashMap;
use std::num::NonZeroUsize;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::refusal::Refusal;

/// What an operation is told.
#[derive(Debug, Default)]
pub struct Input {
    /// The parameters of its path, by name.
    pub path: HashMap<String, String>,
    /// The parameters of its query; some names come more than once.
    pub query: Vec<(String, String)>,
    pub body: Value,
}

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Page {
    pub limit: Option<NonZeroUsize>,
    pub offset: Option<usize>,
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

/// Reads a body, naming the place of what is wrong with it.
pub fn read<T: DeserializeOwned>(body: Value) -> Result<T, Refusal> {
    serde_path_to_error::deserialize(body).map_err(|error| {
        let path = error.path().to_string();
        let problem = error.into_inner().to_string();
        let inside = |name: &str| {
            if path == "." {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            }
        };
        let missing = problem
            .strip_prefix("missing field `")
            .and_then(|rest| rest.split('`').next());
        match missing {
            Some(name) => Refusal::MissingProperty(inside(name)),
            None if path == "." => Refusal::invalid("body", problem),
            None => Refusal::invalid(path, problem),
        }
    })
}

/// A refusal of something that stands at `path` of the whole body.
pub fn inside(path: &str, refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::InvalidProperty { path: own, problem } if own == "body" => {
            Refusal::invalid(path, problem)
        }
        Refusal::InvalidProperty { path: own, problem } => {
            Refusal::invalid(format!("{path}.{own}"), problem)
        }
        Refusal::MissingProperty(own) => Refusal::MissingProperty(format!("{path}.{own}")),
        other => other,
    }
}

impl Page {
    /// A part of a list, and whether more follows. A limit beyond the largest counts as the largest.
    pub fn of<T>(self, all: Vec<T>, largest: usize) -> (Vec<T>, bool) {
        let limit = self.limit.map_or(largest, |limit| limit.get().min(largest));
        let offset = self.offset.unwrap_or_default();
        let has_more = all.len() > offset.saturating_add(limit);
        (all.into_iter().skip(offset).take(limit).collect(), has_more)
    }
}
