//! An item in a few words, as merchants read it inside of something else.

use serde_json::{Map, Value, json};

use crate::engine::chain::Quantity;
use crate::engine::ids::Sku;
use crate::engine::items::{Item, ItemKind, UnitItem};
use crate::engine::state::State;
use crate::engine::text::LocaleMap;

/// An item by its SKU, with what is in it.
pub fn item_summary(state: &State, sku: &Sku) -> Value {
    let Some(item) = state.catalog.items.get(sku) else {
        return json!({ "sku": sku });
    };
    let mut body = brief(item);
    let mut put = |name: &str, value: Value| body.insert(name.to_owned(), value);
    match &item.kind {
        ItemKind::VirtualGood { inventory_options } => {
            put("inventory_options", json!(inventory_options));
        }
        ItemKind::Bundle {
            bundle_type,
            content,
        } => {
            put("bundle_type", json!(bundle_type));
            let part = |line: &Quantity| {
                let mut part = brief(state.catalog.items.get(&line.sku)?);
                part.insert("quantity".to_owned(), json!(line.quantity));
                Some(Value::Object(part))
            };
            put("content", content.iter().filter_map(part).collect());
        }
        ItemKind::Unit { unit_items } => {
            put("unit_items", unit_items.iter().map(form).collect());
        }
        ItemKind::VirtualCurrency | ItemKind::GameKey { .. } => {}
    }
    Value::Object(body)
}

fn brief(item: &Item) -> Map<String, Value> {
    let fields = [
        ("sku", json!(item.sku)),
        ("name", json!(item.name)),
        ("type", json!(item.kind.as_str())),
        (
            "description",
            json!(item.description.as_ref().map(LocaleMap::in_english)),
        ),
        ("image_url", json!(item.image_url)),
    ];
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

fn form(form: &UnitItem) -> Value {
    json!({
        "sku": form.sku,
        "type": "game_key",
        "is_free": form.is_free,
        "name": form.name.in_english(),
        "drm_name": form.drm_name(),
        "drm_sku": form.drm_sku,
    })
}
