//! Items as the client API writes them, in the shapes of its several areas.

use serde::Serialize;
use serde_json::{Value, json};

use crate::engine::chain::Quantity;
use crate::engine::items::{Catalog, InventoryOptions, Item, ItemKind};
use crate::engine::text::{Locale, LocaleMap};

/// Bundles in bundles are shown this deep.
const DEEPEST_BUNDLE: usize = 8;

/// An item of a daily or offer chain's step.
#[derive(Debug, Serialize)]
pub struct ChainItem<'a> {
    item_id: u64,
    sku: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'a str,
    description: Option<&'a str>,
    image_url: Option<&'a str>,
    is_free: bool,
    quantity: u64,
    order: usize,
    bundle_type: Option<Value>,
    content: Option<Vec<ChainItem<'a>>>,
}

/// The items of a step.
pub fn chain_items<'a>(
    catalog: &'a Catalog,
    lines: &'a [Quantity],
    locale: &Locale,
) -> Vec<ChainItem<'a>> {
    nested_items(catalog, lines, locale, DEEPEST_BUNDLE)
}

fn nested_items<'a>(
    catalog: &'a Catalog,
    lines: &'a [Quantity],
    locale: &Locale,
    depth: usize,
) -> Vec<ChainItem<'a>> {
    let shown = |(order, line): (usize, &'a Quantity)| {
        let item = catalog.items.get(&line.sku)?;
        let content = match &item.kind {
            ItemKind::Bundle { content, .. } if depth > 0 => {
                Some(nested_items(catalog, content, locale, depth - 1))
            }
            _ => None,
        };
        Some(ChainItem {
            item_id: item.id.0,
            sku: item.sku.as_str(),
            kind: item.kind.as_str(),
            name: item.name.in_language(locale),
            description: text(item.description.as_ref(), locale),
            image_url: item.image_url.as_deref(),
            is_free: item.is_free,
            quantity: line.quantity,
            order,
            bundle_type: bundle_type(item),
            content,
        })
    };
    lines.iter().enumerate().filter_map(shown).collect()
}

/// A reward of a reward chain's step, or of a clan update.
#[derive(Debug, Serialize)]
pub struct RewardItem<'a> {
    sku: &'a str,
    name: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    description: Option<&'a str>,
    image_url: Option<&'a str>,
    quantity: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    bundle_type: Option<Value>,
}

/// A reward.
pub fn reward_item<'a>(
    catalog: &'a Catalog,
    line: &Quantity,
    locale: &Locale,
) -> Option<RewardItem<'a>> {
    let item = catalog.items.get(&line.sku)?;
    Some(RewardItem {
        sku: item.sku.as_str(),
        name: item.name.in_language(locale),
        kind: item.kind.as_str(),
        description: text(item.description.as_ref(), locale),
        image_url: item.image_url.as_deref(),
        quantity: line.quantity,
        bundle_type: bundle_type(item),
    })
}

/// The value points that buying these items earns.
pub fn value_point_rewards<'b>(
    catalog: &Catalog,
    lines: impl IntoIterator<Item = &'b Quantity>,
    locale: &Locale,
) -> Vec<Value> {
    let mut rewards = Vec::new();
    for line in lines {
        for (point, amount) in catalog.points_for(&line.sku) {
            rewards.push(json!({
                "item_id": point.id,
                "sku": point.sku,
                "amount": amount.saturating_mul(line.quantity),
                "name": point.name.in_language(locale),
                "image_url": point.image_url,
                "is_clan": point.is_clan,
            }));
        }
    }
    rewards
}

/// How an item lives in the inventory.
pub fn inventory_options(item: &Item) -> Value {
    match &item.kind {
        ItemKind::VirtualGood { inventory_options } => json!(inventory_options),
        _ => json!(InventoryOptions::default()),
    }
}

/// The kind of bundle, where the item is one.
pub fn bundle_type(item: &Item) -> Option<Value> {
    match &item.kind {
        ItemKind::Bundle { bundle_type, .. } => Some(json!(bundle_type)),
        _ => None,
    }
}

/// A text in the language that was asked for.
pub fn text<'a>(texts: Option<&'a LocaleMap>, locale: &Locale) -> Option<&'a str> {
    texts.map(|texts| texts.in_language(locale))
}
