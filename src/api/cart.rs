//! The current cart.

use super::operation::{Body, Expected, Method, Operation};
use super::{Path, ProjectId, Safe, State};
use crate::models::cart::{Cart, CartEntry, FillCart};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-user-cart`
#[must_use]
pub fn get(project: ProjectId, currency: Option<&str>, locale: Option<&str>) -> Operation<Safe> {
    let path = Path::new(project, "cart", &[])
        .query("currency", currency.map(Into::into))
        .query("locale", locale.map(Into::into));
    let expected = Expected::Body(Cart::shape);
    Operation::new("cart.get", Method::Get, path, Subject::Cart, expected)
}

/// `cart-fill`
#[must_use]
pub fn fill(project: ProjectId, items: Vec<CartEntry>) -> Operation<State> {
    let path = Path::new(project, "cart/fill", &[]);
    let expected = Expected::Body(Cart::shape);
    Operation::new("cart.fill", Method::Put, path, Subject::Cart, expected)
        .with_body(Body::FillCart(FillCart { items }))
}
