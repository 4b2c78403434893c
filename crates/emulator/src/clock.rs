//! The one clock: real time, as a tester has moved it.

use std::sync::RwLock;

use jiff::Timestamp;

use crate::engine::clock::ClockSetting;

/// What every rule, and every check of a token, asks for the time.
#[derive(Debug, Default)]
pub struct Clock(RwLock<ClockSetting>);

impl Clock {
    pub fn now(&self) -> Timestamp {
        self.setting().now(Timestamp::now())
    }

    pub fn setting(&self) -> ClockSetting {
        // A setting is copied whole, so a lock poisoned by a panic elsewhere still holds a good one.
        *self
            .0
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub fn set(&self, setting: ClockSetting) {
        *self
            .0
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = setting;
    }
}
