use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{bonus, discount, item_with, seed};
use crate::sample::hold;

/// What samples have and these items lack: nothing runs out, and nothing else is configured.
const OF_AN_ITEM: [&str; 6] = [
    "promotions[].bonus",
    "promotions[].discount",
    "inventory_options.consumable",
    "inventory_options.expiration_period",
    "promotions",
    "vp_rewards",
];

/// A game in which every kind of item has all that the samples show, with texts under this key.
fn full_game_in(language: &str) -> Emulator {
    let until = json!({ "date_end": "2120-04-15T16:16:00+03:00" });
    let everything = json!({
        "groups": [{ "external_id": "armour", "name": { "en": "Armour" } }],
        "attributes": [{
            "external_id": "wood", "name": { language: "Wood" },
            "values": [{ "external_id": "oak", "value": { "en": "Oak" } }],
        }],
        "limits": {
            "per_user": 5, "per_item": 100,
            "recurrent_schedule": {
                "per_user": { "interval_type": "weekly", "day_of_week": 1, "time": "06:00:00+00:00" },
            },
        },
        "periods": [{ "date_from": "2020-08-11T10:00:00+03:00", "date_until": "2120-08-11T20:00:00+03:00" }],
        "custom_attributes": { "purchased": 0, "attr": "value" },
    });
    let with_everything = |operation: &str, body: Value| {
        let mut body = body;
        for (field, value) in everything.as_object().expect("fields") {
            body[field] = value.clone();
        }
        json!({ "operation": operation, "body": body })
    };
    let prices =
        json!([{ "amount": "9.99", "currency": "USD", "is_default": true, "is_enabled": true }]);
    let shown = json!({
        "name": { "en": "Thing" }, "description": { "en": "A thing." }, "is_enabled": true, "is_show_in_store": true,
        "image_url": "https://lanternwild.example/thing.svg", "prices": prices,
    });
    let of = |fields: Value| {
        let mut body = shown.clone();
        for (field, value) in fields.as_object().expect("fields") {
            body[field] = value.clone();
        }
        body
    };
    let content = json!([{ "sku": "shield", "quantity": 1 }]);
    let embers = json!([{ "sku": "crystal", "quantity": 50 }]);
    let key = |sku: &str| json!({ "sku": sku, "name": { "en": sku }, "drm_sku": "steam", "prices": prices });
    let mut game = with_everything(
        "admin-create-game",
        of(json!({ "sku": "game", "unit_items": [key("game_steam")] })),
    );
    game["body"]["prices"] = Value::Null;
    let consumable = json!({
        "inventory_options": {
            "consumable": { "usages_count": 1 }, "expiration_period": { "type": "day", "value": 1 },
        },
    });
    let mut shield = item_with("shield", "5.00", &everything);
    for (field, value) in consumable.as_object().expect("fields") {
        shield["body"][field] = value.clone();
    }
    Emulator::start(&seed(&[
        shield,
        with_everything(
            "admin-create-virtual-currency",
            of(json!({ "sku": "crystal" })),
        ),
        with_everything(
            "admin-create-virtual-currency-package",
            of(json!({ "sku": "crystals", "content": embers })),
        ),
        with_everything(
            "admin-create-bundle",
            of(json!({ "sku": "chest", "content": content })),
        ),
        game,
        json!({
            "operation": "admin-patch-items-value-point-reward",
            "path": { "value_point_sku": "glow" },
            "body": [{ "sku": "shield", "amount": 3 }, { "sku": "chest", "amount": 3 }, { "sku": "game_steam", "amount": 1 }],
        }),
        discount("50.00", &["shield", "crystal", "crystals"], &until),
        bonus("shield", "wick", &until),
    ]))
}

fn full_game() -> Emulator {
    full_game_in("en")
}

fn held(emulator: &Emulator, path: &str, sample: &str, may_be_missing: &[&str]) {
    let reply = emulator.player("mira").get(path).ok();
    let nested: Vec<String> = OF_AN_ITEM
        .iter()
        .chain(may_be_missing)
        .flat_map(|field| {
            [
                (*field).to_owned(),
                format!("items[].{field}"),
                format!("content[].{field}"),
                format!("items[].content[].{field}"),
            ]
        })
        .collect();
    let nested: Vec<&str> = nested.iter().map(String::as_str).collect();
    hold(&reply, sample, &nested);
}

#[test]
fn sellable_items() {
    let emulator = full_game();
    held(
        &emulator,
        "/items?limit=50",
        "get-sellable-items",
        &["groups", "virtual_prices", "price"],
    );
    held(
        &emulator,
        "/items/sku/shield",
        "get-sellable-item-by-sku",
        &[],
    );
    let id = emulator.guest("/items/sku/shield").ok()["item_id"].clone();
    held(
        &emulator,
        &format!("/items/id/{id}"),
        "get-sellable-item-by-sku",
        &[],
    );
    held(
        &emulator,
        "/items/group/armour?limit=1",
        "get-sellable-items-group",
        &["virtual_prices"],
    );
}

#[test]
fn virtual_items() {
    let emulator = full_game();
    held(
        &emulator,
        "/items/virtual_items",
        "get-virtual-items",
        &["limits", "periods", "attributes"],
    );
    held(
        &emulator,
        "/items/virtual_items/group/armour",
        "get-virtual-items-group",
        &[],
    );
    held(
        &full_game_in("en-US"),
        "/items/virtual_items/sku/shield",
        "get-virtual-items-sku",
        &[],
    );
    held(
        &emulator,
        "/items/virtual_items/all",
        "get-all-virtual-items",
        &[],
    );
}

#[test]
fn virtual_currency_and_packages() {
    let emulator = full_game();
    let of_ember = &[
        "groups",
        "attributes",
        "price",
        "limits",
        "periods",
        "virtual_prices",
    ];
    held(
        &emulator,
        "/items/virtual_currency",
        "get-virtual-currency",
        of_ember,
    );
    held(
        &full_game_in("en-US"),
        "/items/virtual_currency/sku/crystal",
        "get-virtual-currency-sku",
        &[],
    );
    held(
        &emulator,
        "/items/virtual_currency/package",
        "get-virtual-currency-package",
        &[],
    );
    held(
        &emulator,
        "/items/virtual_currency/package/sku/crystals",
        "get-virtual-currency-package-sku",
        &[],
    );
}

#[test]
fn bundles() {
    let emulator = full_game();
    held(&emulator, "/items/bundle/sku/chest", "get-bundle", &[]);
    held(
        &emulator,
        "/items/bundle/group/armour",
        "get-bundle-list",
        &[],
    );
    // The first one is sparser.
    held(&emulator, "/items/bundle?offset=1", "get-bundle-list", &[]);
}

#[test]
fn games_and_their_keys() {
    let emulator = full_game();
    let of_moth = &[
        "groups",
        "attributes",
        "limits",
        "unit_items[].limits",
        "unit_items[].periods",
        "unit_items[].vp_rewards",
    ];
    held(
        &emulator,
        "/items/game/sku/game",
        "get-game-by-sku",
        &["unit_items[].promotions"],
    );
    held(&emulator, "/items/game", "get-games-list", of_moth);
    held(&emulator, "/items/game/group/armour", "get-games-list", &[]);
    held(
        &emulator,
        "/items/game/key/sku/game_steam",
        "get-game-key-by-sku",
        &["release_date"],
    );
    held(
        &emulator,
        "/items/game/key/group/armour",
        "get-game-keys-group",
        &["release_date"],
    );
}

#[test]
fn item_groups() {
    let groups = json!({ "groups": [
        { "external_id": "gear", "name": { "en": "Gear" }, "description": { "en": "All of it." }, "order": 1 },
        { "external_id": "light", "name": { "en": "Light" }, "order": 2, "parent_external_id": "gear" },
    ]});
    let emulator = Emulator::start(&seed(&[groups]));
    hold(
        &emulator.guest("/items/groups").ok(),
        "get-item-groups",
        &[],
    );
}
