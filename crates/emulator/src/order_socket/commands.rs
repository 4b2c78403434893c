//! What clients say: JSON objects, one or more a frame, a line each.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::disconnect::Disconnect;

/// Methods of the protocol that players have no use for here.
const NOT_AVAILABLE: [&str; 10] = [
    "history",
    "ping",
    "presence",
    "presence_stats",
    "publish",
    "refresh",
    "rpc",
    "sub_refresh",
    "subscribe",
    "unsubscribe",
];

/// One command.
#[derive(Debug, PartialEq)]
pub enum Command {
    Connect { id: u32, data: ConnectData },
    NotAvailable { id: u32 },
    Pong,
}

/// Who connects, and to which project's news.
#[derive(Deserialize, PartialEq)]
pub struct ConnectData {
    pub auth: String,
    pub project_id: u64,
}

impl std::fmt::Debug for ConnectData {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("ConnectData")
            .field("auth", &"***")
            .field("project_id", &self.project_id)
            .finish()
    }
}

#[derive(Deserialize)]
struct Connect {
    data: ConnectData,
}

/// The commands of a frame.
pub fn read(frame: &str) -> Result<Vec<Command>, Disconnect> {
    let lines = frame.lines().filter(|line| !line.trim().is_empty());
    lines.map(command).collect()
}

fn command(line: &str) -> Result<Command, Disconnect> {
    let refused = || Disconnect::BAD_REQUEST;
    let fields: Map<String, Value> = serde_json::from_str(line).map_err(|_| refused())?;
    if fields.is_empty() {
        return Ok(Command::Pong);
    }
    let id = fields.get("id").and_then(Value::as_u64);
    let id = id
        .and_then(|id| u32::try_from(id).ok())
        .filter(|id| *id > 0)
        .ok_or_else(refused)?;
    if let Some(connect) = fields.get("connect") {
        let Connect { data } = Connect::deserialize(connect).map_err(|_| refused())?;
        return Ok(Command::Connect { id, data });
    }
    if NOT_AVAILABLE.iter().any(|name| fields.contains_key(*name)) {
        return Ok(Command::NotAvailable { id });
    }
    Err(refused())
}
