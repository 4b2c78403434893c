//! Each request as it arrives: whose it is, what it asks for, and how it was answered.

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use super::{Api, operations, player_of};
use crate::engine::ids::PlayerId;
use crate::faults::{Asked, Connection, Occasion};
use crate::wire_log::Entry;

/// What is known of a request before it is read any further.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub operation: Option<&'static str>,
    pub player: Option<PlayerId>,
    pub connection: Connection,
}

impl Arrival {
    fn of(request: &Request, connection: Connection) -> Self {
        let method = match request.method() {
            &Method::OPTIONS => {
                let asked = request.headers().get(header::ACCESS_CONTROL_REQUEST_METHOD);
                asked.and_then(|method| method.to_str().ok())
            }
            method => Some(method.as_str()),
        };
        Self {
            operation: method.and_then(|method| operations::of(method, request)),
            player: player_of(request.headers()),
            connection,
        }
    }

    /// What rules are asked about it.
    pub fn asked(&self, occasion: Occasion) -> Asked<'_> {
        Asked {
            occasion,
            operation: self.operation,
            player: self.player.as_ref(),
            connection: Some(self.connection.last_use()),
        }
    }
}

/// Notes each request of the API and its answer, which tells the emulator's time.
pub async fn arrive(
    State(api): State<Api>,
    ConnectInfo(connection): ConnectInfo<Connection>,
    mut request: Request,
    next: Next,
) -> Response {
    let arrival = Arrival::of(&request, connection);
    let id = api.wire_log.push(Entry::new(
        request.method().as_str(),
        arrival.operation,
        arrival.player.clone(),
        arrival.connection.id(),
        arrival.connection.nth(),
    ));
    request.extensions_mut().insert(arrival.clone());
    let mut response = next.run(request).await;
    if !arrival.connection.is_silenced() {
        api.wire_log.answered(id, response.status().as_u16());
    }
    if let Some(date) = date(api.time_of(arrival.player.as_ref())) {
        response.headers_mut().entry(header::DATE).or_insert(date);
    }
    response
}

fn date(now: Timestamp) -> Option<HeaderValue> {
    let text = DateTimePrinter::new().timestamp_to_rfc9110_string(&now);
    HeaderValue::try_from(text.ok()?).ok()
}
