//! Clans.

use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::Api;
use super::auth::Caller;
use super::extract::PathOf;
use super::items::{RewardItem, reward_item};
use super::query::Language;
use super::refusal::Failure;
use super::router::JsonText;
use crate::engine::ids::ChainId;
use crate::engine::{Decision, clans};

/// A member of a clan, and what they gave.
#[derive(Debug, Serialize)]
pub struct Contributor<'a> {
    name: &'a str,
    contributed_amount: u64,
}

impl<'a> From<(&'a str, u64)> for Contributor<'a> {
    fn from((name, contributed_amount): (&'a str, u64)) -> Self {
        Self {
            name,
            contributed_amount,
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct ChainPath {
    reward_chain_id: ChainId,
}

pub async fn top_contributors(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<ChainPath>,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let top = clans::top_contributors_of(state, player, path.reward_chain_id, now)?;
        let top: Vec<_> = top.into_iter().map(Contributor::from).collect();
        JsonText::of(&top).map(Decision::reply)
    })
    .await
}

pub async fn update(
    State(api): State<Api>,
    caller: Caller,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let Decision { changes, reply } = clans::update(state, player, now)?;
        let reward: Vec<RewardItem<'_>> = reply
            .iter()
            .filter_map(|line| reward_item(&state.catalog, line, &locale))
            .collect();
        let reply = JsonText::of(&json!({ "reward": reward }))?;
        Ok(Decision { changes, reply })
    })
    .await
}
