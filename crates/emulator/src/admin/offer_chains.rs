//! Offer chains, as merchants define and read them.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Reply;
use super::chain_bodies::{
    ItemLine, availability, chain_schedule, check_name, check_numbers, check_step_count, existing,
    item_line, items,
};
use crate::engine::chain::{ChainKey, ChainKind, Quantity};
use crate::engine::change::Definition;
use crate::engine::conditions::AttributeCondition;
use crate::engine::date::OffsetDate;
use crate::engine::ids::{ChainId, Sku, StepId, StepNumber};
use crate::engine::offer_chains::{self, OfferChain, OfferStep};
use crate::engine::refusal::Refusal;
use crate::engine::schedule::Schedule;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};
use crate::page::Page;

const LARGEST_PAGE: usize = 10;
const MOST_STEPS: usize = 30;

/// The body of a new offer chain.
#[derive(Debug, Deserialize)]
pub struct Body {
    name: LocaleMap,
    description: Option<LocaleMap>,
    #[serde(default)]
    order: i64,
    date_start: OffsetDate,
    date_end: Option<OffsetDate>,
    is_enabled: bool,
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
struct StepBody {
    step_number: StepNumber,
    is_free: bool,
    items: Vec<ItemLine>,
}

/// Creates a chain.
pub fn create(state: &State, body: Body) -> Decided<Reply> {
    check_name("name", &body.name)?;
    check_step_count(body.steps.len(), MOST_STEPS)?;
    check_numbers(body.steps.iter().map(|step| step.step_number))?;
    let first_step = state.next_step_id().0;
    let mut steps = Vec::with_capacity(body.steps.len());
    let mut used = BTreeSet::new();
    for ((index, step), id) in body.steps.into_iter().enumerate().zip(first_step..) {
        let path = format!("steps[{index}].items");
        let items = items(state, &path, step.items)?;
        check_offered(state, &path, step.is_free, &items, &mut used)?;
        let step = OfferStep {
            id: StepId(id),
            number: step.step_number,
            is_free: step.is_free,
            items,
        };
        offer_chains::step_price(state, &step).map_err(|_| {
            Refusal::invalid(path, "cost more together than can be counted; give fewer")
        })?;
        steps.push(step);
    }
    let id = ChainId(
        state
            .offer_chains
            .last_key_value()
            .map_or(1, |(id, _)| id.0 + 1),
    );
    let chain = OfferChain {
        id,
        name: body.name,
        description: body.description,
        order: body.order,
        availability: availability(
            body.is_enabled,
            body.date_start,
            body.date_end,
            body.is_always_visible,
            body.attribute_conditions,
        )?,
        schedule: chain_schedule(body.recurrent_schedule)?,
        steps,
    };
    let reply = Reply::Created(json!({ "offer_chain_id": id }));
    Ok(Decision {
        changes: vec![Definition::OfferChain(chain).into()],
        reply,
    })
}

/// An item stands at one step only, and has a price where the step is not free.
fn check_offered(
    state: &State,
    path: &str,
    is_free: bool,
    items: &[Quantity],
    used: &mut BTreeSet<Sku>,
) -> Result<(), Refusal> {
    for (index, line) in items.iter().enumerate() {
        let path = format!("{path}[{index}].sku");
        if !used.insert(line.sku.clone()) {
            let problem = format!(
                "\"{}\" stands at another step already; take another item",
                line.sku
            );
            return Err(Refusal::invalid(path, problem));
        }
        let currency = &state.project.currency;
        if !is_free
            && existing(state, &path, &line.sku)?
                .price_in(currency, None)
                .is_none()
        {
            let problem = format!(
                "\"{}\" has no price in {}; give it one, or make the step free",
                line.sku, currency.0
            );
            return Err(Refusal::invalid(path, problem));
        }
    }
    Ok(())
}

/// All chains, running or not.
pub fn list(state: &State, page: Page, now: Timestamp) -> Decision<Reply> {
    let (chains, has_more) = page.of(state.offer_chains.values().collect(), LARGEST_PAGE);
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
        kind: ChainKind::Offer,
        id,
    };
    let chain = state.offer_chains.get(&id).ok_or(Refusal::ChainNotFound {
        chain: key,
        step: None,
    })?;
    Ok(Decision::reply(Reply::Found(shown(state, chain, now))))
}

fn shown(state: &State, chain: &OfferChain, now: Timestamp) -> Value {
    let steps: Vec<_> = chain
        .steps
        .iter()
        .map(|step| {
            let items: Vec<_> = step
                .items
                .iter()
                .map(|line| item_line(state, line))
                .collect();
            let price = offer_chains::shown_price(state, step).map(|amount| {
                json!({
                    "amount": crate::money::number(amount),
                    "currency": state.project.currency,
                })
            });
            json!({
                "step_id": step.id,
                "step_number": step.number,
                "is_free": step.is_free,
                "step_price": price,
                "items": items,
            })
        })
        .collect();
    json!({
        "id": chain.id,
        "name": chain.name,
        "description": chain.description,
        "order": chain.order,
        "date_start": chain.availability.date_start,
        "date_end": chain.availability.date_end,
        "is_enabled": chain.availability.is_enabled,
        "is_always_visible": chain.availability.is_always_visible,
        "attribute_conditions": chain.availability.attribute_conditions,
        "recurrent_schedule": chain.schedule.map(|schedule| schedule.told(now)),
        "steps": steps,
    })
}
