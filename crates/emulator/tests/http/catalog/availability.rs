//! Which items there are: for whom, when, and how many are left.

use serde_json::json;

use crate::emulator::Emulator;
use crate::game::{hidden_item, item_with, seed};
use crate::shopping::{listed, skus_with_prefix};

#[test]
fn a_hidden_item_is_shown_to_those_who_say_the_word() {
    let emulator = Emulator::start(&seed(&hidden_item("HOLLOWTREE", "secret")));
    let mira = emulator.player("mira");
    for path in [
        "/items",
        "/items/virtual_items",
        "/items/group/camp",
        "/items/virtual_items/all",
    ] {
        let with_code = |code: &str| {
            skus_with_prefix(
                &mira.get(&format!("{path}?promo_code={code}")).ok(),
                "secret",
            )
        };
        assert_eq!(
            skus_with_prefix(&mira.get(path).ok(), "secret"),
            [""; 0],
            "{path}"
        );
        assert_eq!(with_code("HOLLOWTREE"), ["secret"], "{path}");
        // Codes are case-sensitive, and a code that is none shows nothing more.
        assert_eq!(with_code("hollowtree"), [""; 0], "{path}");
        assert_eq!(with_code("NONE"), [""; 0], "{path}");
    }
    mira.get("/items/sku/secret").refused(404, 4001);
    mira.get("/items/virtual_items/sku/secret")
        .refused(404, 4001);
    assert_eq!(
        mira.get("/items/sku/secret?promo_code=HOLLOWTREE").ok()["sku"],
        "secret"
    );
    for code in [String::new(), "x".repeat(129)] {
        let message = mira
            .get(&format!("/items?promo_code={code}"))
            .refused(422, 1102);
        assert!(
            message.contains("promo_code") && !message.contains("xxx"),
            "{message}"
        );
    }
}

#[test]
fn out_of_season_an_item_is_shown_only_on_request_and_cannot_be_bought() {
    let summer = json!([{ "date_from": "2024-06-01T00:00:00+00:00", "date_until": "2024-09-01T00:00:00+00:00" }]);
    let emulator = Emulator::start(&seed(&[item_with(
        "melon",
        "1.00",
        &json!({ "periods": summer }),
    )]));
    let request = "?show_inactive_time_limited_items=1";
    for (now, is_shown) in [
        ("2024-05-31T23:59:59+00:00", false),
        ("2024-06-01T00:00:00+00:00", true),
        ("2024-08-31T23:59:59+00:00", true),
        ("2024-09-01T00:00:00+00:00", false),
    ] {
        emulator.freeze_at(now);
        assert_eq!(
            !skus_with_prefix(&emulator.guest("/items").ok(), "melon").is_empty(),
            is_shown,
            "{now}"
        );
        let on_request = emulator.guest(&format!("/items{request}")).ok();
        let melon = listed(&on_request, "melon");
        assert_eq!(
            (&melon["can_be_bought"], &melon["periods"]),
            (&json!(is_shown), &summer),
            "{now}"
        );
        let alone = emulator.guest("/items/sku/melon");
        if is_shown {
            alone.ok();
        } else {
            alone.refused(404, 4001);
        }
        emulator.guest(&format!("/items/sku/melon{request}")).ok();
    }
}

#[test]
fn limits_are_the_players_own_and_nobodys_are_whole() {
    let weekly = json!({ "per_user": 3, "per_item": 10, "recurrent_schedule": {
        "per_user": { "interval_type": "weekly", "day_of_week": 1, "time": "06:00:00+00:00" },
    }});
    let emulator = Emulator::start(&seed(&[item_with(
        "comet",
        "1.00",
        &json!({ "limits": weekly }),
    )]));
    // A Wednesday; the limit is whole again on the next Monday.
    emulator.freeze_at("2024-01-03T12:00:00+00:00");
    let mira = emulator.player("mira");
    mira.buy("comet", 2);
    let reset = json!({ "interval_type": "weekly", "reset_next_date": 1_704_693_600 });
    let limits = |available: u64, stock: u64| {
        json!({
            "per_user": { "total": 3, "available": available, "recurrent_schedule": reset },
            "per_item": { "total": 10, "available": stock },
        })
    };
    assert_eq!(mira.get("/items/sku/comet").ok()["limits"], limits(1, 8));
    assert_eq!(
        emulator.guest("/items/sku/comet").ok()["limits"],
        limits(3, 10)
    );
    let details =
        mira.get("/items/virtual_items/sku/comet").ok()["limits"]["recurrent_schedule"].clone();
    assert_eq!(
        details["per_user"],
        json!({
            "interval_type": "weekly", "day_of_week": 1, "day_of_month": null, "time": "06:00:00+00:00",
            "reset_next_date": 1_704_693_600,
            "displayable_reset_start_date": "2024-01-01T06:00:00+00:00",
            "displayable_reset_next_date": "2024-01-08T06:00:00+00:00",
        })
    );
    mira.buy("comet", 1);
    let sold_out = mira.get("/items/sku/comet").ok();
    assert_eq!(
        (
            &sold_out["limits"]["per_user"]["available"],
            &sold_out["can_be_bought"]
        ),
        (&json!(0), &json!(false))
    );
}

#[test]
fn a_disabled_item_is_nowhere() {
    let emulator = Emulator::start(&seed(&[item_with(
        "gone",
        "1.00",
        &json!({ "is_enabled": false }),
    )]));
    assert_eq!(
        skus_with_prefix(&emulator.guest("/items").ok(), "gone"),
        [""; 0]
    );
    emulator.guest("/items/sku/gone").refused(404, 4001);
}
