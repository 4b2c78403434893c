//! What goes wrong on purpose: in requests of the API.

use std::io::Write;
use std::net::TcpStream;

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, daily_chain, player, seed};
use crate::http::{self, NO_BODY, Reply};

const CLAIM: &str = "claim-user-daily-chain-step-reward";

impl Emulator {
    pub fn put_faults(&self, rules: &Value) -> Reply {
        let request = http::request("PUT", &self.control("/faults"));
        http::send_json(request, &json!({ "rules": rules }))
    }

    /// Puts one rule in the place of all others.
    #[track_caller]
    pub fn fault(&self, rule: &Value) {
        self.put_faults(&json!([rule])).ok();
    }

    pub fn faults(&self) -> Value {
        http::get(&self.control("/faults")).ok()["rules"].clone()
    }

    pub fn fired(&self) -> u64 {
        self.faults()[0]["fired"].as_u64().expect("a count")
    }
}

fn game() -> Emulator {
    let emulator = Emulator::start(&seed(&[
        daily_chain(
            "Lanterns",
            7,
            &json!({ "date_start": "2030-01-01T00:00:00+00:00" }),
        ),
        player("mira", &json!({})),
        player("pip", &json!({})),
    ]));
    emulator.freeze_at("2030-01-01T12:00:00+00:00");
    emulator
}

fn claim_path(mira: &Player) -> String {
    let id = chain_id(&mira.get("/user/daily_chain").ok(), "Lanterns");
    format!("/user/daily_chain/{id}/step/number/1/claim")
}

fn answer(operation: &str, phase: &str, status: u16) -> Value {
    json!({ "request": { "operation": operation }, "phase": phase, "what": { "answer": { "status": status } } })
}

#[test]
fn before_the_commit_an_answer_keeps_the_operation_from_being_decided() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = claim_path(&mira);
    let mut rule = answer(CLAIM, "before_commit", 503);
    rule["times"] = json!(2);
    emulator.fault(&rule);
    for _ in 0..2 {
        assert_eq!(mira.post(&claim).status, 503);
    }
    assert!(mira.grants().is_empty());
    assert_eq!((mira.post(&claim).status, mira.grants().len()), (204, 1));
    let shown = emulator.faults()[0].clone();
    assert_eq!((&shown["seen"], &shown["fired"]), (&json!(3), &json!(2)));
    assert_eq!(
        shown["what"],
        json!({ "answer": { "status": 503, "cors": true } })
    );
}

#[test]
fn after_the_commit_an_answer_hides_what_was_decided() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = claim_path(&mira);
    emulator.fault(&answer(CLAIM, "after_commit", 500));
    assert_eq!((mira.post(&claim).status, mira.grants().len()), (500, 1));
}

#[test]
fn a_rule_is_about_its_operation_its_player_and_the_nth_request_on() {
    let emulator = game();
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    let mut rule = answer("get-user-cart", "before_commit", 500);
    rule["request"]["player"] = json!("mira");
    rule["request"]["nth"] = json!(3);
    rule["times"] = json!(2);
    emulator.fault(&rule);
    mira.get("/user/daily_chain").ok();
    for _ in 0..4 {
        pip.get("/cart").ok();
    }
    let statuses: Vec<_> = (0..6).map(|_| mira.get("/cart").status).collect();
    assert_eq!(statuses, [200, 200, 500, 500, 200, 200]);
    // Without an operation every one is meant.
    emulator.fault(&json!({ "phase": "before_commit", "what": { "answer": { "status": 500 } } }));
    assert_eq!(
        (
            pip.get("/cart").status,
            mira.get("/user/daily_chain").status
        ),
        (500, 500)
    );
    // A visitor is a player too.
    let mut rule = answer("get-user-cart", "before_commit", 500);
    rule["request"]["player"] = json!("guest:ann");
    emulator.fault(&rule);
    let visit = |id: &str| emulator.visitor(id, "GET", "/cart", &json!({})).status;
    assert_eq!((visit("ann"), visit("bob")), (500, 200));
}

#[test]
fn chance_is_drawn_from_a_seed() {
    let emulator = game();
    let mira = emulator.player("mira");
    let drawn = |probability: f64, seed: u64| -> Vec<bool> {
        let mut rule = answer("get-user-cart", "before_commit", 500);
        rule["probability"] = json!(probability);
        rule["seed"] = json!(seed);
        emulator.fault(&rule);
        (0..32).map(|_| mira.get("/cart").status == 500).collect()
    };
    let half = drawn(0.5, 7);
    assert!(half.contains(&true) && half.contains(&false), "{half:?}");
    assert_eq!(drawn(0.5, 7), half);
    assert_ne!(drawn(0.5, 8), half);
    assert!(drawn(1.0, 7).iter().all(|fired| *fired));
    assert!(!drawn(0.0, 7).contains(&true));
}

#[test]
fn an_answer_is_sent_as_the_tester_wrote_it() {
    let emulator = game();
    let mira = emulator.player("mira");
    let answered = |answer: &Value| {
        emulator.fault(&json!({ "phase": "after_commit", "what": { "answer": answer } }));
        let request = mira
            .request("GET", "/cart")
            .header("origin", "https://shop.example");
        http::send(request, NO_BODY)
    };
    let nothing = answered(&json!({ "status": 200 }));
    assert_eq!(
        (
            nothing.status,
            nothing.text.as_str(),
            nothing.header("content-type")
        ),
        (200, "", None)
    );
    assert_eq!(nothing.header("access-control-allow-origin"), Some("*"));
    let page = answered(&json!({ "status": 200, "body": "<h1>Hello</h1>" }));
    assert_eq!(
        (page.text.as_str(), page.header("content-type")),
        ("<h1>Hello</h1>", Some("text/html; charset=utf-8"))
    );
    let body = answered(&json!({ "status": 422, "body": { "errorCode": 9912 } }));
    assert_eq!(
        (body.json(), body.header("content-type")),
        (json!({ "errorCode": 9912 }), Some("application/json"))
    );
    let exposed = json!({ "retry-after": "2", "access-control-expose-headers": "retry-after" });
    let busy = answered(&json!({ "status": 503, "headers": exposed }));
    assert_eq!(
        (
            busy.header("retry-after"),
            busy.header("access-control-expose-headers")
        ),
        (Some("2"), Some("retry-after"))
    );
    let hidden = answered(&json!({ "status": 502, "cors": false }));
    assert_eq!(
        (hidden.status, hidden.header("access-control-allow-origin")),
        (502, None)
    );
    emulator.put_faults(&json!([])).ok();
    assert_eq!(mira.get("/cart").status, 200);
}

/// Sends a claim and waits for no answer: only until the rule has had its way.
fn left_waiting(emulator: &Emulator, mira: &Player, path: &str) -> TcpStream {
    let host = emulator
        .api
        .trim_start_matches("http://")
        .trim_end_matches("/api");
    let mut stream = TcpStream::connect(host).expect("a connection");
    let head = format!(
        "POST /api/v2/project/44056{path} HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {}\r\ncontent-length: 0\r\n\r\n",
        mira.token
    );
    stream
        .write_all(head.as_bytes())
        .expect("an open connection");
    while emulator.fired() == 0 {}
    stream
}

#[test]
fn a_request_can_hang_before_and_after_it_is_decided() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = claim_path(&mira);
    for (phase, granted) in [("before_commit", 0), ("after_commit", 1)] {
        emulator
            .fault(&json!({ "request": { "operation": CLAIM }, "phase": phase, "what": "hang" }));
        let stream = left_waiting(&emulator, &mira, &claim);
        while mira.grants().len() < granted {}
        stream.set_nonblocking(true).expect("a connection");
        let nothing = stream.peek(&mut [0]).expect_err("no answer");
        assert_eq!(
            (nothing.kind(), mira.grants().len()),
            (std::io::ErrorKind::WouldBlock, granted)
        );
    }
}

#[test]
fn a_late_commit_is_decided_after_the_client_was_answered() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = claim_path(&mira);
    let mut rule = answer(CLAIM, "before_commit", 504);
    rule["phase"] = json!({ "late_commit": { "milliseconds": 300 } });
    rule["times"] = json!(1);
    emulator.fault(&rule);
    assert_eq!(mira.post(&claim).status, 504);
    while mira.grants().is_empty() {}
    mira.post(&claim).refused(422, 9912);
    assert_eq!(mira.grants().len(), 1);
}

#[test]
fn a_duplicate_is_decided_twice_and_answered_as_the_second_time() {
    let emulator = game();
    let mira = emulator.player("mira");
    emulator.fault(&json!({ "request": { "operation": CLAIM }, "phase": "duplicate_delivery" }));
    mira.post(&claim_path(&mira)).refused(422, 9912);
    assert_eq!(mira.grants().len(), 1);
    emulator.fault(&json!({ "request": { "operation": "create-order-with-item" }, "phase": "duplicate_delivery" }));
    let order = mira
        .send("POST", "/payment/item/wick", &json!({ "quantity": 2 }))
        .ok();
    assert_eq!(order["order_id"], 2);
    assert_eq!(
        mira.get("/order/1").ok()["content"]["items"][0]["quantity"],
        2
    );
}

#[test]
fn rules_of_several_phases_come_together_and_of_one_phase_the_first_counts() {
    let emulator = game();
    let mira = emulator.player("mira");
    let twice = json!({ "request": { "operation": CLAIM }, "phase": "duplicate_delivery" });
    emulator
        .put_faults(&json!([
            answer(CLAIM, "after_commit", 500),
            twice,
            answer(CLAIM, "after_commit", 502)
        ]))
        .ok();
    assert_eq!(
        (mira.post(&claim_path(&mira)).status, mira.grants().len()),
        (500, 1)
    );
    assert_eq!(emulator.faults()[1]["fired"], 1);
}

#[test]
fn rules_are_gone_when_they_are_deleted_and_after_a_reset() {
    let emulator = game();
    let rule = answer("get-user-cart", "before_commit", 500);
    for (method, path) in [("DELETE", "/faults"), ("POST", "/reset")] {
        emulator.fault(&rule);
        http::send(http::request(method, &emulator.control(path)), NO_BODY).ok();
        assert_eq!(emulator.faults(), json!([]));
        emulator.player("mira").get("/cart").ok();
    }
}

#[test]
fn every_operation_can_be_named() {
    let emulator = game();
    let mira = emulator.player("mira");
    for line in include_str!("client_operations.tsv").lines() {
        let [operation, method, path] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        emulator.fault(&answer(operation, "before_commit", 418));
        let reply = mira.send(method, path, &json!({}));
        assert_eq!((reply.status, emulator.fired()), (418, 1), "{line}");
    }
    for (operation, method, path, version) in [
        (
            "admin-create-daily-chain",
            "POST",
            "/admin/daily_chain",
            "v2",
        ),
        (
            "admin-delete-daily-chain",
            "DELETE",
            "/admin/daily_chain/id/1",
            "v2",
        ),
        ("get-coupons", "GET", "/admin/coupon", "v3"),
    ] {
        emulator.fault(&answer(operation, "before_commit", 418));
        let url = emulator.url(path).replace("/v2/", &format!("/{version}/"));
        assert_eq!(
            http::send(http::request(method, &url), NO_BODY).status,
            418,
            "{operation}"
        );
    }
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "a table of rules and what is said of them"
)]
fn a_rule_that_cannot_be_read_is_refused_and_the_others_stay() {
    let emulator = game();
    let kept = answer("get-user-cart", "before_commit", 500);
    emulator.fault(&kept);
    let changed = |field: &str, value: Value| {
        let mut rule = kept.clone();
        rule[field] = value;
        rule
    };
    let answered = |answer: Value| changed("what", json!({ "answer": answer }));
    for (rule, place, problem) in [
        (
            changed("colour", json!("red")),
            "rules[0].colour",
            "unknown field",
        ),
        (
            changed("request", json!({ "operation": "buy-everything" })),
            "rules[0].request.operation",
            "is no operation",
        ),
        (
            changed("request", json!({ "nth": 0 })),
            "rules[0].request.nth",
            "nonzero",
        ),
        (
            changed("request", json!({ "path": "/cart" })),
            "rules[0].request.path",
            "unknown field",
        ),
        (
            changed("phase", json!("during")),
            "rules[0].phase",
            "before_commit",
        ),
        (
            changed("phase", json!("push")),
            "rules[0].request.operation",
            "order-socket",
        ),
        (changed("what", json!("explode")), "rules[0].what", "hang"),
        (
            changed("what", Value::Null),
            "rules[0].what",
            "say what goes wrong",
        ),
        (
            changed("what", json!("silence")),
            "rules[0].what",
            "its phase is push",
        ),
        (
            changed("phase", json!("before_read")),
            "rules[0].request.operation",
            "leave it out",
        ),
        (
            json!({ "request": { "player": "mira" }, "phase": "preflight", "what": "fin" }),
            "rules[0].request.player",
            "leave it out",
        ),
        (
            changed("request", json!({ "connection": "open" })),
            "rules[0].request.connection",
            "reused",
        ),
        (
            changed("phase", json!({ "stale_read": {} })),
            "rules[0].what",
            "leave it out",
        ),
        (
            changed("what", json!({ "truncated_body": { "bytes": 1 } })),
            "rules[0].what",
            "its phase is after_commit",
        ),
        (
            changed("what", json!({ "refuse": {} })),
            "rules[0].what.refuse",
            "milliseconds",
        ),
        (
            changed("what", json!({ "deep_body": { "depth": 1_000_000_000 } })),
            "rules[0].what.deep_body.depth",
            "at most",
        ),
        (
            changed(
                "what",
                json!({ "advance_clock": { "seconds": 1, "of": "nobody" } }),
            ),
            "rules[0].what.advance_clock.of",
            "everyone",
        ),
        (changed("times", json!(0)), "rules[0].times", "nonzero"),
        (
            changed("probability", json!(1.5)),
            "rules[0].probability",
            "from 0 to 1",
        ),
        (
            answered(json!({ "status": 99 })),
            "rules[0].what.answer.status",
            "from 200 to 599",
        ),
        (
            answered(json!({ "status": 500, "delay": 1 })),
            "rules[0].what.answer.delay",
            "unknown field",
        ),
        (
            answered(json!({ "status": 500, "headers": { "a b": "c" } })),
            "rules[0].what.answer.headers",
            "a b",
        ),
    ] {
        let message = emulator.put_faults(&json!([rule])).refused(422, 1102);
        assert!(
            message.contains(place) && message.contains(problem),
            "{place}, {problem}: {message}"
        );
        assert_eq!(
            emulator.faults()[0]["what"],
            json!({ "answer": { "status": 500, "cors": true } })
        );
    }
}
