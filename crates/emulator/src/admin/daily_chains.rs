//! Daily chains, as merchants define and read them.

use serde::Deserialize;
use serde_json::{Value, json};

use super::Reply;
use super::chain_bodies::{
    ItemLine, availability, check_name, check_numbers, check_step_count, item_line, items,
};
use crate::engine::chain::{ChainKey, ChainKind};
use crate::engine::change::Definition;
use crate::engine::daily_chains::{DailyChain, DailyChainType, DailyStep};
use crate::engine::date::OffsetDate;
use crate::engine::ids::{ChainId, StepId, StepNumber};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};
use crate::page::{LARGEST_PAGE, Page};

const MOST_STEPS: usize = 366;

/// The body of a new daily chain.
#[derive(Debug, Deserialize)]
pub struct Body {
    name: LocaleMap,
    description: Option<LocaleMap>,
    #[serde(default)]
    order: i64,
    date_start: OffsetDate,
    date_end: Option<OffsetDate>,
    is_enabled: bool,
    #[serde(rename = "type", default = "calendar_hard")]
    kind: DailyChainType,
    #[serde(default)]
    is_recurrent: bool,
    steps: Vec<StepBody>,
}

/// The official sample of this body has no `type`; its chain is one by the calendar.
fn calendar_hard() -> DailyChainType {
    DailyChainType::CalendarHard
}

#[derive(Debug, Deserialize)]
struct StepBody {
    step_number: StepNumber,
    items: Vec<ItemLine>,
}

/// Creates a chain.
pub fn create(state: &State, body: Body) -> Decided<Reply> {
    check_name("name", &body.name)?;
    check_step_count(body.steps.len(), MOST_STEPS)?;
    check_numbers(body.steps.iter().map(|step| step.step_number))?;
    let first_step = state.next_step_id().0;
    let mut steps = Vec::with_capacity(body.steps.len());
    for ((index, step), id) in body.steps.into_iter().enumerate().zip(first_step..) {
        let items = items(state, &format!("steps[{index}].items"), step.items)?;
        steps.push(DailyStep {
            id: StepId(id),
            number: step.step_number,
            items,
        });
    }
    let id = ChainId(
        state
            .daily_chains
            .last_key_value()
            .map_or(1, |(id, _)| id.0 + 1),
    );
    let chain = DailyChain {
        id,
        name: body.name,
        description: body.description,
        order: body.order,
        kind: body.kind,
        is_recurrent: body.is_recurrent,
        availability: availability(body.is_enabled, body.date_start, body.date_end, true, None)?,
        steps,
    };
    let reply = Reply::Created(json!({ "daily_chain_id": id }));
    Ok(Decision {
        changes: vec![Definition::DailyChain(chain).into()],
        reply,
    })
}

/// All chains, running or not.
pub fn list(state: &State, page: Page) -> Decision<Reply> {
    let (chains, has_more) = page.of(state.daily_chains.values().collect(), LARGEST_PAGE);
    let items: Vec<_> = chains
        .into_iter()
        .map(|chain| shown(state, chain))
        .collect();
    Decision::reply(Reply::Found(
        json!({ "has_more": has_more, "items": items }),
    ))
}

/// One chain.
pub fn get(state: &State, id: ChainId) -> Decided<Reply> {
    let key = ChainKey {
        kind: ChainKind::Daily,
        id,
    };
    let chain = state.daily_chains.get(&id).ok_or(Refusal::ChainNotFound {
        chain: key,
        step: None,
    })?;
    Ok(Decision::reply(Reply::Found(shown(state, chain))))
}

fn shown(state: &State, chain: &DailyChain) -> Value {
    let steps: Vec<_> = chain
        .steps
        .iter()
        .map(|step| {
            let items: Vec<_> = step
                .items
                .iter()
                .map(|line| item_line(state, line))
                .collect();
            json!({ "step_id": step.id, "step_number": step.number, "items": items })
        })
        .collect();
    json!({
        "id": chain.id,
        "name": chain.name,
        "description": chain.description,
        "order": chain.order,
        "date_start": chain.availability.date_start,
        "date_end": chain.availability.date_end,
        "type": chain.kind,
        "is_enabled": chain.availability.is_enabled,
        "is_recurrent": chain.is_recurrent,
        "number_of_steps": chain.steps.len(),
        "steps": steps,
    })
}
