//! Money and percentages as the API writes them: mostly as decimal strings, money in offer chains as numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde_json::{Number, Value};

/// A price as a JSON number.
pub fn number(amount: Decimal) -> Value {
    amount
        .to_f64()
        .and_then(Number::from_f64)
        .map_or(Value::Null, Value::Number)
}

/// A price as the catalog writes it, or a percentage: `2.99`, with more decimals where it has them.
pub fn text(number: Decimal) -> String {
    let mut number = number.normalize();
    number.rescale(number.scale().max(2));
    number.to_string()
}

/// A price as carts write it: `2.9900000000000000`.
pub fn long_text(amount: Decimal) -> String {
    format!("{amount:.16}")
}
