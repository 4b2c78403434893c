//! The admin API's routes: each leads to one operation.

use std::collections::HashMap;

use axum::Json;
use axum::Router;
use axum::extract::{RawPathParams, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, get, on};
use serde_json::Value;

use super::Api;
use super::auth::Merchant;
use super::extract::{Body, QueryOf};
use super::refusal::Failure;
use crate::admin::{self, Input, Operation, Page, Reply};

/// The operations that both versions of the API have, or have had.
pub fn in_both_versions() -> Router<Api> {
    use Operation as Op;
    Router::new()
        .route(
            "/admin/reward_chain",
            read(Op::AdminGetRewardChains).merge(create(Op::AdminCreateRewardChain)),
        )
        .route(
            "/admin/reward_chain/id/{reward_chain_id}",
            read(Op::AdminGetRewardChain),
        )
        .route(
            "/admin/coupon",
            read(Op::GetCoupons).merge(create(Op::AdminCreateCoupon)),
        )
        .route("/admin/coupon/{external_id}", read(Op::GetCoupon))
        .route(
            "/admin/promocode",
            read(Op::GetPromoCodes).merge(create(Op::CreatePromoCode)),
        )
        .route("/admin/promocode/{external_id}", read(Op::GetPromoCode))
}

/// The operations of version 2 alone.
pub fn in_version_2() -> Router<Api> {
    use Operation as Op;
    let rewards = read(Op::AdminGetItemsValuePointReward)
        .merge(replace(Op::AdminSetItemsValuePointReward))
        .merge(change(Op::AdminPatchItemsValuePointReward));
    Router::new()
        .route(
            "/admin/daily_chain",
            read(Op::AdminGetDailyChains).merge(create(Op::AdminCreateDailyChain)),
        )
        .route(
            "/admin/daily_chain/id/{daily_chain_id}",
            read(Op::AdminGetDailyChain),
        )
        .route(
            "/admin/offer_chain",
            read(Op::AdminGetOfferChains).merge(create(Op::AdminCreateOfferChain)),
        )
        .route(
            "/admin/offer_chain/id/{offer_chain_id}",
            read(Op::AdminGetOfferChain),
        )
        .route(
            "/admin/items/value_points",
            read(Op::AdminGetValuePointsList).merge(create(Op::AdminCreateValuePoints)),
        )
        .route(
            "/admin/items/value_points/sku/{item_sku}",
            read(Op::AdminGetValuePoint),
        )
        .route(
            "/admin/items/{value_point_sku}/value_points/rewards",
            rewards,
        )
        .route(
            "/admin/coupon/{external_id}/code",
            read(Op::GetCouponCodes).merge(create(Op::CreateCouponCode)),
        )
        .route(
            "/admin/coupon/{external_id}/code/generate",
            replace(Op::GenerateCouponCodes),
        )
        .route(
            "/admin/promocode/{external_id}/code",
            read(Op::GetPromocodeCodes).merge(create(Op::CreatePromoCodeCode)),
        )
        .route(
            "/admin/promocode/{external_id}/code/generate",
            replace(Op::GeneratePromoCodeCodes),
        )
        .route("/admin/items/upsell", create(Op::PostUpsell))
        .route(
            "/admin/items/virtual_items",
            create(Op::AdminCreateVirtualItem),
        )
        .route(
            "/admin/items/virtual_currency",
            create(Op::AdminCreateVirtualCurrency),
        )
        .route(
            "/admin/items/virtual_currency/package",
            create(Op::AdminCreateVirtualCurrencyPackage),
        )
        .route("/admin/items/bundle", create(Op::AdminCreateBundle))
        .route("/admin/items/game", create(Op::AdminCreateGame))
        .route("/admin/region", create(Op::AdminCreateRegion))
}

fn read(operation: Operation) -> MethodRouter<Api> {
    get(
        move |State(api): State<Api>,
              _: Merchant,
              path: RawPathParams,
              QueryOf(page): QueryOf<Page>| async move {
            answer(&api, operation, input(&path, page, Value::Null)).await
        },
    )
}

fn create(operation: Operation) -> MethodRouter<Api> {
    write(MethodFilter::POST, operation)
}

fn replace(operation: Operation) -> MethodRouter<Api> {
    write(MethodFilter::PUT, operation)
}

fn change(operation: Operation) -> MethodRouter<Api> {
    write(MethodFilter::PATCH, operation)
}

fn write(method: MethodFilter, operation: Operation) -> MethodRouter<Api> {
    on(
        method,
        move |State(api): State<Api>, _: Merchant, path: RawPathParams, Body(body): Body<Value>| async move {
            answer(&api, operation, input(&path, Page::default(), body)).await
        },
    )
}

fn input(path: &RawPathParams, page: Page, body: Value) -> Input {
    let path: HashMap<_, _> = path
        .iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Input { path, page, body }
}

async fn answer(api: &Api, operation: Operation, input: Input) -> Result<Response, Failure> {
    let reply = api
        .decide(move |state, now| admin::run(state, now, operation, &input))
        .await?;
    Ok(match reply {
        Reply::Found(body) => Json(body).into_response(),
        Reply::Created(body) => (StatusCode::CREATED, Json(body)).into_response(),
        Reply::Accepted => StatusCode::ACCEPTED.into_response(),
        Reply::Done => StatusCode::NO_CONTENT.into_response(),
    })
}
