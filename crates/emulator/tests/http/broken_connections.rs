//! Connections that break on purpose, seen by a client that reads what is on the wire.

use std::io::ErrorKind;
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, daily_chain, player, seed};
use crate::http;
use crate::wire::{End, promised};

const CLAIM: &str = "claim-user-daily-chain-step-reward";

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

fn claim_path(mira: &Player) -> String {
    let id = chain_id(&mira.get("/user/daily_chain").ok(), "Lanterns");
    format!("/user/daily_chain/{id}/step/number/1/claim")
}

fn rule(phase: &str, what: &Value) -> Value {
    json!({ "request": { "operation": CLAIM, "player": "mira" }, "phase": phase, "what": what })
}

/// The last request that was noted: its status and where it came.
fn noted(emulator: &Emulator) -> Value {
    let requests = http::get(&emulator.control("/requests")).ok()["requests"].clone();
    requests
        .as_array()
        .expect("a list")
        .last()
        .expect("a request")
        .clone()
}

#[test]
fn a_connection_ends_without_an_answer_before_and_after_the_commit() {
    for (phase, what, end, granted) in [
        ("before_commit", "fin", End::Fin, 0),
        ("before_commit", "reset", End::Reset, 0),
        ("after_commit", "fin", End::Fin, 1),
        ("after_commit", "reset", End::Reset, 1),
    ] {
        let emulator = game();
        let mira = emulator.player("mira");
        let claim = claim_path(&mira);
        emulator.fault(&rule(phase, &json!(what)));
        let mut wire = emulator.wire();
        wire.send_as(&mira, "POST", &claim);
        assert_eq!(wire.rest(), (Vec::new(), end), "{phase} {what}");
        assert_eq!(mira.grants().len(), granted, "{phase} {what}");
        assert_eq!(noted(&emulator)["status"], Value::Null);
    }
}

#[test]
fn a_rule_can_be_about_fresh_connections_or_about_those_that_are_used_again() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = claim_path(&mira);
    for (connection, answered) in [("fresh", 0), ("reused", 1)] {
        let mut rule = rule("before_commit", &json!("fin"));
        rule["request"]["connection"] = json!(connection);
        rule["request"]["operation"] = json!("get-user-cart");
        emulator.fault(&rule);
        let mut wire = emulator.wire();
        for _ in 0..answered {
            wire.send_as(&mira, "GET", "/cart");
            assert!(wire.answer().0.starts_with("HTTP/1.1 200"));
        }
        wire.send_as(&mira, "GET", "/cart");
        assert_eq!(wire.rest(), (Vec::new(), End::Fin), "{connection}");
        assert_eq!(noted(&emulator)["nth"], answered + 1);
    }
    // A preflight makes a connection a used one.
    let mut rule = rule("after_commit", &json!("fin"));
    rule["request"]["connection"] = json!("reused");
    emulator.fault(&rule);
    let mut wire = emulator.wire();
    wire.send(
        "OPTIONS",
        &format!("/api/v2/project/44056{claim}"),
        "origin: https://shop.example\r\naccess-control-request-method: POST\r\n",
    );
    wire.answer();
    wire.send_as(&mira, "POST", &claim);
    assert_eq!(
        (wire.rest(), mira.grants().len()),
        ((Vec::new(), End::Fin), 1)
    );
}

#[test]
fn a_late_commit_can_come_after_the_connection_has_ended() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = claim_path(&mira);
    let mut rule = rule("", &json!("reset"));
    rule["phase"] = json!({ "late_commit": { "milliseconds": 200 } });
    emulator.fault(&rule);
    let mut wire = emulator.wire();
    wire.send_as(&mira, "POST", &claim);
    assert_eq!(wire.rest(), (Vec::new(), End::Reset));
    while mira.grants().is_empty() {}
    assert_eq!(mira.grants().len(), 1);
}

#[test]
fn a_head_can_end_in_the_middle_of_a_header() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = claim_path(&mira);
    emulator.fault(&rule("after_commit", &json!("half_header")));
    let mut wire = emulator.wire();
    wire.send_as(&mira, "POST", &claim);
    let (bytes, end) = wire.rest();
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
    assert!(
        text.contains("\r\naccess-control-allow-origin: *\r\n"),
        "{text}"
    );
    let last = text.rsplit("\r\n").next().expect("a line");
    assert!(!last.is_empty() && !last.contains(':'), "{text}");
    assert_eq!((end, mira.grants().len()), (End::Fin, 1));
}

#[test]
fn a_body_can_be_cut_or_stall() {
    let emulator = game();
    let mira = emulator.player("mira");
    let whole = mira.get("/user/daily_chain").text;
    for (what, end) in [("truncated_body", End::Fin), ("stall", End::Open)] {
        emulator.fault(&json!({ "request": { "operation": "get-daily-chains-list" }, "phase": "after_commit", "what": { what: { "bytes": 10 } } }));
        let mut wire = emulator.wire();
        wire.send_as(&mira, "GET", "/user/daily_chain");
        let head = wire.head();
        assert_eq!(promised(&head), Some(whole.len()), "{head}");
        let (bytes, found) = wire.bytes(10);
        assert_eq!(bytes, whole.as_bytes()[..10]);
        if end == End::Fin {
            assert_eq!(wire.rest(), (Vec::new(), End::Fin));
        } else {
            assert_eq!(found, End::Open);
        }
    }
}

#[test]
fn an_answer_without_a_body_promises_one_when_it_is_to_be_cut() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = claim_path(&mira);
    emulator.fault(&rule(
        "after_commit",
        &json!({ "truncated_body": { "bytes": 5 } }),
    ));
    let mut wire = emulator.wire();
    wire.send_as(&mira, "POST", &claim);
    let head = wire.head();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert_eq!(promised(&head), Some(6));
    assert_eq!(
        (wire.rest(), mira.grants().len()),
        ((Vec::new(), End::Fin), 1)
    );
}

#[test]
fn before_the_request_is_read_everybody_is_cut_off_but_the_tester() {
    let emulator = game();
    let mira = emulator.player("mira");
    for (what, end) in [("reset", End::Reset), ("fin", End::Fin)] {
        emulator.put_faults(&json!([])).ok();
        let mut kept = emulator.wire();
        kept.send_as(&mira, "GET", "/cart");
        kept.answer();
        emulator.fault(&json!({ "phase": "before_read", "what": what }));
        kept.send_as(&mira, "GET", "/cart");
        assert_eq!(kept.rest(), (Vec::new(), end));
        let mut tester = emulator.wire();
        for _ in 0..2 {
            tester.send("GET", "/_emulator/clock", "");
            assert!(tester.answer().0.starts_with("HTTP/1.1 200"));
        }
        let last = noted(&emulator);
        assert_eq!(
            (
                &last["status"],
                &last["operation"],
                &last["method"],
                &last["nth"]
            ),
            (&Value::Null, &Value::Null, &json!("GET"), &json!(2))
        );
    }
    emulator.fault(&json!({ "phase": "before_read", "what": "reset", "times": 1 }));
    let mut wire = emulator.wire();
    wire.send_as(&mira, "GET", "/cart");
    assert_eq!(wire.rest().1, End::Reset);
    mira.get("/cart").ok();
}

#[test]
fn nobody_listens_for_a_while() {
    let emulator = game();
    let mira = emulator.player("mira");
    let mut other = emulator.wire();
    other.send_as(&mira, "GET", "/user/daily_chain");
    other.answer();
    emulator.fault(&json!({ "request": { "operation": "get-user-cart" }, "phase": "before_commit", "what": { "refuse": { "milliseconds": 700 } }, "times": 1 }));
    let mut wire = emulator.wire();
    wire.send_as(&mira, "GET", "/cart");
    assert_eq!(wire.rest(), (Vec::new(), End::Reset));
    // Connections that were open are no way around it.
    other.send_as(&mira, "GET", "/user/daily_chain");
    assert_eq!(other.rest(), (Vec::new(), End::Reset));
    let refused = || match TcpStream::connect(emulator.host()) {
        // A client can meet itself where nobody listens.
        Ok(stream) => stream.local_addr().ok() == stream.peer_addr().ok(),
        Err(error) => error.kind() == ErrorKind::ConnectionRefused,
    };
    assert!(refused());
    while refused() {}
    http::forget_connections();
    mira.get("/cart").ok();
}
