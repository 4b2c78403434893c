use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, clans, daily_chain, offer_chain, player, reward_chain, seed};
use crate::http::Reply;
use crate::sample::hold;

#[test]
fn daily_chains() {
    let steps = json!([
        { "step_number": 1, "items": [{ "sku": "wick", "quantity": 2 }] },
        { "step_number": 2, "items": [{ "sku": "kit", "quantity": 1 }] },
    ]);
    let limited = json!({ "steps": steps, "date_end": "2124-01-01T00:00:00+00:00" });
    let emulator = Emulator::start(&seed(&[daily_chain("Lanterns", 2, &limited)]));
    let mira = emulator.player("mira");
    let list = mira.get("/user/daily_chain").ok();
    hold(&list, "get-daily-chains-list", &[]);
    let id = chain_id(&list, "Lanterns");
    hold(
        &mira.get(&format!("/user/daily_chain/{id}")).ok(),
        "get-user-daily-chain-by-id",
        &[],
    );
    let claimed = claim_the_open_step(&mira, id);
    assert_eq!((claimed.status, claimed.text.as_str()), (204, ""));
}

fn claim_the_open_step(player: &Player, id: u64) -> Reply {
    let chain = player.get(&format!("/user/daily_chain/{id}")).ok();
    let steps = chain["steps"].as_array().expect("steps");
    let open = steps
        .iter()
        .find(|step| step["status"] == "claimable")
        .expect("an open step");
    player.post(&format!(
        "/user/daily_chain/{id}/step/number/{}/claim",
        open["step_number"]
    ))
}

#[test]
fn offer_chains_and_orders() {
    let steps = json!([
        { "step_number": 1, "is_free": false, "items": [{ "sku": "kit", "quantity": 1 }] },
    ]);
    let of_the_sample = json!({
        "steps": steps, "date_end": "2124-01-01T00:00:00+00:00", "recurrent_schedule": { "interval_type": "hourly" },
    });
    let emulator = Emulator::start(&seed(&[offer_chain("Path", &of_the_sample)]));
    let mira = emulator.player("mira");
    let list = mira.get("/user/offer_chain").ok();
    hold(&list, "get-offer-chains-list", &[]);
    let id = chain_id(&list, "Path");
    let chain = mira.get(&format!("/user/offer_chain/{id}")).ok();
    hold(&chain, "get-user-offer-chain-by-id", &[]);
    assert!(
        chain["recurrent_schedule"]["reset_next_date"].is_u64(),
        "{chain}"
    );

    let ordered = mira.post(&format!("/user/offer_chain/{id}/step/number/1/order"));
    assert_eq!(ordered.status, 200);
    hold(&ordered.ok(), "order-user-offer-chain-step-reward", &[]);
    hold(
        &mira
            .get(&format!("/order/{}", ordered.ok()["order_id"]))
            .ok(),
        "get-order",
        &[],
    );
}

#[test]
fn a_free_offer_step() {
    let emulator = Emulator::start(&seed(&[offer_chain("Path", &json!({}))]));
    let mira = emulator.player("mira");
    let id = chain_id(&mira.get("/user/offer_chain").ok(), "Path");
    let claimed = mira.post(&format!("/user/offer_chain/{id}/step/number/1/claim"));
    assert_eq!(claimed.status, 200);
    hold(&claimed.ok(), "claim-user-offer-chain-step-reward", &[]);
}

#[test]
fn reward_chains_and_clans() {
    let described = |schedule: Value| {
        json!({
            "long_description": { "en": "In full." }, "date_end": "2124-01-01T00:00:00+00:00",
            "recurrent_schedule": schedule,
        })
    };
    let weekly = json!({ "interval_type": "weekly", "day_of_week": 1, "time": "01:00:00+08:00" });
    let monthly =
        json!({ "interval_type": "monthly", "day_of_month": 31, "time": "01:00:00+08:00" });
    let mut clan_chain = described(monthly);
    clan_chain["clan_type"] = "guild".into();
    clan_chain["popup_header"] = json!({ "en": "How to unlock rewards" });
    clan_chain["popup_instruction"] = json!({ "en": "Join a clan." });
    clan_chain["popup_image_url"] = "https://lanternwild.example/clan.svg".into();
    let buys = |quantity: u32| json!({ "clan": "hearthfire", "purchases": [{ "sku": "lantern", "quantity": quantity }] });
    let emulator = Emulator::start(&seed(&[
        reward_chain("Jar", "glow", &described(weekly)),
        reward_chain("Hearth", "hearth", &clan_chain),
        clans(),
        player("mira", &buys(4)),
        player("tobin", &buys(20)),
        player("pip", &json!({})),
    ]));
    let mira = emulator.player("mira");
    let list = mira.get("/user/reward_chain").ok();
    // Contributors are a clan chain's.
    let may_be_missing = [
        "items[].value_point.description",
        "items[].value_point.long_description",
        "items[].popup_header",
        "items[].popup_instruction",
        "items[].popup_image_url",
        "items[].clan_type",
    ];
    hold(&list, "get-reward-chains-list", &may_be_missing);
    let (jar, hearth) = (chain_id(&list, "Jar"), chain_id(&list, "Hearth"));
    let balance = |id: u64| mira.get(&format!("/user/reward_chain/{id}/balance")).ok();
    hold(&balance(jar), "get-user-reward-chain-balance", &[]);
    hold(
        &balance(hearth),
        "get-user-reward-chain-balance.clan",
        &["long_description"],
    );
    let contributors = format!("/user/clan/contributors/{hearth}/top");
    hold(
        &mira.get(&contributors).ok(),
        "get-user-clan-top-contributors",
        &[],
    );
    assert_eq!(emulator.player("pip").get(&contributors).ok(), json!([]));

    let steps = list["items"]
        .as_array()
        .expect("items")
        .iter()
        .find(|chain| chain["reward_chain_id"] == jar);
    let step = &steps.expect("the jar")["steps"][0]["step_id"];
    let claimed = mira.post(&format!("/user/reward_chain/{jar}/step/{step}/claim"));
    assert_eq!((claimed.status, claimed.text.as_str()), (204, ""));

    emulator.put_player("mira", &json!({ "name": "mira", "clan": "fernhollow" }));
    hold(
        &mira.send("PUT", "/user/clan/update", &json!({})).ok(),
        "user-clan-update",
        &[],
    );
}
