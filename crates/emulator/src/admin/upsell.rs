//! What the upsell shows, as merchants set it and read it.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Reply;
use crate::engine::change::Definition;
use crate::engine::ids::Sku;
use crate::engine::items::{Item, ItemKind, Upsell, UpsellType};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::{Decided, Decision};

/// The body of an upsell.
#[derive(Debug, Deserialize)]
pub struct Body {
    #[serde(rename = "type")]
    kind: UpsellType,
    is_enabled: bool,
    items: Option<Vec<Sku>>,
}

/// Switches the upsell on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Toggle {
    Activate,
    Deactivate,
}

/// Sets the project's upsell, in place of the one before.
pub fn set(state: &State, body: Body) -> Decided<Reply> {
    let items = match (body.kind, body.items) {
        (UpsellType::FixedList, None) => return Err(Refusal::MissingProperty("items".to_owned())),
        (_, items) => items.unwrap_or_default(),
    };
    let unknown: Vec<Sku> = items
        .iter()
        .filter(|sku| !state.catalog.items.contains_key(sku))
        .cloned()
        .collect();
    if !unknown.is_empty() {
        return Err(Refusal::ItemsNotFound(unknown));
    }
    Ok(accepted(Upsell {
        kind: body.kind,
        is_enabled: body.is_enabled,
        items,
    }))
}

/// Switches the upsell on or off. Where there is none, there is nothing to switch.
pub fn toggle(state: &State, toggle: Toggle) -> Decided<Reply> {
    let Some(upsell) = &state.catalog.upsell else {
        let problem = "there is no upsell to switch; create one first";
        return Err(Refusal::invalid("toggle", problem));
    };
    Ok(accepted(Upsell {
        is_enabled: toggle == Toggle::Activate,
        ..upsell.clone()
    }))
}

fn accepted(upsell: Upsell) -> Decision<Reply> {
    Decision {
        changes: vec![Definition::Upsell(upsell).into()],
        reply: Reply::Accepted,
    }
}

/// The project's upsell: a list of one, or of none.
pub fn get(state: &State) -> Decision<Reply> {
    let upsells = state.catalog.upsell.iter().map(|upsell| {
        let items = upsell.items.iter();
        let items: Vec<_> = items
            .filter_map(|sku| state.catalog.items.get(sku))
            .map(shown)
            .collect();
        json!({ "is_enabled": upsell.is_enabled, "type": upsell.kind, "items": items })
    });
    Reply::found(upsells.collect())
}

fn shown(item: &Item) -> Value {
    let mut body = Map::new();
    let mut put = |name: &str, value: Value| body.insert(name.to_owned(), value);
    put("item_id", json!(item.id));
    put("sku", json!(item.sku));
    put("name", json!(item.name));
    put("type", json!(item.kind.as_str()));
    match &item.kind {
        ItemKind::Bundle { bundle_type, .. } => {
            put("bundle_type", json!(bundle_type));
        }
        ItemKind::Unit { unit_items } => {
            let forms = unit_items.iter().map(|form| {
                json!({
                    "item_id": form.id,
                    "sku": form.sku,
                    "type": "game_key",
                    "name": form.name,
                    "drm_name": form.drm_name(),
                    "drm_sku": form.drm_sku,
                })
            });
            put("unit_type", json!("game"));
            put("unit_items", forms.collect());
        }
        ItemKind::VirtualGood { .. } | ItemKind::VirtualCurrency | ItemKind::GameKey { .. } => {}
    }
    Value::Object(body)
}
