//! What a seed can say of items and groups, and what players find of it.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player, refused_start};
use crate::game::seed;

fn fill(player: &Player, sku: &str, quantity: u32) -> crate::http::Reply {
    let body = json!({ "items": [{ "sku": sku, "quantity": quantity }] });
    player.send("PUT", "/cart/fill", &body)
}

/// The amount of a cart with one of an item.
fn price(player: &Player, sku: &str) -> f64 {
    player.clear_cart();
    fill(player, sku, 1).ok();
    let price = player.get("/cart").ok()["price"]["amount"].clone();
    let amount = price.as_str().and_then(|amount| amount.parse().ok());
    amount.unwrap_or_else(|| panic!("no amount: {price}"))
}

fn item(changes: &Value) -> Value {
    let mut body = json!({
        "sku": "jar", "name": { "en": "Jar" },
        "prices": [{ "amount": "2.00", "currency": "USD", "is_default": true, "is_enabled": true }],
    });
    for (key, value) in changes.as_object().expect("changes") {
        body[key] = value.clone();
    }
    json!({ "operation": "admin-create-virtual-item", "body": body })
}

#[test]
fn an_item_is_limited_as_its_body_says() {
    let resets = json!({ "per_user": { "interval_type": "daily", "time": "06:00:00+00:00" } });
    for limits in [
        json!({ "per_user": 2, "recurrent_schedule": resets }),
        json!({ "per_item": 2 }),
    ] {
        let emulator = Emulator::start(&seed(&[item(&json!({ "limits": limits }))]));
        let mira = emulator.player("mira");
        assert_eq!(fill(&mira, "jar", 2).status, 200, "{limits}");
        fill(&mira, "jar", 3).refused(422, 1459);
    }
}

#[test]
fn a_price_for_a_country_goes_before_the_others() {
    let at = |amount: &str, country: Value| json!({ "amount": amount, "currency": "USD", "country_iso": country });
    let prices = json!([at("2.00", Value::Null), at("1.50", json!("DE"))]);
    let emulator = Emulator::start(&seed(&[item(&json!({ "prices": prices }))]));
    emulator.put_player("mira", &json!({ "country": "DE" }));
    emulator.put_player("pip", &json!({ "country": "FR" }));
    for (player, expected) in [("mira", 1.5), ("pip", 2.0)] {
        let amount = price(&emulator.player(player), "jar");
        assert!((amount - expected).abs() < 0.001, "{player}: {amount}");
    }
}

#[test]
fn the_forms_of_a_game_have_prices_of_their_own() {
    let game = json!({ "operation": "admin-create-game", "body": {
        "sku": "owls", "name": { "en": "Owls" }, "groups": [{ "external_id": "games" }],
        "image_url": "https://lanternwild.example/owls.svg",
        "long_description": { "en": "They watch you walk." },
        "unit_items": [
            { "sku": "owls_steam", "drm_sku": "steam", "prices": [{ "amount": "19.99", "currency": "USD" }] },
            { "sku": "owls_gog", "drm_sku": "gog", "name": { "en": "Owls on GOG" },
              "prices": [{ "amount": "17.50", "currency": "USD" }], "limits": { "per_user": 1 } },
        ],
    }});
    let emulator = Emulator::start(&seed(&[game]));
    let mira = emulator.player("mira");
    for (sku, expected) in [("owls_steam", 19.99), ("owls_gog", 17.5)] {
        let amount = price(&mira, sku);
        assert!((amount - expected).abs() < 0.001, "{sku}: {amount}");
    }
    fill(&mira, "owls_gog", 2).refused(422, 1459);
    mira.clear_cart();
    fill(&mira, "owls_steam", 1).ok();
    let line = mira.get("/cart").ok()["items"][0].clone();
    // What a form does not say is as its game has it.
    assert_eq!(
        (
            &line["name"],
            &line["groups"][0]["external_id"],
            &line["image_url"],
            &line["type"]
        ),
        (
            &json!("Owls"),
            &json!("games"),
            &json!("https://lanternwild.example/owls.svg"),
            &json!("game_key")
        )
    );
    let listed = mira.get("/items?additional_fields[]=long_description");
    let listed = listed.ok()["items"].as_array().expect("items").clone();
    let form = listed.iter().find(|item| item["sku"] == "owls_steam");
    assert_eq!(
        form.expect("the form")["long_description"],
        "They watch you walk."
    );
}

#[test]
fn a_mistake_in_an_item_or_group_is_named_by_its_place() {
    let game = |unit_item: Value| {
        json!({ "operation": "admin-create-game", "body": {
            "sku": "owls", "name": { "en": "Owls" }, "unit_items": [unit_item],
        }})
    };
    let groups = |entries: Value| json!({ "groups": entries });
    let camp = json!({ "external_id": "camp", "name": { "en": "Camp" } });
    let usd = |changes: (&str, Value)| {
        let mut price = json!({ "amount": "1.00", "currency": "USD" });
        price[changes.0] = changes.1;
        json!([price])
    };
    for (entry, place, problem) in [
        (
            item(&json!({ "limits": { "per_user": -1 } })),
            "body.limits.per_user",
            "whole number",
        ),
        (
            item(
                &json!({ "limits": { "recurrent_schedule": { "per_user": { "interval_type": "hourly" } } } }),
            ),
            "body.limits.recurrent_schedule.per_user",
            "daily, weekly or monthly",
        ),
        (
            item(&json!({ "prices": usd(("country_iso", json!("Germany"))) })),
            "body.prices[0].country_iso",
            "\"DE\"",
        ),
        (
            item(
                &json!({ "periods": [{ "date_from": "2024-02-01T00:00:00Z", "date_until": "2024-01-01T00:00:00Z" }] }),
            ),
            "body.periods",
            "later end",
        ),
        (item(&json!({ "name": null })), "body.name", "required"),
        (
            game(json!({ "sku": "owls_steam" })),
            "body.unit_items[0].drm_sku",
            "required",
        ),
        (
            game(json!({ "sku": "wick", "drm_sku": "steam" })),
            "body.unit_items[0].sku",
            "taken",
        ),
        (
            game(
                json!({ "sku": "owls_steam", "drm_sku": "steam", "prices": usd(("amount", json!("-1"))) }),
            ),
            "body.unit_items[0].prices[0].amount",
            "9.99",
        ),
        (
            groups(json!([camp, camp])),
            "groups[1].external_id",
            "taken",
        ),
        (
            groups(
                json!([{ "external_id": "tent", "name": { "en": "Tent" }, "parent_external_id": "camp" }]),
            ),
            "groups[0].parent_external_id",
            "\"camp\" is no group",
        ),
        (
            groups(json!([{ "external_id": "tent" }])),
            "groups[0].name",
            "required",
        ),
        (
            json!({ "operation": "update-item-promotion", "path": { "promotion_id": "7" },
                    "body": { "name": { "en-US": "A" }, "items": null, "discount": { "percent": "1" } } }),
            "path.promotion_id",
            "ID = 7",
        ),
    ] {
        let seed = seed(&[entry]);
        let last = seed.as_array().expect("a list").len() - 1;
        let output = refused_start(seed.to_string().as_bytes(), &[]);
        let message = String::from_utf8(output.stderr).expect("text");
        let place = format!("seed[{last}].{place}");
        assert!(
            message.contains(&place) && message.contains(problem),
            "{place}: {message}"
        );
    }
}
