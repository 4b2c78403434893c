//! What was committed, told to whoever listens.

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::broadcast;

use crate::engine::ids::PlayerId;
use crate::engine::orders::OrderNews;

/// A listener that falls further behind than this misses news, and is told so.
const KEPT: usize = 1024;

/// One piece of news, with its place among the player's.
#[derive(Debug)]
pub struct Bulletin {
    pub news: OrderNews,
    pub offset: u64,
}

/// What comes, and the place of the player's last news before it.
#[derive(Debug)]
pub struct Listener {
    pub bulletins: broadcast::Receiver<Arc<Bulletin>>,
    pub offset: u64,
}

/// Where news is told. Telling never waits for a listener.
#[derive(Debug)]
pub struct Newsroom {
    listeners: broadcast::Sender<Arc<Bulletin>>,
    offsets: HashMap<PlayerId, u64>,
}

impl Default for Newsroom {
    fn default() -> Self {
        Self {
            listeners: broadcast::Sender::new(KEPT),
            offsets: HashMap::new(),
        }
    }
}

impl Newsroom {
    pub fn tell(&mut self, news: OrderNews) {
        let offset = self.offsets.entry(news.player.clone()).or_default();
        *offset += 1;
        let bulletin = Bulletin {
            news,
            offset: *offset,
        };
        // It fails when nobody listens, which is no matter.
        let _ = self.listeners.send(Arc::new(bulletin));
    }

    pub fn listen(&self, player: &PlayerId) -> Listener {
        Listener {
            bulletins: self.listeners.subscribe(),
            offset: self.offsets.get(player).copied().unwrap_or_default(),
        }
    }
}
