//! Faults of the API's operations.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::rule::{Occasion, Phase};
use super::rules::{Asked, Happening};
use super::what::What;
use super::{answers, effects};
use crate::http::{Api, Arrival};

/// Longer than any test.
const FOR_EVER: Duration = Duration::from_secs(u32::MAX as u64);

/// Marks a request to claim what may be claimed already.
#[derive(Clone, Copy, Debug)]
pub struct AcceptsAgain;

/// Stands around every operation, and lets rules have their way with it.
pub async fn apply(State(api): State<Api>, request: Request, next: Next) -> Response {
    let arrival = request.extensions().get::<Arrival>();
    let Some(arrival) = arrival.filter(|arrival| arrival.operation.is_some()) else {
        return next.run(request).await;
    };
    let happening = api.faults.on(arrival.asked(Occasion::Request));
    if happening.faults.is_empty() && !happening.lags {
        return next.run(request).await;
    }
    let faulty = Faulty {
        arrival: arrival.clone(),
        path: request.uri().path().to_owned(),
        api,
        happening,
    };
    faulty.answer(request, next).await
}

/// A request that something happens to.
#[derive(Clone)]
struct Faulty {
    api: Api,
    arrival: Arrival,
    path: String,
    happening: Happening,
}

impl Faulty {
    async fn answer(self, request: Request, next: Next) -> Response {
        self.change_game(Phase::BeforeCommit).await;
        if let Some(what) = answers::first(&self.happening.faults, Phase::BeforeCommit) {
            return self.instead(what).await;
        }
        if let Some((late, what)) = self.late() {
            let later = self.clone();
            tokio::spawn(async move {
                tokio::time::sleep(late).await;
                later.decide(request, next).await
            });
            return self.instead(what).await;
        }
        let own = self.decide(request, next).await;
        self.change_game(Phase::AfterCommit).await;
        answers::changed(
            &self.api.faults,
            &self.arrival.connection,
            &self.happening.faults,
            Phase::AfterCommit,
            own,
        )
        .await
    }

    async fn instead(&self, what: &What) -> Response {
        let nothing = StatusCode::OK.into_response();
        answers::instead(&self.api.faults, &self.arrival.connection, what, nothing).await
    }

    fn late(&self) -> Option<(Duration, &What)> {
        let mut faults = self.happening.faults.iter();
        faults.find_map(|(phase, what)| match (phase, what) {
            (Phase::LateCommit(late), Some(what)) => {
                Some((Duration::from_millis(late.milliseconds), what))
            }
            _ => None,
        })
    }

    /// How long reads lag behind, where they do now.
    fn lag(&self) -> Option<Duration> {
        let mut faults = self.happening.faults.iter();
        faults.find_map(|(phase, _)| match phase {
            Phase::StaleRead(lag) => Some(lag.milliseconds.map_or(FOR_EVER, Duration::from_millis)),
            _ => None,
        })
    }

    fn has(&self, phase: Phase) -> bool {
        self.happening.faults.iter().any(|(of, _)| *of == phase)
    }

    /// The operation itself.
    async fn decide(&self, mut request: Request, next: Next) -> Response {
        if self.has(Phase::AcceptsAgain) {
            request.extensions_mut().insert(AcceptsAgain);
        }
        let player = self.arrival.player.as_ref();
        let readings = self.api.faults.readings();
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        if is_read && self.happening.lags {
            return readings.answer(player, request, next, self.lag()).await;
        }
        if self.happening.lags {
            readings.wrote(player);
        }
        let own = if self.has(Phase::DuplicateDelivery) {
            run_twice(request, next).await
        } else {
            next.run(request).await
        };
        if self.happening.lags && !is_read {
            readings.wrote(player);
        }
        own
    }

    /// What happens to the game itself.
    async fn change_game(&self, phase: Phase) {
        for what in answers::of_phase(&self.happening.faults, phase) {
            // What cannot be saved is told where it happens.
            let _ =
                effects::change(&self.api, what, &self.path, self.arrival.player.as_ref()).await;
        }
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

/// What rules want answered before something is decided that is no operation.
pub async fn instead_of(api: &Api, name: &str) -> Option<Response> {
    let asked = Asked {
        occasion: Occasion::Request,
        operation: Some(name),
        player: None,
        connection: None,
    };
    match api.faults.on(asked).faults.first()? {
        (_, Some(What::Answer(answer))) => Some(answers::answered(answer)),
        _ => std::future::pending().await,
    }
}
