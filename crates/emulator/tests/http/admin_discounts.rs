//! The merchant's side of discounts and bonuses, and what they do to a player's cart.

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::emulator::{Emulator, Player};
use crate::game::seed;

const DISCOUNT: &str = "item";
const BONUS: &str = "bonus";

fn discount(changes: &Value) -> Value {
    let body = json!({
        "name": { "en-US": "Lantern week" }, "discount": { "percent": "20.00" }, "items": [{ "sku": "lantern" }],
    });
    with(body, changes)
}

fn bonus(changes: &Value) -> Value {
    let body = json!({
        "name": { "en-US": "A wick for a cloak" }, "condition": [{ "sku": "cloak" }],
        "bonus": [{ "sku": "wick", "quantity": 2 }],
    });
    with(body, changes)
}

fn with(mut body: Value, changes: &Value) -> Value {
    for (key, value) in changes.as_object().expect("changes") {
        body[key] = value.clone();
    }
    body
}

fn read(emulator: &Emulator, path: &str) -> Value {
    emulator.admin("GET", path, &Value::Null).ok()
}

fn create(emulator: &Emulator, kind: &str, body: &Value) -> u64 {
    let reply = emulator.admin("POST", &format!("/admin/promotion/{kind}"), body);
    assert_eq!(reply.status, 201, "{}", reply.text);
    reply.json()["promotion_id"].as_u64().expect("an id")
}

/// What a cart of these items costs, and the bonus lines in it.
fn cart(player: &Player, items: &[(&str, u32)]) -> (String, Vec<(String, u64)>) {
    let lines = items
        .iter()
        .map(|(sku, quantity)| json!({ "sku": sku, "quantity": quantity }));
    let body = json!({ "items": lines.collect::<Value>() });
    player.clear_cart();
    player.send("PUT", "/cart/fill", &body).ok();
    let cart = player.get("/cart").ok();
    let amount: f64 = cart["price"]["amount"]
        .as_str()
        .and_then(|amount| amount.parse().ok())
        .unwrap_or_else(|| panic!("no amount: {cart}"));
    let lines = cart["items"].as_array().expect("items").iter();
    let bonus = lines.filter(|line| line["is_bonus"] == true).map(|line| {
        let quantity = line["quantity"].as_u64().expect("a quantity");
        (line["sku"].as_str().expect("a sku").to_owned(), quantity)
    });
    (format!("{amount:.2}"), bonus.collect())
}

#[test]
fn a_new_discount_is_not_excluded_by_what_excluded_a_deleted_one() {
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("game.db");
    let half = json!({ "discount": { "percent": "50.00" } });
    let code = |excluded: &[u64]| {
        json!({
            "external_id": "frost", "name": { "en-US": "Frost" }, "discount": { "percent": "10.00" },
            "excluded_promotions": excluded,
        })
    };
    let emulator = Emulator::start_on(&data, &seed(&[]));
    let first = create(&emulator, DISCOUNT, &discount(&json!({})));
    let created = emulator.admin("POST", "/admin/promocode", &code(&[]));
    assert_eq!(created.status, 201);
    let deleted = create(&emulator, DISCOUNT, &discount(&half));
    let path = |id: u64| format!("/admin/promotion/{id}/item");
    let excluding = [
        (
            path(first),
            discount(&json!({ "excluded_promotions": [deleted] })),
        ),
        ("/admin/promocode/frost".to_owned(), code(&[deleted])),
    ];
    for (path, body) in &excluding {
        assert_eq!(emulator.admin("PUT", path, body).status, 204, "{path}");
    }
    let gone = emulator.admin("DELETE", &path(deleted), &json!({}));
    assert_eq!(gone.status, 204);
    emulator.kill();

    let emulator = Emulator::start_on(&data, &seed(&[]));
    create(&emulator, DISCOUNT, &discount(&half));
    let mira = emulator.player("mira");
    // 5.00 − 20 % − 50 %
    assert_eq!(cart(&mira, &[("lantern", 1)]).0, "2.00");
    for (path, _) in &excluding {
        let body = read(&emulator, path);
        assert_eq!(body.get("excluded_promotions"), None, "{path}");
        assert_eq!(emulator.admin("PUT", path, &body).status, 204, "{path}");
    }
}

#[test]
fn a_discount_lowers_prices_until_it_is_changed_switched_off_or_deleted() {
    let emulator = Emulator::start(&seed(&[]));
    let mira = emulator.player("mira");
    let price = || cart(&mira, &[("lantern", 1)]).0;
    let id = create(&emulator, DISCOUNT, &discount(&json!({})));
    assert_eq!(price(), "4.00");

    let path = format!("/admin/promotion/{id}/item");
    let half = discount(&json!({ "discount": { "percent": "50" } }));
    let updated = emulator.admin("PUT", &path, &half);
    assert_eq!((updated.status, updated.text.as_str()), (204, ""));
    assert_eq!(price(), "2.50");

    for (switch, expected) in [("deactivate", "5.00"), ("activate", "2.50")] {
        let reply = emulator.admin(
            "PUT",
            &format!("/admin/promotion/{id}/{switch}"),
            &json!({}),
        );
        assert_eq!((reply.status, reply.text.as_str()), (204, ""));
        assert_eq!(price(), expected, "{switch}");
        assert_eq!(read(&emulator, &path)["is_enabled"], switch == "activate");
    }
    let deleted = emulator.admin("DELETE", &path, &json!({}));
    assert_eq!((deleted.status, deleted.text.as_str()), (204, ""));
    assert_eq!(price(), "5.00");
    emulator
        .admin("GET", &path, &Value::Null)
        .refused(404, 9502);
    // Its number is nobody else's.
    assert!(create(&emulator, DISCOUNT, &discount(&json!({}))) > id);
}

#[test]
fn a_bonus_comes_with_its_items_until_it_is_changed_switched_off_or_deleted() {
    let emulator = Emulator::start(&seed(&[]));
    let mira = emulator.player("mira");
    let given = || cart(&mira, &[("cloak", 1)]).1;
    let id = create(&emulator, BONUS, &bonus(&json!({})));
    assert_eq!(given(), [("wick".to_owned(), 2)]);
    assert_eq!(cart(&mira, &[("lantern", 1)]).1, []);

    let path = format!("/admin/promotion/{id}/bonus");
    let any = bonus(&json!({ "condition": null, "bonus": [{ "sku": "lantern", "quantity": 1 }] }));
    assert_eq!(emulator.admin("PUT", &path, &any).status, 204);
    assert_eq!(cart(&mira, &[("wick", 1)]).1, [("lantern".to_owned(), 1)]);
    emulator
        .admin(
            "PUT",
            &format!("/admin/promotion/{id}/deactivate"),
            &json!({}),
        )
        .ok();
    assert_eq!(given(), []);
    emulator
        .admin(
            "PUT",
            &format!("/admin/promotion/{id}/activate"),
            &json!({}),
        )
        .ok();
    assert_eq!(given(), [("lantern".to_owned(), 1)]);
    assert_eq!(emulator.admin("DELETE", &path, &json!({})).status, 204);
    assert_eq!(given(), []);
}

#[test]
fn what_a_merchant_set_is_what_a_merchant_reads() {
    let emulator = Emulator::start(&seed(&[]));
    emulator.freeze_at("2024-01-03T12:00:00+00:00");
    let other = create(&emulator, BONUS, &bonus(&json!({})));
    let common = json!({
        "date_start": "2024-01-01T00:00:00+05:00", "date_end": "2024-02-01T00:00:00+05:00",
        "price_conditions": [{ "operator": "ge", "value": "1" }, { "operator": "lt", "value": "50.5" }],
        "limits": {
            "per_user": 10,
            "recurrent_schedule": { "per_user": { "interval_type": "daily", "time": "11:00:00+08:00" } },
        },
        "excluded_promotions": [other],
    });
    let flat = json!([{ "attribute": "race", "type": "string", "operator": "eq", "value": "ork", "can_be_missing": false }]);
    let nested = json!([flat]);
    let discount = with(
        discount(&common),
        &json!({ "attribute_conditions": nested }),
    );
    let bonus = with(bonus(&common), &json!({ "attribute_conditions": flat }));
    for (kind, body) in [(DISCOUNT, discount), (BONUS, bonus)] {
        let id = create(&emulator, kind, &body);
        let read = read(&emulator, &format!("/admin/promotion/{id}/{kind}"));
        assert_eq!(
            (&read["id"], &read["is_enabled"]),
            (&json!(id), &json!(true))
        );
        for field in [
            "name",
            "date_start",
            "date_end",
            "discount",
            "items",
            "condition",
            "bonus",
            "excluded_promotions",
        ] {
            assert_eq!(read[field], body[field], "{kind}: {field}");
        }
        assert_eq!(read["attribute_conditions"], flat);
        let prices = json!([{ "operator": "ge", "value": "1.0000" }, { "operator": "lt", "value": "50.5000" }]);
        assert_eq!(read["price_conditions"], prices);
        assert_eq!(
            read["limits"],
            json!({
                "per_user": { "total": 10 }, "per_item": null,
                "recurrent_schedule": { "per_user": {
                    "interval_type": "daily", "day_of_week": null, "day_of_month": null, "time": "11:00:00+08:00",
                    "reset_next_date": 1_704_337_200,
                    "displayable_reset_start_date": "2024-01-03T11:00:00+08:00",
                    "displayable_reset_next_date": "2024-01-04T11:00:00+08:00",
                }},
            })
        );
        // What was read can be sent back as it is.
        let path = format!("/admin/promotion/{id}/{kind}");
        assert_eq!(emulator.admin("PUT", &path, &read).status, 204);
        assert_eq!(self::read(&emulator, &path), read);
        let list = self::read(&emulator, &format!("/admin/promotion/{kind}"));
        let promotions = list["promotions"].as_array().expect("promotions");
        assert_eq!(promotions.last(), Some(&read));
    }
}

#[test]
fn lists_are_paged_and_count_what_is_on_and_off() {
    let emulator = Emulator::start(&seed(&[]));
    let ids: Vec<_> = (0..3)
        .map(|_| create(&emulator, DISCOUNT, &discount(&json!({}))))
        .collect();
    create(&emulator, BONUS, &bonus(&json!({})));
    emulator
        .admin(
            "PUT",
            &format!("/admin/promotion/{}/deactivate", ids[1]),
            &json!({}),
        )
        .ok();
    let page = read(&emulator, "/admin/promotion/item?limit=2&offset=1");
    let shown: Vec<_> = page["promotions"]
        .as_array()
        .expect("promotions")
        .iter()
        .map(|one| one["id"].as_u64())
        .collect();
    assert_eq!(shown, [Some(ids[1]), Some(ids[2])]);
    assert_eq!(
        json!([
            page["total_promotions_count"],
            page["active_promotions_count"],
            page["inactive_promotions_count"]
        ]),
        json!([3, 2, 1])
    );
}

#[test]
fn an_unknown_number_and_one_of_another_kind_are_not_found() {
    let emulator = Emulator::start(&seed(&[]));
    let id = create(&emulator, BONUS, &bonus(&json!({})));
    for (path, body) in [
        (format!("/admin/promotion/{id}/item"), discount(&json!({}))),
        ("/admin/promotion/999/bonus".to_owned(), bonus(&json!({}))),
    ] {
        for method in ["GET", "PUT", "DELETE"] {
            let message = emulator.admin(method, &path, &body).refused(404, 9502);
            assert!(
                message.starts_with("[0401-9502]: Can not find promotion with ID = "),
                "{message}"
            );
            assert!(message.ends_with("in project 44056"), "{message}");
        }
    }
    for switch in ["activate", "deactivate"] {
        let reply = emulator.admin("PUT", &format!("/admin/promotion/999/{switch}"), &json!({}));
        assert_eq!(
            reply.refused(422, 9505),
            "[0401-9505]: Error was occurred while promotion was being updated"
        );
    }
    emulator
        .admin("GET", "/admin/promotion/one/item", &Value::Null)
        .refused(422, 1102);
}

#[test]
fn what_must_be_said_may_be_null_and_may_not_be_left_out() {
    let emulator = Emulator::start(&seed(&[]));
    for (kind, body, required) in [
        (
            DISCOUNT,
            discount(&json!({})),
            ["items", "discount", "name"],
        ),
        (BONUS, bonus(&json!({})), ["condition", "bonus", "name"]),
    ] {
        for name in required {
            let mut body = body.clone();
            body.as_object_mut().expect("a body").remove(name);
            let message = emulator
                .admin("POST", &format!("/admin/promotion/{kind}"), &body)
                .refused(422, 1102);
            assert_eq!(
                message,
                format!("[0401-1102]: Unprocessable Entity. The property `{name}` is required")
            );
        }
    }
    create(&emulator, DISCOUNT, &discount(&json!({ "items": null })));
    create(
        &emulator,
        BONUS,
        &bonus(&json!({ "condition": null, "bonus": null })),
    );
    // Nothing named is anything.
    assert_eq!(
        cart(&emulator.player("mira"), &[("wick", 1), ("cloak", 1)]).0,
        "8.80"
    );
}
