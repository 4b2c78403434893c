use jiff::{SignedDuration, Timestamp};

use super::at;
use crate::engine::clock::{ClockSetting, saturating_add};

#[test]
fn a_clock_runs_on_from_where_it_is_set_or_stands_still() {
    let (real, set) = (at("2026-01-01T00:00:00Z"), at("2030-06-01T12:00:00Z"));
    let later = real
        .checked_add(SignedDuration::from_secs(90))
        .expect("a time");
    for (frozen, expected) in [
        (false, "2030-06-01T12:01:30Z"),
        (true, "2030-06-01T12:00:00Z"),
    ] {
        let setting = ClockSetting::showing(set, frozen, real);
        assert_eq!(
            (setting.now(real), setting.now(later)),
            (set, at(expected)),
            "{frozen}"
        );
    }
}

#[test]
fn time_never_leaves_what_dates_can_express() {
    for (by, end) in [(i64::MAX, Timestamp::MAX), (i64::MIN, Timestamp::MIN)] {
        assert_eq!(
            saturating_add(Timestamp::UNIX_EPOCH, SignedDuration::from_secs(by)),
            end
        );
    }
}
