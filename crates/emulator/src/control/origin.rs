//! Who may talk to the emulator: this machine, and of its pages only those it serves itself.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::http::{Failure, refuse_large_body};

const LOOPBACK_HOSTS: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Refuses a `Host` that is not this machine: a page elsewhere may have had its name point here.
pub async fn only_loopback_hosts(request: Request, next: Next) -> Response {
    // A request may name a host in its first line too, which counts for more than the header.
    let named = request.uri().authority();
    let is_named_well = named.is_none_or(|authority| is_loopback_host(authority.as_str()));
    let mut hosts = request.headers().get_all(header::HOST).iter();
    if let (Some(host), None) = (hosts.next(), hosts.next())
        && is_named_well
        && host.to_str().is_ok_and(is_loopback_host)
    {
        return next.run(request).await;
    }
    Failure::plain(
        StatusCode::FORBIDDEN,
        0,
        "The emulator answers to 127.0.0.1, localhost and [::1] only; use one of them.",
    )
    .into_response()
}

/// Lets pages of this machine in, and tells others no.
pub fn guarded<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(|origin, _| {
            is_loopback_origin(origin)
        }))
        .allow_methods([Method::GET, Method::POST, Method::PUT, Method::DELETE])
        .allow_headers([header::CONTENT_TYPE]);
    router
        .layer(from_fn(refuse_large_body))
        .layer(cors)
        .layer(from_fn(only_loopback_origins))
}

/// Refuses pages of other machines.
pub async fn only_loopback_origins(request: Request, next: Next) -> Response {
    match request.headers().get(header::ORIGIN) {
        Some(origin) if !is_loopback_origin(origin) => Failure::plain(
            StatusCode::FORBIDDEN,
            0,
            "Pages of other machines may not control the emulator; open the page from this one.",
        )
        .into_response(),
        _ => next.run(request).await,
    }
}

/// Whether a page of this machine is asking.
fn is_loopback_origin(origin: &HeaderValue) -> bool {
    let uri = origin
        .to_str()
        .ok()
        .and_then(|text| text.parse::<Uri>().ok());
    uri.is_some_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https"))
            && uri
                .authority()
                .is_some_and(|authority| is_loopback_host(authority.as_str()))
    })
}

fn is_loopback_host(host: &str) -> bool {
    LOOPBACK_HOSTS
        .iter()
        .any(|loopback| match host.strip_prefix(loopback) {
            Some("") => true,
            Some(rest) => rest.strip_prefix(':').is_some_and(|port| {
                !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit())
            }),
            None => false,
        })
}
