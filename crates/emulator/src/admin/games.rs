//! Games: units that come in several forms, each an item that can be bought.

use super::Reply;
use super::item_bodies::Body;
use super::items::{create, item};
use crate::body::inside;
use crate::engine::Decided;
use crate::engine::change::Definition;
use crate::engine::ids::ItemId;
use crate::engine::items::{Item, ItemKind, UnitItem};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;

/// Creates a unit: a game, or anything that comes in several forms to choose from.
pub fn create_game(state: &State, mut unit: Body) -> Decided<Reply> {
    let bodies = unit
        .unit_items
        .take()
        .ok_or_else(|| Refusal::MissingProperty("unit_items".to_owned()))?;
    if bodies.is_empty() {
        let problem = "is empty; name at least one unit item";
        return Err(Refusal::invalid("unit_items", problem));
    }
    let mut taken = vec![unit.sku.clone()];
    let mut changes = Vec::with_capacity(bodies.len());
    let mut unit_items = Vec::with_capacity(bodies.len());
    let first_id = state.catalog.next_item_id().0 + 1;
    for ((index, body), id) in bodies.into_iter().enumerate().zip(first_id..) {
        let path = format!("unit_items[{index}]");
        if state.catalog.has(&body.sku) || taken.contains(&body.sku) {
            let problem = format!("\"{}\" is taken; choose another", body.sku);
            return Err(Refusal::invalid(format!("{path}.sku"), problem));
        }
        taken.push(body.sku.clone());
        let (form, key) =
            game_key(state, ItemId(id), &unit, body).map_err(|refusal| inside(&path, refusal))?;
        unit_items.push(form);
        changes.push(Definition::Item(key).into());
    }
    let mut decision = create(state, unit, ItemKind::Unit { unit_items })?;
    decision.changes.extend(changes);
    Ok(decision)
}

/// A unit item, as its unit lists it and as the item of its own that it is. What its body leaves
/// out is as the unit has it.
fn game_key(
    state: &State,
    id: ItemId,
    unit: &Body,
    mut body: Body,
) -> Result<(UnitItem, Item), Refusal> {
    let drm_sku = body
        .drm_sku
        .take()
        .ok_or_else(|| Refusal::MissingProperty("drm_sku".to_owned()))?;
    let or_of_unit = Body {
        name: body.name.or_else(|| unit.name.clone()),
        description: body.description.or_else(|| unit.description.clone()),
        long_description: body
            .long_description
            .or_else(|| unit.long_description.clone()),
        image_url: body.image_url.or_else(|| unit.image_url.clone()),
        groups: body.groups.or_else(|| unit.groups.clone()),
        regions: body.regions.or_else(|| unit.regions.clone()),
        periods: body.periods.or_else(|| unit.periods.clone()),
        attributes: if body.attributes.is_null() {
            unit.attributes.clone()
        } else {
            body.attributes
        },
        is_enabled: body.is_enabled && unit.is_enabled,
        ..body
    };
    let kind = ItemKind::GameKey {
        unit: unit.sku.clone(),
        drm_sku: drm_sku.clone(),
    };
    let key = item(state, id, or_of_unit, kind)?;
    let form = UnitItem {
        id,
        sku: key.sku.clone(),
        name: key.name.clone(),
        drm_sku,
        is_free: key.is_free,
    };
    Ok((form, key))
}
