//! Each request as it arrives: whose it is, what it asks for, and how it was answered.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;

use super::{Api, operations, player_of};
use crate::engine::ids::PlayerId;
use crate::faults::{Asked, Occasion, RequestOn};
use crate::wire_log::Entry;

/// What is known of a request before it is read any further.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub operation: Option<&'static str>,
    pub player: Option<PlayerId>,
    pub on: RequestOn,
}

impl Arrival {
    fn of(request: &Request, on: RequestOn) -> Self {
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
            on,
        }
    }

    /// What rules are asked about it.
    pub fn asked(&self, occasion: Occasion) -> Asked<'_> {
        Asked {
            occasion,
            operation: self.operation,
            player: self.player.as_ref(),
            connection: Some(self.on.connection_use()),
        }
    }
}

/// Notes each request of the API and its answer, which tells the emulator's time.
pub async fn arrive(State(api): State<Api>, mut request: Request, next: Next) -> Response {
    let Some(on) = request.extensions().get::<RequestOn>().cloned() else {
        return next.run(request).await;
    };
    let arrival = Arrival::of(&request, on);
    let id = api.wire_log.push(Entry::new(
        request.method().as_str(),
        arrival.operation,
        arrival.player.clone(),
        arrival.on.connection.id(),
        arrival.on.nth,
    ));
    request.extensions_mut().insert(arrival.clone());
    let mut response = next.run(request).await;
    if !arrival.on.is_silenced() {
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
