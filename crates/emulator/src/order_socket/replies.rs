//! What the server says.

use std::time::Duration;

use serde_json::{Value, json};

use crate::engine::ids::{OrderId, PlayerId};
use crate::store::Bulletin;

/// The server's ping; a client answers with the same.
pub const PING: &str = "{}";

/// That the client is connected, and which news it will be told.
pub fn connected(id: u32, client: &str, channel: &str, offset: u64, ping: Duration) -> Value {
    json!({
        "id": id,
        "connect": {
            "client": client,
            "version": "5.4.0",
            "subs": { channel: { "positioned": true, "epoch": "emulator", "offset": offset } },
            "ping": ping.as_secs(),
            "pong": true,
        },
    })
}

/// That a method of the protocol is not served.
pub fn not_available(id: u32) -> Value {
    json!({ "id": id, "error": { "code": 108, "message": "not available" } })
}

/// A status that an order took.
pub fn status(bulletin: &Bulletin) -> Value {
    let news = &bulletin.news;
    push(&news.player, news.order, news.status, bulletin.offset)
}

/// That an order has a status, whether or not it is so.
pub fn push(player: &PlayerId, order: OrderId, status: &str, offset: u64) -> Value {
    json!({
        "push": {
            "channel": channel(player),
            "pub": { "data": { "order_id": order, "status": status }, "offset": offset },
        },
    })
}

/// The channel of a player's orders.
pub fn channel(player: &PlayerId) -> String {
    format!("orders#{player}")
}
