//! Rules that count from the start.

use std::fs;
use std::io;
use std::path::Path;

use thiserror::Error;

use super::check;
use super::rule::Rule;
use crate::engine::refusal::Refusal;

/// A scenario file that cannot be used, with the place of what is wrong.
#[derive(Debug, Error)]
pub enum FileError {
    #[error("--faults {file}: cannot be read: {source}")]
    Unreadable { file: String, source: io::Error },
    #[error("--faults {file}: is no JSON: {source}")]
    NotJson {
        file: String,
        source: serde_json::Error,
    },
    #[error("--faults {file}: {problem}")]
    Refused { file: String, problem: String },
}

/// The rules of a scenario file: what `PUT /_emulator/faults` takes.
pub fn read_file(path: &Path) -> Result<Vec<Rule>, FileError> {
    let file = path.display().to_string();
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(source) => return Err(FileError::Unreadable { file, source }),
    };
    let body = match serde_json::from_str(&text) {
        Ok(body) => body,
        Err(source) => return Err(FileError::NotJson { file, source }),
    };
    check::read(body).map_err(|refusal| FileError::Refused {
        file,
        problem: told(&refusal),
    })
}

/// A refusal without the words that the API has for all of them.
fn told(refusal: &Refusal) -> String {
    match refusal {
        Refusal::InvalidProperty { path, problem } => format!("{path}: {problem}"),
        other => other.to_string(),
    }
}
