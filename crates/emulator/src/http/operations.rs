//! The API's own names for its operations, by method and path.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::extract::{MatchedPath, Request};

use super::not_served;
use crate::admin;
use crate::faults::ORDER_SOCKET;
use crate::order_socket::PATH as ORDER_SOCKET_PATH;

#[rustfmt::skip]
const CLIENT: &[(&str, &str, &str)] = &[
    ("GET", "/promotion/code/{code}/verify", "verify-promotion-code"),
    ("GET", "/coupon/code/{coupon_code}/rewards", "get-coupon-rewards-by-code"),
    ("POST", "/coupon/redeem", "redeem-coupon"),
    ("GET", "/promocode/code/{promocode_code}/rewards", "get-promo-code-rewards-by-code"),
    ("POST", "/promocode/redeem", "redeem-promo-code"),
    ("PUT", "/promocode/remove", "remove-cart-promo-code"),
    ("GET", "/user/daily_chain", "get-daily-chains-list"),
    ("GET", "/user/daily_chain/{daily_chain_id}", "get-user-daily-chain-by-id"),
    ("POST", "/user/daily_chain/{daily_chain_id}/step/number/{step_number}/claim", "claim-user-daily-chain-step-reward"),
    ("GET", "/user/offer_chain", "get-offer-chains-list"),
    ("GET", "/user/offer_chain/{offer_chain_id}", "get-user-offer-chain-by-id"),
    ("POST", "/user/offer_chain/{offer_chain_id}/step/number/{step_number}/claim", "claim-user-offer-chain-step-reward"),
    ("POST", "/user/offer_chain/{offer_chain_id}/step/number/{step_number}/order", "order-user-offer-chain-step-reward"),
    ("GET", "/user/reward_chain", "get-reward-chains-list"),
    ("GET", "/user/reward_chain/{reward_chain_id}/balance", "get-user-reward-chain-balance"),
    ("POST", "/user/reward_chain/{reward_chain_id}/step/{step_id}/claim", "claim-user-reward-chain-step-reward"),
    ("GET", "/user/clan/contributors/{reward_chain_id}/top", "get-user-clan-top-contributors"),
    ("PUT", "/user/clan/update", "user-clan-update"),

    ("GET", "/items", "get-sellable-items"),
    ("GET", "/items/id/{item_id}", "get-sellable-item-by-id"),
    ("GET", "/items/sku/{sku}", "get-sellable-item-by-sku"),
    ("GET", "/items/group/{external_id}", "get-sellable-items-group"),
    ("GET", "/items/groups", "get-item-groups"),
    ("GET", "/items/virtual_items", "get-virtual-items"),
    ("GET", "/items/virtual_items/all", "get-all-virtual-items"),
    ("GET", "/items/virtual_items/sku/{sku}", "get-virtual-items-sku"),
    ("GET", "/items/virtual_items/group/{external_id}", "get-virtual-items-group"),
    ("GET", "/items/virtual_currency", "get-virtual-currency"),
    ("GET", "/items/virtual_currency/sku/{sku}", "get-virtual-currency-sku"),
    ("GET", "/items/virtual_currency/package", "get-virtual-currency-package"),
    ("GET", "/items/virtual_currency/package/sku/{sku}", "get-virtual-currency-package-sku"),
    ("GET", "/items/bundle", "get-bundle-list"),
    ("GET", "/items/bundle/sku/{sku}", "get-bundle"),
    ("GET", "/items/bundle/group/{external_id}", "get-bundle-list-in-group"),
    ("GET", "/items/game", "get-games-list"),
    ("GET", "/items/game/sku/{sku}", "get-game-by-sku"),
    ("GET", "/items/game/group/{external_id}", "get-games-group"),
    ("GET", "/items/game/key/sku/{sku}", "get-game-key-by-sku"),
    ("GET", "/items/game/key/group/{external_id}", "get-game-keys-group"),
    ("GET", "/items/upsell", "get-upsell-for-project-client"),

    ("GET", "/cart", "get-user-cart"),
    ("GET", "/cart/{cart_id}", "get-cart-by-id"),
    ("PUT", "/cart/fill", "cart-fill"),
    ("PUT", "/cart/{cart_id}/fill", "cart-fill-by-id"),
    ("PUT", "/cart/clear", "cart-clear"),
    ("PUT", "/cart/{cart_id}/clear", "cart-clear-by-id"),
    ("PUT", "/cart/item/{item_sku}", "put-item"),
    ("PUT", "/cart/{cart_id}/item/{item_sku}", "put-item-by-cart-id"),
    ("DELETE", "/cart/item/{item_sku}", "delete-item"),
    ("DELETE", "/cart/{cart_id}/item/{item_sku}", "delete-item-by-cart-id"),

    ("GET", "/order/{order_id}", "get-order"),
    ("POST", "/payment/item/{item_sku}", "create-order-with-item"),
    ("POST", "/payment/item/{item_sku}/virtual/{virtual_currency_sku}", "create-order-with-item-for-virtual-currency"),
    ("POST", "/payment/cart", "create-order"),
    ("POST", "/payment/cart/{cart_id}", "create-order-by-cart-id"),
    ("POST", "/free/item/{item_sku}", "create-free-order-with-item"),
    ("POST", "/free/cart", "create-free-order"),
    ("POST", "/free/cart/{cart_id}", "create-free-order-by-cart-id"),
];

type Names = HashMap<(&'static str, &'static str), &'static str>;

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let client = CLIENT
        .iter()
        .map(|&(method, path, name)| ((method, path), name));
    let admin = admin::OPERATIONS
        .iter()
        .map(|&(method, _, path, name, _)| ((method.as_str(), path), name));
    let not_served = not_served::OPERATIONS
        .iter()
        .map(|&(method, _, path, name)| ((method.as_str(), path), name));
    client.chain(admin).chain(not_served).collect()
});

/// The operation that a request, or the one that is to follow it, is for.
pub fn of(method: &str, request: &Request) -> Option<&'static str> {
    let path = request.extensions().get::<MatchedPath>()?.as_str();
    if path == ORDER_SOCKET_PATH {
        return Some(ORDER_SOCKET);
    }
    let path = path.split_once("/project/{project_id}")?.1;
    // The router answers HEAD from the handler of GET.
    let method = if method == "HEAD" { "GET" } else { method };
    NAMES.get(&(method, path)).copied()
}

/// Whether an operation has this name.
pub fn is_known(name: &str) -> bool {
    NAMES.values().any(|known| *known == name)
}
