//! Schedules against another library's calendar: `chrono` walks day by day to the resets that
//! `Schedule` computes.

use std::env;

use chrono::{
    DateTime, Datelike, Days, DurationRound, FixedOffset, NaiveDate, NaiveTime, TimeDelta,
    TimeZone, Utc,
};
use fastrand::Rng;
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Schedule;

const CASES: u32 = 150_000;

#[test]
fn every_reset_is_the_one_that_walking_the_calendar_finds() {
    let seed = env::var("SCHEDULE_SEED").map_or_else(
        |_| fastrand::u64(..),
        |seed| seed.parse().expect("a number"),
    );
    println!("SCHEDULE_SEED={seed}");
    let mut random = Rng::with_seed(seed);
    for case in 0..CASES {
        let oracle = Oracle::random(&mut random);
        let schedule: Schedule = serde_json::from_value(oracle.body()).expect("a valid schedule");
        let at = random_instant(&oracle, &mut random);
        let expected = (oracle.cycle_start(at), oracle.next_reset(at));
        let computed = (
            chrono_of(schedule.cycle_start(jiff_of(at))),
            chrono_of(schedule.next_reset(jiff_of(at))),
        );
        assert_eq!(
            computed,
            expected,
            "case {case}, seed {seed}: {} at {at}",
            oracle.body()
        );
    }
}

#[derive(Clone, Copy)]
enum Oracle {
    Daily {
        hour: u32,
        offset: FixedOffset,
    },
    Weekly {
        day: u32,
        hour: u32,
        offset: FixedOffset,
    },
    Monthly {
        day: u32,
        hour: u32,
        offset: FixedOffset,
    },
    Hourly {
        hours: u32,
    },
}

impl Oracle {
    fn random(random: &mut Rng) -> Self {
        let hour = random.u32(..24);
        let offset = random_offset(random);
        match random.u8(..6) {
            0 | 1 => Self::Weekly {
                day: random.u32(1..=7),
                hour,
                offset,
            },
            // Half of them on the days that some month lacks.
            2 => Self::Monthly {
                day: random.u32(29..=31),
                hour,
                offset,
            },
            3 => Self::Monthly {
                day: random.u32(1..=31),
                hour,
                offset,
            },
            4 => Self::Daily { hour, offset },
            _ => Self::Hourly {
                hours: random.u32(1..=168),
            },
        }
    }

    fn body(self) -> Value {
        match self {
            Self::Daily { hour, offset } => {
                json!({ "interval_type": "daily", "time": format!("{hour:02}:00:00{offset}") })
            }
            Self::Weekly { day, hour, offset } => {
                json!({ "interval_type": "weekly", "day_of_week": day, "time": format!("{hour:02}:00:00{offset}") })
            }
            Self::Monthly { day, hour, offset } => {
                json!({ "interval_type": "monthly", "day_of_month": day, "time": format!("{hour:02}:00:00{offset}") })
            }
            Self::Hourly { hours } => json!({ "interval_type": "hourly", "interval_hours": hours }),
        }
    }

    fn cycle_start(self, at: DateTime<Utc>) -> DateTime<Utc> {
        if let Self::Hourly { hours } = self {
            return at
                .duration_trunc(TimeDelta::hours(hours.into()))
                .expect("a truncated instant");
        }
        let mut day = at.date_naive() + Days::new(2);
        loop {
            match self.reset_on(day) {
                Some(reset) if reset <= at => return reset,
                _ => day = day - Days::new(1),
            }
        }
    }

    fn next_reset(self, after: DateTime<Utc>) -> DateTime<Utc> {
        if let Self::Hourly { hours } = self {
            return self.cycle_start(after) + TimeDelta::hours(hours.into());
        }
        let mut day = after.date_naive() - Days::new(2);
        loop {
            match self.reset_on(day) {
                Some(reset) if reset > after => return reset,
                _ => day = day + Days::new(1),
            }
        }
    }

    /// The reset on this day of the schedule's own calendar, if it has one.
    fn reset_on(self, date: NaiveDate) -> Option<DateTime<Utc>> {
        let (falls_here, hour, offset) = match self {
            Self::Daily { hour, offset } => (true, hour, offset),
            Self::Weekly { day, hour, offset } => {
                (date.weekday().number_from_monday() == day, hour, offset)
            }
            Self::Monthly { day, hour, offset } => {
                let tomorrow_is_another_month = (date + Days::new(1)).month() != date.month();
                (
                    date.day() == day || (tomorrow_is_another_month && day > date.day()),
                    hour,
                    offset,
                )
            }
            Self::Hourly { .. } => return None,
        };
        let time = NaiveTime::from_hms_opt(hour, 0, 0).expect("a full hour");
        let local = offset
            .from_local_datetime(&date.and_time(time))
            .single()
            .expect("one instant");
        falls_here.then(|| local.to_utc())
    }
}

fn random_offset(random: &mut Rng) -> FixedOffset {
    let quarter_hours = random.i32(-12 * 4..=14 * 4);
    FixedOffset::east_opt(quarter_hours * 15 * 60).expect("an offset")
}

/// Anywhere in two centuries, or where mistakes live: beside a reset, and beside a month's end.
fn random_instant(oracle: &Oracle, random: &mut Rng) -> DateTime<Utc> {
    let year = random.i32(1900..=2100);
    let somewhere = Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap()
        + TimeDelta::seconds(random.i64(0..366 * 86_400))
        + TimeDelta::nanoseconds(random.i64(0..1_000_000_000));
    match random.u8(..4) {
        0 => somewhere,
        1 => {
            let month = random.u32(1..=12);
            let month_end = Utc.with_ymd_and_hms(year, month, 1, 0, 0, 0).unwrap();
            month_end + TimeDelta::seconds(random.i64(-36 * 3600..36 * 3600))
        }
        2 => oracle.next_reset(somewhere) + TimeDelta::seconds(random.i64(-1..=1)),
        _ => oracle.cycle_start(somewhere) + TimeDelta::nanoseconds(random.i64(-1..=1)),
    }
}

fn jiff_of(at: DateTime<Utc>) -> Timestamp {
    let nanosecond = i32::try_from(at.timestamp_subsec_nanos()).expect("less than a second");
    Timestamp::new(at.timestamp(), nanosecond).expect("an instant jiff knows")
}

fn chrono_of(at: Timestamp) -> DateTime<Utc> {
    let at_nanosecond = at.as_nanosecond();
    Utc.timestamp_nanos(i64::try_from(at_nanosecond).expect("an instant chrono knows"))
}
