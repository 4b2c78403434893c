//! What a JSON value must look like: static tables, made from the models themselves.

/// What is demanded of one JSON value.
#[derive(Debug)]
pub enum Shape {
    /// `true` or `false`.
    Boolean,
    /// A whole number that JavaScript holds exactly: within ±(2^53 − 1).
    Integer,
    /// A finite number.
    Number,
    /// A string.
    Text,
    /// A decimal string such as `"6150.0000000000000000"`.
    Decimal,
    /// A string, or an object of strings by language: the API sends both for the same field.
    Localized,
    /// An object whose values all have one shape.
    Map(ShapeOf),
    /// An array whose values all have one shape.
    Array(ShapeOf),
    /// An object with these fields, and any others.
    Object(&'static [Field]),
}

/// Answers with a table; a function, so that a model may contain itself.
pub type ShapeOf = fn() -> &'static Shape;

/// One field of an object.
#[derive(Debug)]
pub struct Field {
    /// The name on the wire.
    pub name: &'static str,
    /// What its value must look like.
    pub shape: ShapeOf,
    /// Whether it may be neither absent nor null.
    pub promised: bool,
}

/// A type whose JSON has a known shape.
pub trait Shaped {
    /// The table for this type.
    fn shape() -> &'static Shape;
}

impl Shaped for bool {
    fn shape() -> &'static Shape {
        &Shape::Boolean
    }
}

impl Shaped for u64 {
    fn shape() -> &'static Shape {
        &Shape::Integer
    }
}

impl Shaped for i64 {
    fn shape() -> &'static Shape {
        &Shape::Integer
    }
}

impl Shaped for String {
    fn shape() -> &'static Shape {
        &Shape::Text
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    fn shape() -> &'static Shape {
        const { &Shape::Array(T::shape) }
    }
}

impl<T: Shaped> Shaped for std::collections::BTreeMap<String, T> {
    fn shape() -> &'static Shape {
        const { &Shape::Map(T::shape) }
    }
}

/// The wire name of a Rust field: `r#type` is `type`.
#[must_use]
pub const fn wire_name(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Declares a response model once: the serde type, its TypeScript and its [`Shape`].
///
/// `promised` fields are checked in every response; `optional` ones may be absent or null.
macro_rules! model {
    (
        $(#[$meta:meta])*
        $name:ident $(<$generic:ident>)? {
            $(promised { $( $(#[$promised_meta:meta])* $promised:ident: $promised_type:ty, )* })?
            $(optional { $( $(#[$optional_meta:meta])* $optional:ident: $optional_type:ty, )* })?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Deserialize, serde::Serialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
        pub struct $name $(<$generic>)? {
            $($( $(#[$promised_meta])* pub $promised: $promised_type, )*)?
            $($(
                $(#[$optional_meta])*
                #[serde(default)]
                pub $optional: Option<$optional_type>,
            )*)?
        }

        impl $(<$generic: $crate::models::shape::Shaped>)? $crate::models::shape::Shaped for $name $(<$generic>)? {
            fn shape() -> &'static $crate::models::shape::Shape {
                const { &$crate::models::shape::Shape::Object(&[
                    $($( $crate::models::shape::Field {
                        name: $crate::models::shape::wire_name(stringify!($promised)),
                        shape: <$promised_type as $crate::models::shape::Shaped>::shape,
                        promised: true,
                    }, )*)?
                    $($( $crate::models::shape::Field {
                        name: $crate::models::shape::wire_name(stringify!($optional)),
                        shape: <$optional_type as $crate::models::shape::Shaped>::shape,
                        promised: false,
                    }, )*)?
                ]) }
            }
        }
    };
}

/// Declares a set of words that the API may add to: the known ones, and any other string.
macro_rules! open_words {
    (
        $(#[$meta:meta])*
        $name:ident { $( $(#[$word_meta:meta])* $variant:ident = $word:literal, )* }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
        pub enum $name {
            $( $(#[$word_meta])* #[serde(rename = $word)] $variant, )*
            /// A word that this version does not know.
            #[serde(untagged)]
            Other(String),
        }

        impl $crate::models::shape::Shaped for $name {
            fn shape() -> &'static $crate::models::shape::Shape {
                &$crate::models::shape::Shape::Text
            }
        }

        // `(string & {})` keeps editors completing the known words.
        #[cfg(target_arch = "wasm32")]
        const _: () = {
            #[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
            const TYPE: &str = concat!(
                "export type ", stringify!($name), " = ", $( "\"", $word, "\" | ", )* "(string & {});\n"
            );
        };
    };
}

/// Declares a scalar with a meaning of its own over a plain JSON one.
macro_rules! scalar {
    ( $( $(#[$meta:meta])* $name:ident($inner:ty) is $shape:ident; )* ) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, PartialOrd, serde::Deserialize, serde::Serialize)]
        #[serde(transparent)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub struct $name(pub $inner);

        impl $crate::models::shape::Shaped for $name {
            fn shape() -> &'static $crate::models::shape::Shape {
                &$crate::models::shape::Shape::$shape
            }
        }
    )* };
}

pub(crate) use {model, open_words, scalar};
