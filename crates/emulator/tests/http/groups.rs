//! Groups of items: those that are defined, and those that only items name.

use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{hidden_offer, item_with, seed};
use crate::shopping::skus;

#[test]
fn groups_stand_in_groups() {
    let groups = json!({ "groups": [
        { "external_id": "gear", "name": { "en": "Gear" }, "description": { "en": "All of it." }, "order": 1 },
        { "external_id": "light", "name": { "en": "Light" }, "order": 2, "parent_external_id": "gear" },
    ]});
    let torch = item_with("torch", "1.00", &json!({ "groups": ["light"] }));
    let emulator = Emulator::start(&seed(&[groups, torch]));
    let body = emulator.guest("/items/groups").ok();
    let groups = body["groups"].as_array().expect("groups");
    let gear = groups
        .iter()
        .find(|group| group["external_id"] == "gear")
        .expect("gear");
    assert_eq!(
        (
            &gear["level"],
            &gear["name"],
            &gear["description"],
            &gear["parent_external_id"]
        ),
        (
            &json!(0),
            &json!("Gear"),
            &json!("All of it."),
            &Value::Null
        )
    );
    let light = &gear["children"][0];
    assert_eq!(
        (
            &light["external_id"],
            &light["level"],
            &light["parent_external_id"]
        ),
        (&json!("light"), &json!(1), &json!("gear"))
    );
    // What only items name is a group as well.
    assert!(
        groups.iter().any(|group| group["external_id"] == "camp"),
        "{body}"
    );
    let torch = emulator.guest("/items/sku/torch").ok();
    assert_eq!(
        torch["groups"],
        json!([{ "external_id": "light", "name": "Light" }])
    );
    assert_eq!(skus(&emulator.guest("/items/group/light").ok()), ["torch"]);
    assert_eq!(skus(&emulator.guest("/items/group/gear").ok()), [""; 0]);
}

#[test]
fn a_group_of_hidden_items_is_there_only_for_those_with_the_code() {
    let in_group = |sku: &str, group: &str, is_enabled: bool| {
        let changes = json!({ "groups": [group], "is_enabled": is_enabled });
        item_with(sku, "1.00", &changes)
    };
    let offer = hidden_offer("SESAME", &["secret"], &json!({}));
    let items = [
        in_group("secret", "vault", true),
        in_group("off", "attic", false),
    ];
    let emulator = Emulator::start(&seed(&[&items[..], &offer].concat()));
    let named = |query: &str| {
        let body = emulator.guest(&format!("/items/groups{query}")).ok();
        let groups = body["groups"].as_array().expect("groups").clone();
        let id = |group: &Value| group["external_id"].as_str().expect("an id").to_owned();
        groups.iter().map(id).collect::<Vec<_>>()
    };
    assert_eq!(named(""), ["camp", "packs"]);
    assert_eq!(named("?promo_code=SESAME"), ["camp", "packs", "vault"]);
    emulator.guest("/items/group/vault").refused(404, 4403);
    let opened = emulator.guest("/items/group/vault?promo_code=SESAME").ok();
    assert_eq!(skus(&opened), ["secret"]);
}
