//! A parsed JSON value, whoever parsed it: the browser in the page, `serde_json` in tests.

/// What kind of value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Absent or null.
    Nothing,
    /// A boolean.
    Boolean,
    /// A whole number within ±(2^53 − 1).
    Integer,
    /// A whole number beyond that, which JavaScript has already rounded.
    UnsafeInteger,
    /// A number with a fraction.
    Fraction,
    /// A string.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
    /// NaN, an infinity, a function, a symbol or a `BigInt`: never in JSON, but in what a page passes.
    Foreign,
}

impl Kind {
    /// How an error names it: "it is …".
    #[must_use]
    pub const fn description(self) -> &'static str {
        match self {
            Self::Nothing => "missing",
            Self::Boolean => "a boolean",
            Self::Integer => "a whole number",
            Self::UnsafeInteger => "beyond 2^53 - 1",
            Self::Fraction => "a fraction",
            Self::Text => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
            Self::Foreign => "NaN, infinite or not JSON",
        }
    }
}

/// A parsed JSON value that can be looked into.
pub trait Node: Sized {
    /// What kind of value it is.
    fn kind(&self) -> Kind;
    /// The field of an object, or [`Kind::Nothing`].
    #[must_use]
    fn field(&self, name: &str) -> Self;
    /// The elements of an array, or none.
    fn elements(&self) -> impl Iterator<Item = Self>;
    /// The values of an object, or none.
    fn values(&self) -> impl Iterator<Item = Self>;
    /// The string, if it is one.
    fn text(&self) -> Option<String>;
    /// Whether it is `true`.
    fn is_true(&self) -> bool;
    /// The number, if it is one.
    fn number(&self) -> Option<f64>;
    /// Puts null in the place of a field.
    fn clear(&self, name: &'static str);
}
