//! Items, as chains, codes, carts and the catalog show them.

use super::prices::{Price, VirtualPrice};
use super::scalars::{DateTime, Percent, Points, Quantity, Sku, UnixTime};
use super::shape::{Shape, Shaped, model, open_words};
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
    /// A time when an item is sold.
    SalesPeriod {
        optional {
            /// Its start.
            date_from: DateTime,
            /// Its end; null when it has none.
            date_until: DateTime,
        }
    }
}

model! {
    /// How many of an item can still be bought.
    ItemLimits {
        optional {
            /// By this player.
            per_user: Limit,
            /// By all players.
            per_item: Limit,
        }
    }
}

model! {
    /// A limit and what is left of it.
    Limit {
        optional {
            /// The maximum.
            total: u64,
            /// What is left.
            available: u64,
            /// When it starts over.
            recurrent_schedule: RecurrentSchedule,
        }
    }
}

model! {
    /// When something starts over.
    RecurrentSchedule {
        optional {
            /// How often.
            interval_type: IntervalType,
            /// The next reset, in seconds or milliseconds: `nextResetAt` reads both.
            reset_next_date: UnixTime,
        }
    }
}

open_words! {
    /// How often something starts over.
    IntervalType {
        /// Every few hours.
        Hourly = "hourly",
        /// Every day.
        Daily = "daily",
        /// Every week.
        Weekly = "weekly",
        /// Every month.
        Monthly = "monthly",
    }
}

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

model! {
    /// An item of the catalog or a cart.
    StoreItem {
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
            /// How many: in a cart or a redeemed coupon.
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
