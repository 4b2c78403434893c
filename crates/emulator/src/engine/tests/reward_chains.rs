use serde_json::{Value, json};

use super::{Game, at, reason};
use crate::engine::Decision;
use crate::engine::chain::Quantity;
use crate::engine::ids::{ChainId, StepId};
use crate::engine::{orders, reward_chains};

const CHAIN: ChainId = ChainId(1);

/// Value points `glow`, of which a lamp earns 10 and a kit 25, and a chain of 10, 20 and 50.
fn chain(schedule: &Value) -> Vec<Value> {
    let step = |price: u64| {
        json!({ "name": { "en": "Level" }, "price": { "amount": price },
                "reward": [{ "sku": "wick", "quantity": price }] })
    };
    vec![
        json!({ "operation": "admin-create-value-points", "body": {
            "sku": "glow", "name": { "en": "Glow" }
        }}),
        json!({ "operation": "admin-set-items-value-point-reward",
            "path": { "value_point_sku": "glow" },
            "body": [{ "sku": "lamp", "amount": 10 }, { "sku": "kit", "amount": 25 }],
        }),
        json!({ "operation": "admin-create-reward-chain", "body": {
            "name": { "en": "Jar" }, "date_start": "2024-01-01T00:00:00Z", "is_enabled": true,
            "value_point": { "sku": "glow" }, "recurrent_schedule": schedule,
            "steps": [step(10), step(20), step(50)],
        }}),
    ]
}

pub fn buy(game: &mut Game, player: &str, sku: &str, quantity: u64) {
    let bought = [Quantity {
        sku: sku.into(),
        quantity,
    }];
    game.act(player, |state, player, now, token| {
        orders::past_purchase(state, player, &bought, token, now)
            .map(|changes| Decision { changes, reply: () })
    })
    .expect("a purchase");
}

fn claim(game: &mut Game, player: &str, step: u64) -> &'static str {
    reason(&game.act(player, |state, player, now, _| {
        reward_chains::claim(state, player, CHAIN, StepId(step), now)
    }))
}

fn balance(game: &Game, player: &str) -> u64 {
    let player = game.player(player);
    reward_chains::get(&game.state, Some(player), CHAIN, game.now)
        .expect("a chain")
        .balance
}

#[test]
fn points_come_from_purchases_and_are_not_spent_by_claiming() {
    let mut game = Game::with(&chain(&Value::Null));
    // (what is bought first, the step tried, what comes of it, the balance then)
    let rows = [
        (None, 1, "too few points", 0),
        (Some(("lamp", 2)), 3, "too few points", 20),
        (None, 2, "ok", 20),
        (None, 2, "claimed", 20),
        (None, 1, "ok", 20),
        (Some(("wick", 9)), 3, "too few points", 20),
        (Some(("kit", 1)), 3, "too few points", 45),
        (Some(("lamp", 1)), 3, "ok", 55),
        (None, 4, "no step", 55),
    ];
    for (index, (bought, step, outcome, balance_after)) in rows.into_iter().enumerate() {
        if let Some((sku, quantity)) = bought {
            buy(&mut game, "mira", sku, quantity);
        }
        assert_eq!(claim(&mut game, "mira", step), outcome, "row {index}");
        assert_eq!(balance(&game, "mira"), balance_after, "row {index}");
    }
    assert_eq!(balance(&game, "tobin"), 0, "points are a player's own");
}

#[test]
fn a_reset_empties_balance_and_claims() {
    let monthly =
        json!({ "interval_type": "monthly", "day_of_month": 31, "time": "00:00:00+00:00" });
    let mut game = Game::with(&chain(&monthly));
    buy(&mut game, "mira", "lamp", 1);
    assert_eq!(claim(&mut game, "mira", 1), "ok");
    game.now = at("2024-01-30T23:59:59Z");
    assert_eq!(
        (balance(&game, "mira"), claim(&mut game, "mira", 1)),
        (10, "claimed")
    );
    game.now = at("2024-01-31T00:00:00Z");
    assert_eq!(
        (balance(&game, "mira"), claim(&mut game, "mira", 1)),
        (0, "too few points")
    );
    buy(&mut game, "mira", "lamp", 1);
    assert_eq!(
        (balance(&game, "mira"), claim(&mut game, "mira", 1)),
        (10, "ok")
    );
    assert_eq!(game.held("mira", "wick"), 20);
}

#[test]
fn a_reward_with_conditions_is_given_to_whom_it_is_meant_for() {
    let mut entries = chain(&Value::Null);
    entries[2]["body"]["steps"][0]["reward"] = json!([
        { "sku": "wick", "quantity": 1 },
        { "sku": "cloak", "quantity": 1, "attribute_conditions": [
            { "attribute": "rank", "type": "string", "operator": "eq", "value": "gold" }
        ]},
    ]);
    entries.push(json!({ "players": [
        { "player_id": "rowan", "name": "Rowan", "attributes": { "rank": "gold" } }
    ]}));
    let mut game = Game::with(&entries);
    for (player, cloaks) in [("mira", 0), ("rowan", 1)] {
        buy(&mut game, player, "lamp", 1);
        assert_eq!(claim(&mut game, player, 1), "ok", "{player}");
        assert_eq!(
            (game.held(player, "wick"), game.held(player, "cloak")),
            (1, cloaks),
            "{player}"
        );
    }
}
