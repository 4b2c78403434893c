//! How the payment of an order ends.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::engine::ids::OrderId;
use crate::engine::orders::{self, PaymentEvent};
use crate::http::{Api, Failure, PathOf};

#[derive(Debug, Deserialize)]
pub struct EventPath {
    order_id: OrderId,
    event: Event,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Event {
    Pay,
    Decline,
    Cancel,
    Expire,
}

pub async fn event(
    State(api): State<Api>,
    PathOf(path): PathOf<EventPath>,
) -> Result<Json<Value>, Failure> {
    let event = match path.event {
        Event::Pay => PaymentEvent::Pay,
        Event::Decline => PaymentEvent::Decline,
        Event::Cancel => PaymentEvent::Cancel,
        Event::Expire => PaymentEvent::Expire,
    };
    let order_id = path.order_id;
    let status = api
        .decide(move |state, now| orders::payment(state, order_id, event, now))
        .await?
        .map_err(|refusal| Failure::refused(api.store.project().id, &refusal))?;
    Ok(Json(
        json!({ "order_id": order_id, "status": status.as_str() }),
    ))
}
