//! Promotions that change an item or a cart.

use super::item_kinds::{BundleType, ItemType, LocalizedText};
use super::limits::ItemLimits;
use super::scalars::{DateTime, Percent, Quantity, Sku};
use super::shape::model;

model! {
    /// A promotion that changes an item or a cart.
    Promotion {
        optional {
            /// Its display name.
            name: LocalizedText,
            /// Its start.
            date_start: DateTime,
            /// Its end; null when it has none.
            date_end: DateTime,
            /// What it takes off.
            discount: PromotionDiscount,
            /// What it adds.
            bonus: Vec<PromotionBonus>,
            /// How often it can still be used.
            limits: ItemLimits,
        }
    }
}

model! {
    /// What a promotion takes off.
    PromotionDiscount {
        optional {
            /// As a percentage.
            percent: Percent,
            /// As an amount.
            value: Percent,
        }
    }
}

model! {
    /// An item that a promotion adds.
    PromotionBonus {
        optional {
            /// The item's SKU.
            sku: Sku,
            /// How many.
            quantity: Quantity,
            /// What the item is.
            r#type: ItemType,
            /// Its display name.
            name: LocalizedText,
            /// Its picture.
            image_url: String,
            /// What a bundle is.
            bundle_type: BundleType,
        }
    }
}
