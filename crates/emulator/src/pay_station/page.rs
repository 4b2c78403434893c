//! What the fake Pay Station shows. It makes no request of its own, works without its script, and says
//! that no money moves.

use std::sync::LazyLock;

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::engine::ids::{OrderId, PayStationToken, PlayerId};
use crate::engine::orders::{OrderStatus, ReturnUrl};

#[cfg(test)]
mod page_test;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

static CONTENT_SECURITY_POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; form-action 'self'; \
         base-uri 'none'; frame-ancestors http://127.0.0.1:* http://localhost:* \
         https://127.0.0.1:* https://localhost:*",
        hash(STYLE),
        hash(SCRIPT)
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
    /// Who pays.
    pub payer: PlayerId,
    /// Where the shop wants the payer back.
    pub return_url: Option<ReturnUrl>,
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
        let (status, told) = self.status();
        let back = order.and_then(|order| {
            let url = order.return_url.as_ref()?;
            Some(url.after(&order.payer, order.id, status))
        });
        PageTemplate {
            style: STYLE,
            script: SCRIPT,
            heading,
            message,
            outcome,
            order,
            token,
            told,
            back,
        }
    }

    /// Where the order stands, and what the page around this one is told of the payment.
    fn status(&self) -> (OrderStatus, Option<&'static str>) {
        match self {
            Self::Pay { .. } | Self::UnknownToken => (OrderStatus::New, None),
            Self::Declined { .. } | Self::NotSaved { .. } | Self::NotPayable(_) => {
                (OrderStatus::New, Some("troubled"))
            }
            Self::Paid(_) | Self::AlreadyFinished(_) => (OrderStatus::Done, Some("done")),
            Self::Canceled(_) | Self::AlreadyCanceled(_) => {
                (OrderStatus::Canceled, Some("canceled"))
            }
            Self::Expired(_) => (OrderStatus::Expired, Some("expired")),
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
            Self::Paid(_) => ("Paid", "Your items are in the game."),
            Self::Canceled(_) => (
                "Order canceled",
                "Nothing was paid and nothing was granted.",
            ),
            Self::Expired(_) => (
                "This order has expired",
                "Nothing was paid. Order again in the shop.",
            ),
            Self::AlreadyFinished(_) => (
                "This order is already finished",
                "Nothing was paid or granted again.",
            ),
            Self::AlreadyCanceled(_) => (
                "This order was canceled",
                "Nothing was paid and nothing was granted. Order again in the shop.",
            ),
            Self::NotPayable(_) => (
                "This order cannot be paid any more",
                "What it was for was bought by another order, or is no longer on offer. Nothing was \
                 charged and nothing was granted.",
            ),
            Self::NotSaved { .. } => (
                "This could not be saved",
                "Nothing was charged and nothing was granted. You can try again.",
            ),
            Self::UnknownToken => (
                "This payment is not known",
                "No order has the token in this address. Order again in the shop.",
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
    script: &'static str,
    heading: &'static str,
    message: &'static str,
    outcome: Outcome,
    order: Option<&'a OrderSummary>,
    token: Option<&'a str>,
    told: Option<&'static str>,
    back: Option<String>,
}
