//! Requests that must be refused, each with one clear error, and leave everything as it was.

use serde_json::json;

use crate::emulator::{Emulator, Player};
use crate::game::{
    chain_id, coupon, daily_chain, offer_chain, player, promo_code, reward_chain, seed,
};
use crate::http::{self, NO_BODY, Reply};
use crate::sample::hold;

pub fn game() -> Emulator {
    let chains = [
        daily_chain("Lanterns", 7, &json!({})),
        offer_chain("Path", &json!({})),
        reward_chain("Jar", "glow", &json!({})),
        player(
            "mira",
            &json!({ "purchases": [{ "sku": "lantern", "quantity": 1 }] }),
        ),
    ];
    let emulator = Emulator::start(&seed(
        &[
            &chains[..],
            &coupon("WINTER", &json!({})),
            &coupon(
                "MOTH",
                &json!({ "bonus": [{ "sku": "moth", "quantity": 1 }] }),
            ),
            &promo_code("SUMMER", &json!({})),
        ]
        .concat(),
    ));
    // A Wednesday: the third step of the daily chain is open.
    emulator.freeze_at("2024-01-03T12:00:00+00:00");
    emulator
}

/// Makes a request that must be refused, and holds everything against how it was before.
#[track_caller]
pub fn changes_nothing<T>(mira: &Player, attempt: impl FnOnce() -> T) -> T {
    let before = mira.emulator.everything(&[mira]);
    let outcome = attempt();
    assert_eq!(mira.emulator.everything(&[mira]), before);
    outcome
}

#[test]
fn chains_and_steps_that_are_not_there_are_not_found() {
    let emulator = game();
    let mira = emulator.player("mira");
    let (daily, offer, reward) = (daily(&mira), offer(&mira), reward(&mira));
    for path in [
        "/user/daily_chain/999999/step/number/1/claim",
        "/user/offer_chain/999999/step/number/1/claim",
        "/user/offer_chain/999999/step/number/1/order",
    ] {
        let reply = changes_nothing(&mira, || mira.post(path));
        reply.refused(404, 7001);
        hold(&reply.json(), "error.chain-not-found", &[]);
    }
    for path in [
        format!("/user/daily_chain/{daily}/step/number/99/claim"),
        format!("/user/offer_chain/{offer}/step/number/99/claim"),
        format!("/user/offer_chain/{offer}/step/number/99/order"),
    ] {
        let reply = changes_nothing(&mira, || mira.post(&path));
        assert_eq!(reply.status, 404, "{path}: {}", reply.text);
    }
    let no_step = format!("/user/reward_chain/{reward}/step/999999/claim");
    let message = changes_nothing(&mira, || mira.post(&no_step)).refused(404, 9911);
    assert_eq!(message, "[0401-9911]: Reward chain step not found.");
    for path in ["/user/daily_chain/999999", "/user/offer_chain/999999"] {
        mira.get(path).refused(404, 7001);
    }
    assert_eq!(mira.get("/user/reward_chain/999999/balance").status, 404);
    mira.get("/order/999999").refused(404, 9001);
}

#[test]
fn ids_that_are_no_whole_numbers_are_refused() {
    let emulator = game();
    let mira = emulator.player("mira");
    let daily = daily(&mira);
    for step in [
        "0",
        "-1",
        "1.5",
        "one",
        "NaN",
        "99999999999999999999",
        "%00",
        "3%20",
    ] {
        let path = format!("/user/daily_chain/{daily}/step/number/{step}/claim");
        let reply = changes_nothing(&mira, || mira.post(&path));
        assert!(
            matches!(reply.status, 404 | 422),
            "{step}: {} {}",
            reply.status,
            reply.text
        );
        assert_eq!(reply.json()["statusCode"], reply.status);
    }
}

#[test]
fn steps_out_of_their_order_cannot_be_claimed() {
    let emulator = game();
    let mira = emulator.player("mira");
    let (daily, offer) = (daily(&mira), offer(&mira));
    for path in [
        format!("/user/daily_chain/{daily}/step/number/1/claim"),
        format!("/user/daily_chain/{daily}/step/number/4/claim"),
        format!("/user/offer_chain/{offer}/step/number/3/claim"),
        format!("/user/offer_chain/{offer}/step/number/2/order"),
        format!("/user/offer_chain/{offer}/step/number/1/order"),
    ] {
        let reply = changes_nothing(&mira, || mira.post(&path));
        assert_eq!(reply.status, 422, "{path}: {}", reply.text);
        assert_ne!(
            reply.json()["errorMessage"],
            "[0401-9912]: Reward already claimed.",
            "{path}"
        );
    }
    mira.post(&format!("/user/offer_chain/{offer}/step/number/1/claim"))
        .ok();
    let paid_step = format!("/user/offer_chain/{offer}/step/number/2/claim");
    assert_eq!(changes_nothing(&mira, || mira.post(&paid_step)).status, 422);
}

#[test]
fn an_unknown_path_or_method_is_named_in_a_typed_refusal() {
    let emulator = game();
    let unknown = emulator.guest("/no/such/thing");
    assert_eq!(
        (unknown.status, &unknown.json()["statusCode"]),
        (404, &json!(404))
    );
    let method = http::send(
        http::request("DELETE", &emulator.url("/user/daily_chain")),
        NO_BODY,
    );
    let message = method.refused(405, 0);
    assert!(
        message.starts_with("Method is not allowed. Method must be one of:"),
        "{message}"
    );
    assert!(message.contains("GET"), "{message}");
}

#[test]
fn another_project_is_not_found() {
    let emulator = game();
    let mira = emulator.player("mira");
    let url = format!("{}/v2/project/1/user/daily_chain", emulator.api);
    let reply = http::send(
        http::request("GET", &url).header("authorization", format!("Bearer {}", mira.token)),
        NO_BODY,
    );
    assert_eq!(reply.status, 404, "{}", reply.text);
}

fn id_in(list: &Reply, name: &str) -> u64 {
    chain_id(&list.ok(), name)
}

pub fn daily(mira: &Player) -> u64 {
    id_in(&mira.get("/user/daily_chain"), "Lanterns")
}

fn offer(mira: &Player) -> u64 {
    id_in(&mira.get("/user/offer_chain"), "Path")
}

fn reward(mira: &Player) -> u64 {
    id_in(&mira.get("/user/reward_chain"), "Jar")
}
