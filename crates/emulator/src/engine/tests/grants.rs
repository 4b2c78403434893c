use super::Game;
use super::reward_chains::buy;
use crate::engine::chain::Quantity;
use crate::engine::change::Change;
use crate::engine::grants::{GrantKind, Granting};

#[test]
fn a_bundle_is_audited_as_named_and_opened_in_the_bag() {
    let game = Game::with(&[]);
    let mut granting = Granting::new(
        &game.state,
        game.player("mira"),
        GrantKind::Coupon,
        game.now,
    );
    granting.items(&[Quantity {
        sku: "kit".into(),
        quantity: 2,
    }]);
    let changes = granting.finish();
    let audited: Vec<_> = changes
        .iter()
        .filter_map(|change| match change {
            Change::Grant(grant) => Some((grant.sku.as_str(), grant.quantity)),
            _ => None,
        })
        .collect();
    assert_eq!(audited, [("kit", 2)]);
    let mut game = game;
    for change in changes {
        game.state.apply(change);
    }
    assert_eq!(
        (game.held("mira", "wick"), game.held("mira", "ember")),
        (6, 5 + 20)
    );
}

#[test]
fn one_decision_adds_up_what_it_pays_into_a_wallet() {
    let mut game = Game::with(&[]);
    buy(&mut game, "mira", "kit", 1);
    buy(&mut game, "mira", "kit", 3);
    assert_eq!(
        (game.held("mira", "wick"), game.held("mira", "ember")),
        (12, 5 + 40)
    );
}
