//! The rules by which things go wrong.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::Value;

use crate::faults;
use crate::http::{Api, Body, Failure, invalid};

pub async fn get(State(api): State<Api>) -> Json<Value> {
    Json(api.faults.shown())
}

pub async fn put(State(api): State<Api>, Body(body): Body<Value>) -> Result<Json<Value>, Failure> {
    let rules = faults::read(body).map_err(|refusal| invalid(&refusal))?;
    api.faults.replace(rules);
    Ok(Json(api.faults.shown()))
}

pub async fn delete(State(api): State<Api>) -> StatusCode {
    api.faults.replace(Vec::new());
    StatusCode::NO_CONTENT
}
