//! Many browsers at once at the last piece, the last coins, the last use. The audit is the judge.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{item_with, player, promo_code, seed};
use crate::http::{self, NO_BODY, Reply};

const CLIENTS: usize = 32;

/// Lets every client do one thing at the same moment; answers how many were answered 200.
fn all_at_once(ask: impl Fn(usize) -> Reply + Sync, expected: &[(u16, u64)]) -> usize {
    let (granted, start) = (AtomicUsize::new(0), Barrier::new(CLIENTS));
    thread::scope(|scope| {
        for client in 0..CLIENTS {
            let (ask, granted, start) = (&ask, &granted, &start);
            scope.spawn(move || {
                start.wait();
                let reply = ask(client);
                if reply.status == 200 {
                    granted.fetch_add(1, Ordering::Relaxed);
                } else {
                    let number = reply.json()["errorCode"].as_u64().expect("a number");
                    assert!(expected.contains(&(reply.status, number)), "{}", reply.text);
                }
            });
        }
    });
    granted.into_inner()
}

fn players(emulator: &Emulator) -> Vec<Player<'_>> {
    (0..CLIENTS)
        .map(|number| emulator.player(&format!("player{number}")))
        .collect()
}

fn pay(emulator: &Emulator, order: &Value) -> Reply {
    let url = emulator.control(&format!("/orders/{}/pay", order["order_id"]));
    http::send(http::request("POST", &url), NO_BODY)
}

/// How many of an item the audit says were granted.
fn granted(emulator: &Emulator, sku: &str) -> u64 {
    let grants = emulator.audit();
    let of_item = grants.iter().filter(|grant| grant["sku"] == sku);
    of_item
        .map(|grant| grant["quantity"].as_u64().expect("a quantity"))
        .sum()
}

fn statuses(players: &[Player], orders: &[Value], status: &str) -> usize {
    let read = players.iter().zip(orders);
    read.filter(|(player, order)| {
        player.get(&format!("/order/{}", order["order_id"])).ok()["status"] == status
    })
    .count()
}

#[test]
fn the_last_five_pieces_are_paid_by_five_of_thirty_two() {
    let stock = json!({ "limits": { "per_user": null, "per_item": 5 } });
    let emulator = Emulator::start(&seed(&[item_with("comet", "1.00", &stock)]));
    let players = players(&emulator);
    // In carts and item by item.
    let orders: Vec<Value> = players
        .iter()
        .enumerate()
        .map(|(number, player)| {
            if number % 2 == 0 {
                return player.send("POST", "/payment/item/comet", &json!({})).ok();
            }
            let line = json!({ "quantity": 1 });
            assert_eq!(player.send("PUT", "/cart/item/comet", &line).status, 204);
            player.send("POST", "/payment/cart", &json!({})).ok()
        })
        .collect();
    let paid = all_at_once(|client| pay(&emulator, &orders[client]), &[(422, 1459)]);
    assert_eq!((paid, granted(&emulator, "comet")), (5, 5));
    assert_eq!(statuses(&players, &orders, "done"), 5);
    assert_eq!(statuses(&players, &orders, "canceled"), CLIENTS - 5);
    let left = players[0].get("/items/sku/comet").ok();
    assert_eq!(left["limits"]["per_item"]["available"], 0);
    players[0]
        .send("POST", "/payment/item/comet", &json!({}))
        .refused(422, 1459);
}

#[test]
fn one_player_in_thirty_two_windows_stays_within_their_limit() {
    let limit = json!({ "limits": { "per_user": 3, "per_item": null } });
    let emulator = Emulator::start(&seed(&[item_with("comet", "1.00", &limit)]));
    let mira = emulator.player("mira");
    let orders: Vec<Value> = (0..CLIENTS)
        .map(|_| mira.send("POST", "/payment/item/comet", &json!({})).ok())
        .collect();
    // Paying one cancels the others.
    let paid = all_at_once(
        |client| pay(&emulator, &orders[client]),
        &[(422, 1459), (422, 9002)],
    );
    assert_eq!(paid as u64, granted(&emulator, "comet"));
    assert!((1..=3).contains(&paid), "{paid}");
    let more = all_at_once(
        |_| {
            let order = mira.send("POST", "/payment/item/comet", &json!({}));
            if order.status == 200 {
                pay(&emulator, &order.json())
            } else {
                order
            }
        },
        &[(422, 1459), (422, 9002)],
    );
    assert_eq!((paid + more) as u64, granted(&emulator, "comet"));
    // Whatever is left can be bought, and not one more.
    for _ in 0..4 {
        let order = mira.send("POST", "/payment/item/comet", &json!({}));
        if order.status == 200 {
            pay(&emulator, &order.json()).ok();
        } else {
            order.refused(422, 1459);
        }
    }
    assert_eq!(granted(&emulator, "comet"), 3);
}

#[test]
fn one_wallet_is_spent_by_thirty_two_and_never_overdrawn() {
    let emulator = Emulator::start(&seed(&[player(
        "mira",
        &json!({ "wallet": { "ember": 290 } }),
    )]));
    let mira = emulator.player("mira");
    let bought = all_at_once(
        |_| mira.send("POST", "/payment/item/cloak/virtual/ember", &json!({})),
        &[(422, 5006)],
    );
    assert_eq!((bought, granted(&emulator, "cloak")), (7, 7));
    assert_eq!((mira.owned("ember"), mira.owned("cloak")), (10, 7));
}

#[test]
fn a_code_for_one_use_is_used_once_by_thirty_two() {
    let code = promo_code(
        "ONCE",
        &json!({ "redeem_total_limit": 1, "bonus": [{ "sku": "cloak", "quantity": 1 }] }),
    );
    let emulator = Emulator::start(&seed(&code));
    let players = players(&emulator);
    let with_code = json!({ "promo_code": "ONCE" });
    let orders: Vec<Value> = players
        .iter()
        .map(|player| {
            player
                .send("POST", "/payment/item/lantern", &with_code)
                .ok()
        })
        .collect();
    let paid = all_at_once(|client| pay(&emulator, &orders[client]), &[(422, 9804)]);
    assert_eq!(
        (
            paid,
            granted(&emulator, "cloak"),
            granted(&emulator, "lantern")
        ),
        (1, 1, 1)
    );
    assert_eq!(statuses(&players, &orders, "canceled"), CLIENTS - 1);
}

#[test]
fn one_free_piece_goes_to_one_of_thirty_two() {
    let gift = json!({
        "is_free": true, "prices": [], "vc_prices": [], "limits": { "per_user": null, "per_item": 1 },
    });
    let emulator = Emulator::start(&seed(&[item_with("gift", "0", &gift)]));
    let players = players(&emulator);
    let taken = all_at_once(
        |client| players[client].send("POST", "/free/item/gift", &json!({})),
        &[(422, 1459)],
    );
    assert_eq!((taken, granted(&emulator, "gift")), (1, 1));
}
