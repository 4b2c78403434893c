//! The list of promotions of all kinds.

use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{coupon, promo_code, seed};

fn game() -> Emulator {
    let discount = json!({ "operation": "create-item-promotion", "body": {
        "name": { "en-US": "Lantern week" }, "discount": { "percent": "20" }, "items": [{ "sku": "lantern" }],
    }});
    let bonus = |condition: Value| {
        json!({ "operation": "create-bonus-promotion", "body": {
            "name": { "en-US": "A kit" }, "condition": condition, "bonus": [{ "sku": "kit", "quantity": 1 }],
        }})
    };
    let [create, code] = coupon("WINTER", &json!({}));
    let [create_promo_code, _] = promo_code(
        "SUMMER",
        &json!({ "bonus": [{ "sku": "moth", "quantity": 1 }] }),
    );
    let offer = json!({ "operation": "admin-create-unique-catalog-offer", "body": {
        "external_id": "secret", "name": { "en-US": "Secret" }, "items": ["wick"],
    }});
    let entries = [
        discount,
        bonus(json!([{ "sku": "cloak" }])),
        create,
        code,
        create_promo_code,
        bonus(Value::Null),
        offer,
    ];
    Emulator::start(&seed(&entries))
}

fn read(emulator: &Emulator, query: &str) -> Value {
    emulator
        .admin("GET", &format!("/admin/promotion{query}"), &Value::Null)
        .ok()
}

fn of(list: &Value, field: &str) -> Value {
    let promotions = list["promotions"].as_array().expect("promotions").iter();
    promotions
        .map(|promotion| promotion[field].clone())
        .collect()
}

#[test]
fn promotions_of_all_kinds_stand_in_one_list_by_one_numbering() {
    let emulator = game();
    let list = read(&emulator, "");
    assert_eq!(of(&list, "id"), json!([1, 2, 3, 4, 5]));
    assert_eq!(
        of(&list, "type"),
        json!([
            "item_discount",
            "item_bonus",
            "coupon_bonus",
            "promocode_bonus_discount",
            "cart_bonus"
        ])
    );
    assert_eq!(
        of(&list, "discount"),
        json!([{ "percent": "20.00" }, null, null, { "percent": "10.00" }, null])
    );
    let promotions = &list["promotions"];
    assert_eq!(promotions[0]["condition"][0]["item"]["sku"], "lantern");
    assert_eq!(
        promotions[1]["bonus"][0]["item"]["content"][1]["sku"],
        "ember"
    );
    assert_eq!(
        promotions[2]["condition"][0]["item"]["external_id"],
        "coupon_WINTER"
    );
    assert_eq!(
        promotions[3]["bonus"][0]["item"]["unit_items"][0]["drm_sku"],
        "steam"
    );
    assert_eq!(promotions[4]["condition"], Value::Null);
}

#[test]
fn the_list_is_filtered_and_paged_and_its_counts_are_of_all() {
    let emulator = game();
    for id in [1, 3] {
        let path = format!("/admin/promotion/{id}/deactivate");
        assert_eq!(emulator.admin("PUT", &path, &json!({})).status, 204);
    }
    // By its number a coupon is switched like any other.
    emulator
        .player("mira")
        .get("/promotion/code/WINTER/verify")
        .refused(404, 9811);
    for (query, ids, has_more) in [
        ("", json!([1, 2, 3, 4, 5]), false),
        ("?enabled=1", json!([2, 4, 5]), false),
        ("?enabled=0", json!([1, 3]), false),
        ("?enabled=1&limit=1&offset=1", json!([4]), true),
        ("?limit=2&offset=3", json!([4, 5]), false),
    ] {
        let list = read(&emulator, query);
        assert_eq!(
            (of(&list, "id"), &list["has_more"]),
            (ids, &json!(has_more)),
            "{query}"
        );
        assert_eq!(
            json!([
                list["total_promotions_count"],
                list["active_promotions_count"],
                list["inactive_promotions_count"]
            ]),
            json!([5, 3, 2]),
            "{query}"
        );
    }
    for query in ["?enabled=2", "?enabled=yes", "?limit=0", "?offset=-1"] {
        let path = format!("/admin/promotion{query}");
        let message = emulator
            .admin("GET", &path, &Value::Null)
            .refused(422, 1102);
        let name = query
            .trim_start_matches('?')
            .split('=')
            .next()
            .expect("a name");
        assert!(message.contains(name), "{message}");
    }
}
