//! Orders: of one item, of a cart, for money, for nothing, for virtual currency.

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use super::auth::{Caller, CartOwner};
use super::cart::{CartPath, in_project};
use super::extract::{Body, PathOf};
use super::line_fields::price;
use super::order_body::{OrderBody, VirtualOrderBody};
use super::refusal::Failure;
use super::router::JsonText;
use super::{Api, new_token};
use crate::engine::Decision;
use crate::engine::amounts::Count;
use crate::engine::ids::{OrderId, Sku};
use crate::engine::orders::{self, ItemOrder, Order};
use crate::money;

#[derive(Debug, Deserialize)]
struct OrderPath {
    order_id: OrderId,
}

#[derive(Debug, Deserialize)]
struct ItemPath {
    item_sku: Sku,
}

#[derive(Debug, Deserialize)]
struct VirtualPath {
    item_sku: Sku,
    virtual_currency_sku: Sku,
}

/// The routes of orders.
pub fn routes() -> Router<Api> {
    Router::new()
        .route("/order/{order_id}", get(read))
        .route("/payment/item/{item_sku}", post(item))
        .route(
            "/payment/item/{item_sku}/virtual/{virtual_currency_sku}",
            post(for_virtual_currency),
        )
        .route("/payment/cart", post(cart))
        .route("/payment/cart/{cart_id}", post(cart))
        .route("/free/item/{item_sku}", post(free_item))
        .route("/free/cart", post(free_cart))
        .route("/free/cart/{cart_id}", post(free_cart))
}

async fn read(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(path): PathOf<OrderPath>,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, _| {
        let order = orders::get(state, player, path.order_id)?;
        JsonText::of(&shown(order)).map(Decision::reply)
    })
    .await
}

async fn item(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<ItemPath>,
    Body(body): Body<OrderBody>,
) -> Result<Json<Value>, Failure> {
    let token = new_token();
    let answered = token.clone();
    let order_id = api
        .decide_for(caller, move |state, player, now| {
            let order = item_order(&path.item_sku, &body);
            orders::for_item(state, player, &order, token, now)
        })
        .await?;
    Ok(Json(json!({ "order_id": order_id, "token": answered })))
}

async fn free_item(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<ItemPath>,
    Body(body): Body<OrderBody>,
) -> Result<Json<Value>, Failure> {
    let order_id = api
        .decide_for(caller, move |state, player, now| {
            let order = item_order(&path.item_sku, &body);
            orders::free_item(state, player, &order, new_token(), now)
        })
        .await?;
    Ok(Json(json!({ "order_id": order_id })))
}

async fn for_virtual_currency(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<VirtualPath>,
    Body(_): Body<VirtualOrderBody>,
) -> Result<Json<Value>, Failure> {
    let order_id = api
        .decide_for(caller, move |state, player, now| {
            let VirtualPath {
                item_sku,
                virtual_currency_sku,
            } = path;
            orders::for_virtual_currency(
                state,
                player,
                &item_sku,
                &virtual_currency_sku,
                new_token(),
                now,
            )
            .map_err(|refusal| in_project(state, refusal))
        })
        .await?;
    Ok(Json(json!({ "order_id": order_id })))
}

async fn cart(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(CartPath { cart_id }): PathOf<CartPath>,
    Body(body): Body<OrderBody>,
) -> Result<Json<Value>, Failure> {
    let token = new_token();
    let answered = token.clone();
    let order_id = api
        .decide_for(caller, move |state, player, now| {
            let currency = body.currency.as_ref();
            let return_url = body.return_url().cloned();
            let id = cart_id.as_ref();
            orders::for_cart(state, player, id, currency, return_url, token, now)
        })
        .await?;
    Ok(Json(json!({ "order_id": order_id, "token": answered })))
}

async fn free_cart(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(CartPath { cart_id }): PathOf<CartPath>,
    Body(body): Body<OrderBody>,
) -> Result<Json<Value>, Failure> {
    let order_id = api
        .decide_for(caller, move |state, player, now| {
            let currency = body.currency.as_ref();
            orders::free_cart(state, player, cart_id.as_ref(), currency, new_token(), now)
        })
        .await?;
    Ok(Json(json!({ "order_id": order_id })))
}

fn item_order<'a>(sku: &'a Sku, body: &'a OrderBody) -> ItemOrder<'a> {
    ItemOrder {
        sku,
        quantity: body.quantity.unwrap_or(Count::ONE).into(),
        currency: body.currency.as_ref(),
        promo_code: body.promo_code.as_ref(),
        return_url: body.return_url(),
    }
}

fn shown(order: &Order) -> Value {
    let items: Vec<_> = order
        .lines
        .iter()
        .map(|line| {
            json!({
                "sku": line.sku,
                "quantity": line.quantity,
                "is_free": line.price.is_none() && order.virtual_price.is_none(),
                "price": price(line.price, &order.currency, money::text),
            })
        })
        .collect();
    let virtual_price = order.virtual_price.as_ref().map(|paid| {
        let amount = paid.amount.to_string();
        json!({
            "amount": amount,
            "amount_without_discount": amount,
            "currency": paid.sku,
        })
    });
    json!({
        "order_id": order.id,
        "status": order.status.as_str(),
        "content": {
            "price": price(order.price, &order.currency, money::text),
            "virtual_price": virtual_price,
            "is_free": order.price.is_none() && order.virtual_price.is_none(),
            "items": items,
        },
    })
}
