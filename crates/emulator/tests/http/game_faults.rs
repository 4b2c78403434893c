//! What goes wrong in the game itself: it lags, moves on meanwhile, or gives twice.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, daily_chain, offer_chain, player, reward_chain, seed};

fn game() -> Emulator {
    let purchases = json!({ "purchases": [{ "sku": "lantern", "quantity": 1 }] });
    let emulator = Emulator::start(&seed(&[
        daily_chain(
            "Lanterns",
            7,
            &json!({ "date_start": "2030-01-01T00:00:00+00:00" }),
        ),
        offer_chain("Path", &json!({})),
        reward_chain("Jar", "glow", &json!({})),
        player("mira", &purchases),
        player("pip", &purchases),
    ]));
    emulator.freeze_at("2030-01-01T12:00:00+00:00");
    emulator
}

fn daily(player: &Player) -> (String, String) {
    let id = chain_id(&player.get("/user/daily_chain").ok(), "Lanterns");
    let chain = format!("/user/daily_chain/{id}");
    let claim = format!("{chain}/step/number/1/claim");
    (chain, claim)
}

fn first_step(player: &Player, chain: &str) -> Value {
    player.get(chain).ok()["steps"][0]["status"].clone()
}

/// What claims granted to a player; purchases did so as well.
fn claimed(player: &Player) -> Vec<Value> {
    let grants = player.grants().into_iter();
    grants.filter(|grant| grant["chain"].is_u64()).collect()
}

#[test]
fn a_read_can_be_older_than_the_players_last_write() {
    let emulator = game();
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    let (chain, claim) = daily(&mira);
    emulator.fault(&json!({ "request": { "player": "mira" }, "phase": { "stale_read": {} } }));
    for player in [&mira, &pip] {
        assert_eq!(first_step(player, &chain), "claimable");
        assert_eq!(player.post(&claim).status, 204);
    }
    for _ in 0..3 {
        assert_eq!(first_step(&mira, &chain), "claimable");
        assert_eq!(first_step(&pip, &chain), "claimed");
    }
    // What was never read before the write has no older answer.
    assert_eq!(
        mira.get("/user/daily_chain").ok()["items"][0]["steps"][0]["status"],
        "claimed"
    );
    emulator.put_faults(&json!([])).ok();
    assert_eq!(first_step(&mira, &chain), "claimed");
}

#[test]
fn a_lag_ends_by_itself() {
    let emulator = game();
    let mira = emulator.player("mira");
    let (chain, claim) = daily(&mira);
    emulator.fault(&json!({ "phase": { "stale_read": { "milliseconds": 400 } } }));
    first_step(&mira, &chain);
    assert_eq!(mira.post(&claim).status, 204);
    let mut seen = vec![first_step(&mira, &chain)];
    while seen.last() != Some(&json!("claimed")) {
        seen.push(first_step(&mira, &chain));
    }
    assert_eq!(seen[0], "claimable");
}

#[test]
fn a_server_can_accept_a_step_of_each_kind_of_chain_again() {
    let emulator = game();
    let mira = emulator.player("mira");
    let (_, daily) = daily(&mira);
    let offers = chain_id(&mira.get("/user/offer_chain").ok(), "Path");
    let jar = mira.get("/user/reward_chain").ok()["items"][0].clone();
    let reward = format!(
        "/user/reward_chain/{}/step/{}/claim",
        jar["reward_chain_id"], jar["steps"][0]["step_id"]
    );
    let claims = [
        daily,
        format!("/user/offer_chain/{offers}/step/number/1/claim"),
        reward,
    ];
    for claim in &claims {
        mira.post(claim).ok();
        mira.post(claim).refused(422, 9912);
    }
    let before = claimed(&mira).len();
    emulator
        .fault(&json!({ "request": { "player": "mira" }, "phase": "accepts_again", "times": 3 }));
    for claim in &claims {
        mira.post(claim).ok();
    }
    let grants = claimed(&mira);
    assert_eq!(grants.len(), before * 2);
    let of_step =
        |grant: &Value| ["kind", "chain", "step", "cycle", "sku"].map(|field| grant[field].clone());
    for grant in &grants {
        let same = grants
            .iter()
            .filter(|other| of_step(other) == of_step(grant));
        assert_eq!(same.count(), 2, "{grant}");
    }
    mira.post(&claims[0]).refused(422, 9912);
    // A step that is to come stays so.
    emulator.fault(&json!({ "phase": "accepts_again" }));
    mira.post(&claims[0].replace("number/1", "number/2"))
        .refused(422, 9914);
    // The network can deliver a claim twice to such a server.
    let pip = emulator.player("pip");
    emulator
        .put_faults(&json!([{ "phase": "accepts_again" }, { "phase": "duplicate_delivery" }]))
        .ok();
    assert_eq!((pip.post(&claims[0]).status, claimed(&pip).len()), (204, 2));
}

#[test]
fn time_can_pass_between_a_claim_and_its_answer() {
    let emulator = game();
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    let (chain, claim) = daily(&mira);
    let rule = |of: &str| {
        json!({
            "request": { "operation": "claim-user-daily-chain-step-reward" }, "phase": "after_commit",
            "what": { "advance_clock": { "seconds": 7 * 86400, "of": of } }, "times": 1,
        })
    };
    emulator.fault(&rule("player"));
    assert_eq!(mira.post(&claim).status, 204);
    // Another round has begun, for her alone.
    assert_eq!(first_step(&mira, &chain), "claimable");
    assert_eq!(
        mira.get(&chain).header("date"),
        Some("Tue, 08 Jan 2030 12:00:00 GMT")
    );
    assert_eq!(
        pip.get(&chain).header("date"),
        Some("Tue, 01 Jan 2030 12:00:00 GMT")
    );
    pip.post(&claim).ok();
    assert_eq!(first_step(&pip, &chain), "claimed");
    mira.post(&claim).ok();
    let cycles: Vec<_> = claimed(&mira)
        .iter()
        .map(|grant| grant["cycle"].clone())
        .collect();
    assert_eq!(cycles, [0, 1]);
    emulator.fault(&rule("everyone"));
    pip.post(&claim).refused(422, 9912);
    // Her token is of another time now.
    let pip = emulator.player("pip");
    assert_eq!(first_step(&pip, &chain), "claimable");
}

#[test]
fn a_chain_can_be_switched_off_between_a_claim_and_its_answer() {
    let emulator = game();
    let mira = emulator.player("mira");
    let (chain, claim) = daily(&mira);
    emulator.fault(&json!({ "request": { "operation": "claim-user-daily-chain-step-reward" }, "phase": "after_commit", "what": "disable_chain" }));
    assert_eq!((mira.post(&claim).status, claimed(&mira).len()), (204, 1));
    mira.get(&chain).refused(404, 7001);
    assert_eq!(
        mira.get("/user/offer_chain").ok()["items"][0]["name"],
        "Path"
    );
}
