//! The storefront's origin: static files, and where the other origins are.

use std::path::Path;

use axum::http::{HeaderValue, header};
use axum::response::Html;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};
use tower_http::compression::CompressionLayer;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::http::Api;
use crate::server::Origins;

const NO_FILES: &str = "<!doctype html><html lang=\"en\"><title>liveops-emulator</title>\
    <p>The emulator runs; start it with --www DIR to serve a shop here.";

/// Serves the files of a folder, or one sentence without one.
pub fn router(api: Api, origins: Origins, www: Option<&Path>) -> Router {
    let router = Router::new().route(
        "/_emulator/origins",
        get(move || async move { Json(shown(&api, origins)) }),
    );
    let router = match www {
        Some(folder) => router.fallback_service(ServeDir::new(folder)),
        None => crate::http::fallbacks(router.route("/", get(|| async { Html(NO_FILES) }))),
    };
    // A page that is being worked on must never be an old copy, so each is asked for again.
    let revalidated = SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-cache"),
    );
    router.layer(CompressionLayer::new()).layer(revalidated)
}

fn shown(api: &Api, origins: Origins) -> Value {
    json!({
        "project_id": api.store.project().id,
        "api": origins.api(),
        "pay_station": origins.pay_station(),
    })
}
