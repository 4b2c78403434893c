//! `/_emulator/*`: what testers and the demo do to the game from outside it.

mod clock;
mod faults;
mod orders;
mod origin;
mod players;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::{any, get, post, put};
use axum::{Json, Router};
use serde_json::{Value, json};

use crate::http::{Api, Failure, QueryOf};
use crate::store::AuditFilter;

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
        .route("/reset", post(reset))
        .route("/snapshot", any(not_served))
        .route("/restore", any(not_served))
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

async fn reset(State(api): State<Api>) -> Result<impl IntoResponse, Failure> {
    api.store
        .reset()
        .await
        .map_err(|refusal| Failure::refused(0, &refusal))?;
    api.faults.replace(Vec::new());
    Ok(StatusCode::NO_CONTENT)
}

async fn not_served() -> Failure {
    Failure::plain(
        StatusCode::NOT_IMPLEMENTED,
        0,
        "The emulator does not serve snapshots and restoring yet.",
    )
}
