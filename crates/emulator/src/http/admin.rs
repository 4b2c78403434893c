//! The admin API's routes: each leads to one operation.

use axum::Json;
use axum::Router;
use axum::extract::{RawPathParams, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use serde_json::Value;

use super::Api;
use super::auth::Merchant;
use super::extract::{Body, QueryOf};
use super::refusal::Failure;
use crate::admin::{self, Input, Method, OPERATIONS, Operation, Reply, Version};

/// The operations of version 2: all there are.
pub fn in_version_2() -> Router<Api> {
    routes(|_| true)
}

/// The operations of version 3.
pub fn in_version_3() -> Router<Api> {
    routes(|version| version == Version::Both)
}

fn routes(is_in: impl Fn(Version) -> bool) -> Router<Api> {
    OPERATIONS
        .iter()
        .filter(|(_, version, ..)| is_in(*version))
        .fold(Router::new(), |router, (method, _, path, _, operation)| {
            router.route(path, leads_to(*method, *operation))
        })
}

fn leads_to(method: Method, operation: Operation) -> MethodRouter<Api> {
    on(
        filter(method),
        move |State(api): State<Api>,
              _: Merchant,
              path: RawPathParams,
              QueryOf(query): QueryOf<Vec<(String, String)>>,
              Body(body): Body<Value>| async move {
            let path = path
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect();
            answer(&api, operation, Input { path, query, body }).await
        },
    )
}

/// How the router calls a method.
pub fn filter(method: Method) -> MethodFilter {
    match method {
        Method::Get => MethodFilter::GET,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Patch => MethodFilter::PATCH,
        Method::Delete => MethodFilter::DELETE,
    }
}

async fn answer(api: &Api, operation: Operation, input: Input) -> Result<Response, Failure> {
    let reply = api
        .decide(move |state, now| admin::run(state, now, operation, &input))
        .await?;
    Ok(match reply {
        Reply::Found(body) => Json(body).into_response(),
        Reply::Created(body) => (StatusCode::CREATED, Json(body)).into_response(),
        Reply::Ok => StatusCode::OK.into_response(),
        Reply::Accepted => StatusCode::ACCEPTED.into_response(),
        Reply::NoContent => StatusCode::NO_CONTENT.into_response(),
    })
}
