//! What items are and what they are called.

use super::shape::{Shape, Shaped, open_words};
use std::collections::BTreeMap;

open_words! {
    /// What an item is.
    ItemType {
        /// A virtual item.
        VirtualGood = "virtual_good",
        /// A virtual currency.
        VirtualCurrency = "virtual_currency",
        /// A bundle, or a package of virtual currency.
        Bundle = "bundle",
        /// An item to choose a unit item from, such as a game on several platforms.
        Unit = "unit",
        /// A game key.
        GameKey = "game_key",
        /// A physical good.
        PhysicalGood = "physical_good",
    }
}

open_words! {
    /// What a bundle is.
    BundleType {
        /// Several items.
        Standard = "standard",
        /// An amount of one virtual currency.
        VirtualCurrencyPackage = "virtual_currency_package",
    }
}

/// A text: one string, or strings by language. The API sends both for the same field.
#[derive(Debug, Clone, PartialEq, serde::Deserialize, serde::Serialize)]
#[serde(untagged)]
#[cfg_attr(
    target_arch = "wasm32",
    derive(tsify::Tsify),
    tsify(missing_as_null, hashmap_as_object)
)]
pub enum LocalizedText {
    /// The text itself.
    Text(String),
    /// The text by language code, such as `en` or `en-US`.
    ByLanguage(BTreeMap<String, Option<String>>),
}

impl Shaped for LocalizedText {
    fn shape() -> &'static Shape {
        &Shape::Localized
    }
}

/// An object in any form.
#[derive(Debug, Clone, PartialEq, serde::Deserialize, serde::Serialize)]
#[cfg_attr(
    target_arch = "wasm32",
    derive(tsify::Tsify),
    tsify(type = "Record<string, unknown>")
)]
pub struct FreeForm {}

impl Shaped for FreeForm {
    fn shape() -> &'static Shape {
        &Shape::Object(&[])
    }
}
