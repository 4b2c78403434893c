//! What players do in the shop, and how a test reads its lists, carts and grants.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::http::{self, NO_BODY, Reply};

impl Emulator {
    /// Pays an order, as its creation was answered.
    pub fn pay(&self, order: &Value) -> Reply {
        let url = self.control(&format!("/orders/{}/pay", order["order_id"]));
        http::send(http::request("POST", &url), NO_BODY)
    }
}

impl Player<'_> {
    /// Orders an item and pays for it.
    pub fn buy(&self, sku: &str, quantity: u64) {
        let path = format!("/payment/item/{sku}");
        let order = self.send("POST", &path, &json!({ "quantity": quantity }));
        let paid = self.emulator.pay(&order.ok()).ok();
        assert_eq!(paid["status"], "done");
    }

    pub fn fill_cart(&self, sku: &str, quantity: u64) {
        let items = json!({ "items": [{ "sku": sku, "quantity": quantity }] });
        self.send("PUT", "/cart/fill", &items).ok();
    }

    pub fn cart_id(&self) -> String {
        let cart = self.get("/cart").ok();
        cart["cart_id"].as_str().expect("an id").to_owned()
    }

    /// Puts a promo code on the cart.
    pub fn redeem_promo_code(&self, code: &str) -> Reply {
        let body = json!({ "coupon_code": code, "cart": { "id": "current" } });
        self.send("POST", "/promocode/redeem", &body)
    }

    pub fn remove_promo_code(&self) -> Reply {
        let body = json!({ "cart": { "id": "current" } });
        self.send("PUT", "/promocode/remove", &body)
    }
}

/// The SKUs of a list, in its order.
pub fn skus(list: &Value) -> Vec<String> {
    let items = list["items"].as_array().expect("items");
    items
        .iter()
        .map(|item| item["sku"].as_str().expect("a SKU").to_owned())
        .collect()
}

pub fn skus_with_prefix(list: &Value, prefix: &str) -> Vec<String> {
    let mut skus = skus(list);
    skus.retain(|sku| sku.starts_with(prefix));
    skus
}

/// The item of this SKU in a list.
pub fn listed<'a>(list: &'a Value, sku: &str) -> &'a Value {
    let items = list["items"].as_array().expect("items");
    items
        .iter()
        .find(|item| item["sku"] == sku)
        .unwrap_or_else(|| panic!("no {sku} in {list}"))
}

/// SKU and quantity of each cart line, grant or part of a bundle.
pub fn quantities<'a>(items: impl IntoIterator<Item = &'a Value>) -> Vec<(String, u64)> {
    items
        .into_iter()
        .map(|item| {
            let sku = item["sku"].as_str().expect("a SKU").to_owned();
            (sku, item["quantity"].as_u64().expect("a quantity"))
        })
        .collect()
}
