use super::step_of;
use crate::claim::machine::{Reading, Step};
use crate::rules::json_node::JsonNode;
use serde_json::{Value, json};

const NOW: u64 = 1_712_100_000_000;

fn read(chain: &Value, number: u64) -> Reading {
    step_of(&JsonNode::from(chain.clone()), number, NOW)
}

/// A word for where a step stands: `claimed`, `claimable`, `neither` or `missing`.
fn stands(chain: &Value, number: u64) -> &'static str {
    match read(chain, number) {
        Reading::Step(Step::Claimed { .. }) => "claimed",
        Reading::Step(Step::Unclaimed {
            is_claimable: true, ..
        }) => "claimable",
        Reading::Step(Step::Unclaimed { .. }) => "neither",
        Reading::Missing => "missing",
        Reading::Failed => "failed",
    }
}

fn cycle(chain: &Value, number: u64) -> Option<u64> {
    match read(chain, number) {
        Reading::Step(Step::Claimed { cycle }) => cycle,
        Reading::Step(Step::Unclaimed { cycle, .. }) => Some(cycle),
        other => panic!("{other:?}"),
    }
}

fn until_reset(chain: &Value) -> Option<u64> {
    match read(chain, 1) {
        Reading::Step(Step::Unclaimed { until_reset, .. }) => until_reset,
        other => panic!("{other:?}"),
    }
}

fn sample(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_official_daily_chain() {
    let chain = sample(include_str!(
        "../../tests/fixtures/get-user-daily-chain-by-id.json"
    ));
    let steps = [1, 2, 3, 4, 5].map(|number| stands(&chain, number));
    assert_eq!(
        steps,
        ["neither", "claimed", "claimable", "neither", "missing"]
    );
}

#[test]
fn the_official_reward_chains_are_read_by_the_id_of_the_step() {
    let page = sample(include_str!(
        "../../tests/fixtures/get-reward-chains-list.json"
    ));
    let steps = [1, 2].map(|id| stands(&page["items"][0], id));
    assert_eq!(steps, ["claimed", "neither"], "130 points of 200");
}

#[test]
fn an_offer_step_is_claimed_where_it_says_so_or_else_where_the_next_lies_behind_it() {
    let chain = |next: Value, is_claimed: Value| {
        json!({ "id": 1, "next_step_number": next, "steps": [
            { "step_number": 2, "is_free": true, "is_claimed": is_claimed },
        ] })
    };
    for (next, is_claimed, expected) in [
        (json!(3), json!(null), "claimed"),
        (json!(null), json!(null), "claimed"),
        (json!(2), json!(null), "claimable"),
        (json!(1), json!(null), "neither"),
        (json!(3), json!(true), "claimed"),
        (json!(2), json!(true), "claimed"),
        (json!(2), json!(false), "claimable"),
        // Contradictions prove no claim.
        (json!(null), json!(false), "neither"),
        (json!(3), json!(false), "neither"),
    ] {
        let chain = chain(next, is_claimed);
        assert_eq!(stands(&chain, 2), expected, "{chain}");
    }
}

#[test]
fn a_step_to_pay_cannot_be_claimed() {
    let chain = json!({ "id": 1, "next_step_number": 1, "steps": [
        { "step_number": 1, "is_free": false, "is_claimed": false },
    ] });
    assert_eq!(stands(&chain, 1), "neither");
}

#[test]
fn a_reward_step_is_never_claimed_by_what_is_missing() {
    let chain = json!({ "reward_chain_id": 1, "value_point": { "amount": 5 }, "steps": [
        { "step_id": 1, "price": { "amount": 5 } },
        { "step_id": 2, "price": { "amount": 6 } },
    ] });
    assert_eq!(
        [1, 2].map(|id| stands(&chain, id)),
        ["claimable", "neither"]
    );
}

fn daily(kind: &str, status: &str, unlocked: u64) -> Value {
    json!({ "id": 1, "type": kind, "steps": [
        { "step_number": 1, "status": status, "unlocked_date": unlocked },
    ] })
}

#[test]
fn the_cycle_of_a_daily_step_is_the_day_that_it_opens() {
    let open = daily("calendar_hard", "claimable", 1_712_000_000);
    let claimed = daily("calendar_hard", "claimed", 1_712_000_000);
    let next = daily("calendar_hard", "claimable", 1_712_604_800);
    assert_eq!(cycle(&open, 1), cycle(&claimed, 1));
    assert_ne!(cycle(&open, 1), cycle(&next, 1));
}

#[test]
fn a_claimed_rolling_step_does_not_tell_its_cycle() {
    let open = daily("rolling", "claimable", 1_712_000_000);
    let claimed = daily("rolling", "claimed", 1_712_086_400);
    let next = daily("rolling", "claimable", 1_712_172_800);
    assert_eq!(cycle(&claimed, 1), None);
    assert_ne!(cycle(&open, 1), cycle(&next, 1));
}

#[test]
fn a_daily_chain_changes_at_the_same_time_every_day() {
    let in_an_hour = NOW / 1000 + 3600;
    for days_ago in [0, 1, 2, 30] {
        let chain = daily("rolling", "claimable", in_an_hour - days_ago * 86_400);
        assert_eq!(until_reset(&chain), Some(3_600_000), "{days_ago}");
    }
    let just_now = daily("rolling", "claimable", NOW / 1000);
    assert_eq!(until_reset(&just_now), Some(86_400_000));
    assert_eq!(until_reset(&daily("rolling", "claimable", 0)), None);
}

fn offer(start: &str, end: &Value, reset: &Value) -> Value {
    json!({
        "id": 1, "next_step_number": 1, "date_start": start, "date_end": end,
        "recurrent_schedule": { "interval_type": "weekly", "reset_next_date": reset },
        "steps": [{ "step_number": 1, "is_free": true }],
    })
}

#[test]
fn the_cycle_of_other_chains_changes_with_their_dates_only() {
    let chain = offer(
        "2026-01-01T00:00:00+00:00",
        &json!(null),
        &json!(1_712_604_800),
    );
    let mut claimed = chain.clone();
    claimed["next_step_number"] = json!(2);
    claimed["name"] = json!("another");
    assert_eq!(cycle(&chain, 1), cycle(&claimed, 1));
    for other in [
        offer(
            "2026-01-02T00:00:00+00:00",
            &json!(null),
            &json!(1_712_604_800),
        ),
        offer(
            "2026-01-01T00:00:00+00:00",
            &json!("2026-02-01"),
            &json!(1_712_604_800),
        ),
        offer(
            "2026-01-01T00:00:00+00:00",
            &json!(null),
            &json!(1_713_209_600),
        ),
        offer("2026-01-01T00:00:00+00:00", &json!(null), &json!(null)),
    ] {
        assert_ne!(cycle(&chain, 1), cycle(&other, 1), "{other}");
    }
}

#[test]
fn the_reset_is_read_in_seconds_or_milliseconds() {
    let reset = |date| until_reset(&offer("", &json!(null), &date));
    assert_eq!(reset(json!(NOW / 1000 + 60)), Some(60_000));
    assert_eq!(reset(json!(NOW + 60_000)), Some(60_000));
    assert_eq!(reset(json!(NOW / 1000 - 60)), Some(0), "the clock is ahead");
    assert_eq!(reset(json!(null)), None);
}
