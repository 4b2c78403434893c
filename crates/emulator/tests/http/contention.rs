//! Many clients at once: each step is granted once, whoever wins.

use std::collections::BTreeMap;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::{Value, json};

use crate::checkout::PayStation;
use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, daily_chain, offer_chain, player, seed};
use crate::http::{self, NO_BODY};

const CLIENTS: usize = 32;
const PLAYERS: usize = 10;
const CHAINS: usize = 20;

#[test]
fn thirty_two_clients_claiming_the_same_two_hundred_steps_are_granted_two_hundred() {
    let chains: Vec<_> = (0..CHAINS)
        .map(|chain| daily_chain(&format!("Lanterns {chain}"), 7, &json!({})))
        .collect();
    let emulator = Emulator::start(&seed(&chains));
    // A Wednesday: step 3 of each chain is open.
    emulator.freeze_at("2024-01-03T12:00:00+00:00");
    let players: Vec<_> = (0..PLAYERS)
        .map(|number| emulator.player(&format!("player{number}")))
        .collect();
    let list = players[0].get("/user/daily_chain").ok();
    let ids: Vec<_> = (0..CHAINS)
        .map(|chain| chain_id(&list, &format!("Lanterns {chain}")))
        .collect();
    let steps: Vec<(&Player, u64)> = players
        .iter()
        .flat_map(|player| ids.iter().map(move |chain| (player, *chain)))
        .collect();

    let (acknowledged, start) = (AtomicUsize::new(0), Barrier::new(CLIENTS));
    thread::scope(|scope| {
        for client in 0..CLIENTS {
            let (steps, acknowledged, start) = (&steps, &acknowledged, &start);
            scope.spawn(move || {
                start.wait();
                // Pairs of clients meet on each step; the others come soon before or after.
                for turn in 0..steps.len() {
                    let (player, chain) = steps[(turn + client / 2 * 3) % steps.len()];
                    let reply =
                        player.post(&format!("/user/daily_chain/{chain}/step/number/3/claim"));
                    if reply.status == 204 {
                        acknowledged.fetch_add(1, Ordering::Relaxed);
                    } else {
                        assert_eq!(
                            reply.refused(422, 9912),
                            "[0401-9912]: Reward already claimed."
                        );
                    }
                }
            });
        }
    });

    let mut grants: BTreeMap<(String, String), u32> = BTreeMap::new();
    let audit = emulator.audit();
    for grant in &audit {
        *grants
            .entry((grant["player"].to_string(), grant["chain"].to_string()))
            .or_default() += 1;
    }
    assert_eq!(audit.len(), PLAYERS * CHAINS, "grants in the audit");
    assert_eq!(grants.len(), PLAYERS * CHAINS, "steps granted");
    assert_eq!(
        acknowledged.into_inner(),
        PLAYERS * CHAINS,
        "claims acknowledged"
    );
    for player in &players {
        assert_eq!(player.owned("wick"), CHAINS as u64);
    }
}

#[test]
fn a_step_ordered_many_times_and_paid_at_once_is_granted_once() {
    let emulator = Emulator::start(&seed(&[
        offer_chain("Path", &json!({})),
        player("mira", &json!({})),
    ]));
    let mira = emulator.player("mira");
    let chain = format!(
        "/user/offer_chain/{}/step/number",
        chain_id(&mira.get("/user/offer_chain").ok(), "Path")
    );
    mira.post(&format!("{chain}/1/claim")).ok();
    let orders: Vec<Value> = (0..8)
        .map(|_| mira.post(&format!("{chain}/2/order")).ok())
        .collect();
    let start = Barrier::new(orders.len() * 2);
    thread::scope(|scope| {
        for order in orders.iter().chain(&orders) {
            let (emulator, start) = (&emulator, &start);
            scope.spawn(move || {
                start.wait();
                PayStation::of(emulator, order).choose("pay");
            });
        }
    });
    assert_eq!(mira.owned("lantern"), 2);
    let lanterns: Vec<_> = mira
        .grants()
        .into_iter()
        .filter(|grant| grant["sku"] == "lantern")
        .collect();
    assert_eq!(lanterns.len(), 1, "{lanterns:?}");
    let done = orders.iter().filter(|order| {
        let path = format!("/order/{}", order["order_id"]);
        http::send(mira.request("GET", &path), NO_BODY).ok()["status"] == "done"
    });
    assert_eq!(done.count(), 1);
}
