//! Daily chains.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};

use super::Api;
use super::auth::Caller;
use super::extract::{PathOf, QueryOf};
use super::items::{ChainItem, chain_items};
use super::query::Language;
use super::refusal::Failure;
use super::router::{JsonText, page_body};
use crate::engine::chain::{ChainKey, ChainKind};
use crate::engine::daily_chains::{self, DailyProgress, DailyStatus};
use crate::engine::date::OffsetDate;
use crate::engine::ids::{ChainId, StepNumber};
use crate::engine::state;
use crate::engine::text::Locale;
use crate::page::{LARGEST_PAGE, Page};

#[derive(Serialize)]
struct ChainBody<'a> {
    id: ChainId,
    name: &'a str,
    description: Option<&'a str>,
    order: i64,
    date_start: &'a str,
    date_end: Option<&'a str>,
    #[serde(rename = "type")]
    kind: &'static str,
    steps: Vec<StepBody<'a>>,
}

#[derive(Serialize)]
struct StepBody<'a> {
    step_number: StepNumber,
    status: DailyStatus,
    unlocked_date: i64,
    items: Vec<ChainItem<'a>>,
}

#[derive(Debug, Deserialize)]
pub struct ChainPath {
    daily_chain_id: ChainId,
}

#[derive(Debug, Deserialize)]
pub struct StepPath {
    daily_chain_id: ChainId,
    step_number: StepNumber,
}

pub async fn list(
    State(api): State<Api>,
    caller: Caller,
    QueryOf(page): QueryOf<Page>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.read_as(Some(caller), move |state, player, now| {
        let chains = daily_chains::list(state, player, now);
        page_body(page, LARGEST_PAGE, chains, |chain| {
            shown(state, &chain, &locale)
        })
    })
    .await
}

pub async fn get(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<ChainPath>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.read_as(Some(caller), move |state, player, now| {
        let chain = daily_chains::get(state, player, path.daily_chain_id, now)?;
        JsonText::of(&shown(state, &chain, &locale))
    })
    .await
}

pub async fn claim(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<StepPath>,
) -> Result<impl IntoResponse, Failure> {
    let chain = ChainKey {
        kind: ChainKind::Daily,
        id: path.daily_chain_id,
    };
    let step = path.step_number.0;
    api.claim(caller, chain, step, move |state, player, now| {
        daily_chains::claim(state, player, path.daily_chain_id, path.step_number, now)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

fn shown<'a>(
    state: &'a state::State,
    progress: &DailyProgress<'a>,
    locale: &Locale,
) -> ChainBody<'a> {
    let chain = progress.chain;
    let steps = progress.steps.iter().map(|step| StepBody {
        step_number: step.step.number,
        status: step.status,
        unlocked_date: step.unlocked_at.as_second(),
        items: chain_items(&state.catalog, &step.step.items, locale),
    });
    ChainBody {
        id: chain.id,
        name: chain.name.in_language(locale),
        description: super::items::text(chain.description.as_ref(), locale),
        order: chain.order,
        date_start: chain.availability.date_start.as_str(),
        date_end: chain.availability.date_end.as_ref().map(OffsetDate::as_str),
        kind: chain.kind.as_str(),
        steps: steps.collect(),
    }
}
