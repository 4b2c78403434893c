//! Chains that start over, in their own offset, as the clock is moved.

use serde_json::{Value, json};

use crate::checkout::PayStation;
use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, offer_chain, reward_chain, seed};

fn offer(schedule: &Value) -> Emulator {
    Emulator::start(&seed(&[offer_chain(
        "Path",
        &json!({ "recurrent_schedule": schedule }),
    )]))
}

fn path_of(player: &Player) -> String {
    format!(
        "/user/offer_chain/{}",
        chain_id(&player.get("/user/offer_chain").ok(), "Path")
    )
}

/// Claims the first step one second before a reset, and again at the reset, in a new cycle.
fn starts_over(schedule: &Value, one_second_before: &str, reset: i64, next_reset: i64) {
    let emulator = offer(schedule);
    emulator.freeze_at(one_second_before);
    let mut mira = emulator.player("mira");
    let chain = path_of(&mira);
    assert_eq!(
        mira.get(&chain).ok()["recurrent_schedule"]["reset_next_date"],
        reset
    );
    assert_eq!(
        mira.post(&format!("{chain}/step/number/1/claim")).status,
        200
    );
    assert_eq!(mira.get(&chain).ok()["next_step_number"], 2);

    emulator.advance(1);
    mira = emulator.player("mira");
    let renewed = mira.get(&chain).ok();
    assert_eq!(
        (
            &renewed["next_step_number"],
            &renewed["steps"][0]["is_claimed"]
        ),
        (&json!(1), &json!(false))
    );
    assert_eq!(renewed["recurrent_schedule"]["reset_next_date"], next_reset);
    assert_eq!(
        mira.post(&format!("{chain}/step/number/1/claim")).status,
        200
    );
    assert_eq!(mira.owned("wick"), 2, "what was claimed stays the player's");
    assert_eq!(
        mira.post(&format!("{chain}/step/number/1/claim")).status,
        422
    );
}

#[test]
fn a_weekly_chain_starts_over_at_its_hour_of_its_day() {
    // Friday 5 January 2024, 18:00 at UTC+1, and a week later.
    let schedule = json!({ "interval_type": "weekly", "day_of_week": 5, "time": "18:00:00+01:00" });
    starts_over(
        &schedule,
        "2024-01-05T16:59:59+00:00",
        1_704_474_000,
        1_704_474_000 + 7 * 86_400,
    );
}

#[test]
fn a_monthly_chain_starts_over_on_the_last_day_of_a_short_month() {
    // 29 February 2024, 01:00 at UTC+8 is 28 February, 17:00 UTC; then 31 March, 30 March in UTC.
    let schedule =
        json!({ "interval_type": "monthly", "day_of_month": 31, "time": "01:00:00+08:00" });
    starts_over(
        &schedule,
        "2024-02-28T16:59:59+00:00",
        1_709_139_600,
        1_711_818_000,
    );
}

#[test]
fn an_hourly_chain_starts_over_every_hour() {
    let schedule = json!({ "interval_type": "hourly" });
    starts_over(
        &schedule,
        "2024-01-05T16:59:59+00:00",
        1_704_474_000,
        1_704_477_600,
    );
}

#[test]
fn an_order_from_before_a_reset_buys_nothing_after_it() {
    let emulator =
        offer(&json!({ "interval_type": "weekly", "day_of_week": 5, "time": "18:00:00+01:00" }));
    emulator.freeze_at("2024-01-05T16:59:59+00:00");
    let mira = emulator.player("mira");
    let chain = path_of(&mira);
    mira.post(&format!("{chain}/step/number/1/claim")).ok();
    let order = mira.post(&format!("{chain}/step/number/2/order")).ok();
    emulator.advance(1);
    let mira = emulator.player("mira");
    // The step the order was for is the next one again.
    mira.post(&format!("{chain}/step/number/1/claim")).ok();
    PayStation::of(&emulator, &order).choose("pay");
    let next_step = mira.get(&chain).ok()["next_step_number"].clone();
    assert_eq!((mira.owned("lantern"), next_step), (0, json!(2)));
    let status = mira.get(&format!("/order/{}", order["order_id"])).ok()["status"].clone();
    assert_ne!(status, "done");
}

#[test]
fn a_reward_chains_reset_takes_its_points_and_leaves_what_was_claimed() {
    let schedule = json!({ "interval_type": "weekly", "day_of_week": 1, "time": "06:00:00+01:00" });
    let emulator = Emulator::start(&seed(&[
        reward_chain("Jar", "glow", &json!({ "recurrent_schedule": schedule })),
        offer_chain("Path", &json!({})),
    ]));
    // One second before Monday 8 January 2024, 06:00 at UTC+1.
    emulator.freeze_at("2024-01-08T04:59:59+00:00");
    let mira = emulator.player("mira");
    let chain = path_of(&mira);
    mira.post(&format!("{chain}/step/number/1/claim")).ok();
    let order = mira.post(&format!("{chain}/step/number/2/order")).ok();
    PayStation::of(&emulator, &order).choose("pay");
    let jar = |player: &Player| player.get("/user/reward_chain").ok()["items"][0].clone();
    let before = jar(&mira);
    assert_eq!(
        before["value_point"]["amount"], 60,
        "two lanterns of 30 points"
    );
    let claim = format!(
        "/user/reward_chain/{}/step/{}/claim",
        before["reward_chain_id"], before["steps"][0]["step_id"]
    );
    assert_eq!(mira.post(&claim).status, 204);
    assert_eq!(mira.owned("wick"), 2);

    emulator.advance(1);
    let mira = emulator.player("mira");
    let after = jar(&mira);
    assert_eq!(
        (
            &after["value_point"]["amount"],
            &after["steps"][0]["is_claimed"]
        ),
        (&json!(0), &json!(false))
    );
    mira.post(&claim).refused(422, 9913);
    assert_eq!((mira.owned("wick"), mira.owned("lantern")), (2, 2));
}
