//! The current cart.

use super::{BodyKind, Expected, Method, Operation, Safe, State};
use crate::models::cart::Cart;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-user-cart`
pub static GET: Operation<Safe> = Operation::new(
    "cart.get",
    Method::Get,
    "cart?currency&locale",
    Subject::Cart,
    Expected::Body(Cart::shape),
);

/// `cart-fill`: in place of what was in it.
pub static FILL: Operation<State> = Operation::new(
    "cart.fill",
    Method::Put,
    "cart/fill",
    Subject::Cart,
    Expected::Body(Cart::shape),
)
.sending(BodyKind::FillCart);
