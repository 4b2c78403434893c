//! The catalog: what can be sold, granted and earned.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::chain::Quantity;
use super::date::Period;
use super::ids::{ExternalId, ItemId, RegionId, Sku};
use super::schedule::Schedule;
use super::text::LocaleMap;

/// Money is counted in this currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Currency(pub String);

/// An item of the catalog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub id: ItemId,
    pub sku: Sku,
    pub kind: ItemKind,
    pub name: LocaleMap,
    pub description: Option<LocaleMap>,
    pub long_description: Option<LocaleMap>,
    pub image_url: Option<String>,
    pub groups: Vec<Group>,
    pub attributes: Value,
    pub is_free: bool,
    pub is_enabled: bool,
    pub order: i64,
    pub prices: Vec<Price>,
    pub virtual_prices: Vec<VirtualPrice>,
    pub regions: Vec<RegionId>,
    pub limits: ItemLimits,
    pub periods: Vec<Period>,
    pub media_list: Value,
    pub custom_attributes: Option<Value>,
}

/// What an item is, with what only that kind has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ItemKind {
    VirtualGood {
        inventory_options: InventoryOptions,
    },
    VirtualCurrency,
    Bundle {
        bundle_type: BundleType,
        content: Vec<Quantity>,
    },
    Unit {
        unit_items: Vec<UnitItem>,
    },
    GameKey {
        unit: Sku,
        drm_sku: String,
    },
}

impl ItemKind {
    /// The API's word for it.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::VirtualGood { .. } => "virtual_good",
            Self::VirtualCurrency => "virtual_currency",
            Self::Bundle { .. } => "bundle",
            Self::Unit { .. } => "unit",
            Self::GameKey { .. } => "game_key",
        }
    }
}

/// A bundle of items, or of virtual currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BundleType {
    Standard,
    VirtualCurrencyPackage,
}

/// How a virtual good lives in the inventory.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InventoryOptions {
    pub consumable: Option<Consumable>,
    pub expiration_period: Option<ExpirationPeriod>,
}

impl InventoryOptions {
    /// The API's `virtual_item_type`.
    pub fn virtual_item_type(&self) -> &'static str {
        match (&self.consumable, &self.expiration_period) {
            (_, Some(_)) => "non_renewing_subscription",
            (Some(_), None) => "consumable",
            (None, None) => "non_consumable",
        }
    }
}

/// How often it can be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consumable {
    pub usages_count: Option<u64>,
}

/// How long it stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpirationPeriod {
    #[serde(rename = "type")]
    pub unit: String,
    pub value: u64,
}

/// How many of an item can be bought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemLimits {
    /// By each player, in all or between two resets.
    pub per_user: Option<u64>,
    /// By all players together: the stock, which never resets.
    pub per_item: Option<u64>,
    pub recurrent_schedule: Option<Schedule>,
}

/// One of the forms a unit (a game, a companion) comes in; the player picks one. It is also an
/// item of its own, of kind [`ItemKind::GameKey`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitItem {
    pub id: ItemId,
    pub sku: Sku,
    pub name: LocaleMap,
    pub drm_sku: String,
    pub is_free: bool,
}

impl UnitItem {
    /// `drm_sku` in title case: the platforms themselves are not modelled.
    pub fn drm_name(&self) -> String {
        let mut letters = self.drm_sku.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    }
}

/// The group that an item says it is in. The name is the item's own word for it, which counts where
/// no [`ItemGroup`] of that id is defined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub external_id: ExternalId,
    pub name: Option<LocaleMap>,
}

/// A group of the catalog.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemGroup {
    pub external_id: ExternalId,
    pub name: LocaleMap,
    pub description: Option<LocaleMap>,
    pub image_url: Option<String>,
    pub is_enabled: bool,
    pub order: i64,
    pub parent: Option<ExternalId>,
}

/// A price in money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    pub amount: Decimal,
    pub currency: Currency,
    pub is_default: bool,
    pub is_enabled: bool,
    pub country_iso: Option<String>,
}

/// A price in virtual currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VirtualPrice {
    pub sku: Sku,
    pub amount: u64,
    pub is_default: bool,
    pub is_enabled: bool,
}

impl Item {
    /// What one costs in a currency; none when it is not sold for that currency. A price for the
    /// buyer's country goes before one for all countries, and of those the default one first.
    pub fn price_in(&self, currency: &Currency, country: Option<&str>) -> Option<Decimal> {
        self.prices
            .iter()
            .filter(|price| price.is_enabled && price.currency == *currency)
            .filter(|price| price.country_iso.is_none() || price.country_iso.as_deref() == country)
            // Of equals, the first is taken.
            .min_by_key(|price| (price.country_iso.is_none(), !price.is_default))
            .map(|price| price.amount)
    }

    /// What one costs in a virtual currency.
    pub fn virtual_price_in(&self, currency: &Sku) -> Option<u64> {
        self.virtual_prices
            .iter()
            .filter(|price| price.is_enabled && price.sku == *currency)
            .min_by_key(|price| !price.is_default)
            .map(|price| price.amount)
    }

    /// The forms to choose from; none but for units.
    pub fn unit_items(&self) -> &[UnitItem] {
        match &self.kind {
            ItemKind::Unit { unit_items } => unit_items,
            _ => &[],
        }
    }
}

/// A set of countries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    pub id: RegionId,
    pub name: LocaleMap,
    pub countries: Vec<String>,
}

/// A currency of progress, which reward chains count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValuePoint {
    pub id: ItemId,
    pub sku: Sku,
    pub name: LocaleMap,
    pub description: Option<LocaleMap>,
    pub long_description: Option<LocaleMap>,
    pub image_url: Option<String>,
    pub media_list: Value,
    pub is_enabled: bool,
    pub order: i64,
    pub is_clan: bool,
}

/// What is shown to buyers beside what they buy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upsell {
    #[serde(rename = "type")]
    pub kind: UpsellType,
    pub is_enabled: bool,
    pub items: Vec<Sku>,
}

/// Where the upsell's items come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UpsellType {
    FixedList,
    MostSellable,
    OnlyPromotions,
}

/// Everything that has a SKU.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    pub items: BTreeMap<Sku, Item>,
    pub groups: BTreeMap<ExternalId, ItemGroup>,
    pub value_points: BTreeMap<Sku, ValuePoint>,
    /// Points by value point, then by the item that earns them.
    pub value_point_rewards: BTreeMap<Sku, BTreeMap<Sku, u64>>,
    pub regions: BTreeMap<RegionId, Region>,
    pub upsell: Option<Upsell>,
}

impl Catalog {
    /// The points that buying one of an item earns.
    pub fn points_for<'a>(
        &'a self,
        sku: &'a Sku,
    ) -> impl Iterator<Item = (&'a ValuePoint, u64)> + 'a {
        self.value_point_rewards
            .iter()
            .filter_map(move |(value_point, rewards)| {
                Some((self.value_points.get(value_point)?, *rewards.get(sku)?))
            })
    }

    /// Whether an item may be sold to this country; where the country is unknown, it may.
    pub fn is_sold_in(&self, item: &Item, country: Option<&str>) -> bool {
        let Some(country) = country else { return true };
        item.regions.is_empty()
            || item
                .regions
                .iter()
                .filter_map(|region| self.regions.get(region))
                .any(|region| region.countries.iter().any(|code| code == country))
    }

    /// The next free number for an item or value point.
    pub fn next_item_id(&self) -> ItemId {
        let items = self.items.values().map(|item| item.id);
        let value_points = self.value_points.values().map(|point| point.id);
        let highest = items.chain(value_points).max();
        ItemId(highest.map_or(1, |id| id.0 + 1))
    }

    /// Whether a SKU is taken.
    pub fn has(&self, sku: &Sku) -> bool {
        self.items.contains_key(sku) || self.value_points.contains_key(sku)
    }
}
