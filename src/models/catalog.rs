//! The catalog.

use super::item_kinds::LocalizedText;
use super::shape::model;

model! {
    /// The groups of the catalog.
    Groups {
        promised {
            /// The groups at the top.
            groups: Vec<CatalogGroup>,
        }
    }
}

model! {
    /// A group of the catalog, with those below it.
    CatalogGroup {
        promised {
            /// The group's id, chosen by the merchant: `catalog.itemsOfGroup` asks for it.
            external_id: String,
        }
        optional {
            /// Its display name.
            name: LocalizedText,
            /// A short text.
            description: LocalizedText,
            /// Its picture.
            image_url: String,
            /// Its place among its siblings.
            order: i64,
            /// How deep it stands, from 0.
            level: i64,
            /// The groups below it.
            children: Vec<CatalogGroup>,
            /// The group above it.
            parent_external_id: String,
        }
    }
}
