//! Seeds for the tests: small games, built of admin operations.

use serde_json::{Value, json};

pub const LONG_AGO: &str = "2024-01-01T00:00:00+00:00";

/// A seed of these entries, after the items, currency and value points every test may use.
pub fn seed(entries: &[Value]) -> Value {
    let mut seed = vec![
        json!({ "operation": "admin-create-virtual-currency", "body": {
            "sku": "ember", "name": { "en": "Ember" }, "description": { "en": "Warm." },
            "image_url": "https://lanternwild.example/ember.svg", "is_enabled": true, "is_hard": true,
            "prices": [], "vc_prices": [],
        }}),
        item("wick", "1.00"),
        item("lantern", "5.00"),
        item("cloak", "10.00"),
        json!({ "operation": "admin-create-bundle", "body": {
            "sku": "kit", "name": { "en": "Kit" }, "description": { "en": "All you need." },
            "image_url": "https://lanternwild.example/kit.svg", "is_enabled": true, "is_show_in_store": true,
            "groups": ["packs"], "vc_prices": [],
            "prices": [{ "amount": 20, "currency": "USD", "is_default": true, "is_enabled": true }],
            "content": [{ "sku": "wick", "quantity": 3 }, { "sku": "ember", "quantity": 50 }],
        }}),
        json!({ "operation": "admin-create-game", "body": {
            "sku": "moth", "name": { "en": "Moth" }, "description": { "en": "You choose which." },
            "image_url": "https://lanternwild.example/moth.svg", "is_enabled": true, "is_show_in_store": true,
            "unit_items": [unit_item("moth_dusk", "steam"), unit_item("moth_dawn", "gog")],
        }}),
        value_points("glow", false),
        value_points("hearth", true),
        points_of(
            "glow",
            &json!([{ "sku": "lantern", "amount": 30 }, { "sku": "cloak", "amount": 70 }]),
        ),
        points_of("hearth", &json!([{ "sku": "lantern", "amount": 10 }])),
    ];
    seed.extend_from_slice(entries);
    Value::Array(seed)
}

pub fn item(sku: &str, price: &str) -> Value {
    item_with(sku, price, &json!({}))
}

/// An item that differs in some fields.
pub fn item_with(sku: &str, price: &str, changes: &Value) -> Value {
    let body = json!({
        "sku": sku, "name": { "en": sku }, "description": { "en": format!("A {sku}.") },
        "image_url": format!("https://lanternwild.example/{sku}.svg"), "groups": ["camp"],
        "is_enabled": true, "is_show_in_store": true, "is_free": false,
        "prices": [{ "amount": price, "currency": "USD", "is_default": true, "is_enabled": true }],
        "vc_prices": [{ "sku": "ember", "amount": 40, "is_default": true, "is_enabled": true }],
    });
    json!({ "operation": "admin-create-virtual-item", "body": with(body, changes) })
}

/// An item that a player may buy so many of.
pub fn limited_item(sku: &str, per_user: u64) -> Value {
    let limits = json!({ "per_user": per_user, "per_item": null });
    item_with(sku, "1.00", &json!({ "limits": limits }))
}

/// A package of virtual currency.
pub fn pouch() -> Value {
    json!({ "operation": "admin-create-virtual-currency-package", "body": {
        "sku": "pouch", "name": { "en": "Pouch", "de": "Beutel" }, "description": { "en": "Fifty embers." },
        "image_url": "https://lanternwild.example/pouch.svg", "is_enabled": true, "is_show_in_store": true,
        "prices": [{ "amount": 1.99, "currency": "USD", "is_default": true, "is_enabled": true }],
        "content": [{ "sku": "ember", "quantity": 50 }],
    }})
}

/// A discount on some items.
pub fn discount(percent: &str, skus: &[&str], changes: &Value) -> Value {
    let items: Vec<_> = skus.iter().map(|sku| json!({ "sku": sku })).collect();
    let body = json!({
        "name": { "en-US": "Frost", "de-DE": "Frost am Morgen" }, "date_start": LONG_AGO, "date_end": null,
        "discount": { "percent": percent }, "items": items,
    });
    json!({ "operation": "create-item-promotion", "body": with(body, changes) })
}

/// A bonus for buying an item.
pub fn bonus(condition: &str, gift: &str, changes: &Value) -> Value {
    let body = json!({
        "name": { "en-US": "Supper", "de-DE": "Abendbrot" }, "date_start": LONG_AGO, "date_end": null,
        "condition": [{ "sku": condition }], "bonus": [{ "sku": gift, "quantity": 2 }],
    });
    json!({ "operation": "create-bonus-promotion", "body": with(body, changes) })
}

/// An offer that hides items from everyone without its code.
pub fn hidden_offer(code: &str, skus: &[&str], changes: &Value) -> [Value; 2] {
    let body = json!({
        "external_id": format!("offer_{code}"), "name": { "en-US": code }, "date_start": LONG_AGO, "date_end": null,
        "items": skus, "redeem_total_limit": null, "redeem_user_limit": null, "redeem_code_limit": null,
    });
    [
        json!({ "operation": "admin-create-unique-catalog-offer", "body": with(body, changes) }),
        json!({
            "operation": "create-unique-catalog-offer-code",
            "path": { "external_id": format!("offer_{code}") },
            "body": { "coupon_code": code },
        }),
    ]
}

/// An item, and the offer that hides it from everyone without the code.
pub fn hidden_item(code: &str, sku: &str) -> [Value; 3] {
    let [offer, offer_code] = hidden_offer(code, &[sku], &json!({}));
    [item(sku, "4.00"), offer, offer_code]
}

fn unit_item(sku: &str, platform: &str) -> Value {
    json!({
        "sku": sku, "name": { "en": sku }, "drm_sku": platform, "is_free": false, "is_enabled": true,
        "is_show_in_store": true,
        "prices": [{ "amount": 6.99, "currency": "USD", "is_default": true, "is_enabled": true }],
    })
}

fn value_points(sku: &str, is_clan: bool) -> Value {
    json!({ "operation": "admin-create-value-points", "body": {
        "sku": sku, "name": { "en": sku }, "description": { "en": "Points." }, "is_enabled": true,
        "image_url": format!("https://lanternwild.example/{sku}.svg"), "is_clan": is_clan,
    }})
}

fn points_of(value_point: &str, items: &Value) -> Value {
    json!({
        "operation": "admin-set-items-value-point-reward",
        "path": { "value_point_sku": value_point },
        "body": items,
    })
}

/// A daily chain that gives one wick a day.
pub fn daily_chain(name: &str, days: u32, changes: &Value) -> Value {
    let steps = (1..=days)
        .map(|day| json!({ "step_number": day, "items": [{ "sku": "wick", "quantity": 1 }] }));
    let body = json!({
        "name": { "en": name }, "description": { "en": "One a day." }, "order": 1, "date_start": LONG_AGO,
        "date_end": null, "type": "calendar_hard", "is_recurrent": true, "is_enabled": true,
        "steps": steps.collect::<Vec<_>>(),
    });
    json!({ "operation": "admin-create-daily-chain", "body": with(body, changes) })
}

/// An offer chain: a free wick, a lantern to be bought, a free cloak.
pub fn offer_chain(name: &str, changes: &Value) -> Value {
    let body = json!({
        "name": { "en": name }, "description": { "en": "Step by step." }, "order": 1, "date_start": LONG_AGO,
        "date_end": null, "is_enabled": true, "is_always_visible": true, "recurrent_schedule": null,
        "steps": [
            { "step_number": 1, "is_free": true, "items": [{ "sku": "wick", "quantity": 1 }] },
            { "step_number": 2, "is_free": false, "items": [{ "sku": "lantern", "quantity": 2 }] },
            { "step_number": 3, "is_free": true, "items": [{ "sku": "cloak", "quantity": 1 }] },
        ],
    });
    json!({ "operation": "admin-create-offer-chain", "body": with(body, changes) })
}

/// A reward chain with a wick at 30 points and a kit at 100.
pub fn reward_chain(name: &str, value_point: &str, changes: &Value) -> Value {
    let step = |name: &str, amount: u32, sku: &str| {
        json!({
            "name": { "en": name }, "price": { "amount": amount }, "reward": [{ "sku": sku, "quantity": 1 }],
            "image_url": "https://lanternwild.example/step.svg",
        })
    };
    let body = json!({
        "name": { "en": name }, "description": { "en": "Shop and gather." }, "long_description": null,
        "image_url": "https://lanternwild.example/jar.svg", "order": 1, "date_start": LONG_AGO, "date_end": null,
        "is_enabled": true, "is_always_visible": true, "value_point": { "sku": value_point },
        "recurrent_schedule": null, "steps": [step("A glimmer", 30, "wick"), step("A flame", 100, "kit")],
    });
    json!({ "operation": "admin-create-reward-chain", "body": with(body, changes) })
}

/// A coupon for two cloaks, known by one code.
pub fn coupon(code: &str, changes: &Value) -> [Value; 2] {
    let body = json!({
        "external_id": format!("coupon_{code}"), "name": { "en-US": code }, "date_start": LONG_AGO, "date_end": null,
        "bonus": [{ "sku": "cloak", "quantity": 2 }],
        "redeem_total_limit": null, "redeem_user_limit": null, "redeem_code_limit": null,
    });
    [
        json!({ "operation": "admin-create-coupon", "body": with(body, changes) }),
        json!({
            "operation": "create-coupon-code",
            "path": { "external_id": format!("coupon_{code}") },
            "body": { "coupon_code": code },
        }),
    ]
}

/// A promo code that takes a tenth off the cart and half off wicks, and gives a moth.
pub fn promo_code(code: &str, changes: &Value) -> [Value; 2] {
    let body = json!({
        "external_id": format!("promo_{code}"), "name": { "en-US": code }, "date_start": LONG_AGO, "date_end": null,
        "bonus": [], "discount": { "percent": "10.00" }, "discounted_items": null,
        "redeem_total_limit": null, "redeem_user_limit": null, "redeem_code_limit": null,
    });
    [
        json!({ "operation": "create-promo-code", "body": with(body, changes) }),
        json!({
            "operation": "create-promo-code-code",
            "path": { "external_id": format!("promo_{code}") },
            "body": { "coupon_code": code },
        }),
    ]
}

pub fn clans() -> Value {
    json!({ "clans": [{ "id": "hearthfire", "name": "Hearthfire" }, { "id": "fernhollow", "name": "Fernhollow" }] })
}

pub fn player(id: &str, changes: &Value) -> Value {
    let player = json!({
        "player_id": id, "name": id, "country": "DE", "clan": null, "attributes": {}, "wallet": {}, "purchases": [],
    });
    json!({ "players": [with(player, changes)] })
}

/// The id of the chain of this name, as a player finds it in a list.
pub fn chain_id(list: &Value, name: &str) -> u64 {
    let chains = list["items"].as_array().expect("items");
    let chain = chains
        .iter()
        .find(|chain| chain["name"] == name)
        .unwrap_or_else(|| panic!("no {name} in {list}"));
    chain
        .get("id")
        .or_else(|| chain.get("reward_chain_id"))
        .and_then(Value::as_u64)
        .expect("an id")
}

fn with(mut body: Value, changes: &Value) -> Value {
    for (key, value) in changes.as_object().expect("an object of changes") {
        body[key] = value.clone();
    }
    body
}
