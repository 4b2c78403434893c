//! What the upsell shows, as merchants set it.

use super::Reply;
use crate::engine::change::Definition;
use crate::engine::ids::Sku;
use crate::engine::items::{Upsell, UpsellType};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::{Decided, Decision};
use serde::Deserialize;

/// The body of an upsell.
#[derive(Debug, Deserialize)]
pub struct Body {
    #[serde(rename = "type")]
    kind: UpsellType,
    is_enabled: bool,
    items: Option<Vec<Sku>>,
}

/// Sets the project's upsell.
pub fn create(state: &State, body: Body) -> Decided<Reply> {
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
    let upsell = Upsell {
        kind: body.kind,
        is_enabled: body.is_enabled,
        items,
    };
    Ok(Decision {
        changes: vec![Definition::Upsell(upsell).into()],
        reply: Reply::Accepted,
    })
}
