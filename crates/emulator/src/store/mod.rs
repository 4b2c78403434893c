//! What the engine decides, made durable: one thread owns the state and the database.
//!
//! Commands wait in a queue. The thread takes all that wait, decides them one after the other,
//! commits them in one transaction, and only then answers any of them.

mod audit;
mod desk;
mod load;
mod news;
mod save;
mod schema;
mod snapshots;
#[cfg(test)]
mod store_test;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, mpsc};
use std::thread;

use jiff::Timestamp;
use rusqlite::{Connection, ErrorCode};
use thiserror::Error;
use tokio::sync::{oneshot, watch};

pub use audit::{AuditFilter, AuditRow};
pub use news::{Bulletin, Listener};

use crate::clock::Clock;
use crate::engine::Decided;
use crate::engine::change::Change;
use crate::engine::ids::{PlayerId, SigningKey};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Project, State};
use desk::Desk;

/// What can go wrong with the database.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("the database: {0}")]
    Sqlite(rusqlite::Error),
    #[error("the file is in use by another emulator; end that one, or name another with --data")]
    InUse,
    #[error("the game could not be seeded: {0}")]
    Seed(Refusal),
    #[error("a row of the database cannot be read or written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    #[error("the file is no database of this emulator; name another one with --data")]
    NotOurs,
    #[error(
        "the file was written by another version of the emulator (tables {found}, here {expected}); \
         name another one with --data"
    )]
    OtherVersion { found: i64, expected: i64 },
    #[error("{0} is more than the database can hold")]
    TooLarge(u64),
    #[error("the thread that owns the database could not be started: {0}")]
    Thread(std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse,
            Some(ErrorCode::NotADatabase) => Self::NotOurs,
            _ => Self::Sqlite(error),
        }
    }
}

/// What every player starts from: changes that build the seeded game, told the time of seeding.
pub type Seed = Arc<dyn Fn(Timestamp) -> Result<Vec<Change>, Refusal> + Send + Sync>;

type Job = Box<dyn FnOnce(&mut Desk) -> Answer + Send>;

/// Sends a reply, once it is known whether the batch was committed.
type Answer = Box<dyn FnOnce(bool) + Send>;

/// The way to the thread that owns the state. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    jobs: mpsc::Sender<Job>,
    clock: Arc<Clock>,
    project: Arc<RwLock<Project>>,
    signing_key: SigningKey,
    /// Whether the database was there before.
    is_continued: bool,
    /// Closed when the thread has ended.
    thread: watch::Receiver<()>,
}

impl Store {
    /// Opens the database, or one in memory, seeds it when it is new, and starts its thread.
    pub fn open(data: Option<&Path>, seed: Seed) -> Result<Self, StoreError> {
        let connection = match data {
            Some(file) => Connection::open(PathBuf::from(file))?,
            None => Connection::open_in_memory()?,
        };
        let clock = Arc::new(Clock::default());
        let project = Arc::new(RwLock::new(Project::default()));
        let is_new = schema::open(&connection)?;
        let signing_key = desk::signing_key(&connection)?;
        let mut desk = Desk::new(connection, Arc::clone(&clock), Arc::clone(&project), seed)?;
        if is_new {
            desk.seed()?;
        }
        let (jobs, queue) = mpsc::channel();
        let (running, thread) = watch::channel(());
        thread::Builder::new()
            .name("store".to_owned())
            .spawn(move || {
                let _running = running;
                desk::work(&mut desk, &queue);
            })
            .map_err(StoreError::Thread)?;
        Ok(Self {
            jobs,
            clock,
            project,
            signing_key,
            is_continued: !is_new,
            thread,
        })
    }

    /// Whether an earlier game goes on, and the seed was not played.
    pub fn is_continued(&self) -> bool {
        self.is_continued
    }

    /// Waits until the thread has ended. While there is a store, only a panic ends it.
    pub async fn ended(&self) {
        let mut thread = self.thread.clone();
        while thread.changed().await.is_ok() {}
    }

    /// The one clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The project that is emulated.
    pub fn project(&self) -> Project {
        self.project
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// What signs the emulator's own tokens.
    pub fn signing_key(&self) -> &SigningKey {
        &self.signing_key
    }

    /// Decides a command; its changes are durable when this answers.
    pub async fn decide<T, Rule>(&self, rule: Rule) -> Result<T, Refusal>
    where
        T: Send + 'static,
        Rule: FnOnce(&State, Timestamp) -> Decided<T> + Send + 'static,
    {
        self.run(move |desk| desk.decide(rule)).await
    }

    /// The rows of the audit.
    pub async fn audit(&self, filter: AuditFilter) -> Result<Vec<AuditRow>, Refusal> {
        self.run(move |desk| desk.audit(&filter)).await
    }

    /// Everything that is told of orders from now on.
    pub async fn listen(&self, player: PlayerId) -> Result<Listener, Refusal> {
        self.run(move |desk| Ok(desk.listen(&player))).await
    }

    /// Keeps the game as it is now, until this process ends, and answers its number.
    pub async fn snapshot(&self) -> Result<usize, Refusal> {
        self.run(Desk::snapshot).await
    }

    /// Puts a game that was kept in the place of this one; false where none has this number.
    pub async fn restore(&self, number: usize) -> Result<bool, Refusal> {
        self.run(move |desk| desk.restore(number)).await
    }

    /// Puts the seed back.
    pub async fn reset(&self) -> Result<(), Refusal> {
        self.run(Desk::reset).await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Desk) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let (reply, answer) = oneshot::channel();
        let job: Job = Box::new(move |desk| {
            let result = work(desk);
            Box::new(move |is_saved| {
                // Nobody waits any more when the request was dropped; the decision stands.
                let _ = reply.send(if is_saved {
                    result
                } else {
                    Err(Refusal::NotSaved)
                });
            })
        });
        self.jobs.send(job).map_err(|_| Refusal::NotSaved)?;
        answer.await.unwrap_or(Err(Refusal::NotSaved))
    }
}
