//! The catalog: its kinds, its pages, its languages, and who sees what of it.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{discount, hidden_offer, item, item_with, player, promo_code, seed};
use crate::http::{self, NO_BODY};

/// Every list of the catalog, and one of each kind by its SKU.
const PATHS: [&str; 20] = [
    "/items",
    "/items/virtual_items",
    "/items/virtual_items/all",
    "/items/bundle",
    "/items/virtual_currency",
    "/items/virtual_currency/package",
    "/items/game",
    "/items/groups",
    "/items/group/camp",
    "/items/virtual_items/group/camp",
    "/items/bundle/group/packs",
    "/items/game/group/camp",
    "/items/game/key/group/camp",
    "/items/sku/wick",
    "/items/virtual_items/sku/wick",
    "/items/bundle/sku/kit",
    "/items/virtual_currency/sku/ember",
    "/items/virtual_currency/package/sku/pouch",
    "/items/game/sku/moth",
    "/items/game/key/sku/moth_dusk",
];

fn pouch() -> Value {
    json!({ "operation": "admin-create-virtual-currency-package", "body": {
        "sku": "pouch", "name": { "en": "Pouch", "de": "Beutel" }, "description": { "en": "Fifty embers." },
        "image_url": "https://lanternwild.example/pouch.svg", "is_enabled": true, "is_show_in_store": true,
        "prices": [{ "amount": 1.99, "currency": "USD", "is_default": true, "is_enabled": true }],
        "content": [{ "sku": "ember", "quantity": 50 }],
    }})
}

pub fn skus(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["sku"].as_str().expect("a SKU").to_owned())
        .collect()
}

fn with_prefix(list: &Value, prefix: &str) -> Vec<String> {
    let mut skus = skus(list);
    skus.retain(|sku| sku.starts_with(prefix));
    skus
}

#[test]
fn each_list_holds_its_kind_and_nothing_else() {
    let emulator = Emulator::start(&seed(&[pouch()]));
    for (path, expected) in [
        ("/items/virtual_items", vec!["wick", "lantern", "cloak"]),
        (
            "/items/virtual_items/group/camp",
            vec!["wick", "lantern", "cloak"],
        ),
        ("/items/virtual_items/all", vec!["wick", "lantern", "cloak"]),
        ("/items/bundle", vec!["kit"]),
        ("/items/bundle/group/packs", vec!["kit"]),
        ("/items/virtual_currency", vec!["ember"]),
        ("/items/virtual_currency/package", vec!["pouch"]),
        ("/items/game", vec!["moth"]),
        ("/items/group/packs", vec!["kit"]),
        // What has no price is not sold, and of a game its keys are.
        (
            "/items",
            vec![
                "wick",
                "lantern",
                "cloak",
                "kit",
                "moth_dusk",
                "moth_dawn",
                "pouch",
            ],
        ),
    ] {
        let mut found = skus(&emulator.guest(path).ok());
        let mut expected = expected;
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn without_a_token_all_is_shown_and_with_a_bad_one_nothing() {
    let emulator = Emulator::start(&seed(&[pouch()]));
    let mira = emulator.player("mira");
    for path in PATHS {
        emulator.guest(path).ok();
        mira.get(path).ok();
        for token in ["Bearer nonsense", "nonsense", "Basic NDQwNTY6ZW11bGF0b3I="] {
            let request = http::request("GET", &emulator.url(path)).header("authorization", token);
            http::send(request, NO_BODY).refused(401, 1501);
        }
    }
}

#[test]
fn pages_follow_one_another_until_has_more_is_false() {
    let items: Vec<_> = (0..57)
        .map(|number| {
            item_with(
                &format!("leaf{number:02}"),
                "1.00",
                &json!({ "order": number }),
            )
        })
        .collect();
    let emulator = Emulator::start(&seed(&items));
    for path in [
        "/items",
        "/items/virtual_items",
        "/items/group/camp",
        "/items/virtual_items/group/camp",
    ] {
        let first = emulator.guest(path).ok();
        assert_eq!(
            (skus(&first).len(), &first["has_more"]),
            (50, &json!(true)),
            "{path}"
        );
        let beyond = emulator.guest(&format!("{path}?limit=1000")).ok();
        assert_eq!(beyond, first, "{path}: 50 is the most");

        let (mut all, mut has_more) = (Vec::new(), true);
        while has_more {
            let page = emulator
                .guest(&format!("{path}?limit=7&offset={}", all.len()))
                .ok();
            has_more = page["has_more"] == true;
            assert!(!has_more || skus(&page).len() == 7, "{path}: {page}");
            all.extend(skus(&page));
        }
        let leaves: Vec<_> = all.iter().filter(|sku| sku.starts_with("leaf")).collect();
        assert_eq!(leaves.len(), 57, "{path}");
        assert!(leaves.is_sorted(), "{path}: in the merchant's order");
        let after_the_end = emulator.guest(&format!("{path}?offset=1000")).ok();
        assert_eq!(
            after_the_end,
            json!({ "has_more": false, "items": [] }),
            "{path}"
        );
    }
    for query in ["limit=0", "limit=-1", "limit=many", "offset=-1"] {
        emulator
            .guest(&format!("/items?{query}"))
            .refused(422, 1102);
    }
}

#[test]
fn every_text_comes_in_the_language_that_was_asked_for() {
    let shield = item_with(
        "shield",
        "2.00",
        &json!({
            "name": { "en": "Shield", "de": "Schild" },
            "description": { "en-US": "Holds.", "de-DE": "Hält." },
            "groups": [{ "external_id": "armour", "name": { "en": "Armour", "de": "Rüstung" } }],
            "attributes": [{
                "external_id": "wood", "name": { "en": "Wood", "de": "Holz" },
                "values": [{ "external_id": "oak", "value": { "en": "Oak", "de": "Eiche" } }],
            }],
        }),
    );
    let frost = discount("50.00", &["shield"], &json!({}));
    let emulator = Emulator::start(&seed(&[shield, pouch(), frost]));
    for locale in ["de", "de-DE", "de-AT"] {
        let shown = emulator.guest(&format!("/items?locale={locale}")).ok();
        let shown = one(&shown, "shield");
        assert_eq!(shown["name"], "Schild", "{locale}");
        assert_eq!(shown["description"], "Hält.", "{locale}");
        assert_eq!(
            shown["groups"],
            json!([{ "external_id": "armour", "name": "Rüstung" }])
        );
        assert_eq!(shown["promotions"][0]["name"], "Frost am Morgen");
        assert_eq!(shown["attributes"][0]["values"][0]["value"], "Eiche");
        let by_language = emulator
            .guest(&format!("/items/virtual_items/sku/shield?locale={locale}"))
            .ok();
        assert_eq!(by_language["name"], json!({ "de": "Schild" }));
        assert_eq!(by_language["groups"][0]["name"], json!({ "de": "Rüstung" }));
    }
    // A language that nobody wrote falls back to English, and so does none.
    for query in ["?locale=fr", "?locale=xx-YY", ""] {
        let shown = emulator.guest(&format!("/items/sku/shield{query}")).ok();
        assert_eq!(
            (&shown["name"], &shown["description"]),
            (&json!("Shield"), &json!("Holds."))
        );
    }
    let packages = emulator
        .guest("/items/virtual_currency/package?locale=de")
        .ok();
    assert_eq!(packages["items"][0]["name"], "Beutel");
    let groups = emulator.guest("/items/groups?locale=de").ok();
    let names: Vec<_> = groups["groups"]
        .as_array()
        .expect("groups")
        .iter()
        .map(|group| &group["name"])
        .collect();
    assert!(names.contains(&&json!("Rüstung")), "{groups}");

    let mira = emulator.player("mira");
    let items = json!({ "items": [{ "sku": "shield", "quantity": 1 }] });
    mira.send("PUT", "/cart/fill", &items).ok();
    assert_eq!(
        mira.get("/cart?locale=de").ok()["items"][0]["name"],
        "Schild"
    );
    assert_eq!(mira.get("/cart").ok()["items"][0]["name"], "Shield");
}

fn one<'a>(list: &'a Value, sku: &str) -> &'a Value {
    let items = list["items"].as_array().expect("items");
    items
        .iter()
        .find(|item| item["sku"] == sku)
        .unwrap_or_else(|| panic!("no {sku} in {list}"))
}

#[test]
fn prices_and_regions_are_those_of_the_country() {
    let region = json!({ "operation": "admin-create-region", "body": {
        "name": { "en": "Home" }, "countries": ["DE", "AT"],
    }});
    let local = item_with("local", "3.00", &json!({ "regions": [{ "id": 1 }] }));
    let prices = json!([
        { "amount": "3.00", "currency": "USD", "is_default": true, "is_enabled": true },
        { "amount": "2.00", "currency": "USD", "is_default": false, "is_enabled": true, "country_iso": "DE" },
    ]);
    let cheaper = item_with("cheaper", "3.00", &json!({ "prices": prices }));
    let emulator = Emulator::start(&seed(&[
        region,
        local,
        cheaper,
        player("mira", &json!({ "country": "DE" })),
        player("tobin", &json!({ "country": "US" })),
    ]));
    let (mira, tobin) = (emulator.player("mira"), emulator.player("tobin"));
    let sees = |list: Value| {
        (
            !with_prefix(&list, "local").is_empty(),
            one(&list, "cheaper")["price"]["amount"].clone(),
        )
    };
    assert_eq!(sees(mira.get("/items").ok()), (true, json!("2.00")));
    assert_eq!(sees(tobin.get("/items").ok()), (false, json!("3.00")));
    assert_eq!(
        sees(tobin.get("/items?country=AT").ok()),
        (true, json!("3.00"))
    );
    assert_eq!(
        sees(emulator.guest("/items?country=US").ok()),
        (false, json!("3.00"))
    );
    assert_eq!(sees(emulator.guest("/items").ok()), (true, json!("3.00")));
    tobin.get("/items/sku/local").refused(404, 4001);
    for country in ["Germany", "D", "", "1A"] {
        let message = emulator
            .guest(&format!("/items?country={country}"))
            .refused(422, 1102);
        assert!(message.contains("country"), "{message}");
    }
}

#[test]
fn a_hidden_item_is_shown_to_those_who_say_the_word() {
    let offer = hidden_offer("HOLLOWTREE", &["secret"], &json!({}));
    let emulator = Emulator::start(&seed(&[&[item("secret", "4.00")][..], &offer].concat()));
    let mira = emulator.player("mira");
    for path in [
        "/items",
        "/items/virtual_items",
        "/items/group/camp",
        "/items/virtual_items/all",
    ] {
        let with_code = |code: &str| {
            with_prefix(
                &mira.get(&format!("{path}?promo_code={code}")).ok(),
                "secret",
            )
        };
        assert_eq!(
            with_prefix(&mira.get(path).ok(), "secret"),
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
fn a_promo_code_shows_what_it_would_take_off() {
    let code = promo_code(
        "WICKS",
        &json!({ "discount": null, "discounted_items": [{ "sku": "wick", "discount": { "percent": "50.00" } }] }),
    );
    let emulator = Emulator::start(&seed(&code));
    let mira = emulator.player("mira");
    let price = |query: &str| mira.get(&format!("/items/sku/wick{query}")).ok()["price"].clone();
    assert_eq!(price("")["amount"], "1.00");
    assert_eq!(
        price("?promo_code=WICKS"),
        json!({ "amount": "0.50", "amount_without_discount": "1.00", "currency": "USD" })
    );
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
            !with_prefix(&emulator.guest("/items").ok(), "melon").is_empty(),
            is_shown,
            "{now}"
        );
        let on_request = emulator.guest(&format!("/items{request}")).ok();
        let melon = one(&on_request, "melon");
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
    buy(&mira, "comet", 2);
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
    buy(&mira, "comet", 1);
    let sold_out = mira.get("/items/sku/comet").ok();
    assert_eq!(
        (
            &sold_out["limits"]["per_user"]["available"],
            &sold_out["can_be_bought"]
        ),
        (&json!(0), &json!(false))
    );
}

/// Orders an item and pays for it.
pub fn buy(player: &Player, sku: &str, quantity: u64) {
    let order = player
        .send(
            "POST",
            &format!("/payment/item/{sku}"),
            &json!({ "quantity": quantity }),
        )
        .ok();
    let pay = player
        .emulator
        .control(&format!("/orders/{}/pay", order["order_id"]));
    let paid = http::send(http::request("POST", &pay), NO_BODY).ok();
    assert_eq!(paid["status"], "done");
}

#[test]
fn what_is_not_there_is_said_in_the_documented_words() {
    let emulator = Emulator::start(&seed(&[]));
    for (path, code, message) in [
        (
            "/items/sku/none",
            4001,
            "[0401-4001]: Item with sku = 'none' not found",
        ),
        (
            "/items/id/999999",
            4001,
            "[0401-4001]: Item with id = 999999 not found",
        ),
        (
            "/items/virtual_items/sku/none",
            4001,
            "[0401-4001]: Item with Project Id = 44056 and Sku = none not found",
        ),
        // There is such an item, of another kind.
        (
            "/items/bundle/sku/wick",
            4001,
            "[0401-4001]: Item with sku = 'wick' not found",
        ),
        (
            "/items/game/sku/wick",
            4001,
            "[0401-4001]: Item with sku = 'wick' not found",
        ),
        (
            "/items/game/key/sku/moth",
            4001,
            "[0401-4001]: Item with sku = 'moth' not found",
        ),
        (
            "/items/sku/moth",
            4001,
            "[0401-4001]: Item with sku = 'moth' not found",
        ),
        (
            "/items/group/none",
            4403,
            "[0401-4403]: Item group not found",
        ),
        (
            "/items/virtual_items/group/none",
            4403,
            "[0401-4403]: Item group not found",
        ),
        (
            "/items/bundle/group/none",
            4403,
            "[0401-4403]: Item group not found",
        ),
    ] {
        assert_eq!(emulator.guest(path).refused(404, code), message, "{path}");
    }
    emulator.guest("/items/id/first").refused(422, 1102);
    let id = emulator.guest("/items/sku/lantern").ok()["item_id"].clone();
    assert_eq!(
        emulator.guest(&format!("/items/id/{id}")).ok()["sku"],
        "lantern"
    );
}

#[test]
fn a_bundle_tells_what_is_in_it_and_what_that_would_cost() {
    let emulator = Emulator::start(&seed(&[
        json!({ "operation": "admin-create-bundle", "body": {
            "sku": "pair", "name": { "en": "Pair" }, "is_enabled": true, "is_show_in_store": true,
            "prices": [{ "amount": "9.00", "currency": "USD", "is_default": true, "is_enabled": true }],
            "content": [{ "sku": "lantern", "quantity": 2 }, { "sku": "wick", "quantity": 3 }],
        }}),
        discount("50.00", &["lantern"], &json!({})),
    ]));
    let pair = emulator.guest("/items/bundle/sku/pair").ok();
    assert_eq!(
        pair["total_content_price"],
        json!({ "amount": "8.00", "amount_without_discount": "13.00", "currency": "USD" })
    );
    assert_eq!(pair["price"]["amount"], "9.00");
    let content: Vec<_> = pair["content"]
        .as_array()
        .expect("content")
        .iter()
        .map(|part| (part["sku"].clone(), part["quantity"].clone()))
        .collect();
    assert_eq!(
        content,
        [(json!("lantern"), json!(2)), (json!("wick"), json!(3))]
    );
    // Embers have no price in money, so the kit's contents have none together.
    assert_eq!(
        emulator.guest("/items/bundle/sku/kit").ok()["total_content_price"],
        Value::Null
    );
}

#[test]
fn a_disabled_item_is_nowhere() {
    let emulator = Emulator::start(&seed(&[item_with(
        "gone",
        "1.00",
        &json!({ "is_enabled": false }),
    )]));
    assert_eq!(with_prefix(&emulator.guest("/items").ok(), "gone"), [""; 0]);
    emulator.guest("/items/sku/gone").refused(404, 4001);
}

#[test]
fn what_is_additional_is_told_to_those_who_ask() {
    let told = item_with(
        "told",
        "1.00",
        &json!({
            "order": 7, "long_description": { "en": "It is long." },
            "media_list": [{ "type": "image", "url": "https://lanternwild.example/told.svg" }],
        }),
    );
    let emulator = Emulator::start(&seed(&[told]));
    let shown = |query: &str| emulator.guest(&format!("/items/sku/told{query}")).ok();
    let plain = shown("");
    for field in ["order", "media_list", "long_description"] {
        assert_eq!(plain.get(field), None, "{field}");
    }
    let all = shown(
        "?additional_fields[]=order&additional_fields[]=media_list&additional_fields%5B%5D=long_description",
    );
    assert_eq!(
        (&all["order"], &all["long_description"]),
        (&json!(7), &json!("It is long."))
    );
    assert_eq!(all["media_list"][0]["type"], "image");
    let message = emulator
        .guest("/items?additional_fields[]=secrets")
        .refused(422, 1102);
    assert!(
        message.contains("additional_fields[]") && message.contains("media_list"),
        "{message}"
    );
}
