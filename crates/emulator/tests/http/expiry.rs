//! Orders that nobody pays while the emulator's clock goes on.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::checkout::PayStation;
use crate::emulator::{Emulator, Player};
use crate::game::{player, seed};
use crate::http::{self, NO_BODY};
use crate::order_socket::Socket;

const ALMOST_A_DAY: u64 = 24 * 60 * 60 - 1;

fn game() -> Value {
    seed(&[player("mira", &json!({}))])
}

fn order(mira: &Player) -> Value {
    mira.send("POST", "/payment/item/lantern", &json!({})).ok()
}

fn id(order: &Value) -> u64 {
    order["order_id"].as_u64().expect("an order")
}

fn status(mira: &Player, order: &Value) -> Value {
    mira.get(&format!("/order/{}", id(order))).ok()["status"].clone()
}

/// A token that outlives the order.
fn signed_in(emulator: &Emulator) -> Player<'_> {
    let mut mira = emulator.player("mira");
    let request = http::request("POST", &emulator.control("/players/mira/token"));
    let token = http::send_json(request, &json!({ "lifetime_seconds": 10_000_000 })).ok();
    token["token"]
        .as_str()
        .expect("a token")
        .clone_into(&mut mira.token);
    mira
}

#[test]
fn moving_the_clock_a_day_on_expires_an_order_and_says_so() {
    let emulator = Emulator::start(&game());
    emulator.freeze_at("2030-01-01T12:00:00+00:00");
    let mira = signed_in(&emulator);
    let mut socket = Socket::connected(&mira);
    let order = order(&mira);
    assert_eq!(socket.status(), (id(&order), "new".to_owned()));
    let page = PayStation::of(&emulator, &order);
    emulator.advance(ALMOST_A_DAY);
    assert!(page.open().text.contains("<form"));
    assert_eq!(status(&mira, &order), "new");
    emulator.advance(1);
    assert_eq!(socket.status(), (id(&order), "expired".to_owned()));
    assert_eq!(status(&mira, &order), "expired");
    let url = emulator.control(&format!("/orders/{}/pay", id(&order)));
    http::send(http::request("POST", &url), NO_BODY).refused(422, 9002);
    for button in ["pay", "decline", "cancel"] {
        let answer = page.choose(button).text;
        assert!(
            answer.contains("has expired") && !answer.contains("<form"),
            "{answer}"
        );
    }
    assert!(mira.grants().is_empty());
    // What has expired stays so.
    emulator.freeze_at("2030-01-01T12:00:00+00:00");
    assert_eq!(status(&mira, &order), "expired");
}

#[test]
fn while_the_clock_runs_an_order_expires_without_anybody_asking() {
    let emulator = Emulator::start(&game());
    let mira = signed_in(&emulator);
    let mut socket = Socket::connected(&mira);
    let order = order(&mira);
    assert_eq!(socket.status(), (id(&order), "new".to_owned()));
    emulator.advance(ALMOST_A_DAY);
    assert_eq!(socket.status(), (id(&order), "expired".to_owned()));
}

#[test]
fn an_order_whose_time_passed_while_nothing_ran_is_expired_at_the_start() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("game.db");
    let emulator = Emulator::start_on(&file, &game());
    let order = {
        let mira = signed_in(&emulator);
        let order = order(&mira);
        emulator.advance(ALMOST_A_DAY);
        order
    };
    emulator.kill();
    let emulator = Emulator::start_on(&file, &game());
    let mira = signed_in(&emulator);
    let mut socket = Socket::connected(&mira);
    if status(&mira, &order) == "new" {
        assert_eq!(socket.status(), (id(&order), "expired".to_owned()));
    }
    assert_eq!(status(&mira, &order), "expired");
}

#[test]
fn a_canceled_order_says_so_when_it_is_to_be_paid() {
    let emulator = Emulator::start(&game());
    let mira = emulator.player("mira");
    let page_of = order(&mira);
    let page = PayStation::of(&emulator, &page_of);
    assert!(page.choose("cancel").text.contains("Order canceled"));
    for answer in [page.choose("pay"), page.open()] {
        assert!(answer.text.contains("was canceled"), "{}", answer.text);
        assert!(!answer.text.contains("<form"), "{}", answer.text);
    }
    assert_eq!(
        (status(&mira, &page_of), mira.owned("lantern")),
        (json!("canceled"), 0)
    );
}
