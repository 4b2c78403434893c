//! What a tester wants to go wrong: at which request, in which phase, what, and how often.

use std::num::NonZeroU64;

use serde::{Deserialize, Serialize};

use super::what::What;
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub connection: Option<Use>,
    /// The first of those requests that is meant, counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nth: Option<NonZeroU64>,
}

/// Whether a connection has brought a request before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Use {
    Fresh,
    Reused,
}

/// What rules call the order socket, which is no operation of the API.
pub const ORDER_SOCKET: &str = "order-socket";

/// When it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Instead of reading the request.
    BeforeRead,
    /// Instead of leave for a page to send the request.
    Preflight,
    /// Instead of deciding.
    BeforeCommit,
    /// The answer at once, the decision later.
    LateCommit(Late),
    /// The request is decided twice, and answered as the second time.
    DuplicateDelivery,
    /// A step that is claimed already is claimed once more.
    AcceptsAgain,
    /// The answer that the same request had before the player's last write.
    StaleRead(Lag),
    /// Instead of the answer; what was decided stands.
    AfterCommit,
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

/// Until how long after the write, in real time; for ever where it is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lag {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milliseconds: Option<u64>,
}

/// What a rule waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    Arrival,
    Preflight,
    Request,
    Connected,
    Push,
}

impl Phase {
    pub fn occasion(self) -> Occasion {
        match self {
            Self::BeforeRead => Occasion::Arrival,
            Self::Preflight => Occasion::Preflight,
            Self::BeforeCommit
            | Self::LateCommit(_)
            | Self::DuplicateDelivery
            | Self::AcceptsAgain
            | Self::StaleRead(_)
            | Self::AfterCommit => Occasion::Request,
            Self::Connected => Occasion::Connected,
            Self::Push => Occasion::Push,
        }
    }

    /// Its name in a rule.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BeforeRead => "before_read",
            Self::Preflight => "preflight",
            Self::BeforeCommit => "before_commit",
            Self::LateCommit(_) => "late_commit",
            Self::DuplicateDelivery => "duplicate_delivery",
            Self::AcceptsAgain => "accepts_again",
            Self::StaleRead(_) => "stale_read",
            Self::AfterCommit => "after_commit",
            Self::Connected => "connected",
            Self::Push => "push",
        }
    }

    /// Whether it says by itself what goes wrong.
    pub fn is_fault(self) -> bool {
        matches!(
            self,
            Self::DuplicateDelivery | Self::AcceptsAgain | Self::StaleRead(_)
        )
    }
}
