//! When a chain or a limit starts over: daily, weekly, monthly and hourly resets, in the schedule's
//! own offset from UTC.
//!
//! A schedule has no state. It only answers which reset comes after an instant, and which one an
//! instant belongs to.

use jiff::tz::Offset;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

mod fields;
#[cfg(test)]
mod fields_test;
#[cfg(test)]
mod oracle_test;
mod told;

pub use fields::{DayOfMonth, DayOfWeek, IntervalHours, ResetTime};

/// A recurrent schedule, read and written in the API's own form (`recurrent_schedule`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "interval_type", rename_all = "snake_case")]
pub enum Schedule {
    /// Once a day.
    Daily {
        /// The hour of the day.
        time: ResetTime,
    },
    /// Once a week.
    Weekly {
        /// The day it resets on.
        day_of_week: DayOfWeek,
        /// The hour of that day.
        time: ResetTime,
    },
    /// Once a month; in a month too short for the day, on its last day.
    Monthly {
        /// The day it resets on.
        day_of_month: DayOfMonth,
        /// The hour of that day.
        time: ResetTime,
    },
    /// Every so many whole hours, counted from 1970-01-01T00:00:00Z.
    Hourly {
        /// Hours between two resets; one when left out.
        #[serde(default)]
        interval_hours: IntervalHours,
    },
}

impl Schedule {
    /// The first reset strictly after `after`; at the end of representable time, its last instant.
    #[must_use]
    pub fn next_reset(&self, after: Timestamp) -> Timestamp {
        let start = self.cycle_start(after);
        match self {
            Self::Daily { time } => time.instant(time.local(start).saturating_add(1.day())),
            Self::Weekly { time, .. } => time.instant(time.local(start).saturating_add(7.days())),
            Self::Monthly { day_of_month, time } => {
                let next_month = time
                    .local(start)
                    .date()
                    .last_of_month()
                    .saturating_add(1.day());
                time.instant(time.on(day_of_month.in_month_of(next_month)))
            }
            Self::Hourly { interval_hours } => {
                let second = start.as_second().saturating_add(interval_hours.seconds());
                Timestamp::from_second(second).unwrap_or(Timestamp::MAX)
            }
        }
    }

    /// The latest reset at or before `at`: the instant the cycle that holds `at` began.
    #[must_use]
    pub fn cycle_start(&self, at: Timestamp) -> Timestamp {
        match self {
            Self::Daily { time } => {
                let now = time.local(at);
                let today = time.on(now.date());
                let start = if today <= now {
                    today
                } else {
                    today.saturating_sub(1.day())
                };
                time.instant(start)
            }
            Self::Weekly { day_of_week, time } => {
                let now = time.local(at);
                let days_since = now.weekday().since(day_of_week.weekday());
                let this_week = time.on(now.date().saturating_sub(i32::from(days_since).days()));
                let start = if this_week <= now {
                    this_week
                } else {
                    this_week.saturating_sub(7.days())
                };
                time.instant(start)
            }
            Self::Monthly { day_of_month, time } => {
                let now = time.local(at);
                let this_month = time.on(day_of_month.in_month_of(now.date()));
                let start = if this_month <= now {
                    this_month
                } else {
                    let last_month = now.date().first_of_month().saturating_sub(1.day());
                    time.on(day_of_month.in_month_of(last_month))
                };
                time.instant(start)
            }
            Self::Hourly { interval_hours } => {
                // `as_second` rounds towards zero, which is the wrong way before 1970.
                let second = at.as_second() - i64::from(at.subsec_nanosecond() < 0);
                let seconds = interval_hours.seconds();
                Timestamp::from_second(second.div_euclid(seconds).saturating_mul(seconds))
                    .unwrap_or(Timestamp::MIN)
            }
        }
    }

    /// The offset its resets are told in.
    #[must_use]
    pub fn offset(&self) -> Offset {
        match self {
            Self::Daily { time } | Self::Weekly { time, .. } | Self::Monthly { time, .. } => {
                time.offset()
            }
            Self::Hourly { .. } => Offset::UTC,
        }
    }
}
