//! Reward chains.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Api;
use super::auth::Caller;
use super::clans::Contributor;
use super::extract::{PathOf, QueryOf};
use super::items::{RewardItem, reward_item, text};
use super::query::Language;
use super::refusal::Failure;
use super::router::{JsonText, page_body};
use crate::engine::chain::{ChainKey, ChainKind};
use crate::engine::clans;
use crate::engine::date::OffsetDate;
use crate::engine::ids::{ChainId, StepId};
use crate::engine::player::Player;
use crate::engine::reward_chains::{self, RewardProgress};
use crate::engine::schedule::Schedule;
use crate::engine::state;
use crate::engine::text::{Locale, LocaleMap};
use crate::page::{LARGEST_PAGE, Page};

#[derive(Serialize)]
struct ChainBody<'a> {
    reward_chain_id: ChainId,
    name: &'a str,
    description: Option<&'a str>,
    long_description: Option<&'a str>,
    image_url: Option<&'a str>,
    order: i64,
    date_start: &'a str,
    date_end: Option<&'a str>,
    clan_type: Option<&'a str>,
    top_contributors: Vec<Contributor<'a>>,
    value_point: Option<ValuePointBody<'a>>,
    steps: Vec<StepBody<'a>>,
    recurrent_schedule: Value,
    popup_header: Option<&'a LocaleMap>,
    popup_instruction: Option<&'a LocaleMap>,
    popup_image_url: Option<&'a str>,
}

#[derive(Serialize)]
struct ValuePointBody<'a> {
    sku: &'a str,
    name: &'a str,
    image_url: Option<&'a str>,
    description: Option<&'a str>,
    long_description: Option<&'a str>,
    amount: u64,
    is_clan: bool,
}

#[derive(Serialize)]
struct StepBody<'a> {
    step_id: StepId,
    name: &'a str,
    is_claimed: bool,
    image_url: Option<&'a str>,
    price: Value,
    reward: Vec<RewardItem<'a>>,
}

#[derive(Debug, Deserialize)]
pub struct ChainPath {
    reward_chain_id: ChainId,
}

#[derive(Debug, Deserialize)]
pub struct StepPath {
    reward_chain_id: ChainId,
    step_id: StepId,
}

pub async fn list(
    State(api): State<Api>,
    caller: Option<Caller>,
    QueryOf(page): QueryOf<Page>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.read_as(caller, move |state, player, now| {
        let chains = reward_chains::list(state, player, now);
        page_body(page, LARGEST_PAGE, chains, |chain| {
            shown(state, player, &chain, &locale, now)
        })
    })
    .await
}

pub async fn balance(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<ChainPath>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.read_as(Some(caller), move |state, player, now| {
        let progress = reward_chains::get(state, player, path.reward_chain_id, now)?;
        JsonText::of(&value_point(state, &progress, &locale))
    })
    .await
}

pub async fn claim(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<StepPath>,
) -> Result<impl IntoResponse, Failure> {
    let chain = ChainKey {
        kind: ChainKind::Reward,
        id: path.reward_chain_id,
    };
    let step = path.step_id.0;
    api.claim(caller, chain, step, move |state, player, now| {
        reward_chains::claim(state, player, path.reward_chain_id, path.step_id, now)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// A schedule as players read it.
pub fn schedule(schedule: Option<&Schedule>, next_reset: Option<Timestamp>) -> Value {
    let interval_type = match schedule {
        None => return Value::Null,
        Some(Schedule::Daily { .. }) => "daily",
        Some(Schedule::Weekly { .. }) => "weekly",
        Some(Schedule::Monthly { .. }) => "monthly",
        Some(Schedule::Hourly { .. }) => "hourly",
    };
    json!({
        "interval_type": interval_type,
        "reset_next_date": next_reset.map(Timestamp::as_second),
    })
}

fn shown<'a>(
    state: &'a state::State,
    player: Option<&'a Player>,
    progress: &RewardProgress<'a>,
    locale: &Locale,
    now: Timestamp,
) -> ChainBody<'a> {
    let chain = progress.chain;
    let steps = progress.steps.iter().map(|step| StepBody {
        step_id: step.step.id,
        name: step.step.name.in_language(locale),
        is_claimed: step.is_claimed,
        image_url: step.step.image_url.as_deref(),
        price: json!({ "amount": step.step.price }),
        reward: step
            .rewards
            .iter()
            .filter_map(|line| reward_item(&state.catalog, line, locale))
            .collect(),
    });
    let contributors = clans::top_contributors(state, chain, player, now);
    ChainBody {
        reward_chain_id: chain.id,
        name: chain.name.in_language(locale),
        description: text(chain.description.as_ref(), locale),
        long_description: text(chain.long_description.as_ref(), locale),
        image_url: chain.image_url.as_deref(),
        order: chain.order,
        date_start: chain.availability.date_start.as_str(),
        date_end: chain.availability.date_end.as_ref().map(OffsetDate::as_str),
        clan_type: chain.clan_type.as_deref(),
        top_contributors: contributors.into_iter().map(Contributor::from).collect(),
        value_point: value_point(state, progress, locale),
        steps: steps.collect(),
        recurrent_schedule: schedule(chain.schedule.as_ref(), progress.next_reset),
        popup_header: chain.popup_header.as_ref(),
        popup_instruction: chain.popup_instruction.as_ref(),
        popup_image_url: chain.popup_image_url.as_deref(),
    }
}

fn value_point<'a>(
    state: &'a state::State,
    progress: &RewardProgress<'a>,
    locale: &Locale,
) -> Option<ValuePointBody<'a>> {
    let value_point = state
        .catalog
        .value_points
        .get(&progress.chain.value_point)?;
    Some(ValuePointBody {
        sku: value_point.sku.as_str(),
        name: value_point.name.in_language(locale),
        image_url: value_point.image_url.as_deref(),
        description: text(value_point.description.as_ref(), locale),
        long_description: text(value_point.long_description.as_ref(), locale),
        amount: progress.balance,
        is_clan: value_point.is_clan,
    })
}
