//! Dates as merchants write them: with their offset, which is given back unchanged.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An instant together with the text it was given in (`2023-04-15T18:16:00+05:00`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OffsetDate {
    text: String,
    at: Timestamp,
}

impl OffsetDate {
    pub fn at(&self) -> Timestamp {
        self.at
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl TryFrom<String> for OffsetDate {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.parse() {
            Ok(at) => Ok(Self { text, at }),
            Err(_) => Err(format!(
                "\"{text}\" is no date with an offset; write it as 2023-04-15T18:16:00+05:00"
            )),
        }
    }
}

impl From<OffsetDate> for String {
    fn from(date: OffsetDate) -> Self {
        date.text
    }
}

/// A span of time, open at either end where no date is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    pub date_from: Option<OffsetDate>,
    pub date_until: Option<OffsetDate>,
}

impl Period {
    pub fn has_begun(&self, now: Timestamp) -> bool {
        self.date_from.as_ref().is_none_or(|from| from.at() <= now)
    }

    pub fn has_ended(&self, now: Timestamp) -> bool {
        self.date_until
            .as_ref()
            .is_some_and(|until| until.at() <= now)
    }

    pub fn contains(&self, now: Timestamp) -> bool {
        self.has_begun(now) && !self.has_ended(now)
    }
}
