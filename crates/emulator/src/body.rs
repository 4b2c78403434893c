//! Bodies as they come in, read or refused with what is wrong with them.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::refusal::Refusal;

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
