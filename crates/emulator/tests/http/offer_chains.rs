use serde_json::json;

use crate::checkout::PayStation;
use crate::emulator::Emulator;
use crate::game::{chain_id, offer_chain, player, seed};

#[test]
fn a_chain_is_walked_step_by_step_to_its_end() {
    let emulator = Emulator::start(&seed(&[
        offer_chain("Path", &json!({})),
        player("mira", &json!({})),
    ]));
    let mira = emulator.player("mira");
    let chain = format!(
        "/user/offer_chain/{}",
        chain_id(&mira.get("/user/offer_chain").ok(), "Path")
    );
    let next = || mira.get(&chain).ok()["next_step_number"].clone();
    assert_eq!(next(), 1);
    let free = &mira.get(&chain).ok()["steps"][0];
    assert_eq!(
        (&free["is_free"], &free["step_price"]),
        (&json!(true), &json!(null))
    );
    let paid = &mira.get(&chain).ok()["steps"][1]["step_price"];
    assert_eq!(
        (paid["amount"].as_f64(), &paid["currency"]),
        (Some(10.0), &json!("USD"))
    );

    let claimed = mira.post(&format!("{chain}/step/number/1/claim")).ok();
    assert_eq!(
        mira.get(&format!("/order/{}", claimed["order_id"])).ok()["status"],
        "done"
    );
    assert_eq!((next(), mira.owned("wick")), (json!(2), 1));
    assert_eq!(
        mira.post(&format!("{chain}/step/number/1/claim")).status,
        422
    );

    let order = mira.post(&format!("{chain}/step/number/2/order")).ok();
    assert_eq!(next(), 2);
    PayStation::of(&emulator, &order).choose("pay");
    assert_eq!((next(), mira.owned("lantern")), (json!(3), 2));
    assert_eq!(
        mira.post(&format!("{chain}/step/number/2/order")).status,
        422
    );

    mira.post(&format!("{chain}/step/number/3/claim")).ok();
    let completed = mira.get(&chain).ok();
    assert_eq!(completed["next_step_number"], json!(null));
    assert!(
        completed["steps"]
            .as_array()
            .expect("steps")
            .iter()
            .all(|step| step["is_claimed"] == true)
    );
    assert_eq!(
        (
            mira.owned("wick"),
            mira.owned("lantern"),
            mira.owned("cloak")
        ),
        (1, 2, 1)
    );
}

#[test]
fn each_player_walks_alone_and_a_guest_sees_the_beginning() {
    let emulator = Emulator::start(&seed(&[offer_chain("Path", &json!({}))]));
    let (mira, pip) = (emulator.player("mira"), emulator.player("pip"));
    let chain = format!(
        "/user/offer_chain/{}",
        chain_id(&mira.get("/user/offer_chain").ok(), "Path")
    );
    mira.post(&format!("{chain}/step/number/1/claim")).ok();
    assert_eq!(pip.get(&chain).ok()["next_step_number"], 1);
    assert_eq!(emulator.guest(&chain).ok()["next_step_number"], 1);
    assert_eq!(pip.owned("wick"), 0);
}
