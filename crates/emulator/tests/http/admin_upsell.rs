//! The merchant's side of the upsell.

use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::seed;

const PATH: &str = "/admin/items/upsell";

#[test]
fn the_upsell_is_set_replaced_and_switched() {
    let emulator = Emulator::start(&seed(&[]));
    let mira = emulator.player("mira");
    let read = || emulator.admin("GET", PATH, &Value::Null).ok();
    let shown = || {
        let items = mira.get("/items/upsell").ok()["items"].clone();
        let skus = items
            .as_array()
            .expect("items")
            .iter()
            .map(|item| item["sku"].clone());
        skus.collect::<Value>()
    };
    let write = |method: &str, path: &str, body: &Value| {
        let reply = emulator.admin(method, path, body);
        assert_eq!(
            (reply.status, reply.text.as_str()),
            (202, ""),
            "{method} {path}"
        );
    };
    assert_eq!(read(), json!([]));

    let body = json!({ "type": "fixed_list", "is_enabled": true, "items": ["kit", "wick"] });
    write("POST", PATH, &body);
    assert_eq!(shown(), json!(["kit", "wick"]));
    write(
        "PUT",
        PATH,
        &json!({ "type": "fixed_list", "is_enabled": true, "items": ["cloak"] }),
    );
    assert_eq!(shown(), json!(["cloak"]));
    write("PUT", "/admin/items/upsell/deactivate", &json!({}));
    assert_eq!(
        (shown(), &read()[0]["is_enabled"]),
        (json!([]), &json!(false))
    );
    write("PUT", "/admin/items/upsell/activate", &json!({}));
    assert_eq!(
        (shown(), &read()[0]["items"][0]["sku"]),
        (json!(["cloak"]), &json!("cloak"))
    );
}

#[test]
fn an_upsell_with_a_mistake_is_refused_and_leaves_the_one_before() {
    let emulator = Emulator::start(&seed(&[]));
    emulator
        .admin("PUT", "/admin/items/upsell/activate", &json!({}))
        .refused(422, 1102);
    let body = json!({ "type": "fixed_list", "is_enabled": true, "items": ["wick"] });
    emulator.admin("POST", PATH, &body).ok();
    let before = emulator.admin("GET", PATH, &Value::Null).ok();
    for method in ["POST", "PUT"] {
        let unknown =
            json!({ "type": "fixed_list", "is_enabled": true, "items": ["sku1", "wick", "sku2"] });
        let message = emulator.admin(method, PATH, &unknown).refused(404, 9901);
        assert_eq!(message, "[0401-4001]: Items weren't found: sku1, sku2");
        for (body, property) in [
            (
                json!({ "type": "fixed_list", "items": ["wick"] }),
                "`is_enabled` is required",
            ),
            (
                json!({ "type": "fixed_list", "is_enabled": true }),
                "`items` is required",
            ),
            (
                json!({ "type": "newest", "is_enabled": true, "items": [] }),
                "type",
            ),
        ] {
            let message = emulator.admin(method, PATH, &body).refused(422, 1102);
            assert!(message.contains(property), "{message}");
        }
    }
    emulator
        .admin("PUT", "/admin/items/upsell/flip", &json!({}))
        .refused(422, 1102);
    assert_eq!(emulator.admin("GET", PATH, &Value::Null).ok(), before);
}
