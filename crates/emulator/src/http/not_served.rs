//! The operations of the `LiveOps` API that the emulator does not serve yet: each says so by name.

use axum::Json;
use axum::Router;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use axum::routing::on;
use serde_json::json;

use super::Api;
use super::admin::filter;
use super::auth::Merchant;
use crate::admin::Method::{self, Delete, Get, Patch, Post, Put};
use crate::admin::Version::{self, Both, Two};

#[rustfmt::skip]
const OPERATIONS: [(Method, Version, &str, &str); 52] = [
    (Delete, Two, "/admin/daily_chain/id/{daily_chain_id}", "admin-delete-daily-chain"),
    (Put, Two, "/admin/daily_chain/id/{daily_chain_id}", "admin-update-daily-chain"),
    (Post, Two, "/admin/daily_chain/id/{daily_chain_id}/reset", "admin-reset-daily-chain"),
    (Put, Two, "/admin/daily_chain/id/{daily_chain_id}/toggle", "admin-toggle-daily-chain"),
    (Delete, Two, "/admin/offer_chain/id/{offer_chain_id}", "admin-delete-offer-chain"),
    (Put, Two, "/admin/offer_chain/id/{offer_chain_id}", "admin-update-offer-chain"),
    (Put, Two, "/admin/offer_chain/id/{offer_chain_id}/toggle", "admin-toggle-offer-chain"),
    (Get, Two, "/admin/user/attribute/rule", "get-filter-rules"),
    (Post, Two, "/admin/user/attribute/rule", "create-filter-rule"),
    (Get, Two, "/admin/user/attribute/rule/all", "get-all-filter-rules"),
    (Delete, Two, "/admin/user/attribute/rule/{rule_id}", "delete-filter-rule-by-id"),
    (Get, Two, "/admin/user/attribute/rule/{rule_id}", "get-filter-rule-by-id"),
    (Patch, Two, "/admin/user/attribute/rule/{rule_id}", "patch-filter-rule-by-id"),
    (Put, Two, "/admin/user/attribute/rule/{rule_id}", "update-filter-rule-by-id"),
    (Get, Both, "/admin/promotion/bonus", "get-bonus-promotion-list"),
    (Post, Both, "/admin/promotion/bonus", "create-bonus-promotion"),
    (Delete, Both, "/admin/promotion/{promotion_id}/bonus", "delete-bonus-promotion"),
    (Get, Both, "/admin/promotion/{promotion_id}/bonus", "get-bonus-promotion"),
    (Put, Both, "/admin/promotion/{promotion_id}/bonus", "update-bonus-promotion"),
    (Put, Two, "/admin/promotion/{promotion_id}/activate", "activate-promotion"),
    (Put, Two, "/admin/promotion/{promotion_id}/deactivate", "deactivate-promotion"),
    (Get, Both, "/admin/promotion", "get-promotion-list"),
    (Delete, Both, "/admin/coupon/{external_id}", "delete-coupon-promotion"),
    (Get, Both, "/admin/promotion/item", "get-item-promotion-list"),
    (Post, Both, "/admin/promotion/item", "create-item-promotion"),
    (Delete, Both, "/admin/promotion/{promotion_id}/item", "delete-item-promotion"),
    (Get, Both, "/admin/promotion/{promotion_id}/item", "get-item-promotion"),
    (Put, Both, "/admin/promotion/{promotion_id}/item", "update-item-promotion"),
    (Delete, Both, "/admin/promocode/{external_id}", "delete-promo-code"),
    (Put, Two, "/admin/unique_catalog_offer/{external_id}/activate", "activate-unique-catalog-offer"),
    (Get, Two, "/admin/unique_catalog_offer/{external_id}/code", "get-unique-catalog-offer-codes"),
    (Post, Two, "/admin/unique_catalog_offer/{external_id}/code", "create-unique-catalog-offer-code"),
    (Put, Two, "/admin/unique_catalog_offer/{external_id}/code/generate", "generate-unique-catalog-offer-codes"),
    (Put, Two, "/admin/unique_catalog_offer/{external_id}/deactivate", "deactivate-unique-catalog-offer"),
    (Get, Both, "/admin/unique_catalog_offer", "get-unique-catalog-offers"),
    (Post, Both, "/admin/unique_catalog_offer", "admin-create-unique-catalog-offer"),
    (Delete, Both, "/admin/unique_catalog_offer/{external_id}", "delete-unique-catalog-offer-promotion"),
    (Get, Both, "/admin/unique_catalog_offer/{external_id}", "get-unique-catalog-offer"),
    (Put, Both, "/admin/unique_catalog_offer/{external_id}", "update-unique-catalog-offer-promotion"),
    (Delete, Two, "/admin/items/value_points/sku/{item_sku}", "admin-delete-value-point"),
    (Put, Two, "/admin/items/value_points/sku/{item_sku}", "admin-update-value-point"),
    (Delete, Two, "/admin/items/{value_point_sku}/value_points/rewards", "admin-delete-items-value-point-reward"),
    (Delete, Both, "/admin/reward_chain/id/{reward_chain_id}", "admin-delete-reward-chain"),
    (Put, Both, "/admin/reward_chain/id/{reward_chain_id}", "admin-update-reward-chain"),
    (Post, Both, "/admin/reward_chain/id/{reward_chain_id}/reset", "admin-reset-reward-chain"),
    (Put, Both, "/admin/reward_chain/id/{reward_chain_id}/toggle", "admin-toggle-reward-chain"),
    (Delete, Two, "/admin/user/limit/promotion/all", "reset-all-user-promotions-limit"),
    (Delete, Two, "/admin/user/limit/promotion/id/{promotion_id}", "remove-user-promotion-limit"),
    (Get, Two, "/admin/user/limit/promotion/id/{promotion_id}", "get-user-promotion-limit"),
    (Post, Two, "/admin/user/limit/promotion/id/{promotion_id}", "add-user-promotion-limit"),
    (Put, Two, "/admin/user/limit/promotion/id/{promotion_id}", "set-user-promotion-limit"),
    (Delete, Two, "/admin/user/limit/promotion/id/{promotion_id}/all", "reset-user-promotion-limit"),
];

/// The routes of version 2.
pub fn in_version_2() -> Router<Api> {
    routes("v2", |_| true)
}

/// The routes of version 3.
pub fn in_version_3() -> Router<Api> {
    routes("v3", |version| version == Both)
}

fn routes(prefix: &'static str, is_in: impl Fn(Version) -> bool) -> Router<Api> {
    OPERATIONS
        .iter()
        .filter(|(_, version, ..)| is_in(*version))
        .fold(Router::new(), |router, &(method, _, path, operation)| {
            let name = name(method);
            let handler = on(filter(method), move |_: Merchant| async move {
                not_implemented(
                    operation,
                    &format!("{name} /{prefix}/project/{{project_id}}{path}"),
                )
            });
            router.route(path, handler)
        })
}

fn name(method: Method) -> &'static str {
    match method {
        Get => "GET",
        Post => "POST",
        Put => "PUT",
        Patch => "PATCH",
        Delete => "DELETE",
    }
}

/// The answer of something that is not served yet.
pub fn not_implemented(operation: &str, route: &str) -> impl IntoResponse + use<> {
    let body = json!({
        "statusCode": 501,
        "errorCode": 0,
        "errorMessage":
            format!("Operation {operation} ({route}) is not served by the emulator yet"),
        "operation": operation,
    });
    (StatusCode::NOT_IMPLEMENTED, Json(body))
}
