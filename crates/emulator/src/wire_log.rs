//! What was sent: the last requests, without anything secret.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::engine::ids::PlayerId;

/// Older ones make room.
const MOST: usize = 20_000;

/// A request, and how it was answered.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    id: u64,
    player: Option<PlayerId>,
    operation: Option<&'static str>,
    method: String,
    connection: u64,
    /// Which of its connection.
    nth: u64,
    /// None while, and where, none was sent.
    status: Option<u16>,
    /// By this machine's clock.
    at: Timestamp,
}

impl Entry {
    /// A request that arrives now.
    pub fn new(
        method: &str,
        operation: Option<&'static str>,
        player: Option<PlayerId>,
        connection: u64,
        nth: u64,
    ) -> Self {
        Self {
            id: 0,
            player,
            operation,
            method: method.to_owned(),
            connection,
            nth,
            status: None,
            at: Timestamp::now(),
        }
    }

    /// A request whose connection breaks before it is read.
    pub fn unread(method: &str, connection: u64, nth: u64) -> Self {
        Self::new(method, None, None, connection, nth)
    }
}

/// Which requests are asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestFilter {
    player: Option<PlayerId>,
    /// The id after which to begin.
    after: Option<u64>,
    limit: Option<usize>,
}

/// The last requests. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct WireLog(Arc<Mutex<Ring>>);

#[derive(Debug, Default)]
struct Ring {
    /// How many there ever were: the id of the newest.
    count: u64,
    entries: VecDeque<Entry>,
}

impl WireLog {
    /// Notes a request, and answers its id.
    pub fn push(&self, mut entry: Entry) -> u64 {
        let mut ring = self.ring();
        ring.count += 1;
        entry.id = ring.count;
        if ring.entries.len() == MOST {
            ring.entries.pop_front();
        }
        ring.entries.push_back(entry);
        ring.count
    }

    /// Notes how it was answered.
    pub fn answered(&self, id: u64, status: u16) {
        let mut ring = self.ring();
        let age = ring.count.saturating_sub(id);
        let index = usize::try_from(age)
            .ok()
            .and_then(|age| ring.entries.len().checked_sub(age + 1));
        if let Some(entry) = index.and_then(|index| ring.entries.get_mut(index)) {
            entry.status = Some(status);
        }
    }

    /// Those that are asked for, oldest first.
    pub fn shown(&self, filter: &RequestFilter) -> Vec<Entry> {
        let ring = self.ring();
        let after = filter.after.unwrap_or_default();
        let start = ring.entries.partition_point(|entry| entry.id <= after);
        let wanted = |entry: &&Entry| filter.player.is_none() || entry.player == filter.player;
        let entries = ring.entries.range(start..).filter(wanted);
        entries
            .take(filter.limit.unwrap_or(MOST))
            .cloned()
            .collect()
    }

    /// Forgets them all; numbers go on.
    pub fn clear(&self) {
        self.ring().entries.clear();
    }

    fn ring(&self) -> MutexGuard<'_, Ring> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> Entry {
        Entry::new("GET", None, None, 1, 1)
    }

    #[test]
    fn the_oldest_make_room_and_a_late_answer_finds_its_request_or_nobody() {
        let log = WireLog::default();
        let ids: Vec<_> = (0..=MOST).map(|_| log.push(request())).collect();
        let (first, last) = (ids[0], ids[MOST]);
        for id in [first, last, last + 1] {
            log.answered(id, 204);
        }
        let shown = log.shown(&RequestFilter::default());
        assert_eq!((shown.len(), shown[0].id), (MOST, first + 1));
        let answered: Vec<_> = shown
            .iter()
            .filter(|entry| entry.status.is_some())
            .collect();
        assert_eq!(answered.len(), 1);
        assert_eq!(answered[0].id, last);
    }
}
