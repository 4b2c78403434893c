use serde_json::{Value, json};

use super::{Game, reason};
use crate::engine::coupons;
use crate::engine::ids::{ClanId, PromotionCode};
use crate::engine::promotions::{self, SelectedUnitItems};

fn coupon(id: &str, changes: &Value, codes: &[&str]) -> Vec<Value> {
    let mut body = json!({
        "external_id": id, "name": { "en-US": id }, "bonus": [{ "sku": "wick", "quantity": 2 }],
    });
    for (name, value) in changes.as_object().expect("changes") {
        body[name] = value.clone();
    }
    let mut entries = vec![json!({ "operation": "admin-create-coupon", "body": body })];
    entries.extend(codes.iter().map(|code| {
        json!({ "operation": "create-coupon-code", "path": { "external_id": id },
                "body": { "coupon_code": code } })
    }));
    entries
}

fn redeem(game: &mut Game, player: &str, code: &str, selected: &Value) -> &'static str {
    let code = PromotionCode(code.to_owned());
    let selected: SelectedUnitItems =
        serde_json::from_value(selected.clone()).expect("a selection");
    reason(&game.act(player, |state, player, now, _| {
        coupons::redeem(state, player, &code, &selected, now)
    }))
}

#[test]
fn limits_count_in_total_by_player_and_by_code() {
    // (the limits, who redeems which code, and what comes of it)
    type Redeemed = (&'static str, &'static str, &'static str);
    let rows: [(Value, &[Redeemed]); 4] = [
        (
            json!({}),
            &[
                ("mira", "A", "ok"),
                ("mira", "A", "ok"),
                ("mira", "B", "ok"),
            ],
        ),
        (
            json!({ "redeem_total_limit": 2 }),
            &[
                ("mira", "A", "ok"),
                ("tobin", "B", "ok"),
                ("mira", "B", "limit"),
            ],
        ),
        (
            json!({ "redeem_user_limit": 1 }),
            &[
                ("mira", "A", "ok"),
                ("mira", "B", "limit"),
                ("tobin", "A", "ok"),
            ],
        ),
        (
            json!({ "redeem_code_limit": 1 }),
            &[
                ("mira", "A", "ok"),
                ("tobin", "A", "limit"),
                ("tobin", "B", "ok"),
            ],
        ),
    ];
    for (limits, redemptions) in rows {
        let mut game = Game::with(&coupon("winter", &limits, &["A", "B"]));
        for (player, code, outcome) in redemptions {
            assert_eq!(
                redeem(&mut game, player, code, &json!({})),
                *outcome,
                "{limits} {player} {code}"
            );
        }
    }
}

#[test]
fn codes_are_case_sensitive_and_unknown_ones_change_nothing() {
    let mut game = Game::with(&coupon("winter", &json!({}), &["Winter1"]));
    for code in ["WINTER1", "winter1", "Winter1 ", ""] {
        assert_eq!(
            redeem(&mut game, "mira", code, &json!({})),
            "no code",
            "{code:?}"
        );
    }
    assert_eq!(game.held("mira", "wick"), 0);
}

#[test]
fn a_code_is_good_within_its_periods() {
    let periods = json!({ "promotion_periods": [
        { "date_from": "2024-01-02T00:00:00Z", "date_until": "2024-01-03T00:00:00Z" },
        { "date_from": "2024-01-04T00:00:00Z", "date_until": "2024-01-05T00:00:00Z" },
    ]});
    let mut game = Game::with(&coupon("winter", &periods, &["A"]));
    for (day, outcome) in ["no code", "ok", "expired", "ok", "expired"]
        .into_iter()
        .enumerate()
    {
        assert_eq!(
            redeem(&mut game, "mira", "A", &json!({})),
            outcome,
            "day {day}"
        );
        game.pass(24);
    }
}

#[test]
fn a_unit_of_several_forms_needs_a_choice() {
    let unit = |sku: &str, forms: &[&str]| {
        let forms: Vec<_> = forms
            .iter()
            .map(|sku| json!({ "sku": sku, "drm_sku": "steam" }))
            .collect();
        json!({ "operation": "admin-create-game", "body": {
            "sku": sku, "name": { "en": sku }, "unit_items": forms
        }})
    };
    let bonus = json!({ "bonus": [{ "sku": "moth" }, { "sku": "songs" }] });
    let mut entries = vec![
        unit("moth", &["moth_dusk", "moth_dawn"]),
        unit("songs", &["songs_pc"]),
    ];
    entries.extend(coupon("gift", &bonus, &["A"]));
    let mut game = Game::with(&entries);
    for (selected, outcome) in [
        (json!({}), "missing"),
        (json!({ "moth": "moth_noon" }), "invalid"),
        (json!({ "moth": "songs_pc" }), "invalid"),
        (json!({ "moth": "moth_dusk", "owl": "owl_1" }), "invalid"),
        (
            json!({ "moth": "moth_dusk", "songs": "songs_mac" }),
            "invalid",
        ),
    ] {
        assert_eq!(
            redeem(&mut game, "mira", "A", &selected),
            outcome,
            "{selected}"
        );
    }
    assert!(game.player("mira").inventory.is_empty());
    assert_eq!(
        redeem(&mut game, "mira", "A", &json!({ "moth": "moth_dawn" })),
        "ok"
    );
    let held = ["moth_dawn", "moth_dusk", "songs_pc"].map(|sku| game.held("mira", sku));
    assert_eq!(held, [1, 0, 1]);
}

#[test]
fn one_item_locked_in_a_region_locks_the_code() {
    let mut lamp = super::item("map", "1.00");
    lamp["body"]["regions"] = json!([{ "id": 1 }]);
    let mut entries = vec![
        json!({ "operation": "admin-create-region", "body": {
            "name": { "en-US": "Home" }, "countries": ["DE"]
        }}),
        lamp,
        json!({ "players": [
            { "player_id": "ilse", "name": "Ilse", "country": "DE" },
            { "player_id": "pip", "name": "Pip", "country": "US" },
        ]}),
    ];
    let bonus = json!({ "bonus": [{ "sku": "wick" }, { "sku": "map" }] });
    entries.extend(coupon("gift", &bonus, &["A"]));
    let mut game = Game::with(&entries);
    for (player, outcome) in [("ilse", "ok"), ("pip", "region"), ("mira", "ok")] {
        assert_eq!(
            redeem(&mut game, player, "A", &json!({})),
            outcome,
            "{player}"
        );
    }
}

#[test]
fn verifying_tells_the_kinds_apart_and_uses_nothing_up() {
    let mut entries = coupon("winter", &json!({ "redeem_total_limit": 1 }), &["A"]);
    entries.push(json!({ "operation": "create-promo-code", "body": {
        "external_id": "summer", "name": { "en-US": "Summer" }, "discount": { "percent": "10.00" }
    }}));
    entries.push(json!({ "operation": "create-promo-code-code",
        "path": { "external_id": "summer" }, "body": { "coupon_code": "B" } }));
    let mut game = Game::with(&entries);
    let verify = |game: &Game, code: &str| {
        let code = PromotionCode(code.to_owned());
        let verified = promotions::verify(&game.state, game.player("mira"), &code, game.now);
        verified
            .as_ref()
            .map_or_else(|_| reason(&verified), |found| found.key.kind.as_str())
    };
    for (code, outcome) in [
        ("A", "coupon"),
        ("A", "coupon"),
        ("B", "promocode"),
        ("C", "no code"),
    ] {
        assert_eq!(verify(&game, code), outcome, "{code}");
    }
    assert_eq!(
        redeem(&mut game, "mira", "B", &json!({})),
        "no code",
        "a promo code is no coupon"
    );
    assert_eq!(redeem(&mut game, "mira", "A", &json!({})), "ok");
    assert_eq!(verify(&game, "A"), "limit");
}

#[test]
fn what_must_stay_secret_is_not_printed() {
    let code = PromotionCode("WINTER".to_owned());
    assert_eq!(format!("{code:?}"), "PromotionCode(***)");
    assert_eq!(format!("{:?}", ClanId::from("oak")), "ClanId(\"oak\")");
}
