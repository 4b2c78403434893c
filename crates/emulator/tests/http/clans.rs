use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, clans, player, reward_chain, seed};

fn member(id: &str, clan: &Value, lanterns: u32) -> Value {
    let purchases = if lanterns == 0 {
        json!([])
    } else {
        json!([{ "sku": "lantern", "quantity": lanterns }])
    };
    player(id, &json!({ "clan": clan, "purchases": purchases }))
}

/// A clan chain with steps at 30 and 100 points, where a lantern gives ten.
fn game(members: &[Value]) -> Emulator {
    let chain = reward_chain("Hearth", "hearth", &json!({ "clan_type": "group" }));
    Emulator::start(&seed(&[&[chain, clans()], members].concat()))
}

fn hearth(player: &Player) -> (u64, Value) {
    let list = player.get("/user/reward_chain").ok();
    (chain_id(&list, "Hearth"), list["items"][0].clone())
}

fn update(player: &Player) -> Value {
    player.send("PUT", "/user/clan/update", &json!({})).ok()["reward"].clone()
}

#[test]
fn a_clans_points_are_the_sum_of_its_members() {
    let emulator = game(&[
        member("mira", &json!("hearthfire"), 1),
        member("tobin", &json!("hearthfire"), 3),
        member("rowan", &json!("fernhollow"), 9),
        member("pip", &json!(null), 5),
    ]);
    for (id, amount) in [("mira", 40), ("tobin", 40), ("rowan", 90), ("pip", 0)] {
        let player = emulator.player(id);
        let (chain, _) = hearth(&player);
        let balance = player
            .get(&format!("/user/reward_chain/{chain}/balance"))
            .ok();
        assert_eq!(
            (&balance["amount"], &balance["is_clan"]),
            (&json!(amount), &json!(true)),
            "{id}"
        );
    }
    let (chain, _) = hearth(&emulator.player("mira"));
    let top = emulator
        .player("mira")
        .get(&format!("/user/clan/contributors/{chain}/top"))
        .ok();
    assert_eq!(
        top,
        json!([
            { "name": "tobin", "contributed_amount": 30 },
            { "name": "mira", "contributed_amount": 10 },
        ])
    );
}

#[test]
fn the_ten_who_gave_most_are_named() {
    let members: Vec<_> = (1..=12)
        .map(|number| member(&format!("m{number:02}"), &json!("hearthfire"), number))
        .collect();
    let emulator = game(&members);
    let mira = emulator.player("m01");
    let (chain, _) = hearth(&mira);
    let top = mira
        .get(&format!("/user/clan/contributors/{chain}/top"))
        .ok();
    let amounts: Vec<_> = top
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["contributed_amount"].clone())
        .collect();
    assert_eq!(
        json!(amounts),
        json!([120, 110, 100, 90, 80, 70, 60, 50, 40, 30])
    );
}

#[test]
fn every_member_claims_a_step_for_themselves() {
    let emulator = game(&[
        member("mira", &json!("hearthfire"), 0),
        member("tobin", &json!("hearthfire"), 3),
    ]);
    for id in ["mira", "tobin"] {
        let player = emulator.player(id);
        let (chain, shown) = hearth(&player);
        let step = &shown["steps"][0]["step_id"];
        assert_eq!(
            player
                .post(&format!("/user/reward_chain/{chain}/step/{step}/claim"))
                .status,
            204
        );
        assert_eq!(player.owned("wick"), 1);
    }
}

#[test]
fn leaving_a_clan_claims_once_what_it_still_owed() {
    let emulator = game(&[
        member("mira", &json!("hearthfire"), 1),
        member("tobin", &json!("hearthfire"), 3),
    ]);
    let mira = emulator.player("mira");
    assert_eq!(update(&mira), json!([]));

    emulator.put_player("mira", &json!({ "name": "mira", "clan": "fernhollow" }));
    let rewards = update(&mira);
    assert_eq!(rewards.as_array().map(Vec::len), Some(1), "{rewards}");
    assert_eq!(
        (&rewards[0]["sku"], &rewards[0]["quantity"]),
        (&json!("wick"), &json!(1))
    );
    assert_eq!(mira.owned("wick"), 1);

    assert_eq!(update(&mira), json!([]));
    assert_eq!(mira.owned("wick"), 1);
    let (chain, _) = hearth(&mira);
    assert_eq!(
        mira.get(&format!("/user/reward_chain/{chain}/balance"))
            .ok()["amount"],
        0
    );
}

#[test]
fn what_was_claimed_before_leaving_is_not_given_again() {
    let emulator = game(&[member("mira", &json!("hearthfire"), 3)]);
    let mira = emulator.player("mira");
    let (chain, shown) = hearth(&mira);
    mira.post(&format!(
        "/user/reward_chain/{chain}/step/{}/claim",
        shown["steps"][0]["step_id"]
    ))
    .ok();
    emulator.put_player("mira", &json!({ "name": "mira", "clan": null }));
    assert_eq!(update(&mira), json!([]));
    assert_eq!(mira.owned("wick"), 1);
}
