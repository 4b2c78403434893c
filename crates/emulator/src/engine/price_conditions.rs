//! Conditions on a price: the sum of a cart, or what one of an item costs.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a price has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceCondition {
    pub operator: PriceOperator,
    pub value: Decimal,
}

/// The API's comparisons of prices. Here `lt` is *less than*; on attributes it is *later*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PriceOperator {
    #[serde(rename = "ge")]
    AtLeast,
    #[serde(rename = "gt")]
    MoreThan,
    #[serde(rename = "le")]
    AtMost,
    #[serde(rename = "lt")]
    LessThan,
    #[serde(rename = "eq")]
    Equal,
    #[serde(rename = "ne")]
    NotEqual,
}

impl PriceCondition {
    fn accepts(&self, price: Decimal) -> bool {
        match self.operator {
            PriceOperator::AtLeast => price >= self.value,
            PriceOperator::MoreThan => price > self.value,
            PriceOperator::AtMost => price <= self.value,
            PriceOperator::LessThan => price < self.value,
            PriceOperator::Equal => price == self.value,
            PriceOperator::NotEqual => price != self.value,
        }
    }
}

/// Whether a price meets every condition.
pub fn all_accept(conditions: &[PriceCondition], price: Decimal) -> bool {
    conditions.iter().all(|condition| condition.accepts(price))
}
