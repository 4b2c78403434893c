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

/// Their methods, versions, paths and names.
#[rustfmt::skip]
pub const OPERATIONS: [(Method, Version, &str, &str); 21] = [
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
    (Delete, Two, "/admin/items/value_points/sku/{item_sku}", "admin-delete-value-point"),
    (Put, Two, "/admin/items/value_points/sku/{item_sku}", "admin-update-value-point"),
    (Delete, Two, "/admin/items/{value_point_sku}/value_points/rewards", "admin-delete-items-value-point-reward"),
    (Delete, Both, "/admin/reward_chain/id/{reward_chain_id}", "admin-delete-reward-chain"),
    (Put, Both, "/admin/reward_chain/id/{reward_chain_id}", "admin-update-reward-chain"),
    (Post, Both, "/admin/reward_chain/id/{reward_chain_id}/reset", "admin-reset-reward-chain"),
    (Put, Both, "/admin/reward_chain/id/{reward_chain_id}/toggle", "admin-toggle-reward-chain"),
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
            let name = method.as_str();
            let handler = on(filter(method), move |_: Merchant| async move {
                not_implemented(
                    operation,
                    &format!("{name} /{prefix}/project/{{project_id}}{path}"),
                )
            });
            router.route(path, handler)
        })
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
