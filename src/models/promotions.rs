//! What a code gives: shared by verify, coupons and promo codes.

use super::item_kinds::{BundleType, ItemType, LocalizedText};
use super::items::InventoryOptions;
use super::scalars::{Percent, Quantity, Sku};
use super::shape::{model, open_words};

model! {
    /// A code and what it gives.
    VerifiedCode {
        promised {
            /// Whether it is redeemed by itself or put on a cart.
            r#type: CodeType,
        }
        optional {
            /// The code, as the API knows it.
            code: super::scalars::PromotionCode,
            /// What it gives.
            rewards: CodeRewards,
        }
    }
}

open_words! {
    /// What a code is.
    CodeType {
        /// Grants items by itself: `coupons.redeem`.
        Coupon = "coupon",
        /// Changes a cart: `promoCodes.redeem`.
        PromoCode = "promocode",
    }
}

model! {
    /// What a code gives.
    CodeRewards {
        optional {
            /// The items it adds.
            bonus: Vec<BonusReward>,
            /// What it takes off the whole cart.
            discount: CodeDiscount,
            /// What it takes off single items.
            discounted_items: Vec<DiscountedItem>,
            /// Whether the player has to choose a unit item before redeeming: `selectedUnitItems`.
            is_selectable: bool,
        }
    }
}

model! {
    /// An item that a code adds.
    BonusReward {
        optional {
            /// The item.
            item: BonusItem,
            /// How many.
            quantity: Quantity,
        }
    }
}

model! {
    /// The item of a bonus.
    BonusItem {
        promised {
            /// The item's SKU: the key in `selectedUnitItems`.
            sku: Sku,
        }
        optional {
            /// Its display name: an object by language in coupon rewards, a string elsewhere.
            name: LocalizedText,
            /// What the item is.
            r#type: ItemType,
            /// A short text.
            description: String,
            /// Its picture.
            image_url: String,
            /// How it lives in the inventory.
            inventory_options: InventoryOptions,
            /// What a bundle is.
            bundle_type: BundleType,
            /// `consumable`, `non_consumable` or `non_renewing_subscription`.
            virtual_item_type: String,
            /// What there is to choose from.
            unit_items: Vec<UnitItem>,
        }
    }
}

model! {
    /// One choice inside a unit, such as a platform.
    UnitItem {
        promised {
            /// The choice's SKU: the value in `selectedUnitItems`.
            sku: Sku,
        }
        optional {
            /// What the item is.
            r#type: ItemType,
            /// Whether it costs nothing.
            is_free: bool,
            /// Its display name.
            name: LocalizedText,
            /// The platform's display name.
            drm_name: String,
            /// The platform's SKU.
            drm_sku: String,
        }
    }
}

model! {
    /// What a code takes off the whole cart.
    CodeDiscount {
        optional {
            /// As a percentage.
            percent: Percent,
        }
    }
}

model! {
    /// An item that a code makes cheaper.
    DiscountedItem {
        optional {
            /// The item's SKU.
            sku: Sku,
            /// Its display name.
            name: LocalizedText,
            /// What the item is.
            r#type: ItemType,
            /// A short text.
            description: String,
            /// Its picture.
            image_url: String,
            /// What there is to choose from.
            unit_items: Vec<UnitItem>,
            /// What is taken off.
            discount: CodeDiscount,
        }
    }
}
