//! Answers that come, and are not what they should be.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{daily_chain, player, seed};
use crate::http::{self, NO_BODY, Reply};

const LIST: &str = "get-daily-chains-list";

fn game() -> Emulator {
    let emulator = Emulator::start(&seed(&[
        daily_chain(
            "Lanterns",
            7,
            &json!({ "date_start": "2030-01-01T00:00:00+00:00" }),
        ),
        player("mira", &json!({})),
    ]));
    emulator.freeze_at("2030-01-01T12:00:00+00:00");
    emulator
}

fn list(mira: &Player, what: &Value) -> Reply {
    mira.emulator
        .fault(&json!({ "request": { "operation": LIST }, "phase": "after_commit", "what": what }));
    let request = mira.request("GET", "/user/daily_chain");
    http::send(request.header("origin", "https://shop.example"), NO_BODY)
}

fn preflight(emulator: &Emulator, method: &str, path: &str) -> Reply {
    let request = http::request("OPTIONS", &emulator.url(path))
        .header("origin", "https://shop.example")
        .header("access-control-request-method", method);
    http::send(request, NO_BODY)
}

#[test]
fn values_can_be_null_or_of_other_types() {
    let emulator = game();
    let mira = emulator.player("mira");
    let whole = mira.get("/user/daily_chain").ok();
    let nulls = list(&mira, &json!("nulls")).ok();
    assert_eq!(nulls["items"][0]["id"], Value::Null);
    assert_eq!(nulls["items"][0]["steps"][6]["status"], Value::Null);
    assert!(whole["has_more"].is_boolean() && nulls["has_more"].is_null());
    let wrong = list(&mira, &json!("wrong_types")).ok();
    assert_eq!(wrong["items"][0]["id"], whole["items"][0]["id"].to_string());
    assert_eq!(wrong["items"][0]["steps"][0]["status"], "claimable".len());
    assert_eq!(wrong["has_more"], "false");
}

#[test]
fn a_body_can_come_a_byte_at_a_time() {
    let emulator = game();
    let mira = emulator.player("mira");
    let whole = mira.get("/user/daily_chain").text;
    assert_eq!(
        list(&mira, &json!({ "dribble": { "milliseconds": 0 } })).text,
        whole
    );
}

#[test]
fn a_body_can_be_very_large_or_very_deep() {
    let emulator = game();
    let mira = emulator.player("mira");
    let size = 64 * 1024 * 1024;
    emulator
        .fault(&json!({ "phase": "after_commit", "what": { "large_body": { "bytes": size } } }));
    let mut wire = emulator.wire();
    wire.send_as(&mira, "GET", "/user/daily_chain");
    assert!(wire.head().contains("transfer-encoding: chunked"));
    // The list and its end, among the marks of the chunks.
    let mut spaces = 0;
    wire.each_byte(|byte| {
        spaces += usize::from(byte == b' ');
        byte != b']'
    });
    assert_eq!(spaces, size - 2);
    let deep = list(&mira, &json!({ "deep_body": { "depth": 100_000 } }));
    assert_eq!(deep.text, "[".repeat(100_000) + &"]".repeat(100_000));
    assert_eq!(deep.header("content-type"), Some("application/json"));
}

#[test]
fn a_true_answer_can_show_pages_the_time() {
    let emulator = game();
    let mira = emulator.player("mira");
    let plain = mira.get("/user/daily_chain");
    assert_eq!(plain.header("date"), Some("Tue, 01 Jan 2030 12:00:00 GMT"));
    assert_eq!(plain.header("access-control-expose-headers"), None);
    let exposing = json!({ "headers": { "access-control-expose-headers": "date" } });
    let exposed = list(&mira, &exposing);
    assert_eq!(
        (
            exposed.header("access-control-expose-headers"),
            &exposed.text
        ),
        (Some("date"), &plain.text)
    );
    // It goes together with another fault of that phase.
    let busy = json!({ "answer": { "status": 503 } });
    let rules = [exposing, busy].map(|what| json!({ "phase": "after_commit", "what": what }));
    emulator.put_faults(&json!(rules)).ok();
    let both = mira.get("/user/daily_chain");
    assert_eq!(
        (both.status, both.header("access-control-expose-headers")),
        (503, Some("date"))
    );
}

#[test]
fn a_preflight_can_fail_or_end_its_connection() {
    let emulator = game();
    let claim = "/user/daily_chain/1/step/number/1/claim";
    let rule = |what: Value| json!({ "request": { "operation": "claim-user-daily-chain-step-reward" }, "phase": "preflight", "what": what });
    emulator.fault(&rule(json!({ "answer": { "status": 403 } })));
    let failed = preflight(&emulator, "POST", claim);
    assert_eq!(
        (failed.status, failed.header("access-control-allow-origin")),
        (403, None)
    );
    assert_eq!(emulator.fired(), 1);
    assert_eq!(preflight(&emulator, "GET", "/user/daily_chain").status, 200);
    // What it is asked for goes through, as for a client that is no browser.
    assert_eq!(emulator.player("mira").post(claim).status, 204);
    emulator.fault(&rule(json!({ "headers": { "connection": "close" } })));
    let closing = preflight(&emulator, "POST", claim);
    assert_eq!(
        (closing.status, closing.header("connection")),
        (200, Some("close"))
    );
    assert_eq!(closing.header("access-control-allow-origin"), Some("*"));
}
