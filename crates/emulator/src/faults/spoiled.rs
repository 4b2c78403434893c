//! Bodies that are JSON, and not what they should be.

use axum::body::{Body, to_bytes};
use axum::http::header;
use axum::response::Response;
use serde_json::{Map, Value, json};

/// The answer with null for every value.
pub async fn with_nulls(own: Response) -> Response {
    with_values(own, &|_| Value::Null).await
}

/// The answer with numbers for text, and text for everything else.
pub async fn with_wrong_types(own: Response) -> Response {
    let other = |value: Value| match value {
        Value::String(text) => json!(text.len()),
        value => json!(value.to_string()),
    };
    with_values(own, &other).await
}

async fn with_values(own: Response, change: &(dyn Fn(Value) -> Value + Sync)) -> Response {
    let (mut parts, body) = own.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let spoiled = match serde_json::from_slice(&whole) {
        Ok(value) => Body::from(spoiled(value, change).to_string()),
        // Not JSON, or nothing at all.
        Err(_) => Body::from(whole),
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, spoiled)
}

fn spoiled(value: Value, change: &(dyn Fn(Value) -> Value + Sync)) -> Value {
    match value {
        Value::Array(values) => values
            .into_iter()
            .map(|value| spoiled(value, change))
            .collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, spoiled(value, change)))
            .collect::<Map<_, _>>()
            .into(),
        value => change(value),
    }
}
