//! What is told of an item: its texts in the language that was asked for, and more on request.

use serde_json::json;

use crate::emulator::Emulator;
use crate::game::{discount, item_with, pouch, seed};
use crate::shopping::listed;

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
        let shown = listed(&shown, "shield");
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
    mira.fill_cart("shield", 1);
    assert_eq!(
        mira.get("/cart?locale=de").ok()["items"][0]["name"],
        "Schild"
    );
    assert_eq!(mira.get("/cart").ok()["items"][0]["name"], "Shield");
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
