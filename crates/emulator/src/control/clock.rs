//! The clock, as testers move it.

use axum::Json;
use axum::extract::State;
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::engine::Decision;
use crate::engine::change::Change;
use crate::engine::clock::{ClockSetting, saturating_add};
use crate::engine::date::OffsetDate;
use crate::engine::refusal::Refusal;
use crate::http::{Api, Body, Failure};

/// What is left out stays as it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockBody {
    now: Option<OffsetDate>,
    frozen: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdvanceBody {
    seconds: i64,
}

pub async fn get(State(api): State<Api>) -> Json<Value> {
    let setting = api.store.clock().setting();
    Json(shown(setting.now(Timestamp::now()), setting.is_frozen()))
}

pub async fn put(
    State(api): State<Api>,
    Body(body): Body<ClockBody>,
) -> Result<Json<Value>, Failure> {
    if body.now.is_none() && body.frozen.is_none() {
        let refusal = Refusal::MissingProperty("now".to_owned());
        return Err(Failure::refused(0, &refusal));
    }
    move_clock(&api, move |now, is_frozen| {
        (
            body.now.as_ref().map_or(now, OffsetDate::at),
            body.frozen.unwrap_or(is_frozen),
        )
    })
    .await
}

pub async fn advance(
    State(api): State<Api>,
    Body(body): Body<AdvanceBody>,
) -> Result<Json<Value>, Failure> {
    advance_clock(&api, SignedDuration::from_secs(body.seconds)).await
}

/// Moves the clock by so much.
pub async fn advance_clock(api: &Api, by: SignedDuration) -> Result<Json<Value>, Failure> {
    move_clock(api, move |now, is_frozen| {
        (saturating_add(now, by), is_frozen)
    })
    .await
}

async fn move_clock(
    api: &Api,
    to: impl FnOnce(Timestamp, bool) -> (Timestamp, bool) + Send + 'static,
) -> Result<Json<Value>, Failure> {
    let (now, is_frozen) = api
        .decide(move |state, now| {
            let (moved, is_frozen) = to(now, state.clock.is_frozen());
            let setting = ClockSetting::showing(moved, is_frozen, Timestamp::now());
            Ok(Decision {
                changes: vec![Change::Clock(setting)],
                reply: (moved, is_frozen),
            })
        })
        .await?;
    Ok(Json(shown(now, is_frozen)))
}

fn shown(now: Timestamp, is_frozen: bool) -> Value {
    json!({ "now": now, "frozen": is_frozen })
}
