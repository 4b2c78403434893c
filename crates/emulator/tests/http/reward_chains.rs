use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, player, reward_chain, seed};

/// A chain with steps at 30 and 100 points, and a player who bought this many lanterns of 30 points.
fn after_buying(lanterns: u32) -> Emulator {
    let purchases = json!({ "purchases": [{ "sku": "lantern", "quantity": lanterns }] });
    Emulator::start(&seed(&[
        reward_chain("Jar", "glow", &json!({})),
        player("mira", &purchases),
    ]))
}

fn jar(mira: &Player) -> Value {
    mira.get("/user/reward_chain").ok()["items"][0].clone()
}

fn claim_path(chain: &Value, step: usize) -> String {
    format!(
        "/user/reward_chain/{}/step/{}/claim",
        chain["reward_chain_id"], chain["steps"][step]["step_id"]
    )
}

#[test]
fn points_open_steps_and_are_not_spent_by_claiming() {
    let emulator = after_buying(1);
    let mira = emulator.player("mira");
    let chain = jar(&mira);
    let balance = format!(
        "/user/reward_chain/{}/balance",
        chain_id(&mira.get("/user/reward_chain").ok(), "Jar")
    );
    assert_eq!(mira.get(&balance).ok()["amount"], 30);

    let too_few = mira.post(&claim_path(&chain, 1)).refused(422, 9913);
    assert_eq!(
        too_few,
        "[0401-9913]: Not enough value points to claim step reward."
    );
    assert_eq!(mira.post(&claim_path(&chain, 0)).status, 204);
    let again = mira.post(&claim_path(&chain, 0)).refused(422, 9912);
    assert_eq!(again, "[0401-9912]: Reward already claimed.");

    assert_eq!(mira.get(&balance).ok()["amount"], 30);
    let claimed = jar(&mira);
    assert_eq!(
        (
            &claimed["steps"][0]["is_claimed"],
            &claimed["steps"][1]["is_claimed"]
        ),
        (&json!(true), &json!(false))
    );
    assert_eq!(mira.owned("wick"), 1);
}

#[test]
fn enough_points_open_every_step_up_to_them() {
    let emulator = after_buying(4);
    let mira = emulator.player("mira");
    let chain = jar(&mira);
    assert_eq!(mira.post(&claim_path(&chain, 0)).status, 204);
    assert_eq!(mira.post(&claim_path(&chain, 1)).status, 204);
    // The second step's kit is opened: three wicks and fifty embers.
    assert_eq!((mira.owned("wick"), mira.owned("ember")), (4, 50));
}

#[test]
fn a_guest_sees_steps_without_progress() {
    let emulator = after_buying(4);
    let list = emulator.guest("/user/reward_chain").ok();
    assert_eq!(
        (
            &list["items"][0]["value_point"]["amount"],
            &list["items"][0]["steps"][0]["is_claimed"]
        ),
        (&json!(0), &json!(false))
    );
}
