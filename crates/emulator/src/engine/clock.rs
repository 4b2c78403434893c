//! How the emulator's time relates to real time.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// The setting of the one clock. Real time comes in from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockSetting {
    /// Running, this far from real time.
    Running { offset: SignedDuration },
    /// Standing still.
    Frozen { at: Timestamp },
}

impl Default for ClockSetting {
    fn default() -> Self {
        Self::Running {
            offset: SignedDuration::ZERO,
        }
    }
}

impl ClockSetting {
    /// The setting that shows `now` at this real time, and runs on or stands still.
    pub fn showing(now: Timestamp, frozen: bool, real: Timestamp) -> Self {
        if frozen {
            Self::Frozen { at: now }
        } else {
            Self::Running {
                offset: now.duration_since(real),
            }
        }
    }

    /// The emulator's time; it never leaves what dates can express.
    pub fn now(self, real: Timestamp) -> Timestamp {
        match self {
            Self::Frozen { at } => at,
            Self::Running { offset } => saturating_add(real, offset),
        }
    }

    pub fn is_frozen(self) -> bool {
        matches!(self, Self::Frozen { .. })
    }
}

/// `at` moved by `by`, within what dates can express.
pub fn saturating_add(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(if by.is_negative() {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    })
}
