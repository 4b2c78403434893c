//! Bodies, paths and queries, each refused with one clear error.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::refusal::Failure;
use crate::body::read;
use crate::engine::refusal::Refusal;

/// A JSON body. An empty one reads as `{}`.
#[derive(Debug)]
pub struct Body<T>(pub T);

/// The parameters of the path.
#[derive(Debug)]
pub struct PathOf<T>(pub T);

/// The query.
#[derive(Debug)]
pub struct QueryOf<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let bytes = Bytes::from_request(request, state).await.map_err(|_| {
            let message = "The body could not be read; send it again.";
            Failure::plain(StatusCode::BAD_REQUEST, 0, message)
        })?;
        let value: Value = if bytes.iter().all(u8::is_ascii_whitespace) {
            Value::Object(serde_json::Map::new())
        } else {
            serde_json::from_slice(&bytes).map_err(|error| {
                let message = format!(
                    "Unprocessable Entity. The body is no JSON: {error}; send a JSON object"
                );
                Failure::numbered(StatusCode::UNPROCESSABLE_ENTITY, 1102, message)
            })?
        };
        read(value).map(Self).map_err(|refusal| invalid(&refusal))
    }
}

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for PathOf<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let path = Path::<T>::from_request_parts(parts, state).await;
        path.map(|Path(value)| Self(value))
            .map_err(|rejection| invalid(&Refusal::invalid("path", rejection.body_text())))
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for QueryOf<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let query = Query::<T>::from_request_parts(parts, state).await;
        query
            .map(|Query(value)| Self(value))
            .map_err(|rejection| invalid(&Refusal::invalid("query", rejection.body_text())))
    }
}

/// What was sent cannot be read.
pub fn invalid(refusal: &Refusal) -> Failure {
    Failure::numbered(StatusCode::UNPROCESSABLE_ENTITY, 1102, refusal)
}
