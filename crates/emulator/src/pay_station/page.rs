//! What the fake Pay Station shows. No script, no request of its own, and it says that no money moves.

use std::sync::LazyLock;

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::engine::ids::{OrderId, PayStationToken};

#[cfg(test)]
mod page_test;

const STYLE: &str = include_str!("page.css");

static CONTENT_SECURITY_POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'; \
         frame-ancestors http://127.0.0.1:* http://localhost:*"
    )
});

/// An order, as the payer reads it.
#[derive(Clone, Debug)]
pub struct OrderSummary {
    /// The number of the order.
    pub id: OrderId,
    /// What is bought.
    pub items: Vec<ItemSummary>,
    /// What it costs.
    pub total: PriceSummary,
}

/// A line of an order, as the payer reads it.
#[derive(Clone, Debug)]
pub struct ItemSummary {
    /// Its name in the game.
    pub name: String,
    /// How many of it.
    pub quantity: u64,
    /// What the line costs; nothing, where it is a gift.
    pub price: Option<PriceSummary>,
}

/// A price, as the payer reads it.
#[derive(Clone, Debug)]
pub struct PriceSummary {
    /// What is paid, with its currency.
    pub amount: String,
    /// What it would be without discounts, where there are any.
    pub without_discount: Option<String>,
}

/// A page of the Pay Station.
#[derive(Debug)]
pub enum Page {
    /// The order waits for its payment.
    Pay {
        /// The order.
        order: OrderSummary,
        /// The token its payment is known by.
        token: PayStationToken,
    },
    /// The card was declined; the order still waits.
    Declined {
        /// The order.
        order: OrderSummary,
        /// The token its payment is known by.
        token: PayStationToken,
    },
    /// The payment was just made.
    Paid(OrderSummary),
    /// The payer canceled the order.
    Canceled(OrderSummary),
    /// The order waited for too long.
    Expired(OrderSummary),
    /// The order was paid before: nothing happened now.
    AlreadyFinished(OrderSummary),
    /// The order was canceled before: nothing happened now.
    AlreadyCanceled(OrderSummary),
    /// What the order was for can no longer be bought by it: nothing happened now.
    NotPayable(OrderSummary),
    /// How the payment ended could not be kept; the order still waits.
    NotSaved {
        /// The order.
        order: OrderSummary,
        /// The token its payment is known by.
        token: PayStationToken,
    },
    /// No order has this token.
    UnknownToken,
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        let status = match self {
            Self::UnknownToken => StatusCode::NOT_FOUND,
            Self::NotSaved { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            _ => StatusCode::OK,
        };
        let headers = [
            (
                header::CONTENT_SECURITY_POLICY,
                CONTENT_SECURITY_POLICY.as_str(),
            ),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::CACHE_CONTROL, "no-store"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ];
        match self.template().render() {
            Ok(html) => (status, headers, Html(html)).into_response(),
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

impl Page {
    fn template(&self) -> PageTemplate<'_> {
        let (heading, message) = self.words();
        let (outcome, order, token) = match self {
            Self::Pay { order, token } => (Outcome::Open, Some(order), Some(token.as_str())),
            Self::Declined { order, token } | Self::NotSaved { order, token } => {
                (Outcome::TryAgain, Some(order), Some(token.as_str()))
            }
            Self::Paid(order) => (Outcome::Paid, Some(order), None),
            Self::Canceled(order)
            | Self::Expired(order)
            | Self::AlreadyFinished(order)
            | Self::AlreadyCanceled(order)
            | Self::NotPayable(order) => (Outcome::Closed, Some(order), None),
            Self::UnknownToken => (Outcome::Closed, None, None),
        };
        PageTemplate {
            style: STYLE,
            heading,
            message,
            outcome,
            order,
            token,
        }
    }

    fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Pay { .. } => (
                "Your order",
                "Choose how this payment ends. Nothing leaves this computer.",
            ),
            Self::Declined { .. } => (
                "The card was declined",
                "Nothing was paid. You can try again, or cancel the order.",
            ),
            Self::Paid(_) => (
                "Paid",
                "Your items are in the game. You can close this window.",
            ),
            Self::Canceled(_) => (
                "Order canceled",
                "Nothing was paid and nothing was granted. You can close this window.",
            ),
            Self::Expired(_) => (
                "This order has expired",
                "Nothing was paid. Close this window and order again in the shop.",
            ),
            Self::AlreadyFinished(_) => (
                "This order is already finished",
                "Nothing was paid or granted again. You can close this window.",
            ),
            Self::AlreadyCanceled(_) => (
                "This order was canceled",
                "Nothing was paid and nothing was granted. Close this window and order again in the shop.",
            ),
            Self::NotPayable(_) => (
                "This order cannot be paid any more",
                "What it was for was bought by another order, or is no longer on offer. Nothing was \
                 charged and nothing was granted. You can close this window.",
            ),
            Self::NotSaved { .. } => (
                "This could not be saved",
                "Nothing was charged and nothing was granted. You can try again.",
            ),
            Self::UnknownToken => (
                "This payment is not known",
                "No order has the token in this address. Close this window and order again in the shop.",
            ),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Open,
    TryAgain,
    Paid,
    Closed,
}

#[derive(Template)]
#[template(path = "page.html")]
struct PageTemplate<'a> {
    style: &'static str,
    heading: &'static str,
    message: &'static str,
    outcome: Outcome,
    order: Option<&'a OrderSummary>,
    token: Option<&'a str>,
}
