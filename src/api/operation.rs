//! What an operation is before it is sent: a description, no I/O.

use super::class::{Class, Resend};
use super::path::Path;
use crate::models::cart::FillCart;
use crate::models::coupons::RedeemCoupon;
use crate::models::orders::TestOrder;
use crate::models::promo_codes::{RedeemPromoCode, RemovePromoCode};
use crate::models::shape::ShapeOf;
use crate::rules::outcome::Subject;
use serde::Serialize;
use std::marker::PhantomData;

/// One operation with its arguments, and its class in the type.
#[derive(Debug)]
pub struct Operation<C> {
    request: Request,
    class: PhantomData<C>,
}

impl<C: Class> Operation<C> {
    pub(super) fn new(
        name: &'static str,
        method: Method,
        path: Path,
        subject: Subject,
        expected: Expected,
    ) -> Self {
        let request = Request {
            name,
            method,
            path,
            body: None,
            subject,
            expected,
            resend: C::RESEND,
            walks: false,
        };
        Self {
            request,
            class: PhantomData,
        }
    }

    pub(super) fn with_body(mut self, body: Body) -> Self {
        self.request.body = Some(body);
        self
    }

    /// The request, its class now a value: what the one `send` works with.
    #[must_use]
    pub fn into_request(self) -> Request {
        self.request
    }
}

/// A request, ready to be sent with a token.
#[derive(Debug)]
pub struct Request {
    /// What JavaScript calls the operation, such as `dailyChains.claim`: safe to show and log.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// Path and query, from `/v2` on. It may hold a code: never to be shown.
    pub path: Path,
    /// The body, if the operation has one.
    pub body: Option<Body>,
    /// What its refusals are about.
    pub subject: Subject,
    /// What counts as success.
    pub expected: Expected,
    /// What a second sending would do.
    pub resend: Resend,
    /// Whether it is one of several pages: then an empty one must be the last.
    pub walks: bool,
}

impl Request {
    /// The same request as one of several pages.
    #[must_use]
    pub fn of_several(self) -> Self {
        Self {
            walks: true,
            ..self
        }
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Does something.
    Post,
    /// Sets something.
    Put,
}

/// Exactly what counts as success: any other answer is an error, even with a status of 2xx.
#[derive(Debug, Clone, Copy)]
pub enum Expected {
    /// Status 200 and a body of this shape, handed back as it came.
    Body(ShapeOf),
    /// Status 204: a step was claimed.
    Claimed,
    /// Status 200 and the id of the order that the claimed free step made.
    ClaimedWithOrder,
}

/// The bodies that operations send.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// `redeem-coupon`
    RedeemCoupon(RedeemCoupon),
    /// `redeem-promo-code`
    RedeemPromoCode(RedeemPromoCode),
    /// `remove-cart-promo-code`
    RemovePromoCode(RemovePromoCode),
    /// `cart-fill`
    FillCart(FillCart),
    /// `order-user-offer-chain-step-reward`, for test payments
    TestOrder(TestOrder),
}
