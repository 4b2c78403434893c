use serde_json::{Value, json};

use super::{Game, reason};
use crate::engine::amounts::Discounted;
use crate::engine::cart;
use crate::engine::chain::Quantity;
use crate::engine::ids::{CartId, PromotionCode};
use crate::engine::promo_codes;
use crate::engine::promotions::SelectedUnitItems;
use crate::engine::viewer::Viewer;

fn promo_code(changes: &Value) -> Vec<Value> {
    let mut body = json!({ "external_id": "summer", "name": { "en-US": "Summer" } });
    for (name, value) in changes.as_object().expect("changes") {
        body[name] = value.clone();
    }
    vec![
        json!({ "operation": "create-promo-code", "body": body }),
        json!({ "operation": "create-promo-code-code", "path": { "external_id": "summer" },
                "body": { "coupon_code": "SUMMER" } }),
    ]
}

fn fill(game: &mut Game, lines: &[(&str, u64)]) -> Vec<String> {
    let line = |&(sku, quantity): &(&str, u64)| Quantity {
        sku: sku.into(),
        quantity,
    };
    let lines = lines.iter().map(line).collect();
    let (_, unknown) = game
        .act("mira", |state, player, now, _| {
            cart::fill(state, player, None, lines, now)
        })
        .expect("a cart");
    unknown.into_iter().map(|line| line.sku.0).collect()
}

fn apply(game: &mut Game, cart: Option<&str>) -> &'static str {
    let (code, cart) = (
        PromotionCode("SUMMER".to_owned()),
        cart.map(|id| CartId(id.to_owned())),
    );
    reason(&game.act("mira", |state, player, now, _| {
        promo_codes::redeem(
            state,
            player,
            cart.as_ref(),
            &code,
            SelectedUnitItems::default(),
            now,
        )
    }))
}

fn total(game: &Game) -> Option<(String, String)> {
    let mira = game.player("mira");
    let cart = cart::of(mira, None).expect("a cart");
    let priced =
        cart::priced(&Viewer::new(&game.state, Some(mira), game.now), &cart).expect("prices");
    priced.total.map(
        |Discounted {
             amount,
             without_discount,
         }| { (format!("{amount:.2}"), format!("{without_discount:.2}")) },
    )
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
        fill(&mut game, &bought);
        assert_eq!(apply(&mut game, None), "ok");
        assert_eq!(
            total(&game),
            Some((expected.to_owned(), "25.50".to_owned())),
            "{changes}"
        );
    }
}

#[test]
fn removing_the_code_restores_the_cart() {
    let mut game = Game::with(&promo_code(&json!({ "discount": { "percent": "10" } })));
    fill(&mut game, &[("cloak", 1)]);
    apply(&mut game, Some("current"));
    game.act("mira", |_, player, _, _| promo_codes::remove(player, None))
        .expect("a cart");
    assert_eq!(total(&game), Some(("10.00".to_owned(), "10.00".to_owned())));
}

#[test]
fn applying_a_code_does_not_use_it_up_and_it_counts_for_nothing_once_expired() {
    let mut game = Game::with(&promo_code(&json!({
        "discount": { "percent": "10" }, "redeem_user_limit": 1, "date_end": "2024-01-02T00:00:00Z",
    })));
    fill(&mut game, &[("cloak", 1)]);
    assert_eq!(
        (apply(&mut game, None), apply(&mut game, None)),
        ("ok", "ok")
    );
    game.pass(24);
    assert_eq!(total(&game), Some(("10.00".to_owned(), "10.00".to_owned())));
    assert_eq!(apply(&mut game, None), "expired");
}

#[test]
fn filling_replaces_lines_of_the_same_items_and_names_what_it_cannot_take() {
    let mut game = Game::with(&[]);
    assert_eq!(total(&game), None);
    fill(&mut game, &[("cloak", 1), ("lamp", 9), ("wick", 3)]);
    let unknown = fill(
        &mut game,
        &[
            ("lamp", 1),
            ("dragon", 1),
            ("lamp", 1),
            ("wick", 0),
            ("ember", 1),
        ],
    );
    assert_eq!(unknown, ["dragon", "ember"], "neither is sold");
    // The cloak stays, the wick is taken out.
    assert_eq!(total(&game), Some(("15.00".to_owned(), "15.00".to_owned())));
    assert_eq!(apply(&mut game, Some("somebody_elses")), "no cart");
}
