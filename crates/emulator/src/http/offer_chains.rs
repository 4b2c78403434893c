//! Offer chains.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::auth::Caller;
use super::extract::{PathOf, QueryOf};
use super::items::{ChainItem, chain_items, value_point_rewards};
use super::query::Language;
use super::refusal::Failure;
use super::reward_chains::schedule;
use super::router::{JsonText, page_body};
use super::{Api, new_token};
use crate::engine::chain::{ChainKey, ChainKind};
use crate::engine::date::OffsetDate;
use crate::engine::ids::{ChainId, StepNumber};
use crate::engine::offer_chains::{self, OfferProgress};
use crate::engine::state;
use crate::engine::text::Locale;
use crate::money;
use crate::page::Page;

const LARGEST_PAGE: usize = 30;

#[derive(Serialize)]
struct ChainBody<'a> {
    id: ChainId,
    name: &'a str,
    description: Option<&'a str>,
    order: i64,
    date_start: &'a str,
    date_end: Option<&'a str>,
    recurrent_schedule: Value,
    next_step_number: Option<StepNumber>,
    steps: Vec<StepBody<'a>>,
}

#[derive(Serialize)]
struct StepBody<'a> {
    step_number: StepNumber,
    is_free: bool,
    is_claimed: bool,
    step_price: Value,
    items: Vec<ChainItem<'a>>,
    step_vp_rewards: Vec<Value>,
    step_loyalty_rewards: [Value; 0],
}

#[derive(Debug, Deserialize)]
pub struct ChainPath {
    offer_chain_id: ChainId,
}

#[derive(Debug, Deserialize)]
pub struct StepPath {
    offer_chain_id: ChainId,
    step_number: StepNumber,
}

pub async fn list(
    State(api): State<Api>,
    caller: Option<Caller>,
    QueryOf(page): QueryOf<Page>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.read_as(caller, move |state, player, now| {
        let chains = offer_chains::list(state, player, now);
        page_body(page, LARGEST_PAGE, chains, |chain| {
            shown(state, &chain, &locale)
        })
    })
    .await
}

pub async fn get(
    State(api): State<Api>,
    caller: Option<Caller>,
    PathOf(path): PathOf<ChainPath>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.read_as(caller, move |state, player, now| {
        let chain = offer_chains::get(state, player, path.offer_chain_id, now)?;
        JsonText::of(&shown(state, &chain, &locale))
    })
    .await
}

pub async fn claim(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<StepPath>,
) -> Result<Json<Value>, Failure> {
    let StepPath {
        offer_chain_id,
        step_number,
    } = path;
    let chain = ChainKey {
        kind: ChainKind::Offer,
        id: offer_chain_id,
    };
    let order_id = api
        .claim(caller, chain, step_number.0, move |state, player, now| {
            offer_chains::claim(state, player, offer_chain_id, step_number, new_token(), now)
        })
        .await?;
    Ok(Json(json!({ "order_id": order_id })))
}

pub async fn order(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<StepPath>,
) -> Result<Json<Value>, Failure> {
    let (order_id, token) = api
        .decide_for(caller, move |state, player, now| {
            let StepPath {
                offer_chain_id,
                step_number,
            } = path;
            offer_chains::order(state, player, offer_chain_id, step_number, new_token(), now)
        })
        .await?;
    Ok(Json(json!({ "order_id": order_id, "token": token })))
}

fn shown<'a>(
    state: &'a state::State,
    progress: &OfferProgress<'a>,
    locale: &Locale,
) -> ChainBody<'a> {
    let chain = progress.chain;
    let steps = progress.steps.iter().map(|(step, is_claimed)| StepBody {
        step_number: step.number,
        is_free: step.is_free,
        is_claimed: *is_claimed,
        step_price: offer_chains::shown_price(state, step).map_or(
            Value::Null,
            |amount| json!({ "amount": money::number(amount), "currency": state.project.currency }),
        ),
        items: chain_items(&state.catalog, &step.items, locale),
        step_vp_rewards: value_point_rewards(&state.catalog, &step.items, locale),
        step_loyalty_rewards: [],
    });
    ChainBody {
        id: chain.id,
        name: chain.name.in_language(locale),
        description: super::items::text(chain.description.as_ref(), locale),
        order: chain.order,
        date_start: chain.availability.date_start.as_str(),
        date_end: chain.availability.date_end.as_ref().map(OffsetDate::as_str),
        recurrent_schedule: schedule(chain.schedule.as_ref(), progress.next_reset),
        next_step_number: progress.next_step,
        steps: steps.collect(),
    }
}
