//! What goes wrong on purpose: in the order socket.

use serde_json::{Value, json};
use tungstenite::protocol::Message;

use crate::emulator::{Emulator, Player};
use crate::game::{player, seed};
use crate::order_socket::Socket;

fn game() -> Emulator {
    Emulator::start(&seed(&[
        player("mira", &json!({})),
        player("pip", &json!({})),
    ]))
}

fn order(player: &Player) -> u64 {
    let created = player.send("POST", "/payment/item/lantern", &json!({}));
    created.ok()["order_id"].as_u64().expect("an order")
}

fn rule(phase: &str, what: &Value) -> Value {
    json!({ "request": { "operation": "order-socket" }, "phase": phase, "what": what })
}

#[test]
fn the_socket_can_be_refused() {
    let emulator = game();
    emulator.fault(&rule(
        "before_commit",
        &json!({ "answer": { "status": 503 } }),
    ));
    assert_eq!(Socket::open_as(&emulator, None).err(), Some(503));
    emulator.put_faults(&json!([])).ok();
    Socket::connected(&emulator.player("mira"));
}

#[test]
fn the_socket_can_be_closed_once_it_is_connected() {
    let emulator = game();
    let mira = emulator.player("mira");
    let mut before = Socket::connected(&mira);
    emulator.fault(&rule(
        "connected",
        &json!({ "close": { "code": 3001, "reason": "shutdown" } }),
    ));
    for socket in [&mut before, &mut Socket::connected(&mira)] {
        assert_eq!(socket.ended(), (3001, "shutdown".to_owned()));
    }
    emulator.fault(&rule("connected", &json!({ "close": {} })));
    assert!(Socket::connected(&mira).is_cut());
}

#[test]
fn false_messages_come_when_a_socket_connects_and_at_once_in_those_that_are() {
    let emulator = game();
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    let new = order(&mira);
    let mut before = Socket::connected(&mira);
    let mut his = Socket::connected(&pip);
    let mut only_hers = rule(
        "connected",
        &json!({ "false_status": { "status": "done" } }),
    );
    only_hers["request"]["player"] = json!("mira");
    emulator.fault(&only_hers);
    for socket in [&mut before, &mut Socket::connected(&mira)] {
        assert_eq!(socket.status(), (new, "done".to_owned()));
    }
    assert_eq!(mira.get(&format!("/order/{new}")).ok()["status"], "new");
    assert_eq!(emulator.fired(), 2);
    let of_pip = order(&pip);
    assert_eq!(his.status(), (of_pip, "new".to_owned()));
}

#[test]
fn messages_can_be_of_nobody_no_json_or_huge() {
    let emulator = game();
    let mira = emulator.player("mira");
    for phase in ["connected", "push"] {
        emulator.put_faults(&json!([])).ok();
        let mut socket = Socket::connected(&mira);
        let mut says = |what: Value, is: &dyn Fn(&str) -> bool| {
            emulator.fault(&rule(phase, &what));
            if phase == "push" {
                order(&mira);
            }
            while !matches!(socket.frame(), Message::Text(text) if text.lines().any(is)) {}
        };
        let foreign = json!({ "foreign_order": { "status": "done" } });
        says(foreign, &|line| line.contains("\"order_id\":9000000000"));
        says(json!("garbage"), &|line| {
            serde_json::from_str::<Value>(line).is_err()
        });
        let huge = json!({ "huge_frame": { "bytes": 1_000_000 } });
        says(huge, &|line| line.len() == 1_000_000);
    }
}

#[test]
fn what_is_true_can_come_again_and_again_or_not_at_all() {
    let emulator = game();
    let mira = emulator.player("mira");
    let mut socket = Socket::connected(&mira);
    let mut silent = rule("push", &json!("silence"));
    silent["times"] = json!(1);
    let mut repeated = rule("push", &json!({ "repeat": { "copies": 2 } }));
    repeated["request"]["nth"] = json!(2);
    emulator.put_faults(&json!([silent, repeated])).ok();
    order(&mira);
    let second = order(&mira);
    for _ in 0..3 {
        assert_eq!(socket.status(), (second, "new".to_owned()));
    }
    emulator.put_faults(&json!([])).ok();
    let third = order(&mira);
    assert_eq!(socket.status(), (third, "new".to_owned()));
}

#[test]
fn a_rule_of_the_socket_that_could_never_count_is_refused() {
    let emulator = game();
    for (rule, place, problem) in [
        (
            rule("after_commit", &json!({ "answer": { "status": 500 } })),
            "rules[0].phase",
            "connected",
        ),
        (
            rule("connected", &json!({ "close": { "code": 1005 } })),
            "rules[0].what.close.code",
            "3000 to 4999",
        ),
        (
            rule("push", &json!({ "repeat": { "copies": 1_000_000 } })),
            "rules[0].what.repeat.copies",
            "at most",
        ),
        (
            json!({ "request": { "operation": "order-socket", "player": "mira" }, "phase": "before_commit",
                    "what": { "answer": { "status": 503 } } }),
            "rules[0].request.player",
            "leave it out",
        ),
    ] {
        let message = emulator.put_faults(&json!([rule])).refused(422, 1102);
        assert!(
            message.contains(place) && message.contains(problem),
            "{place}, {problem}: {message}"
        );
    }
    assert_eq!(emulator.faults(), json!([]));
}
