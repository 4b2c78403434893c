use serde_json::{Value, json};

use super::shop::{bonus, decimal, discount, promo_code};
use super::{Game, reason};
use crate::engine::amounts::Discounted;
use crate::engine::change::{Change, Definition, Deletion};
use crate::engine::ids::{OrderId, RegionId};
use crate::engine::items::Currency;
use crate::engine::orders::{self, ItemOrder, Order, PaymentEvent};

fn order(game: &Game, id: OrderId) -> &Order {
    &game.state.orders[&id]
}

fn amount(game: &Game, id: OrderId) -> String {
    let price = order(game, id).price.expect("a price");
    format!("{:.2} of {:.2}", price.amount, price.without_discount)
}

fn free(sku: &str) -> Value {
    json!({ "operation": "admin-create-virtual-item", "body": {
        "sku": sku, "name": { "en": sku }, "is_free": true,
    }})
}

fn sold_for_ember(sku: &str, amount: u64) -> Value {
    json!({ "operation": "admin-create-virtual-item", "body": {
        "sku": sku, "name": { "en": sku }, "vc_prices": [{ "sku": "ember", "amount": amount }],
    }})
}

#[test]
fn an_order_is_paid_at_the_price_it_was_made_for() {
    let promo =
        json!({ "discount": { "percent": "10" }, "bonus": [{ "sku": "wick", "quantity": 2 }] });
    let mut game = Game::with(&promo_code(&promo));
    game.apply(Definition::ItemPromotion(discount(9, "50", &["lamp"])));
    game.fill("mira", &[("lamp", 2), ("cloak", 1)]);
    game.redeem("mira", "SUMMER");
    let id = game.order_cart("mira").expect("an order");
    // (2 × 1.25 + 10.00) × 0.9
    assert_eq!(amount(&game, id), "11.25 of 15.00");
    game.change_item("cloak", |item| item.prices.clear());
    game.apply(Change::Delete(Deletion::ItemPromotion(
        crate::engine::ids::PromotionId(9),
    )));
    assert_eq!(reason(&game.pay(id)), "ok");
    assert_eq!(amount(&game, id), "11.25 of 15.00");
    let held = ["lamp", "cloak", "wick"].map(|sku| game.held("mira", sku));
    assert_eq!(held, [2, 1, 2]);
    assert_eq!(
        (game.total("mira"), game.cart("mira").code.is_some()),
        (None, false),
        "emptied"
    );
}

#[test]
fn a_cart_stays_where_the_payment_is_canceled_or_the_cart_has_changed_since() {
    let mut game = Game::with(&[]);
    game.fill("mira", &[("lamp", 1)]);
    let canceled = game.order_cart("mira").expect("an order");
    let end = game.act("mira", |state, _, now, _| {
        orders::payment(state, canceled, PaymentEvent::Cancel, now)
    });
    assert_eq!(reason(&end.flatten()), "ok");
    assert_eq!(game.total("mira").as_deref(), Some("2.50"));
    let id = game.order_cart("mira").expect("an order");
    game.put("mira", "wick", 1);
    assert_eq!(reason(&game.pay(id)), "ok");
    assert_eq!(game.total("mira").as_deref(), Some("3.50"));
}

#[test]
fn what_stops_being_sold_stays_in_the_cart_and_keeps_it_from_being_ordered() {
    type Change = fn(&mut Game);
    let stops: [(&str, Change, usize); 4] = [
        (
            "unavailable",
            |game| game.change_item("lamp", |item| item.is_enabled = false),
            2,
        ),
        (
            "unavailable",
            |game| {
                game.change_item("lamp", |item| {
                    item.periods =
                        serde_json::from_value(json!([{ "date_until": "2023-12-31T00:00:00Z" }]))
                            .expect("periods");
                });
            },
            2,
        ),
        (
            "unavailable",
            |game| drop(game.state.catalog.items.remove(&"lamp".into())),
            1,
        ),
        (
            "region",
            |game| {
                game.change_item("lamp", |item| item.regions = vec![RegionId(1)]);
                let mut profile = game.player("mira").profile.clone();
                profile.country = Some("FR".to_owned());
                game.apply(self::Change::Profile(profile));
            },
            2,
        ),
    ];
    for (outcome, stop, lines) in stops {
        let region = json!({ "operation": "admin-create-region", "body": {
            "name": { "en": "Germany" }, "countries": ["DE"],
        }});
        let mut game = Game::with(&[region]);
        game.fill("mira", &[("lamp", 1), ("wick", 1)]);
        let before = game.order_cart("mira").expect("an order");
        stop(&mut game);
        assert_eq!(game.cart("mira").lines.len(), lines);
        let bought = game
            .cart("mira")
            .lines
            .iter()
            .map(|line| line.can_be_bought)
            .collect::<Vec<_>>();
        assert_eq!(bought.iter().filter(|can| **can).count(), 1, "{bought:?}");
        assert_eq!(reason(&game.order_cart("mira")), outcome);
        assert_eq!(reason(&game.pay(before)), "ok", "what was agreed is kept");
    }
}

#[test]
fn a_changed_price_counts_for_the_next_order() {
    let mut game = Game::with(&[]);
    game.fill("mira", &[("lamp", 2)]);
    game.change_item("lamp", |item| item.prices[0].amount = decimal("4"));
    assert_eq!(game.total("mira").as_deref(), Some("8.00"));
    let id = game.order_cart("mira").expect("an order");
    assert_eq!(amount(&game, id), "8.00 of 8.00");
}

#[test]
fn an_item_is_ordered_as_a_cart_of_one_line() {
    let promo = json!({ "discount": { "percent": "10" }, "redeem_user_limit": 1,
                        "date_end": "2024-01-02T00:00:00Z" });
    let mut entries = promo_code(&promo);
    entries.extend([free("leaf"), json!({ "operation": "admin-create-game", "body": {
        "sku": "moth", "name": { "en": "Moth" }, "unit_items": [
            { "sku": "moth_dusk", "drm_sku": "steam", "prices": [{ "amount": 6, "currency": "USD" }] },
        ],
    }})]);
    let mut game = Game::with(&entries);
    game.apply(Definition::ItemPromotion(bonus(
        9,
        &["cloak"],
        &[("wick", 1)],
    )));
    for (sku, quantity, code, outcome) in [
        ("dragon", 1, None, "no item"),
        ("moth", 1, None, "not for carts"),
        ("moth_dusk", 1, None, "ok"),
        ("ember", 1, None, "invalid item"),
        ("leaf", 1, None, "free"),
        ("cloak", 0, None, "invalid"),
        ("cloak", 1, Some("WINTER"), "no code"),
        ("cloak", 3, Some("SUMMER"), "ok"),
    ] {
        let outcome_is = reason(&game.order_item("mira", sku, quantity, code));
        assert_eq!(outcome_is, outcome, "{sku} {code:?}");
    }
    let id = *game.state.orders.last_key_value().expect("an order").0;
    assert_eq!(amount(&game, id), "27.00 of 30.00");
    assert_eq!(reason(&game.pay(id)), "ok");
    assert_eq!(
        (game.held("mira", "cloak"), game.held("mira", "wick")),
        (3, 1)
    );
    assert_eq!(
        reason(&game.order_item("mira", "cloak", 1, Some("SUMMER"))),
        "limit"
    );
    game.pass(24);
    assert_eq!(
        reason(&game.order_item("tobin", "cloak", 1, Some("SUMMER"))),
        "expired"
    );
    game.change_item("cloak", |item| item.prices.clear());
    assert_eq!(
        reason(&game.order_item("mira", "cloak", 1, None)),
        "invalid item"
    );
}

#[test]
fn what_is_free_is_had_at_once_and_only_as_free() {
    let promo = json!({ "discount": { "percent": "100" }, "redeem_user_limit": 1 });
    let mut entries = promo_code(&promo);
    entries.push(free("leaf"));
    let mut game = Game::with(&entries);
    let take = |game: &mut Game, sku: &str, code: Option<&str>| {
        let code = code.map(|code| crate::engine::ids::PromotionCode(code.to_owned()));
        let outcome = game.act("mira", |state, player, now, token| {
            let wanted = ItemOrder {
                sku: &sku.into(),
                quantity: 2,
                currency: None,
                promo_code: code.as_ref(),
                return_url: None,
            };
            orders::free_item(state, player, &wanted, token, now)
        });
        reason(&outcome)
    };
    assert_eq!(reason(&game.take_free_cart("mira")), "empty");
    assert_eq!(reason(&game.order_cart("mira")), "empty");
    assert_eq!(take(&mut game, "leaf", None), "ok");
    assert_eq!(take(&mut game, "cloak", None), "invalid item");
    assert_eq!(take(&mut game, "cloak", Some("SUMMER")), "ok");
    assert_eq!(take(&mut game, "cloak", Some("SUMMER")), "limit");
    assert_eq!(
        (game.held("mira", "leaf"), game.held("mira", "cloak")),
        (2, 2)
    );
    game.fill("mira", &[("leaf", 1)]);
    assert_eq!(reason(&game.order_cart("mira")), "free");
    assert!(game.cart("mira").is_free());
    let id = game.take_free_cart("mira").expect("an order");
    assert_eq!((game.status(id), order(&game, id).price), ("done", None));
    assert_eq!((game.held("mira", "leaf"), game.total("mira")), (3, None));
    game.fill("mira", &[("leaf", 1), ("wick", 1)]);
    assert_eq!(reason(&game.take_free_cart("mira")), "no cart");
}

#[test]
fn virtual_currency_is_charged_and_what_it_buys_granted_in_one() {
    let entries = [
        sold_for_ember("star", 3),
        json!({ "operation": "admin-create-bundle", "body": {
            "sku": "pouch", "name": { "en": "Pouch" }, "content": [{ "sku": "ember", "quantity": 7 }],
            "vc_prices": [{ "sku": "ember", "amount": 2 }],
        }}),
    ];
    let mut game = Game::with(&entries);
    game.apply(Definition::ItemPromotion(discount(9, "50", &[])));
    for (sku, currency, outcome) in [
        ("dragon", "ember", "no item"),
        ("star", "dragon", "no item"),
        ("star", "wick", "no item"),
        ("wick", "ember", "invalid item"),
        ("star", "ember", "ok"),
        ("star", "ember", "too poor"),
        ("pouch", "ember", "ok"),
    ] {
        assert_eq!(
            reason(&game.buy_for("mira", sku, currency)),
            outcome,
            "{sku} {currency}"
        );
    }
    // 5 − 3 − 2 + 7
    assert_eq!(
        (game.held("mira", "ember"), game.held("mira", "star")),
        (7, 1)
    );
    let first = game.state.orders.values().next().expect("an order");
    let charged = first.virtual_price.as_ref().map(|price| price.amount);
    assert_eq!(
        (first.status.as_str(), charged, first.price),
        ("done", Some(3), None)
    );
}

#[test]
fn a_cart_is_priced_and_ordered_in_the_currency_that_is_asked_for() {
    let star = json!({ "operation": "admin-create-virtual-item", "body": {
        "sku": "star", "name": { "en": "Star" },
        "prices": [{ "amount": "3", "currency": "USD" }, { "amount": "2", "currency": "EUR" }],
    }});
    let mut game = Game::with(&[star]);
    game.fill("mira", &[("star", 2)]);
    let euro = Currency("EUR".to_owned());
    let in_euro = |game: &mut Game| {
        game.act("mira", |state, player, now, token| {
            orders::for_cart(state, player, None, Some(&euro), None, token, now)
        })
    };
    let id = in_euro(&mut game).expect("an order");
    assert_eq!(order(&game, id).price, Some(Discounted::full(decimal("4"))));
    assert_eq!(order(&game, id).currency, euro);
    game.put("mira", "wick", 1);
    assert_eq!(
        reason(&in_euro(&mut game)),
        "unavailable",
        "wicks have no price in euro"
    );
}

#[test]
fn carts_take_game_keys_but_no_units_and_guests_nothing_else() {
    let mut game = Game::with(&[json!({ "operation": "admin-create-game", "body": {
        "sku": "moth", "name": { "en": "Moth" }, "unit_items": [
            { "sku": "moth_dusk", "drm_sku": "steam", "prices": [{ "amount": 6, "currency": "USD" }] },
        ],
    }})]);
    assert_eq!(
        (
            game.put("mira", "moth", 1),
            game.put("mira", "moth_dusk", 1)
        ),
        ("not for carts", "ok")
    );
    let mut profile = game.player("tobin").profile.clone();
    profile.is_guest = true;
    game.apply(Change::Profile(profile));
    assert_eq!(
        (
            game.put("tobin", "wick", 1),
            game.put("tobin", "moth_dusk", 1)
        ),
        ("not for carts", "ok")
    );
    assert_eq!(game.fill("tobin", &[("wick", 1)]), "not for carts");
    assert_eq!(reason(&game.order_cart("tobin")), "ok");
}

#[test]
fn value_points_are_earned_by_what_is_bought_and_not_by_what_is_given() {
    let mut game = Game::with(&[
        json!({ "operation": "admin-create-value-points", "body": {
            "sku": "glow", "name": { "en": "Glow" }, "is_enabled": true, "order": 1,
        }}),
        json!({ "operation": "admin-set-items-value-point-reward", "path": { "value_point_sku": "glow" },
                "body": [{ "sku": "wick", "amount": 5 }] }),
    ]);
    game.apply(Definition::ItemPromotion(bonus(
        9,
        &["wick"],
        &[("wick", 10)],
    )));
    assert_eq!(game.buy("mira", "wick", 3), "ok");
    let earned: u64 = game
        .player("mira")
        .points
        .iter()
        .map(|entry| entry.amount)
        .sum();
    assert_eq!((earned, game.held("mira", "wick")), (15, 13));
}

#[test]
fn a_cart_loses_items_one_by_one_or_all_at_once() {
    let mut game = Game::with(&promo_code(&json!({ "discount": { "percent": "10" } })));
    game.fill("mira", &[("lamp", 1), ("wick", 1), ("cloak", 1)]);
    game.redeem("mira", "SUMMER");
    assert_eq!(game.put("mira", "cloak", 0), "ok");
    let delete = |game: &mut Game, sku: &str| {
        let outcome = game.act("mira", |_, player, _, _| {
            crate::engine::cart::delete(player, None, &sku.into())
        });
        reason(&outcome)
    };
    assert_eq!(
        (delete(&mut game, "lamp"), delete(&mut game, "lamp")),
        ("ok", "no item")
    );
    assert_eq!(game.total("mira").as_deref(), Some("0.90"));
    let cleared = game.act("mira", |_, player, _, _| {
        crate::engine::cart::clear(player, None)
    });
    assert_eq!((reason(&cleared), game.total("mira")), ("ok", None));
    game.fill("mira", &[("wick", 1)]);
    assert_eq!(
        game.total("mira").as_deref(),
        Some("1.00"),
        "the code is gone too"
    );
}
