//! Faults of the API's requests.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::rule::{Answer, Occasion, Phase, What};
use crate::http::{Api, operations, player_of};

/// Stands around every operation, and lets rules have their way with it.
pub async fn apply(State(api): State<Api>, request: Request, next: Next) -> Response {
    let Some(operation) = operations::of(&request) else {
        return next.run(request).await;
    };
    let player = player_of(request.headers());
    let faults = api.faults.on(Occasion::Request, operation, player.as_ref());
    if faults.is_empty() {
        return next.run(request).await;
    }
    let of_phase = |phase: Phase| faults.iter().find(|(of, _)| *of == phase);
    if let Some((_, Some(what))) = of_phase(Phase::BeforeCommit) {
        return instead(what).await;
    }
    let late = faults.iter().find_map(|(phase, what)| match (phase, what) {
        (Phase::LateCommit(late), Some(what)) => Some((late.milliseconds, what)),
        _ => None,
    });
    if let Some((milliseconds, what)) = late {
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(milliseconds)).await;
            next.run(request).await
        });
        return instead(what).await;
    }
    let response = if of_phase(Phase::DuplicateDelivery).is_some() {
        run_twice(request, next).await
    } else {
        next.run(request).await
    };
    match of_phase(Phase::AfterCommit) {
        Some((_, Some(what))) => instead(what).await,
        _ => response,
    }
}

/// What rules want answered before something is decided that is no operation.
pub async fn instead_of(api: &Api, name: &str) -> Option<Response> {
    let faults = api.faults.on(Occasion::Request, name, None);
    match faults.first() {
        Some((_, Some(what))) => Some(instead(what).await),
        _ => None,
    }
}

async fn run_twice(request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    // It has been read whole before it came here.
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let first = Request::from_parts(parts.clone(), Body::from(bytes.clone()));
    next.clone().run(first).await;
    next.run(Request::from_parts(parts, Body::from(bytes)))
        .await
}

async fn instead(what: &What) -> Response {
    match what {
        What::Answer(answer) => answered(answer),
        _ => std::future::pending().await,
    }
}

/// Marks an answer that pages of other origins may not read.
#[derive(Clone, Copy)]
struct Hidden;

fn answered(answer: &Answer) -> Response {
    let (kind, body) = match &answer.body {
        None => (None, Body::empty()),
        Some(Value::String(text)) => (Some("text/html; charset=utf-8"), Body::from(text.clone())),
        Some(value) => (Some("application/json"), Body::from(value.to_string())),
    };
    let mut response = Response::new(body);
    // Both were checked when the rule was put.
    *response.status_mut() = StatusCode::from_u16(answer.status).unwrap_or_default();
    if let Some(kind) = kind {
        let kind = HeaderValue::from_static(kind);
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    for (name, value) in &answer.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            response.headers_mut().insert(name, value);
        }
    }
    if !answer.cors {
        response.extensions_mut().insert(Hidden);
    }
    response
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
