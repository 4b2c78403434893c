#![cfg(not(target_arch = "wasm32"))]

use super::{milliseconds_until, unix_milliseconds};
use proptest::prelude::*;

#[test]
fn the_official_samples_are_read_in_either_unit() {
    let rows = [
        (1_677_553_200.0, 1_677_553_200_000.0),
        (1_746_057_600.0, 1_746_057_600_000.0),
        (1_711_978_560.0, 1_711_978_560_000.0),
        (1_711_904_400_000.0, 1_711_904_400_000.0),
    ];
    for (sent, milliseconds) in rows {
        assert_eq!(unix_milliseconds(Some(sent)), Some(milliseconds), "{sent}");
    }
}

#[test]
fn from_ten_to_the_eleventh_on_it_is_milliseconds() {
    assert_eq!(
        unix_milliseconds(Some(99_999_999_999.0)),
        Some(99_999_999_999_000.0)
    );
    assert_eq!(unix_milliseconds(Some(1e11)), Some(1e11));
}

#[test]
fn what_is_no_time_is_none() {
    for time in [
        0.0,
        -0.0,
        -1.0,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        8.64e15 + 2.0,
        f64::MAX,
    ] {
        assert_eq!(unix_milliseconds(Some(time)), None, "{time}");
    }
    assert_eq!(unix_milliseconds(None), None);
    assert_eq!(
        unix_milliseconds(Some(8.64e15)),
        Some(8.64e15),
        "the latest date of JavaScript"
    );
}

#[test]
fn the_time_left_is_never_negative() {
    let left = |date, now| Some(milliseconds_until(date, now));
    assert_eq!(left(5000.0, 2000.0), Some(3000.0));
    assert_eq!(left(2000.0, 2000.0), Some(0.0));
    assert_eq!(left(2000.0, 5000.0), Some(0.0));
}

proptest! {
    /// From 1973 on, when the same instant in milliseconds is 10^11.
    #[test]
    fn seconds_and_milliseconds_are_the_same_instant(seconds in 100_000_000_u32..) {
        let seconds = f64::from(seconds);
        prop_assert_eq!(unix_milliseconds(Some(seconds)), unix_milliseconds(Some(seconds * 1000.0)));
    }

    #[test]
    fn any_number_is_a_time_that_a_date_holds_or_none(time in proptest::num::f64::ANY) {
        if let Some(milliseconds) = unix_milliseconds(Some(time)) {
            prop_assert!(milliseconds > 0.0 && milliseconds <= 8.64e15);
        }
    }
}
