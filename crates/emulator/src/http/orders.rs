//! Orders.

use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Api;
use super::auth::CartOwner;
use super::extract::PathOf;
use super::refusal::Failure;
use super::router::JsonText;
use crate::engine::Decision;
use crate::engine::amounts::Discounted;
use crate::engine::ids::OrderId;
use crate::engine::orders::{self, Order};
use crate::money;

#[derive(Debug, Deserialize)]
pub struct OrderPath {
    order_id: OrderId,
}

pub async fn get(
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

fn shown(order: &Order) -> Value {
    let price = |price: Discounted| {
        json!({
            "amount": money::text(price.amount),
            "amount_without_discount": money::text(price.without_discount),
            "currency": order.currency,
        })
    };
    let items: Vec<_> = order
        .lines
        .iter()
        .map(|line| {
            json!({
                "sku": line.sku,
                "quantity": line.quantity,
                "is_free": line.price.is_none(),
                "price": line.price.map(price),
            })
        })
        .collect();
    json!({
        "order_id": order.id,
        "status": order.status.as_str(),
        "content": {
            "price": order.price.map(price),
            "virtual_price": null,
            "is_free": order.price.is_none(),
            "items": items,
        },
    })
}
