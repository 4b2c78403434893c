//! Amounts that can always be counted: how many of something, and what that costs.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::ids::Sku;
use super::refusal::Refusal;

/// The largest whole number that JavaScript reads exactly.
const LARGEST: u64 = (1 << 53) - 1;

/// How fine prices and percentages can be: as price conditions, since nothing else is documented.
pub const MOST_DECIMALS: u32 = 4;

/// The highest price of one item, in any currency.
pub const HIGHEST_PRICE: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// The most that several items cost together: with 16 decimals, as carts write prices, the decimals'
/// own formatting has room for 15 digits before the point and panics at more.
const HIGHEST_TOTAL: u64 = 100_000_000_000_000;

/// An amount of money, and what it would be without discounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discounted {
    pub amount: Decimal,
    pub without_discount: Decimal,
}

impl Discounted {
    /// What nothing was taken off.
    pub fn full(amount: Decimal) -> Self {
        Self {
            amount,
            without_discount: amount,
        }
    }

    /// What so many cost.
    pub fn times(self, quantity: u64) -> Result<Self, Refusal> {
        Ok(Self {
            amount: line_price(self.amount, quantity)?,
            without_discount: line_price(self.without_discount, quantity)?,
        })
    }
}

/// How many of something, as it comes in from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "u64")]
pub struct Count(u64);

impl Count {
    pub const ONE: Self = Self(1);
}

impl TryFrom<u64> for Count {
    type Error = String;

    fn try_from(number: u64) -> Result<Self, String> {
        if number > LARGEST {
            return Err(format!("is {number}; at most {LARGEST} can be counted"));
        }
        Ok(Self(number))
    }
}

impl From<Count> for u64 {
    fn from(count: Count) -> Self {
        count.0
    }
}

/// So many of an item and so many more.
pub fn sum(sku: &Sku, first: u64, second: u64) -> Result<u64, Refusal> {
    countable(sku, first.checked_add(second))
}

/// So many of an item, so many times.
pub fn product(sku: &Sku, quantity: u64, times: u64) -> Result<u64, Refusal> {
    countable(sku, quantity.checked_mul(times))
}

fn countable(sku: &Sku, amount: Option<u64>) -> Result<u64, Refusal> {
    amount.filter(|amount| *amount <= LARGEST).ok_or_else(|| {
        let problem = format!("\"{sku}\" would come to more than {LARGEST}; take fewer");
        Refusal::invalid("quantity", problem)
    })
}

/// What so many of something cost.
pub fn line_price(price: Decimal, quantity: u64) -> Result<Decimal, Refusal> {
    payable(price.checked_mul(Decimal::from(quantity)))
}

/// What all lines cost together.
pub fn total_price(lines: impl IntoIterator<Item = Decimal>) -> Result<Decimal, Refusal> {
    let sum = |sum: Decimal, line| payable(sum.checked_add(line));
    lines.into_iter().try_fold(Decimal::ZERO, sum)
}

fn payable(price: Option<Decimal>) -> Result<Decimal, Refusal> {
    let countable = price.filter(|price| *price <= Decimal::from(HIGHEST_TOTAL));
    countable.ok_or_else(|| {
        Refusal::invalid(
            "items",
            "cost more together than can be counted; take fewer",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_counted_is_refused_and_not_rounded() {
        let sku = Sku::from("wick");
        assert_eq!(sum(&sku, LARGEST - 1, 1), Ok(LARGEST));
        assert!(sum(&sku, LARGEST, 1).is_err() && sum(&sku, u64::MAX, 1).is_err());
        assert_eq!(product(&sku, LARGEST, 1), Ok(LARGEST));
        assert!(product(&sku, LARGEST, 2).is_err() && product(&sku, u64::MAX, 2).is_err());
        assert!(line_price(HIGHEST_PRICE, 100_000).is_ok());
        assert!(line_price(HIGHEST_PRICE, LARGEST).is_err());
        assert!(line_price(Decimal::MAX, 2).is_err());
        assert!(total_price([Decimal::MAX, Decimal::ONE]).is_err());
    }
}
