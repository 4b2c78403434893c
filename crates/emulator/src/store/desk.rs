//! The thread that owns the state and the database.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use super::news::{Listener, Newsroom};
use super::snapshots::Snapshot;
use super::{Answer, AuditFilter, AuditRow, Job, Seed, StoreError, audit, load, save, schema};
use crate::clock::Clock;
use crate::engine::Decided;
use crate::engine::change::Change;
use crate::engine::clock::ClockSetting;
use crate::engine::ids::{PlayerId, SigningKey};
use crate::engine::orders::{self, OrderNews, news};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Project, State};
use crate::random_text::random_text;

/// So many commands share a commit at most.
const LARGEST_BATCH: usize = 256;

/// A wait for an order to expire is looked at again after this long, since this machine may sleep meanwhile.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// Between two tries to save that an order has expired.
const SHORTEST_WAIT: Duration = Duration::from_millis(20);

/// The state, the database that holds the same, and the clock that both live by.
pub struct Desk {
    connection: Connection,
    state: State,
    clock: Arc<Clock>,
    project: Arc<RwLock<Project>>,
    seed: Seed,
    newsroom: Newsroom,
    /// What the batch will tell once it is committed.
    untold: Vec<OrderNews>,
    snapshots: Vec<Snapshot>,
}

impl Desk {
    pub fn new(
        connection: Connection,
        clock: Arc<Clock>,
        project: Arc<RwLock<Project>>,
        seed: Seed,
    ) -> Result<Self, StoreError> {
        let state = load::load(&connection)?;
        let desk = Self {
            connection,
            state,
            clock,
            project,
            seed,
            newsroom: Newsroom::default(),
            untold: Vec::new(),
            snapshots: Vec::new(),
        };
        desk.publish();
        Ok(desk)
    }

    /// Tells what everybody may read without asking: the clock, and which project this is.
    fn publish(&self) {
        self.clock.set(self.state.clock);
        self.project
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .clone_from(&self.state.project);
    }

    /// Decides a command and writes what it changes into the open transaction.
    pub fn decide<T>(
        &mut self,
        rule: impl FnOnce(&State, Timestamp) -> Decided<T>,
    ) -> Result<T, Refusal> {
        self.expire_orders()?;
        let decision = rule(&self.state, self.clock.now())?;
        self.take(decision.changes)?;
        Ok(decision.reply)
    }

    /// Ends the orders whose time has passed.
    fn expire_orders(&mut self) -> Result<(), Refusal> {
        self.take(orders::expired(&self.state, self.clock.now()))
    }

    /// How long nothing expires, unless the clock is moved.
    fn until_next_expiry(&self) -> Option<Duration> {
        let next = orders::next_expiry(&self.state).filter(|_| !self.state.clock.is_frozen())?;
        let wait = Duration::try_from(next.duration_since(self.clock.now()));
        Some(wait.unwrap_or_default().clamp(SHORTEST_WAIT, LONGEST_WAIT))
    }

    pub fn audit(&self, filter: &AuditFilter) -> Result<Vec<AuditRow>, Refusal> {
        audit::read(&self.connection, filter).map_err(|error| not_saved(&error))
    }

    /// Tells of this player's orders from now on, among others'.
    pub fn listen(&self, player: &PlayerId) -> Listener {
        self.newsroom.listen(player)
    }

    /// Empties every table and seeds again, with the clock at real time.
    pub fn reset(&mut self) -> Result<(), Refusal> {
        let real = Timestamp::now();
        let changes = (self.seed)(real)?;
        self.guarded(|desk| {
            schema::empty(&desk.connection)?;
            changes
                .iter()
                .try_for_each(|change| save::save(&desk.connection, change))
        })?;
        self.state = State::default();
        self.apply(changes);
        self.publish();
        Ok(())
    }

    /// Keeps the game as it is now, and says under which number.
    pub fn snapshot(&mut self) -> Result<usize, Refusal> {
        self.expire_orders()?;
        let now = self.clock.now();
        let snapshot = Snapshot::take(&self.connection, self.state.clone(), now);
        self.snapshots
            .push(snapshot.map_err(|error| not_saved(&error))?);
        Ok(self.snapshots.len())
    }

    /// Puts a game that was kept in the place of this one; its clock goes on from where it was. Answers
    /// whether there is a game of that number.
    pub fn restore(&mut self, number: usize) -> Result<bool, Refusal> {
        let snapshots = std::mem::take(&mut self.snapshots);
        let snapshot = number.checked_sub(1).and_then(|index| snapshots.get(index));
        let restored = snapshot.map(|snapshot| self.put_back(snapshot)).transpose();
        self.snapshots = snapshots;
        restored.map(|restored| restored.is_some())
    }

    fn put_back(&mut self, snapshot: &Snapshot) -> Result<(), Refusal> {
        let is_frozen = snapshot.state.clock.is_frozen();
        let setting = ClockSetting::showing(snapshot.now, is_frozen, Timestamp::now());
        let clock = Change::Clock(setting);
        self.guarded(|desk| {
            snapshot.put_back(&desk.connection)?;
            save::save(&desk.connection, &clock)
        })?;
        self.state = snapshot.state.clone();
        self.apply(vec![clock]);
        self.publish();
        Ok(())
    }

    /// Seeds a new database, in the transaction that made it.
    pub fn seed(&mut self) -> Result<(), StoreError> {
        self.reset().map_err(StoreError::Seed)?;
        self.commit()
    }

    fn take(&mut self, changes: Vec<Change>) -> Result<(), Refusal> {
        if changes.is_empty() {
            return Ok(());
        }
        self.guarded(|desk| {
            changes
                .iter()
                .try_for_each(|change| save::save(&desk.connection, change))
        })?;
        let news = changes
            .iter()
            .flat_map(|change| news::of(&self.state, change));
        self.untold.extend(news);
        self.apply(changes);
        Ok(())
    }

    fn apply(&mut self, changes: Vec<Change>) {
        for change in changes {
            if let Change::Clock(setting) = change {
                self.clock.set(setting);
            }
            self.state.apply(change);
        }
    }

    /// Writes of one command: all of them, or none.
    fn guarded(
        &mut self,
        writes: impl FnOnce(&Self) -> Result<(), StoreError>,
    ) -> Result<(), Refusal> {
        let written = self
            .begin()
            .and_then(|()| self.sql("SAVEPOINT command"))
            .and_then(|()| writes(self));
        match written {
            Ok(()) => self.sql("RELEASE command"),
            Err(error) => self
                .sql("ROLLBACK TO command")
                .and_then(|()| self.sql("RELEASE command"))
                .and(Err(error)),
        }
        .map_err(|error| not_saved(&error))
    }

    fn begin(&self) -> Result<(), StoreError> {
        if self.connection.is_autocommit() {
            self.sql("BEGIN IMMEDIATE")
        } else {
            Ok(())
        }
    }

    fn commit(&self) -> Result<(), StoreError> {
        if self.connection.is_autocommit() {
            Ok(())
        } else {
            self.sql("COMMIT")
        }
    }

    fn sql(&self, sql: &str) -> Result<(), StoreError> {
        self.connection.prepare_cached(sql)?.execute([])?;
        Ok(())
    }

    /// Commits what the batch wrote. When that fails, the database is right and the state is not.
    fn finish_batch(&mut self) -> bool {
        let untold = std::mem::take(&mut self.untold);
        let Err(error) = self.commit() else {
            for news in untold {
                self.newsroom.tell(news);
            }
            return true;
        };
        not_saved(&error);
        if !self.connection.is_autocommit() {
            let _ = self.sql("ROLLBACK");
        }
        match load::load(&self.connection) {
            Ok(state) => {
                self.state = state;
                self.publish();
            }
            Err(error) => {
                not_saved(&error);
            }
        }
        false
    }
}

fn not_saved(error: &StoreError) -> Refusal {
    eprintln!("liveops-emulator: {error}");
    Refusal::NotSaved
}

/// Works on commands, and on orders that expire, until nobody can send commands any more.
pub fn work(desk: &mut Desk, queue: &mpsc::Receiver<Job>) {
    while let Ok(first) = next_job(desk, queue) {
        let mut answers: Vec<Answer> = first.into_iter().map(|job| job(desk)).collect();
        while answers.len() < LARGEST_BATCH
            && let Ok(job) = queue.try_recv()
        {
            answers.push(job(desk));
        }
        // The last command may have moved the clock. What cannot be saved now is tried again.
        let _ = desk.expire_orders();
        let is_saved = desk.finish_batch();
        for answer in answers {
            answer(is_saved);
        }
    }
}

/// The next command, or none when it is time for an order to expire.
fn next_job(desk: &Desk, queue: &mpsc::Receiver<Job>) -> Result<Option<Job>, mpsc::RecvError> {
    let Some(wait) = desk.until_next_expiry() else {
        return queue.recv().map(Some);
    };
    match queue.recv_timeout(wait) {
        Ok(job) => Ok(Some(job)),
        Err(RecvTimeoutError::Timeout) => Ok(None),
        Err(RecvTimeoutError::Disconnected) => Err(mpsc::RecvError),
    }
}

/// The key that signs the emulator's own tokens: made once for a database, kept over resets.
pub fn signing_key(connection: &Connection) -> Result<SigningKey, StoreError> {
    let kept: Option<String> = connection
        .query_row("SELECT key FROM signing_key", [], |row| row.get(0))
        .optional()?;
    if let Some(key) = kept {
        return Ok(SigningKey(key));
    }
    let key = random_text(40);
    connection.execute("INSERT INTO signing_key VALUES (1, ?1)", [&key])?;
    Ok(SigningKey(key))
}
