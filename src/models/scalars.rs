//! Numbers and strings with a meaning of their own.

use super::shape::scalar;

scalar! {
    /// A chain's id: a positive whole number.
    ChainId(u64) is Integer;
    /// The number of a step of a daily or offer chain, from 1.
    StepNumber(u64) is Integer;
    /// The id of a step of a reward chain: not its position.
    StepId(u64) is Integer;
    /// An order's id.
    OrderId(u64) is Integer;
    /// How many of an item.
    Quantity(u64) is Integer;
    /// An amount of value points.
    Points(i64) is Integer;
    /// A stock keeping unit: an item's own name, 1 to 255 characters.
    Sku(String) is Text;
    /// Money as a decimal string, exactly as the API sent it, such as `"6150.0000000000000000"`.
    DecimalAmount(String) is Decimal;
    /// Money as the number that the API sends for an offer step.
    NumberAmount(f64) is Number;
    /// A percentage as a decimal string, such as `"10.00"`.
    Percent(String) is Decimal;
    /// An ISO 4217 currency code, such as `"USD"`.
    Currency(String) is Text;
    /// An ISO 8601 date with offset, such as `"2025-04-01T18:16:00+05:00"`.
    DateTime(String) is Text;
    /// A Unix time. The API sends seconds in some places and milliseconds in others: from 10^11 on it is milliseconds.
    UnixTime(i64) is Integer;
}

/// Declares a text that never shows itself in Rust: a token or a code.
macro_rules! secret_text {
    ( $( $(#[$meta:meta])* $name:ident; )* ) => { $(
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
        #[serde(transparent)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub struct $name(pub String);

        impl std::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("***")
            }
        }

        impl super::shape::Shaped for $name {
            fn shape() -> &'static super::shape::Shape {
                &super::shape::Shape::Text
            }
        }
    )* };
}

secret_text! {
    /// A Pay Station token: a secret of this player.
    PayStationToken;
    /// A coupon or promo code.
    PromotionCode;
}
