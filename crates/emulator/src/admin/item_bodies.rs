//! The bodies of new items, as the Shop Builder API has them.

use serde::Deserialize;
use serde_json::Value;

use super::chain_bodies::ItemLine;
use super::limit_bodies::LimitsBody;
use super::regions::RegionReference;
use crate::engine::amounts::Count;
use crate::engine::date::Period;
use crate::engine::ids::{ExternalId, Sku};
use crate::engine::items::{Currency, InventoryOptions};
use crate::engine::text::LocaleMap;

/// The body of a new item; which fields count depends on its kind.
#[derive(Debug, Deserialize)]
pub struct Body {
    pub sku: Sku,
    /// Unit items that have none are called as their unit is.
    pub name: Option<LocaleMap>,
    pub description: Option<LocaleMap>,
    pub long_description: Option<LocaleMap>,
    pub image_url: Option<String>,
    pub groups: Option<Vec<GroupBody>>,
    #[serde(default)]
    pub attributes: Value,
    #[serde(default)]
    pub is_free: bool,
    #[serde(default = "yes")]
    pub is_enabled: bool,
    #[serde(default)]
    pub order: i64,
    pub prices: Option<Vec<PriceBody>>,
    pub vc_prices: Option<Vec<VirtualPriceBody>>,
    pub regions: Option<Vec<RegionReference>>,
    pub limits: Option<LimitsBody>,
    pub periods: Option<Vec<Period>>,
    #[serde(default)]
    pub media_list: Vec<Value>,
    pub custom_attributes: Option<Value>,
    pub inventory_options: Option<InventoryOptions>,
    pub content: Option<Vec<ItemLine>>,
    pub unit_items: Option<Vec<Body>>,
    /// The platform; unit items alone have one.
    pub drm_sku: Option<String>,
}

fn yes() -> bool {
    true
}

/// Groups come by their id alone, or with a name.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum GroupBody {
    Id(ExternalId),
    Named {
        external_id: ExternalId,
        name: Option<GroupName>,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum GroupName {
    Text(String),
    ByLanguage(LocaleMap),
}

#[derive(Debug, Deserialize)]
pub struct PriceBody {
    pub amount: Amount,
    pub currency: Currency,
    #[serde(default)]
    pub is_default: bool,
    #[serde(default = "yes")]
    pub is_enabled: bool,
    pub country_iso: Option<String>,
}

/// Amounts come as numbers from some bodies and as strings from others.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub enum Amount {
    Text(String),
    Number(serde_json::Number),
}

#[derive(Debug, Deserialize)]
pub struct VirtualPriceBody {
    pub sku: Sku,
    pub amount: Count,
    #[serde(default)]
    pub is_default: bool,
    #[serde(default = "yes")]
    pub is_enabled: bool,
}
