//! Games that are kept, and put back.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::http::{Api, Body, Failure};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RestoreBody {
    id: usize,
}

pub async fn take(State(api): State<Api>) -> Result<Json<Value>, Failure> {
    let id = api
        .store
        .snapshot()
        .await
        .map_err(|refusal| Failure::refused(0, &refusal))?;
    Ok(Json(json!({ "id": id })))
}

pub async fn restore(
    State(api): State<Api>,
    Body(RestoreBody { id }): Body<RestoreBody>,
) -> Result<StatusCode, Failure> {
    let is_restored = api
        .store
        .restore(id)
        .await
        .map_err(|refusal| Failure::refused(0, &refusal))?;
    if is_restored {
        api.faults.offsets.forget();
        return Ok(StatusCode::NO_CONTENT);
    }
    let message = format!("There is no snapshot {id}; give the id that taking one answered.");
    Err(Failure::plain(StatusCode::NOT_FOUND, 0, message))
}
