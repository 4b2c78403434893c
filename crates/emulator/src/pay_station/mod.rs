//! The fake Pay Station: the page that an order's token opens, and the forms on it.

mod page;

use axum::extract::Query;
use axum::extract::State;
use axum::extract::rejection::{FormRejection, QueryRejection};
use axum::middleware::from_fn;
use axum::routing::{get, post};
use axum::{Form, Router};
use rust_decimal::Decimal;
use serde::Deserialize;

use crate::engine::Decision;
use crate::engine::amounts::Discounted;
use crate::engine::ids::{OrderId, PayStationToken};
use crate::engine::orders::{self, Order, OrderStatus, PaymentEvent};
use crate::engine::refusal::Refusal;
use crate::engine::state;
use crate::engine::text::LocaleMap;
use crate::http::{Api, refuse_large_body};
use crate::money;
use page::{ItemSummary, OrderSummary, Page, PriceSummary};

/// The Pay Station's routes.
pub fn router(api: Api) -> Router {
    let routes = Router::new()
        .route("/paystation4/", get(open))
        .route("/paystation4/pay", post(pay))
        .route("/paystation4/decline", post(decline))
        .route("/paystation4/cancel", post(cancel));
    crate::http::fallbacks(routes)
        .layer(from_fn(refuse_large_body))
        .with_state(api)
}

#[derive(Debug, Deserialize)]
struct Payment {
    token: PayStationToken,
}

type Submitted = Result<Form<Payment>, FormRejection>;

async fn open(State(api): State<Api>, query: Result<Query<Payment>, QueryRejection>) -> Page {
    let Ok(Query(Payment { token })) = query else {
        return Page::UnknownToken;
    };
    match find(&api, token.clone()).await {
        None => Page::UnknownToken,
        Some((_, OrderStatus::New, order)) => Page::Pay { order, token },
        Some((_, status, order)) => ended(status, order),
    }
}

/// What there is to say of an order that was at its end before.
fn ended(status: OrderStatus, order: OrderSummary) -> Page {
    match status {
        OrderStatus::Expired => Page::Expired(order),
        OrderStatus::Canceled => Page::AlreadyCanceled(order),
        OrderStatus::New | OrderStatus::Done => Page::AlreadyFinished(order),
    }
}

async fn pay(State(api): State<Api>, form: Submitted) -> Page {
    end(&api, form, PaymentEvent::Pay).await
}

async fn decline(State(api): State<Api>, form: Submitted) -> Page {
    end(&api, form, PaymentEvent::Decline).await
}

async fn cancel(State(api): State<Api>, form: Submitted) -> Page {
    end(&api, form, PaymentEvent::Cancel).await
}

async fn end(api: &Api, form: Submitted, event: PaymentEvent) -> Page {
    let Ok(Form(Payment { token })) = form else {
        return Page::UnknownToken;
    };
    let Some((id, _, order)) = find(api, token.clone()).await else {
        return Page::UnknownToken;
    };
    let reply = api
        .store
        .decide(move |state, now| orders::payment(state, id, event, now))
        .await;
    match reply {
        Ok(Ok(OrderStatus::New)) => Page::Declined { order, token },
        Ok(Ok(OrderStatus::Done)) => Page::Paid(order),
        Ok(Ok(OrderStatus::Canceled)) => Page::Canceled(order),
        Ok(Ok(OrderStatus::Expired)) => Page::Expired(order),
        Err(Refusal::OrderNotOpen(status)) => ended(status, order),
        Err(Refusal::NotSaved) => Page::NotSaved { order, token },
        Ok(Err(_)) | Err(_) => Page::NotPayable(order),
    }
}

async fn find(api: &Api, token: PayStationToken) -> Option<(OrderId, OrderStatus, OrderSummary)> {
    let found = api.decide(move |state, _| {
        let order = orders::by_token(state, &token)?;
        Ok(Decision::reply((
            order.id,
            order.status,
            summary(state, order),
        )))
    });
    found.await.ok()
}

fn summary(state: &state::State, order: &Order) -> OrderSummary {
    let text = |amount| format!("{} {}", money::text(amount), order.currency.0);
    let price = |price: Discounted| PriceSummary {
        amount: text(price.amount),
        without_discount: (price.amount != price.without_discount)
            .then(|| text(price.without_discount)),
    };
    let items = order.lines.iter().map(|line| {
        let item = state.catalog.items.get(&line.sku);
        ItemSummary {
            name: item
                .map(|item| &item.name)
                .map_or(line.sku.as_str(), LocaleMap::in_english)
                .to_owned(),
            quantity: line.quantity,
            price: line.price.map(price),
        }
    });
    OrderSummary {
        id: order.id,
        items: items.collect(),
        total: price(order.price.unwrap_or(Discounted::full(Decimal::ZERO))),
        payer: order.player.clone(),
        return_url: order.return_url.clone(),
    }
}
