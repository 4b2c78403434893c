//! The API's connections, which rules can break.

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::sleep;

use super::Faults;
use super::rule::Use;
use super::stream::FaultyStream;
use crate::wire_log::WireLog;

/// Before listening is tried again.
const PATIENCE: Duration = Duration::from_millis(20);

/// How a connection ends before its answer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    Fin,
    /// What is on its way is lost as well.
    Reset,
    /// Within the last header of the head that is sent next, and then as [`Self::Fin`].
    LastHeader,
}

/// The way to a connection, for whoever answers on it.
#[derive(Clone, Debug)]
pub struct Connection(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    id: u64,
    requests: AtomicU64,
    planned: Mutex<Option<Break>>,
}

impl Connection {
    fn new(id: u64) -> Self {
        Self(Arc::new(Shared {
            id,
            requests: AtomicU64::new(0),
            planned: Mutex::new(None),
        }))
    }

    pub fn id(&self) -> u64 {
        self.0.id
    }

    /// Counts one more request.
    pub fn count(&self) {
        self.0.requests.fetch_add(1, Ordering::Relaxed);
    }

    /// Which request this is, from 1.
    pub fn nth(&self) -> u64 {
        self.0.requests.load(Ordering::Relaxed)
    }

    pub fn last_use(&self) -> Use {
        if self.nth() > 1 {
            Use::Reused
        } else {
            Use::Fresh
        }
    }

    /// Ends the connection in place of what is sent next.
    pub fn break_off(&self, how: Break) {
        *self
            .0
            .planned
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(how);
    }

    /// Whether no byte of an answer will be sent.
    pub fn is_silenced(&self) -> bool {
        matches!(self.planned(), Some(Break::Fin | Break::Reset))
    }

    pub fn planned(&self) -> Option<Break> {
        *self
            .0
            .planned
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Listens for clients, and refuses them for a while where a rule says so.
#[derive(Debug)]
pub struct FaultyListener {
    /// None while nobody listens.
    listener: Option<TcpListener>,
    address: SocketAddr,
    refused_until: watch::Receiver<Option<Instant>>,
    faults: Faults,
    wire_log: WireLog,
    connections: u64,
}

impl FaultyListener {
    pub fn new(listener: TcpListener, faults: Faults, wire_log: WireLog) -> io::Result<Self> {
        Ok(Self {
            address: listener.local_addr()?,
            listener: Some(listener),
            refused_until: faults.refused_until(),
            faults,
            wire_log,
            connections: 0,
        })
    }

    /// The next client; none where the time came to refuse them.
    async fn next(&mut self) -> io::Result<Option<(TcpStream, SocketAddr)>> {
        let listener = match self.listener.take() {
            Some(listener) => listener,
            None => TcpListener::bind(self.address).await?,
        };
        tokio::select! {
            accepted = listener.accept() => {
                self.listener = Some(listener);
                accepted.map(Some)
            }
            Ok(()) = self.refused_until.changed() => Ok(None),
        }
    }

    async fn wait_until_allowed(&mut self) {
        self.faults.refusals.send_modify(|count| *count += 1);
        let until = *self.refused_until.borrow_and_update();
        if let Some(until) = until {
            tokio::time::sleep_until(until.into()).await;
        }
    }
}

impl Listener for FaultyListener {
    type Io = FaultyStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            match self.next().await {
                Ok(Some((stream, address))) => {
                    self.connections += 1;
                    let connection = Connection::new(self.connections);
                    let stream = FaultyStream::new(
                        stream,
                        connection,
                        self.faults.clone(),
                        self.wire_log.clone(),
                    );
                    return (stream, address);
                }
                Ok(None) => self.wait_until_allowed().await,
                Err(_) => sleep(PATIENCE).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        Ok(self.address)
    }
}

impl Connected<IncomingStream<'_, FaultyListener>> for Connection {
    fn connect_info(stream: IncomingStream<'_, FaultyListener>) -> Self {
        stream.io().connection().clone()
    }
}
