//! Games that are kept, and put back.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, coupon, daily_chain, player, seed};
use crate::http::{self, NO_BODY, Reply};

impl Emulator {
    fn snapshot(&self) -> Value {
        http::send(http::request("POST", &self.control("/snapshot")), NO_BODY).ok()["id"].clone()
    }

    fn restore(&self, id: &Value) -> Reply {
        http::send_json(
            http::request("POST", &self.control("/restore")),
            &json!({ "id": id }),
        )
    }
}

fn game() -> Value {
    let mut entries = vec![
        daily_chain(
            "Lanterns",
            7,
            &json!({ "date_start": "2030-01-01T00:00:00+00:00" }),
        ),
        player("mira", &json!({})),
    ];
    entries.extend(coupon("GIFT", &json!({ "redeem_user_limit": 1 })));
    seed(&entries)
}

fn now(emulator: &Emulator) -> Value {
    http::get(&emulator.control("/clock")).ok()["now"].clone()
}

/// Something of everything: a claim, a redeemed code, an order that is paid, one that waits, a cart.
fn play(emulator: &Emulator, mira: &Player) {
    let id = chain_id(&mira.get("/user/daily_chain").ok(), "Lanterns");
    mira.post(&format!("/user/daily_chain/{id}/step/number/1/claim"))
        .ok();
    mira.send("POST", "/coupon/redeem", &json!({ "coupon_code": "GIFT" }))
        .ok();
    for event in ["pay", "decline"] {
        let order = mira.send("POST", "/payment/item/lantern", &json!({})).ok();
        let url = emulator.control(&format!("/orders/{}/{event}", order["order_id"]));
        http::send(http::request("POST", &url), NO_BODY).ok();
    }
    mira.send("PUT", "/cart/item/cloak", &json!({ "quantity": 2 }))
        .ok();
}

#[test]
fn a_snapshot_brings_everything_back_its_time_among_it() {
    let emulator = Emulator::start(&game());
    emulator.freeze_at("2030-01-01T12:00:00+00:00");
    let mira = emulator.player("mira");
    let fresh = (emulator.snapshot(), emulator.everything(&[&mira]));
    play(&emulator, &mira);
    let played = (emulator.snapshot(), emulator.everything(&[&mira]));
    assert_ne!(fresh.1, played.1);
    emulator.advance(60);
    play_on(&mira);
    for (id, everything) in [&played, &fresh, &played] {
        assert_eq!(emulator.restore(id).status, 204);
        assert_eq!(&emulator.everything(&[&mira]), everything);
        assert_eq!(now(&emulator), "2030-01-01T12:00:00Z");
    }
    // What was limited before is so again, and what waited can be paid.
    mira.send("POST", "/coupon/redeem", &json!({ "coupon_code": "GIFT" }))
        .refused(422, 9804);
    let url = emulator.control("/orders/2/pay");
    assert_eq!(
        http::send(http::request("POST", &url), NO_BODY).ok()["status"],
        "done"
    );
}

fn play_on(mira: &Player) {
    mira.send("PUT", "/cart/item/cloak", &json!({ "quantity": 5 }))
        .ok();
    mira.emulator
        .put_player("tobin", &json!({ "wallet": { "ember": 5 } }));
}

#[test]
fn a_clock_that_ran_runs_on_from_where_it_was() {
    let emulator = Emulator::start(&game());
    let mira = emulator.player("mira");
    let order = mira.send("POST", "/payment/item/lantern", &json!({})).ok();
    let id = emulator.snapshot();
    emulator.advance(25 * 60 * 60);
    let status = || {
        mira_again(&emulator)
            .get(&format!("/order/{}", order["order_id"]))
            .ok()["status"]
            .clone()
    };
    assert_eq!(status(), "expired");
    assert_eq!(emulator.restore(&id).status, 204);
    assert_eq!(status(), "new");
    assert_eq!(http::get(&emulator.control("/clock")).ok()["frozen"], false);
}

fn mira_again(emulator: &Emulator) -> Player<'_> {
    emulator.player("mira")
}

#[test]
fn what_was_restored_is_on_disk() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("game.db");
    let emulator = Emulator::start_on(&file, &game());
    emulator.freeze_at("2030-01-01T12:00:00+00:00");
    let mira = emulator.player("mira");
    play(&emulator, &mira);
    let (id, everything) = (emulator.snapshot(), emulator.everything(&[&mira]));
    play_on(&mira);
    emulator.restore(&id).ok();
    let token = mira.token.clone();
    emulator.kill();
    let emulator = Emulator::start_on(&file, &game());
    let mira = Player {
        emulator: &emulator,
        id: "mira".to_owned(),
        token,
    };
    assert_eq!(emulator.everything(&[&mira]), everything);
}

#[test]
fn what_is_no_snapshot_is_refused_and_changes_nothing() {
    let emulator = Emulator::start(&game());
    let mira = emulator.player("mira");
    let before = emulator.everything(&[&mira]);
    for id in [json!(0), json!(1), json!(99)] {
        let message = emulator.restore(&id).refused(404, 0);
        assert!(message.contains(&id.to_string()), "{message}");
    }
    emulator.restore(&json!("one")).refused(422, 1102);
    assert_eq!(emulator.everything(&[&mira]), before);
}
