//! Reads that lag behind: what was answered before the player's last write.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::{StatusCode, Uri, response};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::engine::ids::PlayerId;

/// What players were answered, while rules may want it answered again.
#[derive(Debug, Default)]
pub struct Readings(Mutex<HashMap<Option<PlayerId>, Answered>>);

#[derive(Debug, Default)]
struct Answered {
    last_write: Option<Instant>,
    by_address: HashMap<Uri, Kept>,
}

#[derive(Clone, Debug)]
struct Kept {
    at: Instant,
    parts: response::Parts,
    body: Bytes,
}

impl Readings {
    /// Notes that what this player has may change now.
    pub fn wrote(&self, player: Option<&PlayerId>) {
        let mut all = self.all();
        all.entry(player.cloned()).or_default().last_write = Some(Instant::now());
    }

    /// Answers a read: with what was answered before the last write, where that is to lag so long.
    pub async fn answer(
        &self,
        player: Option<&PlayerId>,
        request: Request,
        next: Next,
        lag: Option<Duration>,
    ) -> Response {
        let address = request.uri().clone();
        if let Some(kept) = lag.and_then(|lag| self.stale(player, &address, lag)) {
            return Response::from_parts(kept.parts, Body::from(kept.body));
        }
        let at = Instant::now();
        let (parts, body) = next.run(request).await.into_parts();
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        let kept = Kept {
            at,
            parts: parts.clone(),
            body: body.clone(),
        };
        let mut all = self.all();
        let answered = all.entry(player.cloned()).or_default();
        answered.by_address.insert(address, kept);
        Response::from_parts(parts, Body::from(body))
    }

    fn stale(&self, player: Option<&PlayerId>, address: &Uri, lag: Duration) -> Option<Kept> {
        let all = self.all();
        let answered = all.get(&player.cloned())?;
        let write = answered.last_write.filter(|at| at.elapsed() < lag)?;
        let kept = answered.by_address.get(address)?;
        (kept.at < write).then(|| kept.clone())
    }

    /// Drops everything.
    pub fn forget(&self) {
        self.all().clear();
    }

    fn all(&self) -> MutexGuard<'_, HashMap<Option<PlayerId>, Answered>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
