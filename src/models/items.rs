//! Items, as chains, codes, carts and the catalog show them.

use super::item_kinds::{BundleType, FreeForm, ItemType, LocalizedText};
use super::item_promotions::Promotion;
use super::limits::{ItemLimits, SalesPeriod};
use super::prices::{Price, VirtualPrice};
use super::scalars::{Points, Quantity, Sku};
use super::shape::model;

model! {
    /// An item inside a step of a daily or offer chain.
    ChainItem {
        promised {
            /// The item's SKU.
            sku: Sku,
        }
        optional {
            /// The item's internal id.
            item_id: u64,
            /// What the item is.
            r#type: ItemType,
            /// Its display name.
            name: String,
            /// A short text.
            description: String,
            /// Its picture.
            image_url: String,
            /// Whether it costs nothing on its own.
            is_free: bool,
            /// How many the step gives.
            quantity: Quantity,
            /// Its place among the step's items.
            order: i64,
            /// What a bundle is.
            bundle_type: BundleType,
            /// What a bundle holds.
            content: Vec<ChainItem>,
        }
    }
}

model! {
    /// An item given as a reward.
    RewardItem {
        promised {
            /// The item's SKU.
            sku: Sku,
        }
        optional {
            /// Its display name.
            name: String,
            /// What the item is.
            r#type: ItemType,
            /// A short text.
            description: String,
            /// Its picture.
            image_url: String,
            /// How many are given.
            quantity: Quantity,
            /// What a bundle is.
            bundle_type: BundleType,
        }
    }
}

model! {
    /// Value points that come with a purchase.
    ValuePointReward {
        optional {
            /// The value point's internal id.
            item_id: u64,
            /// The value point's SKU.
            sku: Sku,
            /// How many points.
            amount: Points,
            /// Its display name.
            name: String,
            /// Its picture.
            image_url: String,
            /// Whether the points go to the player's clan.
            is_clan: bool,
        }
    }
}

model! {
    /// A group of the catalog.
    ItemGroup {
        optional {
            /// The group's id, chosen by the merchant.
            external_id: String,
            /// Its display name.
            name: LocalizedText,
        }
    }
}

model! {
    /// An attribute that a shop can filter by.
    ItemAttribute {
        optional {
            /// The attribute's id, chosen by the merchant.
            external_id: String,
            /// Its display name.
            name: LocalizedText,
            /// Its values.
            values: Vec<ItemAttributeValue>,
        }
    }
}

model! {
    /// A value of an item's attribute.
    ItemAttributeValue {
        optional {
            /// The value's id, chosen by the merchant.
            external_id: String,
            /// The value.
            value: LocalizedText,
        }
    }
}

model! {
    /// How an item lives in the inventory.
    InventoryOptions {
        optional {
            /// How often it can be used; null when it is not consumable.
            consumable: Consumable,
            /// How long it lasts; null when it never expires.
            expiration_period: ExpirationPeriod,
        }
    }
}

model! {
    /// How often an item can be used.
    Consumable {
        optional {
            /// The number of uses.
            usages_count: u64,
        }
    }
}

model! {
    /// How long an item lasts.
    ExpirationPeriod {
        optional {
            /// `minute`, `hour`, `day`, `week`, `month` or `year`.
            r#type: String,
            /// How many of them.
            value: u64,
        }
    }
}

model! {
    /// An item of the catalog or a cart.
    StoreItem {
        promised {
            /// The item's SKU.
            sku: Sku,
        }
        optional {
            /// The item's internal id.
            item_id: u64,
            /// Its display name.
            name: LocalizedText,
            /// What the item is.
            r#type: ItemType,
            /// A short text.
            description: LocalizedText,
            /// A long text, where `additionalFields` asked for it.
            long_description: LocalizedText,
            /// Its picture.
            image_url: String,
            /// More pictures and films, where `additionalFields` asked for them.
            media_list: Vec<Media>,
            /// Its place in the catalog, where `additionalFields` asked for it.
            order: i64,
            /// How many: in a cart, a bundle or a redeemed coupon.
            quantity: Quantity,
            /// The groups it stands in.
            groups: Vec<ItemGroup>,
            /// The attributes it can be found by.
            attributes: Vec<ItemAttribute>,
            /// Whether it costs nothing.
            is_free: bool,
            /// Whether a promotion added it to the cart.
            is_bonus: bool,
            /// What it costs; null when it is not sold for money.
            price: Price,
            /// What it costs in virtual currency.
            virtual_prices: Vec<VirtualPrice>,
            /// `consumable`, `non_consumable` or `non_renewing_subscription`.
            virtual_item_type: String,
            /// How it lives in the inventory.
            inventory_options: InventoryOptions,
            /// What a bundle is.
            bundle_type: BundleType,
            /// What a bundle holds.
            content: Vec<StoreItem>,
            /// What a bundle's content costs by itself.
            total_content_price: Price,
            /// What the merchant added, in any form.
            custom_attributes: FreeForm,
            /// Whether this player can buy it now.
            can_be_bought: bool,
            /// The promotions that apply.
            promotions: Vec<Promotion>,
            /// How many can still be bought.
            limits: ItemLimits,
            /// When it is sold; null when always.
            periods: Vec<SalesPeriod>,
            /// The value points that come with it.
            vp_rewards: Vec<ValuePointReward>,
        }
    }
}

model! {
    /// A picture or a film of an item.
    Media {
        optional {
            /// `image` or `video`.
            r#type: String,
            /// Where it is.
            url: String,
        }
    }
}
