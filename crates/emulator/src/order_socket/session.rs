//! One connection, from its first frame to its end.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::ws::{CloseFrame, Message};
use futures_util::{Sink, SinkExt, Stream, StreamExt};
use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};

use super::commands::{self, Command, ConnectData};
use super::disconnect::Disconnect;
use super::misbehaving::{self, Ending};
use super::replies::{self, PING};
use crate::engine::ids::PlayerId;
use crate::http::{Api, caller};
use crate::random_text::random_text;
use crate::store::{Bulletin, Listener};

#[cfg(test)]
mod session_test;

/// How long a client has to say who it is.
const CONNECT_PATIENCE: Duration = Duration::from_secs(10);
const PING_INTERVAL: Duration = Duration::from_secs(25);
const PONG_PATIENCE: Duration = Duration::from_secs(8);
/// How long a client may leave a frame unread.
const WRITE_PATIENCE: Duration = Duration::from_secs(5);
/// So much news goes into a frame at most.
const LARGEST_BATCH: usize = 32;

/// Why a session has ended.
enum End {
    /// The client has gone, or does not take anything any more.
    Gone,
    Disconnected(Disconnect),
}

impl From<Disconnect> for End {
    fn from(reason: Disconnect) -> Self {
        Self::Disconnected(reason)
    }
}

/// What carries frames: a WebSocket.
pub trait Frames:
    Stream<Item = Result<Message, axum::Error>> + Sink<Message, Error = axum::Error> + Unpin
{
}

impl<T> Frames for T where
    T: Stream<Item = Result<Message, axum::Error>> + Sink<Message, Error = axum::Error> + Unpin
{
}

/// Serves a client until one of the two has enough.
pub async fn serve(frames: impl Frames, api: Api) {
    let mut session = Session { frames, api };
    if let Err(End::Disconnected(reason)) = session.run().await {
        let close = Message::Close(Some(CloseFrame::from(reason)));
        // A client that has gone meanwhile needs no reason.
        let _ = session.write(close).await;
    }
}

struct Session<F> {
    frames: F,
    api: Api,
}

/// A session whose client is known.
struct Connected {
    player: PlayerId,
    news: Listener,
    /// Told when the rules by which it misbehaves are replaced.
    rules: watch::Receiver<u64>,
    misbehaved: Option<u64>,
    /// When the next ping is due, or the answer to the last one.
    due: Instant,
    awaits_pong: bool,
}

impl<F: Frames> Session<F> {
    async fn run(&mut self) -> Result<Infallible, End> {
        let mut connected = self.connect().await?;
        loop {
            tokio::select! {
                frame = self.frames.next() => {
                    let commands = text(frame)?;
                    self.answer(&mut connected, commands).await?;
                }
                bulletin = connected.news.bulletins.recv() => {
                    self.tell(&mut connected, bulletin).await?;
                }
                Ok(()) = connected.rules.changed() => {
                    self.misbehave(&mut connected).await?;
                }
                () = sleep_until(connected.due) => {
                    if connected.awaits_pong {
                        return Err(Disconnect::NO_PONG.into());
                    }
                    self.write(Message::text(PING)).await?;
                    connected.awaits_pong = true;
                    connected.due = Instant::now() + PONG_PATIENCE;
                }
            }
        }
    }

    /// Waits for the command that everything starts with.
    async fn connect(&mut self) -> Result<Connected, End> {
        let first = timeout(CONNECT_PATIENCE, self.frames.next()).await;
        let first = first.map_err(|_| Disconnect::STALE)?;
        let mut commands = text(first)?;
        let Some(Command::Connect { id, data }) = commands.pop_front() else {
            return Err(Disconnect::BAD_REQUEST.into());
        };
        let player = self.player(&data)?;
        let rules = self.api.faults.replaced();
        let news = self.api.store.listen(player.clone()).await;
        let news = news.map_err(|_| Disconnect::SERVER_ERROR)?;
        let reply = replies::connected(
            id,
            &random_text(32),
            &replies::channel(&player),
            news.offset,
            PING_INTERVAL,
        );
        self.write(Message::text(reply.to_string())).await?;
        let mut connected = Connected {
            player,
            news,
            rules,
            misbehaved: None,
            due: Instant::now() + PING_INTERVAL,
            awaits_pong: false,
        };
        self.answer(&mut connected, commands).await?;
        self.misbehave(&mut connected).await?;
        Ok(connected)
    }

    /// Does what rules want of a socket that is connected.
    async fn misbehave(&mut self, connected: &mut Connected) -> Result<(), End> {
        let Connected {
            player, misbehaved, ..
        } = connected;
        let outcome = misbehaving::connected(&self.api, player, misbehaved).await;
        for frame in outcome.frames {
            self.write(Message::text(frame)).await?;
        }
        match outcome.ending {
            Some(Ending::Closed(reason)) => Err(reason.into()),
            Some(Ending::Dropped) => Err(End::Gone),
            None => Ok(()),
        }
    }

    fn player(&self, data: &ConnectData) -> Result<PlayerId, Disconnect> {
        let caller = caller(&self.api, &data.auth).ok_or(Disconnect::INVALID_TOKEN)?;
        if data.project_id != self.api.store.project().id {
            return Err(Disconnect::PERMISSION_DENIED);
        }
        Ok(caller.id)
    }

    /// Answers the commands of one frame, in one frame.
    async fn answer(
        &mut self,
        connected: &mut Connected,
        commands: VecDeque<Command>,
    ) -> Result<(), End> {
        let mut answers = Vec::new();
        for command in commands {
            match command {
                Command::Pong => {
                    connected.awaits_pong = false;
                    connected.due = Instant::now() + PING_INTERVAL;
                }
                Command::NotAvailable { id } => {
                    answers.push(replies::not_available(id).to_string());
                }
                Command::Connect { .. } => return Err(Disconnect::BAD_REQUEST.into()),
            }
        }
        self.write_lines(answers).await
    }

    /// Tells the player's own news, with all that has come meanwhile.
    async fn tell(
        &mut self,
        connected: &mut Connected,
        first: Result<Arc<Bulletin>, RecvError>,
    ) -> Result<(), End> {
        let mut lines = Vec::new();
        let mut next = first.map_err(|error| match error {
            RecvError::Lagged(_) => End::from(Disconnect::SLOW),
            RecvError::Closed => End::Gone,
        })?;
        loop {
            if next.news.player == connected.player {
                let outcome = misbehaving::push(&self.api, &next.news.player).await;
                lines.extend(outcome.frames);
                if !outcome.is_silent {
                    let line = replies::status(&next).to_string();
                    lines.extend(std::iter::repeat_n(line, 1 + outcome.copies));
                }
            }
            if lines.len() >= LARGEST_BATCH {
                break;
            }
            next = match connected.news.bulletins.try_recv() {
                Ok(bulletin) => bulletin,
                Err(TryRecvError::Lagged(_)) => return Err(Disconnect::SLOW.into()),
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            };
        }
        self.write_lines(lines).await
    }

    async fn write_lines(&mut self, lines: Vec<String>) -> Result<(), End> {
        if lines.is_empty() {
            return Ok(());
        }
        self.write(Message::text(lines.join("\n"))).await
    }

    async fn write(&mut self, message: Message) -> Result<(), End> {
        match timeout(WRITE_PATIENCE, self.frames.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        }
    }
}

/// The commands of what came.
fn text(frame: Option<Result<Message, axum::Error>>) -> Result<VecDeque<Command>, End> {
    match frame {
        Some(Ok(Message::Text(text))) => Ok(commands::read(&text)?.into()),
        Some(Ok(Message::Binary(_))) => Err(Disconnect::INAPPROPRIATE_PROTOCOL.into()),
        Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(VecDeque::new()),
        Some(Ok(Message::Close(_)) | Err(_)) | None => Err(End::Gone),
    }
}
