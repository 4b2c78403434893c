//! What a tester wants to go wrong: at which request, in which phase, what, and how often.

use std::collections::BTreeMap;
use std::num::NonZeroU64;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::engine::ids::PlayerId;

/// One fault, and when it happens.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    #[serde(default)]
    pub request: Request,
    pub phase: Phase,
    /// Left out where the phase is the fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<What>,
    /// How often it happens at most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<NonZeroU64>,
    /// How likely it is, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// What chance is drawn from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
}

/// Which requests are meant; what is left out may be anything.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The operation's id, or [`ORDER_SOCKET`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub player: Option<PlayerId>,
    /// The first of those requests that is meant, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nth: Option<NonZeroU64>,
}

/// What rules call the order socket, which is no operation of the API.
pub const ORDER_SOCKET: &str = "order-socket";

/// When it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Instead of deciding.
    BeforeCommit,
    /// Instead of the answer; what was decided stands.
    AfterCommit,
    /// The answer at once, the decision later.
    LateCommit(Late),
    /// The request is decided twice, and answered as the second time.
    DuplicateDelivery,
    /// Once the order socket is connected, and once more in those that are when the rule is put.
    Connected,
    /// When the order socket tells a status.
    Push,
}

/// How much later, in real time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Late {
    pub milliseconds: u64,
}

/// What goes wrong.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// An answer of the tester's own.
    Answer(Answer),
    /// No answer ever.
    Hang,
    /// The order socket is closed.
    Close(Close),
    /// A status of the player's newest order that is not true.
    FalseStatus(Status),
    /// A status of an order that nobody has.
    ForeignOrder(Status),
    /// Text that is no JSON.
    Garbage,
    /// A push of this size.
    HugeFrame(HugeFrame),
    /// A push comes more than once.
    Repeat(Repeat),
    /// A push does not come.
    Silence,
}

/// An answer in place of the operation's own.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub status: u16,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, String>,
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
pub struct HugeFrame {
    pub bytes: usize,
}

/// How many more times.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    pub copies: usize,
}

/// What a rule waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    Request,
    Connected,
    Push,
}

impl Phase {
    pub fn occasion(self) -> Occasion {
        match self {
            Self::BeforeCommit
            | Self::AfterCommit
            | Self::LateCommit(_)
            | Self::DuplicateDelivery => Occasion::Request,
            Self::Connected => Occasion::Connected,
            Self::Push => Occasion::Push,
        }
    }
}
