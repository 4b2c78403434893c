//! `/connection/websocket`: tells players each status their orders take, as Centrifugo's JSON protocol
//! has it.

mod commands;
mod disconnect;
mod misbehaving;
mod replies;
mod session;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::Response;
use axum::routing::get;

use crate::control::only_loopback_origins;
use crate::faults::{self, ORDER_SOCKET};
use crate::http::{Api, Failure, arrive};

/// Where it is on the API's origin.
pub const PATH: &str = "/connection/websocket";

/// A client has little to say.
const LARGEST_FRAME: usize = 64 * 1024;

/// The socket's route, for pages of this machine.
pub fn router(api: Api) -> Router {
    Router::new()
        .route(PATH, get(open))
        .layer(from_fn(only_loopback_origins))
        .layer(from_fn_with_state(api.clone(), arrive))
        .with_state(api)
}

async fn open(
    State(api): State<Api>,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Failure> {
    let upgrade = upgrade.map_err(|_| {
        let message = "This is the order socket; connect to it with a WebSocket.";
        Failure::plain(StatusCode::BAD_REQUEST, 0, message)
    })?;
    if let Some(answer) = faults::instead_of(&api, ORDER_SOCKET).await {
        return Ok(answer);
    }
    Ok(upgrade
        .max_frame_size(LARGEST_FRAME)
        .max_message_size(LARGEST_FRAME)
        .on_upgrade(|socket| session::serve(socket, api)))
}
