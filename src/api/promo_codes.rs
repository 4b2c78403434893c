//! Promo codes on a cart.

use super::operation::{Body, Expected, Method, Operation};
use super::{Path, ProjectId, Safe, State};
use crate::models::cart::Cart;
use crate::models::promo_codes::{CartReference, RedeemPromoCode, RemovePromoCode};
use crate::models::promotions::CodeRewards;
use crate::models::shape::Shaped;
use crate::rules::code::Code;
use crate::rules::outcome::Subject;
use std::collections::BTreeMap;

/// `get-promo-code-rewards-by-code`
#[must_use]
pub fn rewards(project: ProjectId, code: &Code) -> Operation<Safe> {
    let path = Path::new(project, "promocode/code/{}/rewards", &[code.into()]);
    let expected = Expected::Body(CodeRewards::shape);
    Operation::new(
        "promoCodes.rewards",
        Method::Get,
        path,
        Subject::Code,
        expected,
    )
}

/// `redeem-promo-code`
#[must_use]
pub fn redeem(
    project: ProjectId,
    code: &Code,
    cart_id: String,
    selected_unit_items: BTreeMap<String, String>,
) -> Operation<State> {
    let path = Path::new(project, "promocode/redeem", &[]);
    let expected = Expected::Body(Cart::shape);
    let coupon_code = code.reveal().to_owned();
    let cart = CartReference { id: cart_id };
    Operation::new(
        "promoCodes.redeem",
        Method::Post,
        path,
        Subject::Code,
        expected,
    )
    .with_body(Body::RedeemPromoCode(RedeemPromoCode {
        coupon_code,
        cart,
        selected_unit_items,
    }))
}

/// `remove-cart-promo-code`
#[must_use]
pub fn remove(project: ProjectId, cart_id: String) -> Operation<State> {
    let path = Path::new(project, "promocode/remove", &[]);
    let expected = Expected::Body(Cart::shape);
    let cart = CartReference { id: cart_id };
    Operation::new(
        "promoCodes.remove",
        Method::Put,
        path,
        Subject::Cart,
        expected,
    )
    .with_body(Body::RemovePromoCode(RemovePromoCode { cart }))
}
