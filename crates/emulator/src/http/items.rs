//! Items as the client API writes them, in the shapes of its several areas.

use serde::Serialize;
use serde_json::{Value, json};

use crate::engine::chain::Quantity;
use crate::engine::items::{Catalog, Group, InventoryOptions, Item, ItemKind};
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::money;

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
pub fn chain_items<'a>(catalog: &'a Catalog, lines: &'a [Quantity]) -> Vec<ChainItem<'a>> {
    nested_items(catalog, lines, DEEPEST_BUNDLE)
}

fn nested_items<'a>(
    catalog: &'a Catalog,
    lines: &'a [Quantity],
    depth: usize,
) -> Vec<ChainItem<'a>> {
    let shown = |(order, line): (usize, &'a Quantity)| {
        let item = catalog.items.get(&line.sku)?;
        let content = match &item.kind {
            ItemKind::Bundle { content, .. } if depth > 0 => {
                Some(nested_items(catalog, content, depth - 1))
            }
            _ => None,
        };
        Some(ChainItem {
            item_id: item.id.0,
            sku: item.sku.as_str(),
            kind: item.kind.as_str(),
            name: item.name.localised(),
            description: text(item.description.as_ref()),
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
pub fn reward_item<'a>(catalog: &'a Catalog, line: &Quantity) -> Option<RewardItem<'a>> {
    let item = catalog.items.get(&line.sku)?;
    Some(RewardItem {
        sku: item.sku.as_str(),
        name: item.name.localised(),
        kind: item.kind.as_str(),
        description: text(item.description.as_ref()),
        image_url: item.image_url.as_deref(),
        quantity: line.quantity,
        bundle_type: bundle_type(item),
    })
}

/// The value points that buying these items earns.
pub fn value_point_rewards<'b>(
    catalog: &Catalog,
    lines: impl IntoIterator<Item = &'b Quantity>,
) -> Vec<Value> {
    let mut rewards = Vec::new();
    for line in lines {
        for (point, amount) in catalog.points_for(&line.sku) {
            rewards.push(json!({
                "item_id": point.id,
                "sku": point.sku,
                "amount": amount.saturating_mul(line.quantity),
                "name": point.name.localised(),
                "image_url": point.image_url,
                "is_clan": point.is_clan,
            }));
        }
    }
    rewards
}

/// What carts, catalogs and redeemed coupons show of an item alike.
pub fn catalog_item(state: &State, item: &Item, group_name: fn(&Group) -> Value) -> Value {
    let groups: Vec<_> = item
        .groups
        .iter()
        .map(|group| json!({ "external_id": group.external_id, "name": group_name(group) }))
        .collect();
    let virtual_prices: Vec<_> = item
        .virtual_prices
        .iter()
        .filter(|price| price.is_enabled)
        .filter_map(|price| {
            let currency = state.catalog.items.get(&price.sku)?;
            Some(json!({
                "amount": price.amount,
                "amount_without_discount": price.amount,
                "sku": price.sku,
                "is_default": price.is_default,
                "image_url": currency.image_url,
                "name": currency.name.localised(),
                "type": currency.kind.as_str(),
                "description": text(currency.description.as_ref()),
            }))
        })
        .collect();
    let mut body = json!({
        "sku": item.sku,
        "name": item.name.localised(),
        "type": item.kind.as_str(),
        "description": text(item.description.as_ref()),
        "image_url": item.image_url,
        "groups": groups,
        "attributes": item.attributes,
        "virtual_prices": virtual_prices,
        "inventory_options": inventory_options(item),
    });
    if let Some(fields) = body.as_object_mut() {
        if let ItemKind::VirtualGood { inventory_options } = &item.kind {
            let kind = inventory_options.virtual_item_type();
            fields.insert("virtual_item_type".to_owned(), json!(kind));
        }
        if let Some(bundle_type) = bundle_type(item) {
            fields.insert("bundle_type".to_owned(), bundle_type);
        }
    }
    body
}

/// A group's name as plain text; without one, its id.
pub fn plain_group_name(group: &Group) -> Value {
    json!(
        group
            .name
            .as_ref()
            .map_or(group.external_id.as_str(), LocaleMap::localised)
    )
}

/// A group's name by language, as the upsell has it.
pub fn localised_group_name(group: &Group) -> Value {
    group
        .name
        .as_ref()
        .map_or_else(|| json!({ "en": group.external_id }), |name| json!(name))
}

/// A price as the catalog writes it.
pub fn catalog_price(state: &State, item: &Item) -> Value {
    let price = item
        .price_in(&state.project.currency, None)
        .filter(|_| !item.is_free);
    price.map_or(Value::Null, |amount| {
        json!({
            "amount": money::text(amount),
            "amount_without_discount": money::text(amount),
            "currency": state.project.currency,
        })
    })
}

/// How many of an item one player may still buy: all, since purchases are not counted yet.
pub fn limits(item: &Item) -> Value {
    item.limits.per_user.map_or(
        Value::Null,
        |total| json!({ "per_user": { "total": total, "available": total } }),
    )
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

/// A text in one language.
pub fn text(texts: Option<&LocaleMap>) -> Option<&str> {
    texts.map(LocaleMap::localised)
}
