//! Why the server ends a connection, in Centrifugo's numbers and words.

use axum::extract::ws::{CloseFrame, Utf8Bytes};

/// A code and its reason. From 3500 on a client is not to come back as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disconnect {
    code: u16,
    reason: Utf8Bytes,
}

impl Disconnect {
    /// News came faster than the client took it.
    pub const SLOW: Self = Self::new(3008, "slow");
    pub const NO_PONG: Self = Self::new(3012, "no pong");
    pub const INVALID_TOKEN: Self = Self::new(3500, "invalid token");
    pub const BAD_REQUEST: Self = Self::new(3501, "bad request");
    /// It never asked to be connected.
    pub const STALE: Self = Self::new(3502, "stale");
    pub const INAPPROPRIATE_PROTOCOL: Self = Self::new(3506, "inappropriate protocol");
    pub const PERMISSION_DENIED: Self = Self::new(3507, "permission denied");
    /// The emulator's own trouble.
    pub const SERVER_ERROR: Self = Self::new(3004, "internal server error");

    const fn new(code: u16, reason: &'static str) -> Self {
        Self {
            code,
            reason: Utf8Bytes::from_static(reason),
        }
    }

    /// What a rule closes the socket with.
    pub fn of_tester(code: u16, reason: String) -> Self {
        Self {
            code,
            reason: reason.into(),
        }
    }
}

impl From<Disconnect> for CloseFrame {
    fn from(Disconnect { code, reason }: Disconnect) -> Self {
        Self { code, reason }
    }
}
