//! Conditions on a player's attributes.

use std::cmp::Ordering;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What an attribute has to be, for a chain, reward or promotion to be meant for a player.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeCondition {
    pub attribute: String,
    #[serde(rename = "type")]
    pub kind: AttributeType,
    pub operator: Operator,
    pub value: String,
    #[serde(default)]
    pub can_be_missing: bool,
}

/// How an attribute is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeType {
    String,
    Number,
    Date,
}

/// The API's comparisons: `lt` is *later*, not less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operator {
    #[serde(rename = "eq")]
    Equal,
    #[serde(rename = "ne")]
    NotEqual,
    #[serde(rename = "er")]
    Earlier,
    #[serde(rename = "lt")]
    Later,
    #[serde(rename = "ee")]
    EarlierOrEqual,
    #[serde(rename = "le")]
    LaterOrEqual,
}

impl Operator {
    fn accepts(self, ordering: Ordering) -> bool {
        match self {
            Self::Equal => ordering.is_eq(),
            Self::NotEqual => ordering.is_ne(),
            Self::Earlier => ordering.is_lt(),
            Self::Later => ordering.is_gt(),
            Self::EarlierOrEqual => ordering.is_le(),
            Self::LaterOrEqual => ordering.is_ge(),
        }
    }
}

/// Whether a player with these attributes meets every condition.
pub fn all_match(conditions: &[AttributeCondition], attributes: &Map<String, Value>) -> bool {
    conditions
        .iter()
        .all(|condition| condition.matches(attributes.get(&condition.attribute)))
}

impl AttributeCondition {
    fn matches(&self, attribute: Option<&Value>) -> bool {
        let text = match attribute {
            None | Some(Value::Null) => return self.can_be_missing,
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        };
        let ordering = match self.kind {
            AttributeType::String => Some(text.as_str().cmp(self.value.as_str())),
            AttributeType::Number => compare::<Decimal>(&text, &self.value),
            AttributeType::Date => compare::<Timestamp>(&text, &self.value),
        };
        ordering.is_some_and(|ordering| self.operator.accepts(ordering))
    }
}

fn compare<T: std::str::FromStr + Ord>(left: &str, right: &str) -> Option<Ordering> {
    Some(left.parse::<T>().ok()?.cmp(&right.parse::<T>().ok()?))
}
