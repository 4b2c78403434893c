use serde_json::{Value, json};

use super::{Game, at, reason};
use crate::engine::ids::{ChainId, OrderId, StepNumber};
use crate::engine::offer_chains;
use crate::engine::orders::{self, OrderStatus, PaymentEvent};

const CHAIN: ChainId = ChainId(1);

fn chain(schedule: &Value) -> Value {
    let steps = json!([
        { "step_number": 1, "is_free": true, "items": [{ "sku": "wick" }] },
        { "step_number": 2, "is_free": false, "items": [{ "sku": "lamp", "quantity": 3 }] },
        { "step_number": 3, "is_free": true, "items": [{ "sku": "ember", "quantity": 7 }] },
    ]);
    json!({ "operation": "admin-create-offer-chain", "body": {
        "name": { "en": "Path" }, "date_start": "2024-01-01T00:00:00Z", "is_enabled": true,
        "recurrent_schedule": schedule, "steps": steps,
    }})
}

fn claim(game: &mut Game, step: u64) -> &'static str {
    reason(&game.act("mira", |state, player, now, token| {
        offer_chains::claim(state, player, CHAIN, StepNumber(step), token, now)
    }))
}

fn order(game: &mut Game, step: u64) -> Result<OrderId, &'static str> {
    let outcome = game.act("mira", |state, player, now, token| {
        offer_chains::order(state, player, CHAIN, StepNumber(step), token, now)
    });
    let refused = reason(&outcome);
    outcome.map(|(id, _)| id).map_err(|_| refused)
}

fn end(game: &mut Game, id: OrderId, event: PaymentEvent) -> &'static str {
    let outcome = game.act("mira", |state, _, now, _| {
        orders::payment(state, id, event, now)
    });
    let outcome = outcome.flatten();
    outcome
        .as_ref()
        .map_or_else(|_| reason(&outcome), |status| status.as_str())
}

fn next_step(game: &Game) -> Option<u64> {
    let mira = game.player("mira");
    let progress = offer_chains::get(&game.state, Some(mira), CHAIN, game.now).expect("a chain");
    progress.next_step.map(|number| number.0)
}

#[test]
fn steps_come_strictly_in_order_each_in_its_own_way() {
    let mut game = Game::with(&[chain(&Value::Null)]);
    for (step, claimed, ordered) in [
        (2, "not claimable", "not claimable"),
        (3, "not claimable", "not claimable"),
        (4, "no step", "no step"),
    ] {
        assert_eq!(claim(&mut game, step), claimed, "claim {step}");
        assert_eq!(order(&mut game, step), Err(ordered), "order {step}");
    }
    assert_eq!(
        order(&mut game, 1),
        Err("not claimable"),
        "a free step has no order"
    );
    assert_eq!(claim(&mut game, 1), "ok");
    assert_eq!(claim(&mut game, 1), "claimed");
    assert_eq!(
        claim(&mut game, 2),
        "not claimable",
        "a paid step is not claimed"
    );
    let paid = order(&mut game, 2).expect("an order");
    assert_eq!(next_step(&game), Some(2), "an order alone moves nothing");
    assert_eq!(end(&mut game, paid, PaymentEvent::Pay), "done");
    assert_eq!(claim(&mut game, 3), "ok");
    assert_eq!(next_step(&game), None);
    assert_eq!(
        (game.held("mira", "lamp"), game.held("mira", "ember")),
        (3, 5 + 7)
    );
}

#[test]
fn a_step_costs_its_items_as_often_as_they_are_given() {
    let game = Game::with(&[chain(&Value::Null)]);
    let steps = &game.state.offer_chains[&CHAIN].steps;
    let prices: Vec<_> = steps
        .iter()
        .map(|step| offer_chains::step_price(&game.state, step).expect("a price"))
        .collect();
    assert_eq!(prices, [None, Some("7.50".parse().expect("money")), None]);
}

#[test]
fn an_order_ends_once() {
    // (what happens to the order, one after the other, and the status each leads to; what is granted)
    use PaymentEvent::{Cancel, Decline, Expire, Pay};
    let table: [(&[(PaymentEvent, &str)], u64); 5] = [
        (
            &[
                (Pay, "done"),
                (Pay, "not open"),
                (Cancel, "not open"),
                (Expire, "not open"),
            ],
            3,
        ),
        (&[(Decline, "new"), (Decline, "new"), (Pay, "done")], 3),
        (
            &[
                (Cancel, "canceled"),
                (Pay, "not open"),
                (Decline, "not open"),
            ],
            0,
        ),
        (&[(Expire, "expired"), (Pay, "not open")], 0),
        (&[(Decline, "new")], 0),
    ];
    for (events, granted) in table {
        let mut game = Game::with(&[chain(&Value::Null)]);
        claim(&mut game, 1);
        let id = order(&mut game, 2).expect("an order");
        for (event, outcome) in events {
            assert_eq!(end(&mut game, id, *event), *outcome, "{events:?}");
        }
        assert_eq!(game.held("mira", "lamp"), granted, "{events:?}");
    }
}

#[test]
fn two_orders_for_a_step_are_paid_once() {
    let mut game = Game::with(&[chain(&Value::Null)]);
    claim(&mut game, 1);
    let first = order(&mut game, 2).expect("an order");
    let second = order(&mut game, 2).expect("another order");
    assert_eq!(end(&mut game, second, PaymentEvent::Pay), "done");
    assert_eq!(end(&mut game, first, PaymentEvent::Pay), "claimed");
    assert_eq!(game.state.orders[&first].status, OrderStatus::New);
    assert_eq!(game.held("mira", "lamp"), 3);
}

#[test]
fn what_was_ordered_while_the_chain_ran_can_be_paid_after_it_ended_or_was_switched_off() {
    for switched_off in [false, true] {
        let mut ending = chain(&Value::Null);
        ending["body"]["date_end"] = json!("2024-01-02T00:00:00Z");
        let mut game = Game::with(&[ending]);
        claim(&mut game, 1);
        let id = order(&mut game, 2).expect("an order");
        if switched_off {
            let chain = game.state.offer_chains.get_mut(&CHAIN).expect("a chain");
            chain.availability.is_enabled = false;
        } else {
            game.pass(24);
        }
        assert_eq!(order(&mut game, 2), Err("no chain"));
        assert_eq!(end(&mut game, id, PaymentEvent::Pay), "done");
        assert_eq!(game.held("mira", "lamp"), 3);
    }
}

#[test]
fn a_reset_starts_the_chain_over_and_outdates_its_orders() {
    let weekly = json!({ "interval_type": "weekly", "day_of_week": 3, "time": "02:00:00+02:00" });
    let mut game = Game::with(&[chain(&weekly)]);
    claim(&mut game, 1);
    let old = order(&mut game, 2).expect("an order");
    game.now = at("2024-01-02T23:59:59Z");
    assert_eq!(next_step(&game), Some(2));
    game.now = at("2024-01-03T00:00:00Z");
    assert_eq!(next_step(&game), Some(1));
    assert_eq!(end(&mut game, old, PaymentEvent::Pay), "not claimable");
    assert_eq!(claim(&mut game, 1), "ok");
    assert_eq!(end(&mut game, old, PaymentEvent::Pay), "not claimable");
    assert_eq!(game.held("mira", "lamp"), 0);
}
