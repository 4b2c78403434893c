use serde_json::{Value, json};

use super::shop::{bonus, discount, limited, promo_code};
use super::{Game, at, reason};
use crate::engine::change::{Change, Definition, Deletion};
use crate::engine::ids::{PlayerId, PromotionId};
use crate::engine::limits::{self, Adjust};

/// Every kind of reset, with an instant at which it comes.
fn schedules() -> [(Value, &'static str); 3] {
    [
        (
            json!({ "interval_type": "daily", "time": "05:00:00+03:00" }),
            "2024-01-02T02:00:00Z",
        ),
        (
            json!({ "interval_type": "weekly", "day_of_week": 3, "time": "23:00:00-01:00" }),
            "2024-01-04T00:00:00Z",
        ),
        (
            json!({ "interval_type": "monthly", "day_of_month": 31, "time": "12:00:00+00:00" }),
            "2024-02-29T12:00:00Z",
        ),
    ]
}

fn item_of(limits: &Value) -> Value {
    json!({ "operation": "admin-create-virtual-item", "body": {
        "sku": "star", "name": { "en": "Star" }, "limits": limits,
        "prices": [{ "amount": "3.00", "currency": "USD" }],
        "vc_prices": [{ "sku": "ember", "amount": 1 }],
    }})
}

fn left(game: &Game, id: &str) -> (Option<u64>, Option<u64>) {
    let item = &game.state.catalog.items[&"star".into()];
    let left = limits::of_item(&game.state, Some(game.player(id)), item, game.now);
    (
        left.per_user.map(|left| left.available),
        left.per_item.map(|left| left.available),
    )
}

#[test]
fn a_players_limit_ends_with_its_last_item_however_it_is_bought() {
    let mut game = Game::with(&[item_of(&json!({ "per_user": 4 }))]);
    let too_many = game.order_item("mira", "star", 5, None);
    assert_eq!(reason(&too_many), "too many");
    assert_eq!(game.buy("mira", "star", 2), "ok");
    assert_eq!(reason(&game.buy_for("mira", "star", "ember")), "ok");
    assert_eq!(left(&game, "mira"), (Some(1), None));
    assert_eq!(game.put("mira", "star", 2), "too many");
    assert_eq!(game.fill("mira", &[("star", 1), ("star", 1)]), "too many");
    assert_eq!(game.fill("mira", &[("star", 1)]), "ok");
    let order = game.order_cart("mira").expect("an order");
    assert_eq!(reason(&game.pay(order)), "ok");
    assert_eq!(game.buy("mira", "star", 1), "too many");
    assert_eq!(reason(&game.buy_for("mira", "star", "ember")), "too many");
    assert_eq!(game.put("mira", "star", 1), "too many");
    assert_eq!(
        (left(&game, "mira").0, game.held("mira", "star")),
        (Some(0), 4)
    );
    assert_eq!(
        game.buy("tobin", "star", 4),
        "ok",
        "each has a limit of their own"
    );
}

#[test]
fn a_players_limit_is_whole_again_at_the_reset_and_not_a_second_earlier() {
    for (schedule, reset) in schedules() {
        let limits = json!({ "per_user": 1, "recurrent_schedule": { "per_user": schedule } });
        let mut game = Game::with(&[item_of(&limits)]);
        game.now = at(reset) - jiff::SignedDuration::from_hours(1);
        assert_eq!(game.buy("mira", "star", 1), "ok");
        game.now = at(reset) - jiff::SignedDuration::from_secs(1);
        assert_eq!(game.buy("mira", "star", 1), "too many", "{schedule}");
        game.now = at(reset);
        assert_eq!(left(&game, "mira").0, Some(1), "{schedule}");
        assert_eq!(game.buy("mira", "star", 1), "ok", "{schedule}");
        game.now = at(reset) + jiff::SignedDuration::from_secs(1);
        assert_eq!(game.buy("mira", "star", 1), "too many", "{schedule}");
    }
}

#[test]
fn the_stock_is_for_all_players_and_never_resets() {
    let daily = json!({ "interval_type": "daily", "time": "00:00:00+00:00" });
    let limits =
        json!({ "per_item": 3, "per_user": 9, "recurrent_schedule": { "per_user": daily } });
    let mut game = Game::with(&[item_of(&limits)]);
    assert_eq!(game.buy("mira", "star", 2), "ok");
    assert_eq!(game.buy("tobin", "star", 2), "too many");
    game.pass(48);
    assert_eq!(left(&game, "tobin"), (Some(9), Some(1)));
    assert_eq!(game.buy("tobin", "star", 1), "ok");
    assert_eq!(game.buy("mira", "star", 1), "too many");
    let item = &game.state.catalog.items[&"star".into()];
    let nobodys = limits::of_item(&game.state, None, item, game.now);
    assert_eq!(nobodys.available(), Some(3), "without a token, all of it");
}

#[test]
fn only_what_is_paid_counts_and_the_last_one_goes_to_who_pays_first() {
    let mut game = Game::with(&[item_of(&json!({ "per_item": 1 }))]);
    let [miras, tobins] = ["mira", "tobin"].map(|id| game.order_item(id, "star", 1, None));
    let (miras, tobins) = (miras.expect("an order"), tobins.expect("an order"));
    assert_eq!(left(&game, "mira").1, Some(1));
    assert_eq!(reason(&game.pay(tobins)), "ok");
    assert_eq!(reason(&game.pay(miras)), "too many");
    assert_eq!(game.status(miras), "canceled");
    assert_eq!(
        (game.held("mira", "star"), game.held("tobin", "star")),
        (0, 1)
    );
    assert_eq!(reason(&game.pay(miras)), "not open");
}

#[test]
fn paying_cancels_the_players_other_orders_for_the_same_limited_things() {
    let mut game = Game::with(&[item_of(&json!({ "per_user": 5 }))]);
    game.apply(Definition::ItemPromotion(limited(
        discount(7, "10", &["wick"]),
        9,
        &Value::Null,
    )));
    let mut order = |id: &str, sku: &str| game.order_item(id, sku, 1, None).expect("an order");
    let (first, same, other) = (
        order("mira", "star"),
        order("mira", "star"),
        order("mira", "lamp"),
    );
    let (tobins, wick, other_wick) = (
        order("tobin", "star"),
        order("mira", "wick"),
        order("mira", "wick"),
    );
    assert_eq!(reason(&game.pay(first)), "ok");
    let statuses = [same, other, tobins, wick].map(|order| game.status(order));
    assert_eq!(statuses, ["canceled", "new", "new", "new"]);
    assert_eq!(reason(&game.pay(wick)), "ok");
    assert_eq!(
        game.status(other_wick),
        "canceled",
        "both used the limited discount"
    );
}

#[test]
fn bonuses_count_towards_the_limit_of_their_item() {
    let mut game = Game::with(&[item_of(&json!({ "per_user": 2 }))]);
    game.apply(Definition::ItemPromotion(bonus(
        7,
        &["star"],
        &[("star", 1)],
    )));
    assert_eq!(game.put("mira", "star", 2), "too many", "two and one given");
    assert_eq!(game.buy("mira", "star", 2), "too many");
    assert_eq!(game.buy("mira", "star", 1), "ok");
    assert_eq!(left(&game, "mira").0, Some(0));
}

#[test]
fn a_promotion_that_is_used_up_leaves_the_full_price() {
    for (schedule, reset) in schedules() {
        let mut game = Game::with(&[]);
        game.now = at(reset) - jiff::SignedDuration::from_hours(1);
        for promotion in [
            discount(7, "50", &["wick"]),
            bonus(8, &["wick"], &[("lamp", 1)]),
        ] {
            let promotion = limited(promotion, 2, &schedule);
            game.apply(Definition::ItemPromotion(promotion));
        }
        let price = |game: &mut Game| {
            assert_eq!(game.fill("mira", &[("wick", 10)]), "ok");
            (
                game.total("mira").expect("a total"),
                game.cart("mira").lines.len(),
            )
        };
        for _ in 0..2 {
            assert_eq!(price(&mut game), ("5.00".to_owned(), 2));
            let order = game.order_cart("mira").expect("an order");
            assert_eq!(reason(&game.pay(order)), "ok");
        }
        game.now = at(reset) - jiff::SignedDuration::from_secs(1);
        assert_eq!(price(&mut game), ("10.00".to_owned(), 1), "{schedule}");
        assert_eq!(game.buy("mira", "wick", 1), "ok", "nothing is refused");
        game.now = at(reset);
        assert_eq!(price(&mut game), ("5.00".to_owned(), 2), "{schedule}");
        assert_eq!(game.held("mira", "lamp"), 2);
    }
}

#[test]
fn a_promo_code_is_used_up_when_orders_are_paid() {
    for (limits, second) in [
        (json!({ "redeem_user_limit": 1 }), "limit"),
        (json!({ "redeem_total_limit": 1 }), "limit"),
        (json!({ "redeem_code_limit": 1 }), "limit"),
        (json!({ "redeem_user_limit": 2 }), "ok"),
    ] {
        let mut promo = limits.clone();
        promo["discount"] = json!({ "percent": "10" });
        let mut game = Game::with(&promo_code(&promo));
        let order = |game: &mut Game| game.order_item("mira", "cloak", 1, Some("SUMMER"));
        let first = order(&mut game).expect("an order");
        assert_eq!(reason(&order(&mut game)), "ok", "unpaid orders use nothing");
        assert_eq!(reason(&game.pay(first)), "ok");
        assert_eq!(reason(&order(&mut game)), second, "{limits}");
        assert_eq!(game.redeem("mira", "SUMMER"), second, "{limits}");
    }
}

#[test]
fn an_order_whose_code_was_used_up_meanwhile_is_canceled_when_it_is_paid() {
    let promo = json!({ "redeem_total_limit": 1, "discount": { "percent": "10" } });
    let mut game = Game::with(&promo_code(&promo));
    let orders = ["mira", "tobin"].map(|id| game.order_item(id, "cloak", 1, Some("SUMMER")));
    let [miras, tobins] = orders.map(|order| order.expect("an order"));
    assert_eq!(reason(&game.pay(miras)), "ok");
    assert_eq!(reason(&game.pay(tobins)), "limit");
    assert_eq!(
        (game.status(tobins), game.held("tobin", "cloak")),
        ("canceled", 0)
    );
}

#[test]
fn an_order_whose_promotion_a_merchant_used_up_is_canceled_when_it_is_paid() {
    let mut game = Game::with(&[]);
    let half = limited(discount(7, "50", &[]), 1, &Value::Null);
    game.apply(Definition::ItemPromotion(half));
    let order = game.order_item("mira", "wick", 1, None).expect("an order");
    let (mira, id) = (PlayerId::from("mira"), PromotionId(7));
    game.act("mira", |state, _, now, _| {
        limits::adjust(state, &mira, id, Adjust::Set(0), now)
    })
    .expect("a limit");
    assert_eq!(reason(&game.pay(order)), "promotion used up");
    assert_eq!(game.status(order), "canceled");
}

#[test]
fn merchants_change_what_a_player_has_left_until_the_next_reset() {
    let daily = json!({ "interval_type": "daily", "time": "00:00:00+00:00" });
    let mut game = Game::with(&[]);
    game.apply(Definition::ItemPromotion(limited(
        discount(7, "50", &[]),
        3,
        &daily,
    )));
    let mira = PlayerId::from("mira");
    let id = PromotionId(7);
    let adjust = |game: &mut Game, adjust: Adjust| {
        let outcome = game.act("mira", |state, _, now, _| {
            limits::adjust(state, &mira, id, adjust, now)
        });
        outcome.map_or_else(
            |refusal| reason::<()>(&Err(refusal)).to_owned(),
            |left| format!("{} of {}", left.available, left.total),
        )
    };
    for (change, outcome) in [
        (Adjust::Add(1), "out of range"),
        (Adjust::Remove(2), "1 of 3"),
        (Adjust::Remove(2), "out of range"),
        (Adjust::Add(1), "2 of 3"),
        (Adjust::Set(0), "0 of 3"),
        (Adjust::Set(4), "out of range"),
    ] {
        assert_eq!(adjust(&mut game, change), outcome, "{change:?}");
    }
    assert_eq!(game.fill("mira", &[("wick", 1)]), "ok");
    assert_eq!(game.total("mira").as_deref(), Some("1.00"), "none is left");
    game.pass(24);
    assert_eq!(
        game.total("mira").as_deref(),
        Some("0.50"),
        "the reset gave all back"
    );
    adjust(&mut game, Adjust::Set(1));
    let order = game.order_cart("mira").expect("an order");
    assert_eq!(reason(&game.pay(order)), "ok");
    assert_eq!(adjust(&mut game, Adjust::Add(1)), "1 of 3");

    let reset = |game: &mut Game, everybody: bool| {
        let player = (!everybody).then_some(&mira);
        let outcome = game.act("tobin", |state, _, now, _| {
            limits::reset(state, player, id, now)
        });
        assert_eq!(reason(&outcome), "ok");
        let left = limits::of_promotion_id(&game.state, &mira, id, game.now).expect("a limit");
        left.available
    };
    assert_eq!(reset(&mut game, true), 3);
    adjust(&mut game, Adjust::Set(0));
    assert_eq!(reset(&mut game, false), 3);
    adjust(&mut game, Adjust::Set(0));
    let all = game.act("mira", |state, _, now, _| {
        limits::reset_all(state, &mira, now)
    });
    assert_eq!(
        (reason(&all), adjust(&mut game, Adjust::Remove(3))),
        ("ok", "0 of 3".to_owned())
    );
}

#[test]
fn limits_that_are_not_there_cannot_be_changed() {
    let mut game = Game::with(&[]);
    game.apply(Definition::ItemPromotion(discount(7, "50", &[])));
    for (player, promotion, outcome) in [
        ("mira", 7, "no limit"),
        ("mira", 8, "no promotion"),
        ("nobody", 7, "no limit"),
    ] {
        let left = limits::of_promotion_id(
            &game.state,
            &player.into(),
            PromotionId(promotion),
            game.now,
        );
        assert_eq!(reason(&left), outcome);
    }
    game.apply(Definition::ItemPromotion(limited(
        discount(7, "50", &[]),
        1,
        &Value::Null,
    )));
    let left = limits::of_promotion_id(&game.state, &"nobody".into(), PromotionId(7), game.now);
    assert_eq!(reason(&left), "no player");
}

#[test]
fn a_number_of_a_deleted_promotion_is_not_given_again_with_its_uses() {
    let mut game = Game::with(&[]);
    game.apply(Definition::ItemPromotion(limited(
        discount(7, "50", &[]),
        1,
        &Value::Null,
    )));
    assert_eq!(game.buy("mira", "wick", 1), "ok");
    game.apply(Change::Delete(Deletion::ItemPromotion(PromotionId(7))));
    assert_eq!(game.state.next_promotion_id(), PromotionId(8));
}
