//! The current cart.

use super::path::Segment;
use super::{Body, Description, Expected, Method, Operation, ProjectId, Safe, State};
use crate::models::cart::{Cart, CartEntry, FillCart};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-user-cart`
pub static GET: Description<Safe> = Description::new(
    "cart.get",
    Method::Get,
    "cart",
    Subject::Cart,
    Expected::Body(Cart::shape),
);

/// `cart-fill`
pub static FILL: Description<State> = Description::new(
    "cart.fill",
    Method::Put,
    "cart/fill",
    Subject::Cart,
    Expected::Body(Cart::shape),
);

/// The cart.
#[must_use]
pub fn get(project: ProjectId, currency: Option<&str>, locale: Option<&str>) -> Operation<Safe> {
    GET.of(project, &[])
        .query("currency", currency.map(Segment::Text))
        .query("locale", locale.map(Segment::Text))
}

/// Puts items into the cart, in place of what was in it.
#[must_use]
pub fn fill(project: ProjectId, items: Vec<CartEntry>) -> Operation<State> {
    FILL.of(project, &[])
        .with_body(Body::FillCart(FillCart { items }))
}
