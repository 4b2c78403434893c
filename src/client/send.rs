//! Sends one request, once, and reads its whole answer.

use super::configuration::Configuration;
use super::deadline::{Deadline, Interruption};
use super::token::Token;
use crate::api::{Body, Method, Request};
use crate::rules::node::Node;
use gloo_net::http::{Method as HttpMethod, RequestBuilder};
use js_sys::{JSON, Promise};
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

#[wasm_bindgen]
extern "C" {
    /// The global one, looked up at each call, so that a page can replace it.
    #[wasm_bindgen(catch, js_name = fetch)]
    fn global_fetch(request: &JsValue) -> Result<JsValue, JsValue>;

    /// What a page's own `fetch` answers may be anything: each access catches.
    type Response;
    #[wasm_bindgen(method, structural, catch)]
    fn text(this: &Response) -> Result<JsValue, JsValue>;
}

/// Sends a request, which [`build`] has made.
pub async fn send(
    configuration: &Configuration,
    request: &JsValue,
    deadline: &Deadline,
) -> Result<Answer, Interruption> {
    let started = match &configuration.fetch {
        Some(fetch) => fetch.call1(&JsValue::UNDEFINED, request),
        None => global_fetch(request),
    };
    let started = started.map_err(Interruption::Rejected)?;
    let response = deadline.bound(&Promise::resolve(&started)).await?;
    let status = response.field("status").number().unwrap_or(0.0);
    let reading = response.unchecked_into::<Response>().text();
    let reading = reading.map_err(Interruption::Rejected)?;
    let text = deadline.bound(&Promise::resolve(&reading)).await?;
    let body = text.as_string().and_then(|text| JSON::parse(&text).ok());
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

/// The browser's request: where nothing can be made of it, nothing was sent.
pub fn build(
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
