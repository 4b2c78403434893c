//! Unique catalog offers: items that only their codes show.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{LONG_AGO, seed};
use crate::http::Reply;

const PATH: &str = "/admin/unique_catalog_offer";
const NOT_FOUND: &str = "[0401-9802]: Coupon not found";

fn offer(items: &Value) -> Value {
    json!({
        "external_id": "secret_shop", "name": { "en-US": "Secret shop" }, "date_start": LONG_AGO, "date_end": null,
        "items": items, "redeem_user_limit": 1, "redeem_total_limit": 100, "redeem_code_limit": 1,
    })
}

fn game() -> Emulator {
    let entries = [
        json!({ "operation": "admin-create-unique-catalog-offer", "body": offer(&json!(["cloak"])) }),
        json!({
            "operation": "create-unique-catalog-offer-code", "path": { "external_id": "secret_shop" },
            "body": { "coupon_code": "SESAME" },
        }),
    ];
    Emulator::start(&seed(&entries))
}

fn read(emulator: &Emulator, path: &str) -> Reply {
    emulator.admin("GET", &format!("{PATH}{path}"), &Value::Null)
}

/// The SKUs that a cart takes of these.
fn taken(player: &Player, skus: &[&str]) -> Value {
    let items = skus.iter().map(|sku| json!({ "sku": sku, "quantity": 1 }));
    let body = json!({ "items": items.collect::<Value>() });
    player.clear_cart();
    let cart = player.send("PUT", "/cart/fill", &body).ok();
    let lines = cart["items"].as_array().expect("items").iter();
    lines.map(|line| line["sku"].clone()).collect()
}

#[test]
fn an_offer_hides_its_items_until_it_is_changed_switched_off_or_deleted() {
    let emulator = game();
    let mira = emulator.player("mira");
    let taken = || taken(&mira, &["wick", "cloak", "lantern"]);
    let call = |method: &str, path: &str, body: &Value| {
        let reply = emulator.admin(method, &format!("{PATH}{path}"), body);
        assert_eq!(
            (reply.status, reply.text.as_str()),
            (204, ""),
            "{method} {path}"
        );
    };
    assert_eq!(taken(), json!(["wick", "lantern"]));
    call("PUT", "/secret_shop/deactivate", &json!({}));
    assert_eq!(taken(), json!(["wick", "cloak", "lantern"]));
    call("PUT", "/secret_shop/activate", &json!({}));
    assert_eq!(taken(), json!(["wick", "lantern"]));
    call(
        "PUT",
        "/secret_shop",
        &json!({ "name": { "en-US": "Lanterns" }, "items": ["lantern"] }),
    );
    assert_eq!(taken(), json!(["wick", "cloak"]));
    call("DELETE", "/secret_shop", &json!({}));
    assert_eq!(taken(), json!(["wick", "cloak", "lantern"]));
    assert_eq!(
        read(&emulator, "/secret_shop").refused(404, 4001),
        NOT_FOUND
    );
}

#[test]
fn what_a_merchant_set_is_what_a_merchant_reads() {
    let emulator = game();
    let read = |path: &str| read(&emulator, path).ok();
    let shown = read("/secret_shop");
    let set = offer(&json!(["cloak"]));
    for (field, value) in set.as_object().expect("a body") {
        assert_eq!(shown[field], *value, "{field}");
    }
    assert_eq!(shown["is_enabled"], true);
    assert_eq!(
        shown["total_limit_state"],
        json!({ "available": 100, "reserved": 0, "used": 0 })
    );
    let list = read("");
    assert_eq!(
        (&list["items"], &list["total_promotions_count"]),
        (&json!([shown]), &json!(1))
    );

    assert_eq!(
        read("/secret_shop/code"),
        json!({ "codes": [{ "code": "SESAME" }], "total_count": 1 })
    );
    let generated = emulator.admin(
        "PUT",
        &format!("{PATH}/secret_shop/code/generate"),
        &json!({ "count": 3 }),
    );
    assert_eq!(generated.ok(), json!({ "count": 3 }));
    assert_eq!(read("/secret_shop/code")["total_count"], 4);
}

#[test]
fn an_offer_with_a_mistake_is_refused() {
    let emulator = game();
    let renamed = |items: Value| {
        let mut body = offer(&items);
        body["external_id"] = json!("another_shop");
        body
    };
    for (body, property) in [
        (renamed(json!(["wick", "none"])), "items[1]"),
        (renamed(json!("wick")), "items"),
        (offer(&json!(["wick"])), "external_id"),
    ] {
        let message = emulator.admin("POST", PATH, &body).refused(422, 1102);
        assert!(message.contains(property), "{message}");
    }
    let code = json!({ "coupon_code": "SESAME" });
    let taken = emulator.admin("POST", &format!("{PATH}/secret_shop/code"), &code);
    assert_eq!(
        taken.refused(422, 9803),
        "[0401-9803]: The code already exists."
    );
    for (method, path) in [
        ("GET", "/none"),
        ("PUT", "/none"),
        ("DELETE", "/none"),
        ("PUT", "/none/activate"),
        ("PUT", "/none/deactivate"),
        ("GET", "/none/code"),
        ("POST", "/none/code"),
        ("PUT", "/none/code/generate"),
    ] {
        let body = json!({ "name": { "en-US": "None" }, "coupon_code": "NONE", "count": 1 });
        let reply = emulator.admin(method, &format!("{PATH}{path}"), &body);
        assert_eq!(reply.refused(404, 4001), NOT_FOUND, "{method} {path}");
    }
}
