//! Carts: the current one, or another by its `cartId`.

use super::{Expected, Method, Operation, Safe, State};
use crate::models::cart::Cart;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-user-cart`, `get-cart-by-id`
pub static GET: Operation<Safe> = Operation::new(
    "cart.get",
    Method::Get,
    "cart{/cartId}",
    Subject::Cart,
    Expected::Body(Cart::shape),
)
.asking("currency locale")
.serving_guests();

/// `cart-fill`, `cart-fill-by-id`: in place of lines of the same items.
pub static FILL: Operation<State> = change(
    "cart.fill",
    Method::Put,
    "cart{/cartId}/fill",
    Expected::Body(Cart::shape),
)
.sending("items");

/// `put-item`, `put-item-by-cart-id`
pub static PUT_ITEM: Operation<State> = change(
    "cart.putItem",
    Method::Put,
    "cart{/cartId}/item/{sku}",
    Expected::Nothing,
)
.taking("sku")
.sending("quantity!");

/// `delete-item`, `delete-item-by-cart-id`
pub static DELETE_ITEM: Operation<State> = change(
    "cart.deleteItem",
    Method::Delete,
    "cart{/cartId}/item/{sku}",
    Expected::Nothing,
)
.taking("sku");

/// `cart-clear`, `cart-clear-by-id`
pub static CLEAR: Operation<State> = change(
    "cart.clear",
    Method::Put,
    "cart{/cartId}/clear",
    Expected::Nothing,
);

const fn change(
    name: &'static str,
    method: Method,
    path: &'static str,
    expected: Expected,
) -> Operation<State> {
    Operation::new(name, method, path, Subject::Cart, expected).serving_guests()
}
