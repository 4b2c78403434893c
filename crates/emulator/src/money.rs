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

/// A price as the catalog writes it: `2.99`.
pub fn text(amount: Decimal) -> String {
    format!("{amount:.2}")
}

/// A percentage as the API writes it: `10.00`, with more decimals where it has them.
pub fn percentage(percent: Decimal) -> String {
    let mut percent = percent.normalize();
    percent.rescale(percent.scale().max(2));
    percent.to_string()
}

/// A price as carts write it: `2.9900000000000000`.
pub fn long_text(amount: Decimal) -> String {
    format!("{amount:.16}")
}
