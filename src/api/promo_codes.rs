//! Promo codes on a cart.

use super::{Body, Description, Expected, Method, Operation, ProjectId, Safe, State};
use crate::models::cart::Cart;
use crate::models::promo_codes::{CartReference, RedeemPromoCode, RemovePromoCode};
use crate::models::promotions::{CodeRewards, SelectedUnitItems};
use crate::models::shape::Shaped;
use crate::rules::code::Code;
use crate::rules::outcome::Subject;

/// `get-promo-code-rewards-by-code`
pub static REWARDS: Description<Safe> = Description::new(
    "promoCodes.rewards",
    Method::Get,
    "promocode/code/{}/rewards",
    Subject::Code,
    Expected::Body(CodeRewards::shape),
);

/// `redeem-promo-code`
pub static REDEEM: Description<State> = Description::new(
    "promoCodes.redeem",
    Method::Post,
    "promocode/redeem",
    Subject::Code,
    Expected::Body(Cart::shape),
);

/// `remove-cart-promo-code`
pub static REMOVE: Description<State> = Description::new(
    "promoCodes.remove",
    Method::Put,
    "promocode/remove",
    Subject::Cart,
    Expected::Body(Cart::shape),
);

/// What a promo code gives.
#[must_use]
pub fn rewards(project: ProjectId, code: &Code) -> Operation<Safe> {
    REWARDS.of(project, &[code.into()])
}

/// Puts a promo code on a cart.
#[must_use]
pub fn redeem(
    project: ProjectId,
    code: &Code,
    cart: CartReference,
    selected: SelectedUnitItems,
) -> Operation<State> {
    let coupon_code = code.reveal().to_owned();
    let body = RedeemPromoCode {
        coupon_code,
        cart,
        selected_unit_items: selected,
    };
    REDEEM
        .of(project, &[])
        .with_body(Body::RedeemPromoCode(body))
}

/// Takes the promo code off a cart.
#[must_use]
pub fn remove(project: ProjectId, cart: CartReference) -> Operation<State> {
    REMOVE
        .of(project, &[])
        .with_body(Body::RemovePromoCode(RemovePromoCode { cart }))
}
