use serde_json::{Value, json};

use super::shop::{decimal, discount, promo_code};
use super::{Game, reason};
use crate::engine::catalog::{self, View};
use crate::engine::change::{Change, Definition};
use crate::engine::date::Period;
use crate::engine::ids::PromotionCode;
use crate::engine::promotions::PromotionKind;
use crate::engine::viewer::Viewer;

/// A unique catalog offer for cloaks, with the code HOOD.
fn with_offer(changes: &Value) -> Game {
    let mut game = Game::with(&promo_code(changes));
    let key = game.state.codes[&PromotionCode("SUMMER".to_owned())].clone();
    let mut offer = game.state.promotions[&key].clone();
    offer.key.kind = PromotionKind::UniqueCatalogOffer;
    offer.id = game.state.next_promotion_id();
    offer.items = vec!["cloak".into()];
    game.apply(Change::Code {
        code: PromotionCode("HOOD".to_owned()),
        promotion: offer.key.clone(),
    });
    game.apply(Definition::Promotion(offer));
    game
}

fn view<'a>(game: &'a Game, code: Option<&str>, shows_inactive: bool) -> View<'a> {
    let code = code.map(|code| PromotionCode(code.to_owned()));
    catalog::of(game.viewer("mira"), code.as_ref(), shows_inactive)
}

fn listed(view: &View<'_>) -> Vec<String> {
    view.items()
        .iter()
        .map(|item| item.sku.to_string())
        .collect()
}

fn period(from: &str, until: &str) -> Period {
    serde_json::from_value(json!({ "date_from": from, "date_until": until })).expect("a period")
}

#[test]
fn what_a_unique_catalog_offer_names_is_there_for_its_code_alone() {
    let mut game = with_offer(&json!({ "redeem_total_limit": 1 }));
    let has_cloak =
        |game: &Game, code| listed(&view(game, code, false)).contains(&"cloak".to_owned());
    assert!(!has_cloak(&game, None) && !has_cloak(&game, Some("SUMMER")));
    assert!(has_cloak(&game, Some("HOOD")));
    assert_eq!(
        reason(&view(&game, None, false).item(&"cloak".into())),
        "no item"
    );
    assert_eq!(
        reason(&view(&game, Some("HOOD"), false).item(&"cloak".into())),
        "ok"
    );

    assert_eq!(game.put("mira", "cloak", 1), "no item");
    assert_eq!(
        reason(&game.order_item("mira", "cloak", 1, None)),
        "no item"
    );
    assert_eq!(
        reason(&game.order_item("mira", "cloak", 1, Some("HOOD"))),
        "ok"
    );
    assert_eq!(game.redeem("mira", "HOOD"), "ok");
    assert_eq!(game.put("mira", "cloak", 1), "ok");
    let order = game.order_cart("mira").expect("an order");
    assert_eq!(reason(&game.pay(order)), "ok");
    assert_eq!(
        game.redeem("mira", "HOOD"),
        "limit",
        "it was used when it was paid"
    );
    assert!(!has_cloak(&game, Some("HOOD")));
}

#[test]
fn an_offer_that_is_over_still_hides_and_one_that_is_disabled_does_not() {
    let mut game = with_offer(&json!({ "date_end": "2024-01-02T00:00:00Z" }));
    assert_eq!(game.redeem("mira", "HOOD"), "ok");
    assert_eq!(game.put("mira", "cloak", 1), "ok");
    game.pass(24);
    assert!(!listed(&view(&game, Some("HOOD"), true)).contains(&"cloak".to_owned()));
    assert_eq!(reason(&game.order_cart("mira")), "unavailable");
    let mut offers = game.state.promotions.values();
    let mut offer = offers
        .find(|of| !of.items.is_empty())
        .expect("an offer")
        .clone();
    offer.is_enabled = false;
    game.apply(Definition::Promotion(offer));
    assert!(listed(&view(&game, None, false)).contains(&"cloak".to_owned()));
    assert_eq!(reason(&game.order_cart("mira")), "ok");
}

#[test]
fn items_are_listed_while_they_are_enabled_in_season_and_in_the_region() {
    let region = json!({ "operation": "admin-create-region", "body": {
        "name": { "en": "Germany" }, "countries": ["DE"],
    }});
    let mut game = Game::with(&[region]);
    game.change_item("wick", |item| item.is_enabled = false);
    game.change_item("lamp", |item| {
        item.periods = vec![period("2024-01-01T01:00:00Z", "2024-01-01T02:00:00Z")];
    });
    game.change_item("cloak", |item| {
        item.regions = vec![crate::engine::ids::RegionId(1)];
    });
    game.change_item("kit", |item| item.order = -1);
    assert_eq!(listed(&view(&game, None, false)), ["kit", "cloak", "ember"]);
    assert_eq!(
        listed(&view(&game, None, true)),
        ["kit", "lamp", "cloak", "ember"]
    );
    let inactive = view(&game, None, true);
    let lamp = inactive.item(&"lamp".into()).expect("a lamp");
    assert!(
        !inactive
            .shown(lamp)
            .expect("prices")
            .expect("a lamp")
            .can_be_bought
    );
    let french = Viewer {
        country: Some("FR"),
        ..game.viewer("mira")
    };
    assert_eq!(listed(&catalog::of(french, None, false)), ["kit", "ember"]);
    game.pass(1);
    assert_eq!(
        listed(&view(&game, None, false)),
        ["kit", "lamp", "cloak", "ember"]
    );
}

#[test]
fn units_are_listed_as_their_game_keys() {
    let game = Game::with(&[json!({ "operation": "admin-create-game", "body": {
        "sku": "moth", "name": { "en": "Moth" }, "unit_items": [
            { "sku": "moth_dusk", "drm_sku": "steam", "prices": [{ "amount": 6, "currency": "USD" }] },
            { "sku": "moth_dawn", "drm_sku": "gog" },
        ],
    }})]);
    let view = view(&game, None, false);
    let listed = listed(&view);
    assert_eq!(
        listed.iter().filter(|sku| sku.starts_with("moth")).count(),
        2
    );
    assert_eq!(reason(&view.item(&"moth".into())), "no item");
    let buyable = ["moth_dusk", "moth_dawn"].map(|sku| {
        let item = view.item(&sku.into()).expect("a key");
        view.shown(item)
            .expect("prices")
            .expect("a key")
            .can_be_bought
    });
    assert_eq!(buyable, [true, false], "the second has no price");
}

#[test]
fn a_shown_item_has_the_price_limits_and_contents_of_buying_one() {
    let changes =
        json!({ "discounted_items": [{ "sku": "kit", "discount": { "percent": "50" } }] });
    let mut game = Game::with(&promo_code(&changes));
    game.apply(Definition::ItemPromotion(discount(9, "10", &["kit"])));
    game.change_item("kit", |item| item.limits.per_user = Some(1));
    let shown = |game: &Game, code: Option<&str>| {
        let view = view(game, code, false);
        let item = view.item(&"kit".into()).expect("a kit");
        let shown = view.shown(item).expect("prices").expect("a kit");
        (
            shown.line.price.expect("a price").amount,
            shown.can_be_bought,
            shown.total_content_price,
        )
    };
    // The kit holds ember, which has no price in money.
    assert_eq!(shown(&game, None), (decimal("4.50"), true, None));
    assert_eq!(shown(&game, Some("SUMMER")), (decimal("2.25"), true, None));
    game.change_item("ember", |item| {
        item.prices = vec![crate::engine::items::Price {
            amount: decimal("0.02"),
            currency: crate::engine::items::Currency("USD".to_owned()),
            is_default: true,
            is_enabled: true,
            country_iso: None,
        }];
    });
    let content = shown(&game, None).2.expect("a price");
    assert_eq!(content.amount, decimal("3.20"), "3 × 1.00 + 10 × 0.02");
    game.apply(Definition::ItemPromotion(discount(10, "50", &["wick"])));
    let content = shown(&game, None).2.expect("a price");
    assert_eq!(
        (content.amount, content.without_discount),
        (decimal("1.70"), decimal("3.20"))
    );
    assert_eq!(game.buy("mira", "kit", 1), "ok");
    assert!(!shown(&game, None).1, "the limit is used up");
}
