//! Reward chains, as merchants define and read them.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::chain_bodies::{
    ItemLine, availability, chain_schedule, check_name, check_step_count, items,
};
use super::{Reply, value_points};
use crate::engine::amounts::Count;
use crate::engine::chain::{ChainKey, ChainKind};
use crate::engine::change::Definition;
use crate::engine::conditions::AttributeCondition;
use crate::engine::date::OffsetDate;
use crate::engine::ids::{ChainId, Sku, StepId};
use crate::engine::refusal::Refusal;
use crate::engine::reward_chains::{Reward, RewardChain, RewardStep};
use crate::engine::schedule::Schedule;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};
use crate::page::Page;

const LARGEST_PAGE: usize = 10;
const MOST_STEPS: usize = 31;
const MOST_REWARDS: usize = 10;

/// The documents name these, and no others.
const CLAN_TYPES: [&str; 22] = [
    "clan",
    "guild",
    "faction",
    "community",
    "team",
    "squad",
    "alliance",
    "association",
    "coalition",
    "union",
    "group",
    "civilizations",
    "dynasty",
    "order",
    "league",
    "brotherhood",
    "kingdom",
    "organization",
    "house",
    "empire",
    "tribe",
    "cartel",
];

/// The body of a new reward chain.
#[derive(Debug, Deserialize)]
pub struct Body {
    name: LocaleMap,
    description: Option<LocaleMap>,
    long_description: Option<LocaleMap>,
    image_url: Option<String>,
    #[serde(default)]
    order: i64,
    date_start: OffsetDate,
    date_end: Option<OffsetDate>,
    is_enabled: bool,
    value_point: ValuePointBody,
    clan_type: Option<String>,
    popup_header: Option<LocaleMap>,
    popup_instruction: Option<LocaleMap>,
    popup_image_url: Option<String>,
    #[serde(default = "yes")]
    is_always_visible: bool,
    attribute_conditions: Option<Vec<AttributeCondition>>,
    recurrent_schedule: Option<Schedule>,
    steps: Vec<StepBody>,
}

fn yes() -> bool {
    true
}

#[derive(Debug, Deserialize)]
struct ValuePointBody {
    sku: Sku,
}

#[derive(Debug, Deserialize)]
struct StepBody {
    name: LocaleMap,
    price: PriceBody,
    image_url: Option<String>,
    reward: Vec<RewardBody>,
}

#[derive(Debug, Deserialize)]
struct PriceBody {
    amount: Count,
}

#[derive(Debug, Deserialize)]
struct RewardBody {
    sku: Sku,
    quantity: Count,
    attribute_conditions: Option<Vec<AttributeCondition>>,
}

/// Creates a chain.
pub fn create(state: &State, body: Body) -> Decided<Reply> {
    check_name("name", &body.name)?;
    check_step_count(body.steps.len(), MOST_STEPS)?;
    let clan_type = clan_type(state, &body.value_point.sku, body.clan_type)?;
    let first_step = state.next_step_id().0;
    let mut steps = Vec::with_capacity(body.steps.len());
    for ((index, step), id) in body.steps.into_iter().enumerate().zip(first_step..) {
        steps.push(self::step(
            state,
            &format!("steps[{index}]"),
            StepId(id),
            step,
        )?);
    }
    let id = ChainId(
        state
            .reward_chains
            .last_key_value()
            .map_or(1, |(id, _)| id.0 + 1),
    );
    let chain = RewardChain {
        id,
        name: body.name,
        description: body.description,
        long_description: body.long_description,
        image_url: body.image_url,
        order: body.order,
        availability: availability(
            body.is_enabled,
            body.date_start,
            body.date_end,
            body.is_always_visible,
            body.attribute_conditions,
        )?,
        value_point: body.value_point.sku,
        clan_type,
        popup_header: body.popup_header,
        popup_instruction: body.popup_instruction,
        popup_image_url: body.popup_image_url,
        schedule: chain_schedule(body.recurrent_schedule)?,
        steps,
    };
    let reply = Reply::Created(json!({ "reward_chain_id": id }));
    Ok(Decision {
        changes: vec![Definition::RewardChain(chain).into()],
        reply,
    })
}

/// A chain is a clan's when its value point is, and only then.
fn clan_type(
    state: &State,
    sku: &Sku,
    clan_type: Option<String>,
) -> Result<Option<String>, Refusal> {
    let value_point = state.catalog.value_points.get(sku).ok_or_else(|| {
        let problem = format!("\"{sku}\" is no value point; create it in an earlier entry");
        Refusal::invalid("value_point.sku", problem)
    })?;
    match clan_type {
        None if value_point.is_clan => Ok(Some("clan".to_owned())),
        None => Ok(None),
        Some(_) if !value_point.is_clan => Err(Refusal::invalid(
            "clan_type",
            format!("needs a value point of clan type; \"{sku}\" is a personal one"),
        )),
        Some(name) if CLAN_TYPES.contains(&name.as_str()) => Ok(Some(name)),
        Some(name) => Err(Refusal::invalid(
            "clan_type",
            format!("\"{name}\" is not one of {}", CLAN_TYPES.join(", ")),
        )),
    }
}

fn step(state: &State, path: &str, id: StepId, body: StepBody) -> Result<RewardStep, Refusal> {
    check_name(&format!("{path}.name"), &body.name)?;
    if body.reward.len() > MOST_REWARDS {
        let problem = format!("has more than {MOST_REWARDS} rewards; give fewer");
        return Err(Refusal::invalid(format!("{path}.reward"), problem));
    }
    let (lines, conditions): (Vec<_>, Vec<_>) = body
        .reward
        .into_iter()
        .map(|reward| {
            let line = ItemLine {
                sku: reward.sku,
                quantity: reward.quantity,
            };
            (line, reward.attribute_conditions.unwrap_or_default())
        })
        .unzip();
    let rewards = items(state, &format!("{path}.reward"), lines)?
        .into_iter()
        .zip(conditions)
        .map(|(item, attribute_conditions)| Reward {
            item,
            attribute_conditions,
        });
    Ok(RewardStep {
        id,
        name: body.name,
        image_url: body.image_url,
        price: body.price.amount.into(),
        rewards: rewards.collect(),
    })
}

/// All chains, running or not.
pub fn list(state: &State, page: Page, now: Timestamp) -> Decision<Reply> {
    let (chains, has_more) = page.of(state.reward_chains.values().collect(), LARGEST_PAGE);
    let items: Vec<_> = chains
        .into_iter()
        .map(|chain| shown(state, chain, now))
        .collect();
    Decision::reply(Reply::Found(
        json!({ "has_more": has_more, "items": items }),
    ))
}

/// One chain.
pub fn get(state: &State, id: ChainId, now: Timestamp) -> Decided<Reply> {
    let key = ChainKey {
        kind: ChainKind::Reward,
        id,
    };
    let chain = state.reward_chains.get(&id).ok_or(Refusal::ChainNotFound {
        chain: key,
        step: None,
    })?;
    Ok(Decision::reply(Reply::Found(shown(state, chain, now))))
}

fn shown(state: &State, chain: &RewardChain, now: Timestamp) -> Value {
    let steps: Vec<_> = chain
        .steps
        .iter()
        .map(|step| {
            let reward: Vec<_> = step
                .rewards
                .iter()
                .map(|reward| {
                    json!({
                        "sku": reward.item.sku,
                        "quantity": reward.item.quantity,
                        "attribute_conditions": reward.attribute_conditions,
                    })
                })
                .collect();
            json!({
                "step_id": step.id,
                "name": step.name,
                "price": { "amount": step.price },
                "image_url": step.image_url,
                "reward": reward,
            })
        })
        .collect();
    let value_point = state
        .catalog
        .value_points
        .get(&chain.value_point)
        .map(value_points::shown);
    json!({
        "reward_chain_id": chain.id,
        "name": chain.name,
        "description": chain.description,
        "long_description": chain.long_description,
        "image_url": chain.image_url,
        "order": chain.order,
        "date_start": chain.availability.date_start,
        "date_end": chain.availability.date_end,
        "is_enabled": chain.availability.is_enabled,
        "is_always_visible": chain.availability.is_always_visible,
        "attribute_conditions": chain.availability.attribute_conditions,
        "value_point": value_point,
        "clan_type": chain.clan_type,
        "popup_header": chain.popup_header,
        "popup_instruction": chain.popup_instruction,
        "popup_image_url": chain.popup_image_url,
        "recurrent_schedule": chain.schedule.map(|schedule| schedule.told(now)),
        "steps": steps,
    })
}
