use serde_json::json;

use super::reward_chains::buy;
use super::{Game, reason};
use crate::engine::chain::Quantity;
use crate::engine::change::Change;
use crate::engine::coupons;
use crate::engine::grants::{GrantKind, Granting};
use crate::engine::ids::PromotionCode;
use crate::engine::promotions::SelectedUnitItems;

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
    let changes = granting.finish().expect("changes");
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

#[test]
fn more_than_a_player_can_own_is_refused() {
    let coupon = json!({ "operation": "admin-create-coupon", "body": {
        "external_id": "hoard", "name": { "en-US": "Hoard" },
        "bonus": [{ "sku": "wick", "quantity": 9_007_199_254_740_991_u64 }],
    }});
    let code = json!({ "operation": "create-coupon-code", "path": { "external_id": "hoard" },
        "body": { "coupon_code": "HOARD" } });
    let mut game = Game::with(&[coupon, code]);
    let mut redeem = || {
        reason(&game.act("mira", |state, player, now, _| {
            let code = PromotionCode("HOARD".to_owned());
            coupons::redeem(state, player, &code, &SelectedUnitItems::default(), now)
        }))
    };
    assert_eq!((redeem(), redeem()), ("ok", "invalid"));
    assert_eq!(game.held("mira", "wick"), 9_007_199_254_740_991);
}
