use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, daily_chain, seed};
use crate::http::{self, NO_BODY};

const DAY: u64 = 86_400;

fn statuses(player: &Player, id: u64) -> Vec<String> {
    let chain = player.get(&format!("/user/daily_chain/{id}")).ok();
    let steps = chain["steps"].as_array().expect("steps").iter();
    steps
        .map(|step| step["status"].as_str().expect("a status").to_owned())
        .collect()
}

fn claim(player: &Player, id: u64, step: u32) -> u16 {
    player
        .post(&format!("/user/daily_chain/{id}/step/number/{step}/claim"))
        .status
}

/// A chain of four days that began on 1 January 2024, on its second day at noon.
fn on_the_second_day(changes: &Value) -> Emulator {
    let emulator = Emulator::start(&seed(&[daily_chain("Lanterns", 4, changes)]));
    emulator.freeze_at("2024-01-02T12:00:00+00:00");
    emulator
}

fn lanterns(mira: &Player) -> u64 {
    chain_id(&mira.get("/user/daily_chain").ok(), "Lanterns")
}

#[test]
fn a_missed_day_stays_missed_and_later_days_stay_open() {
    let emulator = on_the_second_day(&json!({}));
    let mut mira = emulator.player("mira");
    let id = lanterns(&mira);
    assert_eq!(
        statuses(&mira, id),
        ["blocked", "claimable", "claim_in_future", "claim_in_future"]
    );
    assert_eq!(claim(&mira, id, 2), 204);
    assert_eq!(
        statuses(&mira, id),
        ["blocked", "claimed", "claim_in_future", "claim_in_future"]
    );
    let again = mira.post(&format!("/user/daily_chain/{id}/step/number/2/claim"));
    assert_eq!(
        again.refused(422, 9912),
        "[0401-9912]: Reward already claimed."
    );

    emulator.advance(2 * DAY);
    mira = emulator.player("mira");
    assert_eq!(
        statuses(&mira, id),
        ["blocked", "claimed", "blocked", "claimable"]
    );
    assert_eq!((claim(&mira, id, 3), claim(&mira, id, 4)), (422, 204));
    assert_eq!(mira.owned("wick"), 2);

    emulator.advance(DAY);
    mira = emulator.player("mira");
    assert_eq!(
        statuses(&mira, id),
        [
            "claimable",
            "claim_in_future",
            "claim_in_future",
            "claim_in_future"
        ]
    );
    assert_eq!(claim(&mira, id, 1), 204);
    let cycles: Vec<_> = mira
        .grants()
        .iter()
        .map(|grant| grant["cycle"].clone())
        .collect();
    assert_eq!(cycles[0], cycles[1]);
    assert_ne!(cycles[1], cycles[2]);
}

#[test]
fn a_day_begins_at_the_second_it_says() {
    let emulator = on_the_second_day(&json!({}));
    let mira = emulator.player("mira");
    let id = lanterns(&mira);
    let chain = mira.get(&format!("/user/daily_chain/{id}")).ok();
    // 3 January 2024, 00:00:00 UTC.
    assert_eq!(chain["steps"][2]["unlocked_date"], 1_704_240_000);
    emulator.freeze_at("2024-01-02T23:59:59+00:00");
    let mira = emulator.player("mira");
    assert_eq!(statuses(&mira, id)[2], "claim_in_future");
    emulator.advance(1);
    assert_eq!(statuses(&mira, id)[2], "claimable");
}

#[test]
fn a_chain_that_is_not_recurrent_ends_with_its_last_day() {
    let emulator = on_the_second_day(&json!({ "is_recurrent": false }));
    let mira = emulator.player("mira");
    let id = lanterns(&mira);
    assert_eq!(claim(&mira, id, 2), 204);
    emulator.advance(4 * DAY);
    assert_eq!(
        statuses(&emulator.player("mira"), id),
        ["blocked", "claimed", "blocked", "blocked"]
    );
}

#[test]
fn a_rolling_chain_waits_for_its_player() {
    let emulator = on_the_second_day(&json!({ "type": "rolling" }));
    let mut mira = emulator.player("mira");
    let id = lanterns(&mira);
    assert_eq!(statuses(&mira, id)[..2], ["claimable", "claim_in_future"]);
    assert_eq!((claim(&mira, id, 1), claim(&mira, id, 2)), (204, 422));
    emulator.advance(3 * DAY);
    mira = emulator.player("mira");
    assert_eq!(
        statuses(&mira, id),
        ["claimed", "claimable", "claim_in_future", "claim_in_future"]
    );
    assert_eq!(claim(&mira, id, 2), 204);
}

#[test]
fn a_chain_that_has_ended_or_is_disabled_is_not_found() {
    let ended = json!({ "date_end": "2024-01-02T00:00:00+00:00" });
    for changes in [ended, json!({ "is_enabled": false })] {
        let emulator = on_the_second_day(&changes);
        let list = emulator.player("mira").get("/user/daily_chain").ok();
        assert_eq!(
            (&list["items"], &list["total_items_count"]),
            (&json!([]), &json!(0))
        );
    }
}

#[test]
fn lists_come_in_pages() {
    let chains: Vec<_> = (1..=3)
        .map(|order| daily_chain(&format!("{order}"), 2, &json!({ "order": order })))
        .collect();
    let emulator = Emulator::start(&seed(&chains));
    let mira = emulator.player("mira");
    let page = |query: &str| {
        let list = mira.get(&format!("/user/daily_chain{query}")).ok();
        let names = list["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|chain| chain["name"].clone());
        (
            names.collect::<Value>(),
            list["has_more"].clone(),
            list["total_items_count"].clone(),
        )
    };
    assert_eq!(page(""), (json!(["1", "2", "3"]), json!(false), json!(3)));
    assert_eq!(page("?limit=2"), (json!(["1", "2"]), json!(true), json!(3)));
    assert_eq!(
        page("?limit=2&offset=2"),
        (json!(["3"]), json!(false), json!(3))
    );
    assert_eq!(
        page("?limit=2&offset=9"),
        (json!([]), json!(false), json!(3))
    );
    for query in ["?limit=0", "?limit=-1", "?offset=-1", "?limit=two"] {
        assert_eq!(
            mira.get(&format!("/user/daily_chain{query}")).status,
            422,
            "{query}"
        );
    }
}

#[test]
fn a_frozen_clock_stands_still_and_a_reset_lets_it_run_at_real_time() {
    let emulator = on_the_second_day(&json!({}));
    let clock = || http::get(&emulator.control("/clock")).ok();
    let frozen = clock();
    assert_eq!(frozen["frozen"], true);
    assert_eq!(clock(), frozen);
    let mira = emulator.player("mira");
    assert_eq!(claim(&mira, lanterns(&mira), 2), 204);

    http::send(http::request("POST", &emulator.control("/reset")), NO_BODY).ok();
    let running = clock();
    assert_eq!(running["frozen"], false);
    assert_ne!(running["now"], frozen["now"]);
    assert_eq!(emulator.audit(), Vec::<Value>::new());
}
