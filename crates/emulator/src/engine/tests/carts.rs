use serde_json::json;

use super::shop::{decimal, promo_code, quantities};
use super::{Game, reason};
use crate::engine::cart;
use crate::engine::ids::{CartId, PromotionCode};
use crate::engine::promo_codes;
use crate::engine::promotions::SelectedUnitItems;

/// Redeems the code on the cart of this id.
fn apply_on(game: &mut Game, cart: &str) -> &'static str {
    let (code, cart) = (PromotionCode("SUMMER".to_owned()), CartId(cart.to_owned()));
    let selected = SelectedUnitItems::default();
    reason(&game.act("mira", |state, player, now, _| {
        promo_codes::redeem(state, player, Some(&cart), &code, selected, now)
    }))
}

#[test]
fn discounts_are_taken_off_items_first_and_then_off_the_cart() {
    let bought = [("wick", 3), ("lamp", 1), ("cloak", 2)];
    let item = |sku: &str, percent: &str| json!({ "sku": sku, "discount": { "percent": percent } });
    // 3 × 1.00 + 2.50 + 2 × 10.00 = 25.50
    for (changes, expected) in [
        (json!({}), "25.50"),
        (json!({ "discount": { "percent": "10.00" } }), "22.95"),
        (json!({ "discount": { "percent": "33.33" } }), "17.00"),
        (json!({ "discount": { "percent": "100" } }), "0.00"),
        (
            json!({ "discounted_items": [item("cloak", "50.00")] }),
            "15.50",
        ),
        (
            json!({ "discounted_items": [item("lamp", "0.5"), item("wick", "50")] }),
            "23.99",
        ),
        (
            json!({ "discounted_items": [item("cloak", "50")], "discount": { "percent": "10" } }),
            "13.95",
        ),
    ] {
        let mut game = Game::with(&promo_code(&changes));
        game.fill("mira", &bought);
        assert_eq!(game.redeem("mira", "SUMMER"), "ok");
        let total = game.cart("mira").total.expect("a total");
        assert_eq!(
            (total.amount, total.without_discount),
            (decimal(expected), decimal("25.50")),
            "{changes}"
        );
    }
}

#[test]
fn removing_the_code_restores_the_cart() {
    let mut game = Game::with(&promo_code(&json!({ "discount": { "percent": "10" } })));
    game.fill("mira", &[("cloak", 1)]);
    assert_eq!(apply_on(&mut game, "current"), "ok");
    assert_eq!(game.total("mira").as_deref(), Some("9.00"));
    game.act("mira", |_, player, _, _| promo_codes::remove(player, None))
        .expect("a cart");
    assert_eq!(game.total("mira").as_deref(), Some("10.00"));
}

#[test]
fn applying_a_code_does_not_use_it_up_and_it_counts_for_nothing_once_expired() {
    let mut game = Game::with(&promo_code(&json!({
        "discount": { "percent": "10" }, "redeem_user_limit": 1, "date_end": "2024-01-02T00:00:00Z",
    })));
    game.fill("mira", &[("cloak", 1)]);
    assert_eq!(
        (game.redeem("mira", "SUMMER"), game.redeem("mira", "SUMMER")),
        ("ok", "ok")
    );
    game.pass(24);
    assert_eq!(game.total("mira").as_deref(), Some("10.00"));
    assert_eq!(game.redeem("mira", "SUMMER"), "expired");
}

#[test]
fn filling_replaces_lines_of_the_same_items_and_names_what_it_cannot_take() {
    let mut game = Game::with(&[]);
    assert_eq!(game.total("mira"), None);
    game.fill("mira", &[("cloak", 1), ("lamp", 9), ("wick", 3)]);
    let lines = quantities(&[
        ("lamp", 1),
        ("dragon", 1),
        ("lamp", 1),
        ("wick", 0),
        ("ember", 1),
    ]);
    let (_, unknown) = game
        .act("mira", |state, player, now, _| {
            cart::fill(state, player, None, lines, now)
        })
        .expect("a cart");
    assert_eq!(
        unknown,
        quantities(&[("dragon", 1), ("ember", 1)]),
        "neither is sold"
    );
    // The cloak stays, the wick is taken out.
    assert_eq!(game.total("mira").as_deref(), Some("15.00"));
    assert_eq!(apply_on(&mut game, "somebody_elses"), "no cart");
}
