//! Three origins, as in production: storefront, API, Pay Station.

use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn;
use thiserror::Error;
use tokio::net::TcpListener;

use crate::control;
use crate::engine::refusal::Refusal;
use crate::faults::{self, Connection, Faults, FaultyListener, FileError};
use crate::http::{self, Api, Emulator};
use crate::order_socket;
use crate::pay_station;
use crate::seed::{Seed, SeedError};
use crate::store::{Store, StoreError};
use crate::storefront;
use crate::wire_log::WireLog;

/// How to serve.
#[derive(Debug)]
pub struct Options {
    pub port: u16,
    pub data: Option<PathBuf>,
    pub seed: Option<PathBuf>,
    pub www: Option<PathBuf>,
    pub faults: Option<PathBuf>,
    pub strict_auth: bool,
}

/// Why the emulator could not start, or had to stop.
#[derive(Debug, Error)]
pub enum ServeError {
    #[error("{0}")]
    Seed(#[from] SeedError),
    #[error("{0}")]
    Faults(#[from] FileError),
    #[error("{0}")]
    Store(#[from] StoreError),
    #[error("--www {0}: is no folder; name one that holds an index.html")]
    NoFolder(String),
    #[error("port {port} cannot be used: {source}; choose another with --port, or 0 for free ones")]
    Port { port: u16, source: io::Error },
    #[error("--port {0}: the API and Pay Station take the two ports above; choose one below 65534")]
    PortTooHigh(u16),
    #[error(
        "the game's own thread has ended unexpectedly; what was answered is saved, start again"
    )]
    StoreEnded,
    #[error("{0}")]
    Io(#[from] io::Error),
}

/// Where the three origins are.
#[derive(Clone, Copy, Debug)]
pub struct Origins {
    storefront: u16,
    api: u16,
    pay_station: u16,
}

impl Origins {
    fn storefront(self) -> String {
        origin(self.storefront)
    }

    /// The API's base URL.
    pub fn api(self) -> String {
        format!("{}/api", origin(self.api))
    }

    pub fn pay_station(self) -> String {
        origin(self.pay_station)
    }
}

fn origin(port: u16) -> String {
    format!("http://{}:{port}", Ipv4Addr::LOCALHOST)
}

/// Serves until the process is told to end. What was answered is on disk; nothing is left to do then.
pub async fn serve(options: Options) -> Result<(), ServeError> {
    if let Some(www) = options.www.as_deref().filter(|www| !www.is_dir()) {
        return Err(ServeError::NoFolder(www.display().to_string()));
    }
    let rules = options.faults.as_deref().map(faults::read_file);
    let faults = Faults::new(rules.transpose()?.unwrap_or_default());
    let store = open_store(&options)?;
    let (storefront, api, pay_station) = bind(options.port).await?;
    let origins = Origins {
        storefront: storefront.local_addr()?.port(),
        api: api.local_addr()?.port(),
        pay_station: pay_station.local_addr()?.port(),
    };
    let wire_log = WireLog::default();
    let api = FaultyListener::new(api, faults.clone(), wire_log.clone())?;
    let state = Api::from(Emulator {
        store: store.clone(),
        faults,
        wire_log,
        strict_auth: options.strict_auth,
    });
    let storefront_router = storefront::router(state.clone(), origins, options.www.as_deref());
    let api_router = http::fallbacks(
        http::router(state.clone())
            .merge(control::router(state.clone()))
            .merge(order_socket::router(state.clone())),
    );
    let pay_station_router = pay_station::router(state);
    let api_service = on_loopback(api_router).into_make_service_with_connect_info::<Connection>();
    announce(origins)?;
    tokio::select! {
        ended = axum::serve(storefront, on_loopback(storefront_router)) => ended?,
        ended = axum::serve(api, api_service) => ended?,
        ended = axum::serve(pay_station, on_loopback(pay_station_router)) => ended?,
        () = told_to_end() => {}
        () = store.ended() => return Err(ServeError::StoreEnded),
    }
    Ok(())
}

/// The seed is played through before the database is touched: a bad one leaves nothing behind.
fn open_store(options: &Options) -> Result<Store, ServeError> {
    let seed = Seed::read(options.seed.as_deref())?;
    seed.changes(jiff::Timestamp::now())?;
    let play = move |now| {
        seed.changes(now)
            .map_err(|error| Refusal::invalid("seed", error.to_string()))
    };
    let store = Store::open(options.data.as_deref(), Arc::new(play))?;
    if let (true, Some(seed), Some(data)) = (store.is_continued(), &options.seed, &options.data) {
        eprintln!(
            "liveops-emulator: {} already holds a game, which goes on; {} counts at the next reset",
            data.display(),
            seed.display()
        );
    }
    Ok(store)
}

async fn bind(port: u16) -> Result<(TcpListener, TcpListener, TcpListener), ServeError> {
    let next = |step: u16| match port {
        0 => Ok(0),
        port => port.checked_add(step).ok_or(ServeError::PortTooHigh(port)),
    };
    Ok((
        listen(next(0)?).await?,
        listen(next(1)?).await?,
        listen(next(2)?).await?,
    ))
}

async fn listen(port: u16) -> Result<TcpListener, ServeError> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .await
        .map_err(|source| ServeError::Port { port, source })
}

fn announce(origins: Origins) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "storefront  {}", origins.storefront())?;
    writeln!(out, "api         {}", origins.api())?;
    writeln!(out, "pay-station {}", origins.pay_station())?;
    writeln!(out, "ready")?;
    out.flush()
}

/// What stands around every origin's routes.
fn on_loopback(router: Router) -> Router {
    Router::new()
        .fallback_service(router)
        .layer(from_fn(http::explain_wrong_method))
        .layer(from_fn(http::read_whole_body))
        .layer(from_fn(control::only_loopback_hosts))
}

#[cfg(unix)]
async fn told_to_end() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn told_to_end() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
