use serde_json::{Value, json};

use super::Game;
use super::shop::{bonus, decimal, discount, promo_code};
use crate::engine::change::Definition;
use crate::engine::ids::PromotionId;
use crate::engine::item_promotions::ItemPromotion;
use crate::engine::pricing::Applied;

/// A cart of `wick` 1.00, `lamp` 2.50, `cloak` 10.00 and `kit` 5.00 with these promotions.
fn cart(code: Option<&Value>, promotions: &[ItemPromotion], lines: &[(&str, u64)]) -> Game {
    let mut game = Game::with(&code.map(promo_code).unwrap_or_default());
    for promotion in promotions {
        game.apply(Definition::ItemPromotion(promotion.clone()));
    }
    assert_eq!(game.fill("mira", lines), "ok");
    if code.is_some() {
        assert_eq!(game.redeem("mira", "SUMMER"), "ok");
    }
    game
}

fn total(code: Option<&Value>, promotions: &[ItemPromotion], lines: &[(&str, u64)]) -> String {
    cart(code, promotions, lines)
        .total("mira")
        .expect("a total")
}

fn priced(mut promotion: ItemPromotion, conditions: &Value) -> ItemPromotion {
    promotion.price_conditions =
        serde_json::from_value(conditions.clone()).expect("price conditions");
    promotion
}

fn excluding(mut promotion: ItemPromotion, ids: &[u64]) -> ItemPromotion {
    promotion.excluded_promotions = ids.iter().copied().map(PromotionId).collect();
    promotion
}

fn given(game: &Game) -> Vec<(String, u64)> {
    let cart = game.cart("mira");
    let bonuses = cart.lines.iter().filter(|line| line.is_bonus);
    let line = |line: &crate::engine::pricing::PricedLine<'_>| {
        assert_eq!(line.price, None);
        (line.item.sku.to_string(), line.quantity)
    };
    bonuses.map(line).collect()
}

#[test]
fn percentages_multiply_and_are_rounded_once() {
    // 10.00 less 10 % less 20 % less 5 % is 6.84.
    let three = [
        discount(1, "10", &[]),
        discount(2, "20", &[]),
        discount(3, "5", &[]),
    ];
    assert_eq!(total(None, &three, &[("cloak", 1)]), "6.84");
    let code = json!({ "discounted_items": [{ "sku": "wick", "discount": { "percent": "50" } }] });
    let half = [discount(1, "33", &["wick"])];
    // 2.50 × 0.85 = 2.125: halves go up.
    assert_eq!(
        total(None, &[discount(1, "15", &[])], &[("lamp", 1)]),
        "2.13"
    );
    // 1.00 × 0.67 × 0.5 = 0.335 → 0.34, and 3 × 0.34.
    assert_eq!(total(Some(&code), &half, &[("wick", 3)]), "1.02");
    // 0.665 × 0.5 = 0.3325 → 0.33; rounded twice it would be 0.67 × 0.5 = 0.335 → 0.34.
    let half = [discount(1, "33.5", &["wick"])];
    assert_eq!(total(Some(&code), &half, &[("wick", 3)]), "0.99");
}

#[test]
fn conditions_of_a_discount_look_at_list_prices_and_at_its_items() {
    let between = json!([
        { "operator": "ge", "value": "2.5" }, { "operator": "lt", "value": "10" },
    ]);
    let lines = [("wick", 1), ("lamp", 1), ("cloak", 1), ("kit", 1)];
    // 1 + 1.25 + 10 + 2.5
    assert_eq!(
        total(None, &[priced(discount(1, "50", &[]), &between)], &lines),
        "14.75"
    );
    let named = priced(discount(1, "50", &["lamp", "wick"]), &between);
    assert_eq!(total(None, std::slice::from_ref(&named), &lines), "17.25");
    // The first discount takes the lamp below 2.50; the second looks at its list price.
    assert_eq!(
        total(None, &[discount(0, "20", &["lamp"]), named], &[("lamp", 1)]),
        "1.00"
    );
    for (operator, value, expected) in [
        ("gt", "2.5", "2.50"),
        ("gt", "2.49", "1.25"),
        ("le", "2.50", "1.25"),
        ("le", "2.49", "2.50"),
        ("lt", "2.5", "2.50"),
        ("eq", "2.5000", "1.25"),
        ("ne", "2.5", "2.50"),
        ("ne", "2.6", "1.25"),
    ] {
        let promotion = priced(
            discount(1, "50", &[]),
            &json!([{ "operator": operator, "value": value }]),
        );
        assert_eq!(
            total(None, &[promotion], &[("lamp", 1)]),
            expected,
            "{operator} {value}"
        );
    }
}

#[test]
fn a_codes_condition_is_on_the_sum_after_other_promotions_and_before_the_code() {
    let code = |value: &str| {
        json!({
            "discount": { "percent": "10" }, "bonus": [{ "sku": "wick", "quantity": 1 }],
            "price_conditions": [{ "operator": "ge", "value": value }],
        })
    };
    let half = [discount(1, "50", &["cloak"])];
    let lines = [("cloak", 2)];
    assert_eq!(total(Some(&code("20")), &[], &lines), "18.00");
    assert_eq!(total(Some(&code("10")), &half, &lines), "9.00");
    let game = cart(Some(&code("10.01")), &half, &lines);
    assert_eq!(
        (game.total("mira").as_deref(), given(&game).len()),
        (Some("10.00"), 0)
    );
    let applied = &game
        .player("mira")
        .cart
        .as_ref()
        .expect("a cart")
        .promo_code;
    assert!(applied.is_some(), "it stays on the cart");
}

#[test]
fn a_code_with_conditions_on_items_discounts_those_and_not_the_cart() {
    let code = |value: &str| {
        json!({
            "discount": { "percent": "10" }, "bonus": [{ "sku": "wick", "quantity": 1 }],
            "item_price_conditions": [{ "operator": "ge", "value": value }],
        })
    };
    // 10.00 × 0.9 + 5.00 × 0.9 + 1.00
    let lines = [("cloak", 1), ("kit", 1), ("wick", 1)];
    let game = cart(Some(&code("5")), &[], &lines);
    assert_eq!(
        (game.total("mira").as_deref(), given(&game).len()),
        (Some("14.50"), 1)
    );
    assert_eq!(game.cart("mira").cart_discount, None);
    let game = cart(Some(&code("10.01")), &[], &lines);
    assert_eq!(
        (game.total("mira").as_deref(), given(&game).len()),
        (Some("16.00"), 0)
    );
}

#[test]
fn a_bonus_is_given_once_a_purchase_that_has_all_it_asks_for() {
    let both = bonus(1, &["wick", "lamp"], &[("cloak", 2)]);
    let any = bonus(2, &[], &[("wick", 1)]);
    let cheap = priced(
        bonus(3, &[], &[("lamp", 1)]),
        &json!([{ "operator": "lt", "value": "2" }]),
    );
    let named = priced(
        bonus(4, &["wick", "lamp"], &[("ember", 5)]),
        &json!([{ "operator": "gt", "value": "5" }]),
    );
    let all = [both, any, cheap, named];
    let line = |sku: &str, quantity: u64| (sku.to_owned(), quantity);
    for (lines, expected) in [
        (
            vec![("wick", 9), ("lamp", 9)],
            vec![line("cloak", 2), line("wick", 1), line("lamp", 1)],
        ),
        (vec![("cloak", 1)], vec![line("wick", 1)]),
        (
            vec![("wick", 1), ("cloak", 1)],
            vec![line("wick", 1), line("lamp", 1)],
        ),
    ] {
        let game = cart(None, &all, &lines);
        assert_eq!(given(&game), expected, "{lines:?}");
    }
    let game = cart(None, &all, &[]);
    assert_eq!(given(&game), [], "nothing is bought, nothing is given");
}

#[test]
fn promotions_that_exclude_each_other_never_meet() {
    let code = json!({ "discount": { "percent": "10" } });
    let first = discount(2, "50", &[]);
    let second = excluding(discount(3, "20", &["lamp"]), &[2]);
    let third = excluding(bonus(4, &["lamp"], &[("wick", 1)]), &[3]);
    let lines = [("lamp", 4)];
    let all = [first.clone(), second.clone(), third.clone()];
    // The lower number wins, whichever of the two names the other; what does not apply excludes nothing.
    let game = cart(None, &all, &lines);
    assert_eq!(
        (game.total("mira").as_deref(), given(&game).len()),
        (Some("5.00"), 1)
    );
    // The code goes first: without the half price, the second applies, and keeps the third away.
    let excluding_the_half = |code: &Value| {
        let mut game = cart(Some(code), &all, &lines);
        let mut promotions = game.state.promotions.values();
        let mut promotion = promotions.next().expect("a promo code").clone();
        promotion.excluded_promotions = vec![PromotionId(2)];
        game.apply(Definition::Promotion(promotion));
        game
    };
    let game = excluding_the_half(&code);
    assert_eq!(
        (game.total("mira").as_deref(), given(&game).len()),
        (Some("7.20"), 0)
    );
    // A code that does not count excludes nothing.
    let mut idle = code;
    idle["price_conditions"] = json!([{ "operator": "gt", "value": "100" }]);
    assert_eq!(
        excluding_the_half(&idle).total("mira").as_deref(),
        Some("5.00")
    );
    // A discount that finds nothing to discount excludes nothing.
    let elsewhere = excluding(discount(1, "50", &["cloak"]), &[2]);
    assert_eq!(total(None, &[elsewhere, first], &lines), "5.00");
}

#[test]
fn promotions_are_for_those_and_for_the_time_that_they_name() {
    let mut personal = discount(1, "50", &[]);
    personal.attribute_conditions = serde_json::from_value(json!([
        { "attribute": "level", "type": "number", "operator": "le", "value": "10" },
    ]))
    .expect("conditions");
    let mut game = cart(None, &[personal], &[("cloak", 1)]);
    assert_eq!(game.total("mira").as_deref(), Some("10.00"));
    let mut profile = game.player("mira").profile.clone();
    profile.attributes.insert("level".to_owned(), json!(12));
    game.apply(crate::engine::change::Change::Profile(profile));
    assert_eq!(
        game.total("mira").as_deref(),
        Some("5.00"),
        "`le` is later or equal, not less"
    );

    let mut timed = discount(1, "50", &[]);
    timed.periods = serde_json::from_value(json!([
        { "date_from": "2024-01-01T01:00:00Z", "date_until": "2024-01-01T02:00:00Z" },
    ]))
    .expect("periods");
    let mut game = cart(None, &[timed.clone()], &[("cloak", 1)]);
    for expected in ["10.00", "5.00", "10.00"] {
        assert_eq!(
            game.total("mira").as_deref(),
            Some(expected),
            "{}",
            game.now
        );
        game.pass(1);
    }
    timed.periods.clear();
    timed.is_enabled = false;
    assert_eq!(total(None, &[timed], &[("cloak", 1)]), "10.00");
}

#[test]
fn lines_tell_what_applies_to_them() {
    let code = json!({ "discounted_items": [{ "sku": "wick", "discount": { "percent": "50" } }] });
    let promotions = [
        discount(2, "10", &["wick"]),
        bonus(3, &["lamp"], &[("wick", 1)]),
    ];
    let game = cart(
        Some(&code),
        &promotions,
        &[("wick", 1), ("lamp", 1), ("cloak", 1)],
    );
    let cart = game.cart("mira");
    let shown: Vec<Vec<String>> = cart
        .lines
        .iter()
        .map(|line| {
            let applied = line.promotions.iter().map(|applied| match applied {
                Applied::Discount(promotion) => format!("discount {}", promotion.id),
                Applied::Bonus(promotion) => format!("bonus {}", promotion.id),
                Applied::Code { percent, .. } => format!("code {percent}"),
            });
            applied.collect()
        })
        .collect();
    let expected: [&[&str]; 4] = [&["discount 2", "code 50"], &["bonus 3"], &[], &[]];
    assert_eq!(shown, expected);
}

#[test]
fn prices_of_a_country_and_default_prices_go_first() {
    let price = |amount: &str, country: Value, is_default: bool, is_enabled: bool| {
        json!({ "amount": amount, "currency": "USD", "country_iso": country,
                "is_default": is_default, "is_enabled": is_enabled })
    };
    let star = json!({ "operation": "admin-create-virtual-item", "body": {
        "sku": "star", "name": { "en": "Star" }, "prices": [
            price("9", json!(null), false, true), price("8", json!(null), true, true),
            price("7", json!("DE"), false, true), price("6", json!("DE"), true, false),
            { "amount": "5", "currency": "EUR" },
        ],
    }});
    let game = Game::with(&[star]);
    let star = &game.state.catalog.items[&"star".into()];
    let usd = &game.state.project.currency;
    for (country, expected) in [(None, "8"), (Some("FR"), "8"), (Some("DE"), "7")] {
        assert_eq!(
            star.price_in(usd, country),
            Some(decimal(expected)),
            "{country:?}"
        );
    }
    assert_eq!(
        star.price_in(&crate::engine::items::Currency("GBP".to_owned()), None),
        None
    );
}
