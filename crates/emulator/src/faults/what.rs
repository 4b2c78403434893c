//! What can go wrong.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What goes wrong.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// An answer of the tester's own.
    Answer(Answer),
    /// No answer ever.
    Hang,
    /// The end of the connection in its place.
    Fin,
    /// The same, and what is on its way is lost.
    Reset,
    /// The end of the connection in the middle of a head.
    HalfHeader,
    /// Nobody listens for a while.
    Refuse(Pause),
    /// The end of the connection in the middle of the body.
    TruncatedBody(Bytes),
    /// Nothing more in the middle of the body.
    Stall(Bytes),
    /// The body, a byte at a time.
    Dribble(Pause),
    /// A success of this size.
    LargeBody(Bytes),
    /// A success with so many lists in lists.
    DeepBody(Depth),
    /// The body with null for every value.
    Nulls,
    /// The body with values of other types.
    WrongTypes,
    /// The answer with more headers.
    Headers(Headers),
    /// Time passes in the game.
    AdvanceClock(Advance),
    /// The chain that the request is about is switched off.
    DisableChain,
    /// The order socket is closed.
    Close(Close),
    /// A status of the player's newest order that is not true.
    FalseStatus(Status),
    /// A status of an order that nobody has.
    ForeignOrder(Status),
    /// Text that is no JSON.
    Garbage,
    /// A push of this size.
    HugeFrame(Bytes),
    /// A push comes more than once.
    Repeat(Repeat),
    /// A push does not come.
    Silence,
}

/// Headers by their names.
pub type Headers = BTreeMap<String, String>;

/// An answer in place of the operation's own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub status: u16,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: Headers,
    /// A string is sent as it is, anything else as JSON, nothing where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<Value>,
    /// Whether pages of other origins may read it.
    #[serde(default = "yes")]
    pub cors: bool,
}

fn yes() -> bool {
    true
}

/// How the order socket is closed: without a code the connection just ends.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Close {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<u16>,
    #[serde(default)]
    pub reason: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    pub status: String,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bytes {
    pub bytes: usize,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Depth {
    pub depth: usize,
}

/// In real time.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    pub milliseconds: u64,
}

/// By the emulator's clock.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advance {
    pub seconds: i64,
    pub of: TimeOf,
}

/// Whose time passes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeOf {
    Player,
    Everyone,
}

/// How many more times.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    pub copies: usize,
}

impl What {
    /// Whether the operation's own answer is still given.
    pub fn is_addition(&self) -> bool {
        matches!(
            self,
            Self::Headers(_) | Self::AdvanceClock(_) | Self::DisableChain
        )
    }
}
