//! Faults of the requests by which browsers ask whether a page may send one.

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::answers;
use super::rule::{Occasion, Phase};
use crate::http::{Api, Arrival};

/// Stands outside of what answers preflights, and lets rules have their way with them.
pub async fn answer_preflight(State(api): State<Api>, request: Request, next: Next) -> Response {
    let arrival = request.extensions().get::<Arrival>().cloned();
    let Some(arrival) = arrival.filter(|_| request.method() == Method::OPTIONS) else {
        return next.run(request).await;
    };
    let faults = api.faults.on(arrival.asked(Occasion::Preflight)).faults;
    let own = match answers::first(&faults, Phase::Preflight) {
        Some(_) => StatusCode::OK.into_response(),
        None => next.run(request).await,
    };
    let connection = &arrival.connection;
    answers::changed(&api.faults, connection, &faults, Phase::Preflight, own).await
}
