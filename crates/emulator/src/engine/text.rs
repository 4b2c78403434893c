//! Texts by language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A text in several languages, by two-letter (`en`) or five-letter (`en-US`) key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocaleMap(pub BTreeMap<String, Option<String>>);

impl LocaleMap {
    /// The English text, or the first there is.
    pub fn localised(&self) -> &str {
        ["en", "en-US", "en-GB"]
            .iter()
            .find_map(|key| self.0.get(*key).and_then(Option::as_deref))
            .or_else(|| self.0.values().find_map(Option::as_deref))
            .unwrap_or_default()
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0
            .values()
            .all(|text| text.as_deref().is_none_or(str::is_empty))
    }
}
