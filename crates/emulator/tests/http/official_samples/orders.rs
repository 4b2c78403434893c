use serde_json::json;

use crate::emulator::Emulator;
use crate::game::{item_with, player, seed};
use crate::sample::hold;

#[test]
fn orders_for_money_for_nothing_and_for_virtual_currency() {
    let gift = json!({ "is_free": true, "prices": [], "vc_prices": [] });
    let emulator = Emulator::start(&seed(&[
        item_with("gift", "0", &gift),
        player("mira", &json!({ "wallet": { "ember": 100 } })),
    ]));
    let mira = emulator.player("mira");
    let fill = |sku: &str| {
        let items = json!({ "items": [{ "sku": sku, "quantity": 1 }] });
        mira.send("PUT", "/cart/fill", &items).ok()
    };
    // As the documented requests have them.
    let body = json!({
        "sandbox": true, "quantity": 5,
        "settings": { "ui": {
            "theme": "63295a9a2e47fab76f7708e1",
            "desktop": { "header": {
                "is_visible": true, "visible_logo": true, "visible_name": true, "visible_purchase": true,
                "type": "normal", "close_button": false,
            } },
        } },
        "custom_parameters": { "character_id": "ingameUsername" },
    });
    let created = mira.send("POST", "/payment/item/lantern", &body).ok();
    hold(&created, "create-order-with-item", &[]);
    let path = format!("/order/{}", created["order_id"]);
    hold(&mira.get(&path).ok(), "get-order", &[]);
    let cart = fill("lantern")["cart_id"]
        .as_str()
        .expect("an id")
        .to_owned();
    for path in ["/payment/cart".to_owned(), format!("/payment/cart/{cart}")] {
        hold(
            &mira.send("POST", &path, &body).ok(),
            "create-order-with-item",
            &[],
        );
    }
    for path in ["/free/cart".to_owned(), format!("/free/cart/{cart}")] {
        mira.clear_cart();
        fill("gift");
        hold(
            &mira.send("POST", &path, &body).ok(),
            "create-free-order",
            &[],
        );
    }
    hold(
        &mira.send("POST", "/free/item/gift", &body).ok(),
        "create-free-order",
        &[],
    );
    let custom = json!({ "custom_parameters": { "int_param": 100, "null_param": null, "object_param": { "key": "value" } } });
    let paid = mira
        .send("POST", "/payment/item/cloak/virtual/ember", &custom)
        .ok();
    hold(&paid, "create-free-order", &[]);
}
