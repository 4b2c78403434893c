//! What things cost.

use super::item_kinds::ItemType;
use super::scalars::{Currency, DecimalAmount, Sku};
use super::shape::model;

model! {
    /// A price in money.
    Price {
        optional {
            /// The amount after discounts.
            amount: DecimalAmount,
            /// The amount before discounts.
            amount_without_discount: DecimalAmount,
            /// The currency.
            currency: Currency,
        }
    }
}

model! {
    /// A price in a virtual currency.
    VirtualPrice {
        optional {
            /// The virtual currency's SKU.
            sku: Sku,
            /// The virtual currency's internal id.
            item_id: u64,
            /// The amount after discounts.
            amount: u64,
            /// The amount before discounts.
            amount_without_discount: u64,
            /// Whether it is the price to show first.
            is_default: bool,
            /// The virtual currency's picture.
            image_url: String,
            /// The virtual currency's display name.
            name: String,
            /// What the currency is as an item.
            r#type: ItemType,
            /// A short text.
            description: String,
        }
    }
}
