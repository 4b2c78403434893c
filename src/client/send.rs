//! Sends one request, once, and reads its whole answer.

use super::deadline::{Deadline, Interruption};
use super::token::Token;
use crate::api::{Body, Method, Request};
use crate::rules::node::Node;
use gloo_net::http::{Method as HttpMethod, RequestBuilder};
use js_sys::{Function, JSON, Promise};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::{ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect};

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// The parsed body; none where it was empty or not JSON.
    pub body: Option<JsValue>,
}

/// Sends a request.
///
/// The page's `fetch` may be anything, so nothing of its answer is taken for granted.
pub async fn send(
    fetch: &Function,
    api: &str,
    request: &Request,
    token: Option<&Token>,
    deadline: &Deadline,
) -> Result<Answer, Interruption> {
    let http_request = build(api, request, token, deadline).map_err(Interruption::Rejected)?;
    let started = fetch
        .call1(&JsValue::UNDEFINED, &http_request)
        .map_err(Interruption::Rejected)?;
    let response = deadline.bound(&Promise::resolve(&started)).await?;
    let status = response.field("status").number().unwrap_or(0.0);
    let text = response.field("text");
    let body = match text.dyn_ref::<Function>() {
        Some(text) => {
            let reading = text.call0(&response).map_err(Interruption::Rejected)?;
            deadline.bound(&Promise::resolve(&reading)).await?
        }
        None => JsValue::UNDEFINED,
    };
    let body = body.as_string().and_then(|text| JSON::parse(&text).ok());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates; 0 is no status"
    )]
    Ok(Answer {
        status: status as u16,
        body,
    })
}

fn build(
    api: &str,
    request: &Request,
    token: Option<&Token>,
    deadline: &Deadline,
) -> Result<JsValue, JsValue> {
    let method = match request.facts.method {
        Method::Get => HttpMethod::GET,
        Method::Post => HttpMethod::POST,
        Method::Put => HttpMethod::PUT,
    };
    let mut builder = RequestBuilder::new(&[api, request.path.reveal()].concat())
        .method(method)
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::Omit)
        .redirect(RequestRedirect::Error)
        .referrer_policy(ReferrerPolicy::NoReferrer)
        .abort_signal(Some(&deadline.signal()));
    if let Some(token) = token {
        builder = builder.header("authorization", &["Bearer ", token.reveal()].concat());
    }
    let built = match &request.body {
        Some(body) => builder
            .header("content-type", "application/json")
            .body(json(body)?),
        None => builder.build(),
    };
    let built = built.map_err(|_| JsValue::NULL)?;
    Ok(web_sys::Request::from(built).into())
}

fn json(body: &Body) -> Result<JsValue, JsValue> {
    let body = body.serialize(&Serializer::json_compatible())?;
    Ok(JSON::stringify(&body)?.into())
}
