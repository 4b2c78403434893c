//! Value points, and which items earn them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::{Value, json};

use super::Reply;
use super::chain_bodies::check_name;
use crate::engine::amounts::Count;
use crate::engine::change::Definition;
use crate::engine::ids::Sku;
use crate::engine::items::ValuePoint;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};
use crate::page::{LARGEST_PAGE, Page};

const MOST_PATCHED: usize = 100;

/// The body of a new value point.
#[derive(Debug, Deserialize)]
pub struct Body {
    sku: Sku,
    name: LocaleMap,
    description: Option<LocaleMap>,
    long_description: Option<LocaleMap>,
    image_url: Option<String>,
    #[serde(default)]
    media_list: Value,
    #[serde(default = "yes")]
    is_enabled: bool,
    #[serde(default)]
    order: i64,
    #[serde(default)]
    is_clan: bool,
}

fn yes() -> bool {
    true
}

/// How many points an item earns.
#[derive(Debug, Deserialize)]
pub struct RewardBody {
    sku: Sku,
    amount: Count,
}

pub fn create(state: &State, body: Body) -> Decided<Reply> {
    check_name("name", &body.name)?;
    if state.catalog.has(&body.sku) {
        return Err(Refusal::ItemExists(body.sku));
    }
    let value_point = ValuePoint {
        id: state.catalog.next_item_id(),
        sku: body.sku,
        name: body.name,
        description: body.description,
        long_description: body.long_description,
        image_url: body.image_url,
        media_list: if body.media_list.is_null() {
            json!([])
        } else {
            body.media_list
        },
        is_enabled: body.is_enabled,
        order: body.order,
        is_clan: body.is_clan,
    };
    let reply = Reply::Created(json!({ "sku": value_point.sku, "item_id": value_point.id }));
    Ok(Decision {
        changes: vec![Definition::ValuePoint(value_point).into()],
        reply,
    })
}

pub fn list(state: &State, page: Page) -> Decision<Reply> {
    let (points, _) = page.of(state.catalog.value_points.values().collect(), LARGEST_PAGE);
    let items: Vec<_> = points.into_iter().map(shown).collect();
    Decision::reply(Reply::Found(json!({ "items": items })))
}

pub fn get(state: &State, sku: &Sku) -> Decided<Reply> {
    let value_point = existing(state, sku)?;
    let mut body = shown(value_point);
    if let Some(fields) = body.as_object_mut() {
        let is_used = state
            .reward_chains
            .values()
            .any(|chain| chain.value_point == *sku);
        fields.insert("can_delete".to_owned(), json!(!is_used));
    }
    Ok(Decision::reply(Reply::Found(body)))
}

/// Which items earn a value point.
pub fn rewards(state: &State, sku: &Sku) -> Decided<Reply> {
    existing(state, sku)?;
    let earned = state.catalog.value_point_rewards.get(sku);
    let items: Vec<_> = earned
        .into_iter()
        .flatten()
        .filter_map(|(item, amount)| {
            let item = state.catalog.items.get(item)?;
            Some(json!({
                "item_id": item.id,
                "sku": item.sku,
                "amount": amount,
                "name": item.name,
                "image_url": item.image_url,
            }))
        })
        .collect();
    Ok(Decision::reply(Reply::Found(json!({ "items": items }))))
}

/// Replaces which items earn a value point.
pub fn set_rewards(state: &State, sku: Sku, body: &[RewardBody]) -> Decided<Reply> {
    changed(state, sku, BTreeMap::new(), body)
}

/// Changes some of the items that earn a value point; an amount of 0 takes one off.
pub fn patch_rewards(state: &State, sku: Sku, body: &[RewardBody]) -> Decided<Reply> {
    if body.len() > MOST_PATCHED {
        let problem = format!(
            "names {} items; at most {MOST_PATCHED} are allowed",
            body.len()
        );
        return Err(Refusal::invalid("body", problem));
    }
    let before = state
        .catalog
        .value_point_rewards
        .get(&sku)
        .cloned()
        .unwrap_or_default();
    changed(state, sku, before, body)
}

fn changed(
    state: &State,
    value_point: Sku,
    mut rewards: BTreeMap<Sku, u64>,
    body: &[RewardBody],
) -> Decided<Reply> {
    existing(state, &value_point)?;
    let mut named = BTreeSet::new();
    for (index, reward) in body.iter().enumerate() {
        if !state.catalog.items.contains_key(&reward.sku) {
            return Err(Refusal::ItemNotFound(reward.sku.clone()));
        }
        if !named.insert(&reward.sku) {
            let problem = format!("\"{}\" is named twice; name it once", reward.sku);
            return Err(Refusal::invalid(format!("[{index}].sku"), problem));
        }
        rewards.insert(reward.sku.clone(), reward.amount.into());
    }
    rewards.retain(|_, amount| *amount > 0);
    let definition = Definition::ValuePointRewards {
        value_point,
        rewards,
    };
    Ok(Decision {
        changes: vec![definition.into()],
        reply: Reply::NoContent,
    })
}

fn existing<'a>(state: &'a State, sku: &Sku) -> Result<&'a ValuePoint, Refusal> {
    state
        .catalog
        .value_points
        .get(sku)
        .ok_or_else(|| Refusal::ItemNotFound(sku.clone()))
}

/// A value point as merchants read it.
pub fn shown(value_point: &ValuePoint) -> Value {
    json!({
        "sku": value_point.sku,
        "name": value_point.name,
        "description": value_point.description,
        "long_description": value_point.long_description,
        "media_list": value_point.media_list,
        "type": "value_point",
        "image_url": value_point.image_url,
        "is_enabled": value_point.is_enabled,
        "order": value_point.order,
        "is_clan": value_point.is_clan,
    })
}
