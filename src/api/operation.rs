//! What an operation is before it is sent: a description, no I/O.

use super::class::{Class, Resend};
use super::path::{Path, ProjectId, Segment};
use crate::models::cart::FillCart;
use crate::models::coupons::RedeemCoupon;
use crate::models::orders::TestOrder;
use crate::models::promo_codes::{RedeemPromoCode, RemovePromoCode};
use crate::models::shape::ShapeOf;
use crate::rules::outcome::Subject;
use serde::Serialize;
use std::marker::PhantomData;

/// What is the same in every call of an operation, with its class in the type.
#[derive(Debug)]
pub struct Description<C> {
    facts: Facts,
    class: PhantomData<C>,
}

/// What is the same in every call of an operation.
#[derive(Debug)]
pub struct Facts {
    /// What JavaScript calls the operation, such as `dailyChains.claim`: safe to show and log.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path after `/v2/project/{project_id}/`, with `{}` for each of its segments that vary.
    pub path: &'static str,
    /// What its refusals are about.
    pub subject: Subject,
    /// What counts as success.
    pub expected: Expected,
    /// What a second sending would do.
    pub resend: Resend,
}

impl<C: Class> Description<C> {
    pub(super) const fn new(
        name: &'static str,
        method: Method,
        path: &'static str,
        subject: Subject,
        expected: Expected,
    ) -> Self {
        let facts = Facts {
            name,
            method,
            path,
            subject,
            expected,
            resend: C::RESEND,
        };
        Self {
            facts,
            class: PhantomData,
        }
    }

    /// The operation in one project, with what varies in its path.
    pub(super) fn of(&'static self, project: ProjectId, segments: &[Segment<'_>]) -> Operation<C> {
        let path = Path::new(project, self.facts.path, segments);
        let request = Box::new(Request {
            facts: &self.facts,
            path,
            body: None,
            walks: false,
        });
        Operation {
            request,
            class: PhantomData,
        }
    }

    /// What JavaScript calls the operation.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.facts.name
    }
}

/// One operation with its arguments, and its class in the type.
#[derive(Debug)]
pub struct Operation<C> {
    request: Box<Request>,
    class: PhantomData<C>,
}

impl<C: Class> Operation<C> {
    pub(super) fn with_body(mut self, body: Body) -> Self {
        self.request.body = Some(body);
        self
    }

    pub(super) fn query(mut self, name: &str, value: Option<Segment<'_>>) -> Self {
        self.request.path.query(name, value);
        self
    }

    /// The request, its class now a value: what the one `send` works with.
    #[must_use]
    pub fn into_request(self) -> Box<Request> {
        self.request
    }
}

/// A request, ready to be sent with a token.
#[derive(Debug)]
pub struct Request {
    /// What the operation is.
    pub facts: &'static Facts,
    /// Path and query, from `/v2` on. It may hold a code: never to be shown.
    pub path: Path,
    /// The body, if the operation has one.
    pub body: Option<Body>,
    /// Whether it is one of several pages: then an empty one must be the last.
    pub walks: bool,
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
