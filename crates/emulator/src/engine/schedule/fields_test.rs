use serde_json::{Value, json};

use super::Schedule;

fn read(schedule: Value) -> Result<Schedule, String> {
    serde_json::from_value(schedule).map_err(|error| error.to_string())
}

fn refusal(schedule: Value) -> String {
    read(schedule).expect_err("the schedule should be refused")
}

#[test]
fn every_kind_of_schedule_is_read_and_written_in_the_apis_own_form() {
    for schedule in [
        json!({ "interval_type": "weekly", "day_of_week": 1, "time": "01:00:00+08:00" }),
        json!({ "interval_type": "weekly", "day_of_week": 7, "time": "23:00:00-12:00" }),
        json!({ "interval_type": "monthly", "day_of_month": 31, "time": "00:00:00+05:45" }),
        json!({ "interval_type": "monthly", "day_of_month": 1, "time": "12:00:00-03:30" }),
        json!({ "interval_type": "hourly", "interval_hours": 6 }),
    ] {
        let read = read(schedule.clone()).expect("a schedule the API allows");
        assert_eq!(serde_json::to_value(read).expect("a JSON value"), schedule);
    }
}

#[test]
fn an_hourly_schedule_without_an_interval_resets_every_hour() {
    assert_eq!(
        read(json!({ "interval_type": "hourly" })),
        read(json!({ "interval_type": "hourly", "interval_hours": 1 }))
    );
}

#[test]
fn what_a_reply_adds_to_a_schedule_is_no_error_when_it_is_sent_back() {
    let schedule = json!({
        "interval_type": "weekly", "day_of_week": 1, "time": "01:00:00+08:00",
        "reset_next_date": 1_746_057_600, "displayable_reset_next_date": "2023-02-28T11:00:00+08:00"
    });
    assert!(read(schedule).is_ok());
}

#[test]
fn a_field_out_of_bounds_is_refused_by_its_name() {
    for day in [0, 8, -1, 1_000_000] {
        let weekly =
            json!({ "interval_type": "weekly", "day_of_week": day, "time": "01:00:00+08:00" });
        assert_eq!(
            refusal(weekly),
            format!("day_of_week is {day}; it must be 1 (Monday) to 7 (Sunday)")
        );
    }
    for day in [0, 32, 257, -1] {
        let monthly =
            json!({ "interval_type": "monthly", "day_of_month": day, "time": "01:00:00+08:00" });
        assert_eq!(
            refusal(monthly),
            format!("day_of_month is {day}; it must be 1 to 31")
        );
    }
    for hours in [0, 169, -1] {
        let hourly = json!({ "interval_type": "hourly", "interval_hours": hours });
        assert_eq!(
            refusal(hourly),
            format!("interval_hours is {hours}; it must be 1 to 168")
        );
    }
}

#[test]
fn a_time_must_be_a_full_hour_with_its_offset() {
    for time in [
        "",
        "01:00:00",
        "01:00:00Z",
        "1:00:00+08:00",
        "24:00:00+08:00",
        "01:30:00+08:00",
        "01:00:30+08:00",
        "01:00:00+24:00",
        "01:00:00+08:60",
        "01:00:00 08:00",
        "01:00:00+0800",
        "01:00:00+08:00 ",
        "٠١:00:00+08:00",
    ] {
        let message = refusal(json!({ "interval_type": "weekly", "day_of_week": 1, "time": time }));
        assert!(
            message.starts_with(&format!("time is {time:?}; it must be a full hour")),
            "{message}"
        );
    }
}

#[test]
fn an_unknown_interval_is_refused_with_the_known_ones() {
    let message = refusal(json!({ "interval_type": "yearly" }));
    assert!(
        message.contains("yearly") && message.contains("`weekly`, `monthly`, `hourly`"),
        "{message}"
    );
}
