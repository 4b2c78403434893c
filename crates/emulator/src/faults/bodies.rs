//! Bodies that are cut, slow, or far too large.

use std::convert::Infallible;
use std::io::{self, ErrorKind};
use std::time::Duration;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream, StreamExt};
use tokio::task::yield_now;
use tokio::time::sleep;

const CHUNK: usize = 64 * 1024;

/// The answer with so much of its body, and then the end of the connection.
pub async fn truncated(own: Response, bytes: usize) -> Response {
    let lost = stream::once(async {
        // What came before leaves while there is nothing more.
        yield_now().await;
        Err(io::Error::from(ErrorKind::UnexpectedEof))
    });
    begun(own, bytes, lost).await
}

/// The answer with so much of its body, and then nothing more.
pub async fn stalled(own: Response, bytes: usize) -> Response {
    begun(own, bytes, stream::pending()).await
}

async fn begun(
    own: Response,
    bytes: usize,
    rest: impl Stream<Item = io::Result<Bytes>> + Send + 'static,
) -> Response {
    let (mut parts, body) = own.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if whole.is_empty() {
        // An answer that says so has no body that could be cut.
        parts.status = StatusCode::OK;
    }
    // One byte is always missing.
    let promised = whole.len().max(bytes.saturating_add(1));
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(promised));
    let start = whole.slice(..bytes.min(whole.len()));
    let body = stream::once(async { Ok(start) }).chain(rest);
    Response::from_parts(parts, Body::from_stream(body))
}

/// The answer, a byte at a time.
pub async fn dribbled(own: Response, pause: Duration) -> Response {
    let (mut parts, body) = own.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    let bytes = stream::iter(0..whole.len()).then(move |at| {
        let byte = whole.slice(at..=at);
        async move {
            sleep(pause).await;
            Ok::<_, Infallible>(byte)
        }
    });
    Response::from_parts(parts, Body::from_stream(bytes))
}

/// A success with a list of this size, and nothing in it.
pub fn large(bytes: usize) -> Response {
    let spaces = Bytes::from(vec![b' '; CHUNK]);
    let inside = bytes.saturating_sub(2);
    let chunks = stream::iter(
        (0..inside.div_ceil(CHUNK))
            .map(move |index| spaces.slice(..CHUNK.min(inside - index * CHUNK))),
    );
    let around =
        |text: &'static str| stream::once(async move { Bytes::from_static(text.as_bytes()) });
    let body = around("[").chain(chunks).chain(around("]"));
    json(Body::from_stream(body.map(Ok::<_, Infallible>)))
}

/// A success with lists in lists.
pub fn deep(depth: usize) -> Response {
    json(Body::from("[".repeat(depth) + &"]".repeat(depth)))
}

fn json(body: Body) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}
