use serde_json::{Value, json};

use super::reward_chains::buy;
use super::{Game, reason};
use crate::engine::change::Change;
use crate::engine::clans;
use crate::engine::ids::{ChainId, ClanId, StepId};
use crate::engine::reward_chains;

const CHAIN: ChainId = ChainId(1);

/// Clan points `hearth`, of which a lamp earns 10, a chain of 20 and 40, and two clans.
fn game() -> Game {
    let step = |price: u64| {
        json!({ "name": { "en": "Level" }, "price": { "amount": price },
                "reward": [{ "sku": "wick", "quantity": price }] })
    };
    let members = |clan: &str, names: &[&str]| -> Vec<Value> {
        let member = |name| json!({ "player_id": name, "name": name, "clan": clan });
        names.iter().map(member).collect()
    };
    Game::with(&[
        json!({ "operation": "admin-create-value-points", "body": {
            "sku": "hearth", "name": { "en": "Hearth" }, "is_clan": true
        }}),
        json!({ "operation": "admin-set-items-value-point-reward",
            "path": { "value_point_sku": "hearth" }, "body": [{ "sku": "lamp", "amount": 10 }],
        }),
        json!({ "operation": "admin-create-reward-chain", "body": {
            "name": { "en": "Fire" }, "date_start": "2024-01-01T00:00:00Z", "is_enabled": true,
            "value_point": { "sku": "hearth" }, "clan_type": "guild", "steps": [step(20), step(40)],
        }}),
        json!({ "clans": [{ "id": "oak", "name": "Oak" }, { "id": "fern", "name": "Fern" }] }),
        json!({ "players": members("oak", &["ada", "ben", "cleo"]) }),
        json!({ "players": members("fern", &["dora"]) }),
    ])
}

fn balance(game: &Game, player: &str) -> u64 {
    let player = game.player(player);
    reward_chains::get(&game.state, Some(player), CHAIN, game.now)
        .expect("a chain")
        .balance
}

fn contributors(game: &Game, player: &str) -> Vec<(String, u64)> {
    let top = clans::top_contributors_of(&game.state, game.player(player), CHAIN, game.now);
    top.expect("a chain")
        .into_iter()
        .map(|(name, amount)| (name.to_owned(), amount))
        .collect()
}

fn claim(game: &mut Game, player: &str, step: u64) -> &'static str {
    reason(&game.act(player, |state, player, now, _| {
        reward_chains::claim(state, player, CHAIN, StepId(step), now)
    }))
}

fn join(game: &mut Game, player: &str, clan: Option<&str>) {
    let mut profile = game.player(player).profile.clone();
    profile.join(clan.map(ClanId::from));
    game.state.apply(Change::Profile(profile));
}

fn update(game: &mut Game, player: &str) -> u64 {
    let rewards = game.act(player, |state, player, now, _| {
        clans::update(state, player, now)
    });
    rewards
        .expect("an update")
        .iter()
        .map(|line| line.quantity)
        .sum()
}

#[test]
fn a_clan_has_what_its_members_earned_together() {
    let mut game = game();
    for (player, lamps) in [("ada", 1), ("ben", 3), ("dora", 9), ("mira", 5)] {
        buy(&mut game, player, "lamp", lamps);
    }
    for (player, expected) in [
        ("ada", 40),
        ("ben", 40),
        ("cleo", 40),
        ("dora", 90),
        ("mira", 0),
    ] {
        assert_eq!(balance(&game, player), expected, "{player}");
    }
    let named = |list: &[(&str, u64)]| -> Vec<_> {
        list.iter()
            .map(|(name, amount)| ((*name).to_owned(), *amount))
            .collect()
    };
    assert_eq!(
        contributors(&game, "cleo"),
        named(&[("ben", 30), ("ada", 10)])
    );
    assert_eq!(contributors(&game, "mira"), [], "no clan, no contributors");
}

#[test]
fn each_member_claims_for_themselves() {
    let mut game = game();
    buy(&mut game, "ada", "lamp", 2);
    for (player, step, outcome) in [
        ("cleo", 1, "ok"),
        ("cleo", 1, "claimed"),
        ("ben", 1, "ok"),
        ("ben", 2, "too few points"),
        ("dora", 1, "too few points"),
        ("mira", 1, "too few points"),
    ] {
        assert_eq!(claim(&mut game, player, step), outcome, "{player} {step}");
    }
}

#[test]
fn ten_contributors_at_most_the_highest_first() {
    let mut game = game();
    for number in 0..12 {
        let id = format!("member{number:02}");
        let mut profile = game.player("ada").profile.clone();
        profile.id = id.as_str().into();
        profile.name.clone_from(&id);
        game.state.apply(Change::Profile(profile));
        buy(&mut game, &id, "lamp", 1 + number % 6);
    }
    let amounts: Vec<_> = contributors(&game, "ada")
        .into_iter()
        .map(|(_, amount)| amount)
        .collect();
    assert_eq!(amounts, [60, 60, 50, 50, 40, 40, 30, 30, 20, 20]);
}

#[test]
fn leaving_a_clan_claims_what_it_still_owes() {
    let mut game = game();
    buy(&mut game, "ada", "lamp", 3);
    buy(&mut game, "ben", "lamp", 1);
    assert_eq!(claim(&mut game, "ada", 1), "ok");
    assert_eq!(update(&mut game, "ada"), 0, "nothing changed");
    join(&mut game, "ada", Some("fern"));
    assert_eq!(
        balance(&game, "ada"),
        40,
        "until the update she is where she was"
    );
    assert_eq!(
        update(&mut game, "ada"),
        40,
        "only what she had not claimed"
    );
    assert_eq!(game.held("ada", "wick"), 20 + 40);
    assert_eq!(update(&mut game, "ada"), 0, "and only once");
    assert_eq!(
        (balance(&game, "ben"), balance(&game, "ada")),
        (10, 0),
        "her points stay behind"
    );
    buy(&mut game, "ada", "lamp", 2);
    assert_eq!((balance(&game, "dora"), balance(&game, "ben")), (20, 10));
    assert_eq!(
        claim(&mut game, "ada", 1),
        "claimed",
        "a step is given once a cycle, in any clan"
    );
}

#[test]
fn the_first_clan_counts_at_once() {
    let mut game = game();
    buy(&mut game, "mira", "lamp", 1);
    join(&mut game, "mira", Some("oak"));
    assert_eq!(
        balance(&game, "mira"),
        0,
        "points earned without a clan belong to none"
    );
    buy(&mut game, "mira", "lamp", 1);
    assert_eq!(balance(&game, "ada"), 10);
}
