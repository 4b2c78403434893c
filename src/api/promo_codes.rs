//! Promo codes on a cart.

use super::{Expected, Method, Operation, Safe, State};
use crate::models::cart::Cart;
use crate::models::promotions::CodeRewards;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-promo-code-rewards-by-code`
pub static REWARDS: Operation<Safe> = Operation::new(
    "promoCodes.rewards",
    Method::Get,
    "promocode/code/{code}/rewards",
    Subject::Code,
    Expected::Body(CodeRewards::shape),
)
.taking("code");

/// `redeem-promo-code`
pub static REDEEM: Operation<State> = Operation::new(
    "promoCodes.redeem",
    Method::Post,
    "promocode/redeem",
    Subject::Code,
    Expected::Body(Cart::shape),
)
.taking("code")
.sending("coupon_code cart selected_unit_items")
.serving_guests();

/// `remove-cart-promo-code`
pub static REMOVE: Operation<State> = Operation::new(
    "promoCodes.remove",
    Method::Put,
    "promocode/remove",
    Subject::Cart,
    Expected::Body(Cart::shape),
)
.sending("cart")
.serving_guests();
