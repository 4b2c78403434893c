//! A connection that can break: before a request is read, or in place of its answer.

use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Instant;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::watch;

use super::Faults;
use super::connections::{Break, Connection};
use super::rule::Occasion;
use super::rules::Asked;
use super::what::What;
use crate::wire_log::{Entry, WireLog};

/// What stays away of a last header, and of the line that ends the head.
const HALF_A_HEADER: usize = 20;

/// What testers use to take rules away must not be lost by them.
const CONTROL: &str = "/_emulator/";

#[derive(Debug)]
pub struct FaultyStream {
    stream: TcpStream,
    connection: Connection,
    faults: Faults,
    wire_log: WireLog,
    refused_until: watch::Receiver<Option<Instant>>,
    /// Whether what is read next begins a request.
    is_between_requests: bool,
    /// Whether it ends by a reset, without the orderly end that would come first.
    is_reset: bool,
}

impl FaultyStream {
    pub fn new(
        stream: TcpStream,
        connection: Connection,
        faults: Faults,
        wire_log: WireLog,
    ) -> Self {
        // Answers that come in pieces should leave so; where this cannot be had, they only come later.
        let _ = stream.set_nodelay(true);
        Self {
            stream,
            connection,
            refused_until: faults.refused_until(),
            faults,
            wire_log,
            is_between_requests: true,
            is_reset: false,
        }
    }

    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// What is to happen to a request that begins so, before it is read.
    fn on_arrival(&self, start: &[u8]) -> Option<Break> {
        let mut words = start.split(|byte| *byte == b' ');
        let method = std::str::from_utf8(words.next()?).ok()?;
        let is_request = method.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_request || words.next()?.starts_with(CONTROL.as_bytes()) {
            return None;
        }
        let how = self.how_it_breaks()?;
        self.wire_log.push(Entry::unread(
            method,
            self.connection.id(),
            self.connection.nth(),
        ));
        Some(how)
    }

    fn how_it_breaks(&self) -> Option<Break> {
        if self
            .refused_until
            .borrow()
            .is_some_and(|until| Instant::now() < until)
        {
            return Some(Break::Reset);
        }
        let happening = self.faults.on(Asked {
            occasion: Occasion::Arrival,
            operation: None,
            player: None,
            connection: Some(self.connection.last_use()),
        });
        happening.faults.first().map(|(_, what)| match what {
            Some(What::Fin) => Break::Fin,
            _ => Break::Reset,
        })
    }

    fn broken(&mut self, how: Break) -> io::Error {
        // Where it fails the end is an orderly one, which is still a break.
        self.is_reset = how == Break::Reset && self.stream.set_zero_linger().is_ok();
        ErrorKind::ConnectionAborted.into()
    }
}

impl AsyncRead for FaultyStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        let start = buffer.filled().get(before..).unwrap_or_default();
        if self.is_between_requests && !start.is_empty() {
            self.is_between_requests = false;
            self.connection.count();
            if let Some(how) = self.on_arrival(start) {
                return Poll::Ready(Err(self.broken(how)));
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for FaultyStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let allowed = match self.connection.planned() {
            None => bytes,
            Some(Break::LastHeader) => {
                let kept = bytes.len().saturating_sub(HALF_A_HEADER);
                bytes.get(..kept).unwrap_or(bytes)
            }
            Some(how) => return Poll::Ready(Err(self.broken(how))),
        };
        let sent = ready!(Pin::new(&mut self.stream).poll_write(context, allowed))?;
        if allowed.len() < bytes.len() {
            self.connection.break_off(Break::Fin);
        }
        self.is_between_requests = true;
        Poll::Ready(Ok(sent))
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.is_reset {
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
