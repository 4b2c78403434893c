//! The fields of a schedule: each holds only values the API allows.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::Offset;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A day of the week: 1 is Monday, 7 is Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i8")]
pub struct DayOfWeek(Weekday);

impl DayOfWeek {
    pub(super) fn weekday(self) -> Weekday {
        self.0
    }
}

impl TryFrom<i64> for DayOfWeek {
    type Error = InvalidSchedule;

    fn try_from(day: i64) -> Result<Self, Self::Error> {
        i8::try_from(day)
            .ok()
            .and_then(|day| Weekday::from_monday_one_offset(day).ok())
            .map(Self)
            .ok_or(InvalidSchedule::DayOfWeek(day))
    }
}

impl From<DayOfWeek> for i8 {
    fn from(day: DayOfWeek) -> Self {
        day.0.to_monday_one_offset()
    }
}

/// A day of the month, 1 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i8")]
pub struct DayOfMonth(i8);

impl DayOfMonth {
    pub(super) fn in_month_of(self, date: Date) -> Date {
        let last = date.last_of_month();
        date.with().day(self.0).build().unwrap_or(last)
    }
}

impl TryFrom<i64> for DayOfMonth {
    type Error = InvalidSchedule;

    fn try_from(day: i64) -> Result<Self, Self::Error> {
        match i8::try_from(day) {
            Ok(valid @ 1..=31) => Ok(Self(valid)),
            _ => Err(InvalidSchedule::DayOfMonth(day)),
        }
    }
}

impl From<DayOfMonth> for i8 {
    fn from(day: DayOfMonth) -> Self {
        day.0
    }
}

/// Hours between two hourly resets: 1 to 168, which is a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct IntervalHours(i64);

impl IntervalHours {
    pub(super) fn seconds(self) -> i64 {
        self.0 * 3600
    }
}

impl Default for IntervalHours {
    fn default() -> Self {
        Self(1)
    }
}

impl TryFrom<i64> for IntervalHours {
    type Error = InvalidSchedule;

    fn try_from(hours: i64) -> Result<Self, Self::Error> {
        match hours {
            1..=168 => Ok(Self(hours)),
            _ => Err(InvalidSchedule::IntervalHours(hours)),
        }
    }
}

impl From<IntervalHours> for i64 {
    fn from(hours: IntervalHours) -> Self {
        hours.0
    }
}

/// The full hour a schedule resets at, with its offset from UTC: `01:00:00+08:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ResetTime {
    hour: i8,
    offset: Offset,
}

impl ResetTime {
    pub(super) fn offset(self) -> Offset {
        self.offset
    }

    pub(super) fn local(self, at: Timestamp) -> DateTime {
        self.offset.to_datetime(at)
    }

    pub(super) fn on(self, date: Date) -> DateTime {
        date.at(self.hour, 0, 0, 0)
    }

    pub(super) fn instant(self, local: DateTime) -> Timestamp {
        self.offset
            .to_timestamp(local)
            .unwrap_or(if local.year() < 0 {
                Timestamp::MIN
            } else {
                Timestamp::MAX
            })
    }
}

impl FromStr for ResetTime {
    type Err = InvalidSchedule;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse_reset_time(text.as_bytes()).ok_or_else(|| InvalidSchedule::Time(text.to_owned()))
    }
}

fn parse_reset_time(text: &[u8]) -> Option<ResetTime> {
    let [
        h1,
        h2,
        b':',
        b'0',
        b'0',
        b':',
        b'0',
        b'0',
        sign,
        o1,
        o2,
        b':',
        m1,
        m2,
    ] = *text
    else {
        return None;
    };
    let hour = two_digits(h1, h2).filter(|hour| *hour <= 23)?;
    let offset_hours = two_digits(o1, o2).filter(|hours| *hours <= 23)?;
    let offset_minutes = two_digits(m1, m2).filter(|minutes| *minutes <= 59)?;
    let seconds = (i32::from(offset_hours) * 60 + i32::from(offset_minutes)) * 60;
    let offset = match sign {
        b'+' => Offset::from_seconds(seconds),
        b'-' => Offset::from_seconds(-seconds),
        _ => return None,
    };
    Some(ResetTime {
        hour,
        offset: offset.ok()?,
    })
}

fn two_digits(tens: u8, ones: u8) -> Option<i8> {
    let digit = |byte: u8| {
        char::from(byte)
            .to_digit(10)
            .and_then(|d| i8::try_from(d).ok())
    };
    Some(digit(tens)? * 10 + digit(ones)?)
}

impl TryFrom<String> for ResetTime {
    type Error = InvalidSchedule;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<ResetTime> for String {
    fn from(time: ResetTime) -> Self {
        time.to_string()
    }
}

impl fmt::Display for ResetTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        write!(f, "{:02}:00:00{sign}{hours:02}:{minutes:02}", self.hour)
    }
}

/// Why a schedule is not one.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum InvalidSchedule {
    /// The day of the week is none.
    #[error("day_of_week is {0}; it must be 1 (Monday) to 7 (Sunday)")]
    DayOfWeek(i64),
    /// The day of the month is none.
    #[error("day_of_month is {0}; it must be 1 to 31")]
    DayOfMonth(i64),
    /// The interval is no number of hours a schedule can have.
    #[error("interval_hours is {0}; it must be 1 to 168")]
    IntervalHours(i64),
    /// The time is not a full hour with an offset.
    #[error(
        "time is {0:?}; it must be a full hour with its offset from UTC, such as \"01:00:00+08:00\""
    )]
    Time(String),
}
