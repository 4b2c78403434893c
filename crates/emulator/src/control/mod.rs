//! `/_emulator/*`: what testers and the demo do to the game from outside it.

mod clock;
mod faults;
mod orders;
mod origin;
mod players;
mod snapshots;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::{get, post, put};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::http::{Api, Failure, QueryOf};
use crate::store::AuditFilter;
use crate::wire_log::RequestFilter;

pub use clock::advance_clock;
pub use origin::{only_loopback_hosts, only_loopback_origins};

/// The control routes.
pub fn router(api: Api) -> Router {
    let routes = Router::new()
        .route("/players", get(players::list))
        .route("/players/{player_id}", put(players::put))
        .route("/players/{player_id}/token", post(players::token))
        .route("/players/{player_id}/inventory", get(players::inventory))
        .route("/orders/{order_id}/{event}", post(orders::event))
        .route("/clock", get(clock::get).put(clock::put))
        .route("/clock/advance", post(clock::advance))
        .route("/audit", get(audit))
        .route("/requests", get(requests))
        .route("/reset", post(reset))
        .route("/snapshot", post(snapshots::take))
        .route("/restore", post(snapshots::restore))
        .route(
            "/faults",
            get(faults::get).put(faults::put).delete(faults::delete),
        );
    Router::new()
        .nest(
            "/_emulator",
            origin::guarded(crate::http::fallbacks(routes)),
        )
        .with_state(api)
}

async fn audit(
    State(api): State<Api>,
    QueryOf(filter): QueryOf<AuditFilter>,
) -> Result<Json<Value>, Failure> {
    let grants = api
        .store
        .audit(filter)
        .await
        .map_err(|refusal| Failure::refused(0, &refusal))?;
    Ok(Json(json!({ "grants": grants })))
}

async fn requests(State(api): State<Api>, QueryOf(filter): QueryOf<RequestFilter>) -> Json<Value> {
    Json(json!({ "requests": api.wire_log.shown(&filter) }))
}

async fn reset(State(api): State<Api>) -> Result<impl IntoResponse, Failure> {
    api.store
        .reset()
        .await
        .map_err(|refusal| Failure::refused(0, &refusal))?;
    api.faults.replace(Vec::new());
    api.faults.offsets.forget();
    api.wire_log.clear();
    Ok(StatusCode::NO_CONTENT)
}
