//! A seed with a mistake stops the start, names the place, and leaves nothing behind.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::emulator::{Emulator, refused_start, warnings};
use crate::game::{LONG_AGO, daily_chain, item, offer_chain, player, seed};

/// What it says when it refuses this seed.
#[track_caller]
fn refusal(seed: &[u8]) -> String {
    let output = refused_start(seed, &[]);
    let message = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2), "{message}");
    assert!(!String::from_utf8_lossy(&output.stdout).contains("ready"));
    message
}

#[test]
fn a_seed_that_is_no_json_list_is_refused() {
    for seed in ["", "[", "[{]", "{}", "null", "\"seed\"", "[1]", "[null]"] {
        assert!(!refusal(seed.as_bytes()).trim().is_empty(), "{seed}");
    }
    assert!(!refusal(&[0xff, 0xfe]).trim().is_empty());
}

#[test]
fn a_mistake_is_named_by_its_place() {
    for (mistake, place, problem) in mistakes().into_iter().chain(in_sections()) {
        let seed = seed(&[mistake]);
        let position = seed.as_array().expect("a list").len() - 1;
        let message = refusal(seed.to_string().as_bytes());
        let place = format!(
            "seed[{position}]{}{place}",
            if place.is_empty() { "" } else { "." }
        );
        assert!(
            message.contains(&place) && message.contains(problem),
            "{place}, {problem}: {message}"
        );
    }
}

#[test]
fn a_refused_seed_leaves_no_state_behind() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("game.db");
    let arguments = ["--data", data.to_str().expect("a printable path")];
    let broken = seed(&[
        daily_chain("Lanterns", 7, &json!({})),
        json!({ "operation": "nothing" }),
    ]);
    assert_eq!(
        refused_start(broken.to_string().as_bytes(), &arguments)
            .status
            .code(),
        Some(2)
    );

    let emulator = Emulator::start_on(&data, &seed(&[daily_chain("Moths", 7, &json!({}))]));
    let chains = emulator.player("mira").get("/user/daily_chain").ok();
    assert_eq!(
        (&chains["total_items_count"], &chains["items"][0]["name"]),
        (&json!(1), &json!("Moths"))
    );
}

#[test]
fn a_seed_that_waits_for_a_reset_is_told_to_wait() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("game.db");
    let arguments = ["--data", data.to_str().expect("a printable path")];
    assert_eq!(warnings(&seed(&[]), &arguments), "");
    let said = warnings(&seed(&[daily_chain("Moths", 7, &json!({}))]), &arguments);
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(
        said.contains("already holds a game") && said.contains("next reset"),
        "{said}"
    );
}

/// An entry with one mistake, where it is, and a word of what is wrong with it.
fn mistakes() -> Vec<(Value, &'static str, &'static str)> {
    let in_steps =
        |items: Value| json!({ "steps": [{ "step_number": 1, "is_free": true, "items": items }] });
    vec![
        (
            daily_chain("A", 2, &in_steps(json!([{ "sku": "foo", "quantity": 1 }]))),
            "body.steps[0].items[0].sku",
            "foo",
        ),
        (
            daily_chain("A", 2, &in_steps(json!([{ "sku": "wick", "quantity": 0 }]))),
            "body.steps[0].items[0].quantity",
            "0",
        ),
        (
            daily_chain("A", 2, &json!({ "name": null })),
            "body.name",
            "",
        ),
        (
            daily_chain("A", 2, &json!({ "date_start": "2024-13-01" })),
            "body.date_start",
            "2024-13-01",
        ),
        (
            daily_chain("A", 2, &json!({ "type": "sometimes" })),
            "body.type",
            "sometimes",
        ),
        (
            offer_chain(
                "A",
                &json!({ "recurrent_schedule": {
                    "interval_type": "weekly", "day_of_week": 8, "time": "01:00:00+08:00",
                }}),
            ),
            "body.recurrent_schedule",
            "day_of_week is 8",
        ),
        (
            offer_chain(
                "A",
                &json!({ "recurrent_schedule": {
                    "interval_type": "monthly", "day_of_month": 1, "time": "01:30:00+08:00",
                }}),
            ),
            "body.recurrent_schedule",
            "01:30:00+08:00",
        ),
        (item("coat", "many"), "body.prices[0].amount", "many"),
        (item("wick", "1.00"), "body", "wick"),
        (
            json!({ "operation": "admin-create-dragon", "body": {} }),
            "operation",
            "admin-create-dragon",
        ),
        (
            json!({ "operation": "create-coupon-code", "path": { "external_id": "none" }, "body": { "coupon_code": "A" } }),
            "",
            "none",
        ),
        (
            player("mira", &json!({ "clan": "no_such_clan" })),
            "players[0].clan",
            "no_such_clan",
        ),
        (
            player(
                "mira",
                &json!({ "purchases": [{ "sku": "foo", "quantity": 1 }] }),
            ),
            "players[0].purchases[0].sku",
            "foo",
        ),
        (
            player("mira", &json!({ "wallet": { "foo": 1 } })),
            "players[0].wallet",
            "foo",
        ),
        (json!({ "dragons": [] }), "", "dragons"),
        (
            json!({ "operation": "admin-create-coupon", "body": {
                "external_id": "c", "name": { "en-US": "c" }, "date_start": LONG_AGO, "date_end": null,
                "bonus": [{ "sku": "foo", "quantity": 1 }],
            }}),
            "body.bonus[0].sku",
            "foo",
        ),
    ]
}

/// The same, for entries that are sections and not operations.
fn in_sections() -> Vec<(Value, &'static str, &'static str)> {
    vec![
        (
            json!({ "clans": [], "players": [] }),
            "",
            "more than one section (clans, players)",
        ),
        (
            json!({ "operation": "admin-create-virtual-item", "body": {}, "project": {} }),
            "",
            "project",
        ),
        (
            json!({ "project": { "apikey": "emulator" } }),
            "project",
            "apikey",
        ),
        (
            json!({ "clans": [{ "id": "a", "name": "A", "motto": "" }] }),
            "clans[0]",
            "motto",
        ),
        (
            player("mira", &json!({ "wallets": {} })),
            "players[0]",
            "wallets",
        ),
        (
            player(
                "mira",
                &json!({ "purchases": [{ "sku": "wick", "quantity": 1, "price": 1 }] }),
            ),
            "players[0].purchases[0]",
            "price",
        ),
    ]
}
