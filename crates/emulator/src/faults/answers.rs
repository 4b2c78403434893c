//! What a client gets in place of an answer, or together with it.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::connections::{Break, Connection};
use super::what::{Answer, Headers, What};
use super::{Fault, Faults, Phase, bodies, spoiled};

/// What the rules make of an answer in this phase: the first of those that take its place, and all that
/// add to it.
pub async fn changed(
    faults: &Faults,
    connection: &Connection,
    happening: &[Fault],
    phase: Phase,
    own: Response,
) -> Response {
    let mut response = match first(happening, phase) {
        Some(what) => instead(faults, connection, what, own).await,
        None => own,
    };
    for what in of_phase(happening, phase) {
        if let What::Headers(headers) = what {
            put_in(&mut response, headers);
        }
    }
    response
}

/// What takes the place of the answer in this phase: of several, the first.
pub fn first(happening: &[Fault], phase: Phase) -> Option<&What> {
    of_phase(happening, phase).find(|what| !what.is_addition())
}

/// All that happens in this phase.
pub fn of_phase(happening: &[Fault], phase: Phase) -> impl Iterator<Item = &What> {
    happening
        .iter()
        .filter(move |(of, _)| *of == phase)
        .filter_map(|(_, what)| what.as_ref())
}

/// What the client gets in place of the operation's own answer.
pub async fn instead(
    faults: &Faults,
    connection: &Connection,
    what: &What,
    own: Response,
) -> Response {
    match what {
        What::Answer(answer) => answered(answer),
        What::Fin => broken(connection, Break::Fin),
        What::Reset => broken(connection, Break::Reset),
        What::HalfHeader => broken(connection, Break::LastHeader),
        What::Refuse(pause) => {
            faults
                .refuse(Duration::from_millis(pause.milliseconds))
                .await;
            broken(connection, Break::Reset)
        }
        What::TruncatedBody(of) => bodies::truncated(own, of.bytes).await,
        What::Stall(of) => bodies::stalled(own, of.bytes).await,
        What::Dribble(of) => bodies::dribbled(own, Duration::from_millis(of.milliseconds)).await,
        What::LargeBody(of) => bodies::large(of.bytes),
        What::DeepBody(of) => bodies::deep(of.depth),
        What::Nulls => spoiled::with_nulls(own).await,
        What::WrongTypes => spoiled::with_wrong_types(own).await,
        // Nothing ever; whatever else there is happens to order sockets.
        _ => std::future::pending().await,
    }
}

/// The connection ends as soon as this is to be sent.
fn broken(connection: &Connection, how: Break) -> Response {
    connection.break_off(how);
    StatusCode::OK.into_response()
}

/// Marks an answer that pages of other origins may not read.
#[derive(Clone, Copy)]
struct Hidden;

/// An answer as the tester wrote it.
pub fn answered(answer: &Answer) -> Response {
    let (kind, body) = match &answer.body {
        None => (None, Body::empty()),
        Some(Value::String(text)) => (Some("text/html; charset=utf-8"), Body::from(text.clone())),
        Some(value) => (Some("application/json"), Body::from(value.to_string())),
    };
    let mut response = Response::new(body);
    // All of it was checked when the rule was put.
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or_default();
    if let Some(kind) = kind {
        let kind = HeaderValue::from_static(kind);
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    put_in(&mut response, &answer.headers);
    if !answer.cors {
        response.extensions_mut().insert(Hidden);
    }
    response
}

fn put_in(response: &mut Response, headers: &Headers) {
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
}

/// Takes from an answer that is to be hidden what would let pages read it. This stands outside of what
/// puts it there.
pub async fn hide_from_pages(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    if response.extensions().get::<Hidden>().is_some() {
        let headers = response.headers_mut();
        headers.remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
        headers.remove(header::ACCESS_CONTROL_EXPOSE_HEADERS);
    }
    response
}
