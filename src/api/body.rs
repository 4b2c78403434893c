//! The bodies that operations send.

use super::given::Given;
use crate::models::cart::FillCart;
use crate::models::coupons::RedeemCoupon;
use crate::models::orders::TestOrder;
use crate::models::promo_codes::{CartReference, RedeemPromoCode, RemovePromoCode};
use serde::Serialize;

/// Which body an operation sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// None.
    None,
    /// `redeem-coupon`
    RedeemCoupon,
    /// `redeem-promo-code`
    RedeemPromoCode,
    /// `remove-cart-promo-code`
    RemovePromoCode,
    /// `cart-fill`
    FillCart,
    /// `order-user-offer-chain-step-reward`: no body is documented. Test payments have to be asked for
    /// when an order is made, so only they send one, as in the other calls that make an order.
    TestOrder,
}

/// A body.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// [`BodyKind::RedeemCoupon`]
    RedeemCoupon(RedeemCoupon),
    /// [`BodyKind::RedeemPromoCode`]
    RedeemPromoCode(RedeemPromoCode),
    /// [`BodyKind::RemovePromoCode`]
    RemovePromoCode(RemovePromoCode),
    /// [`BodyKind::FillCart`]
    FillCart(FillCart),
    /// [`BodyKind::TestOrder`]
    TestOrder(TestOrder),
}

/// Makes the body out of what the call was given.
pub(super) fn read_body<G: Given>(kind: BodyKind, given: &G) -> Result<Option<Body>, G::Problem> {
    Ok(Some(match kind {
        BodyKind::None => return Ok(None),
        BodyKind::RedeemCoupon => Body::RedeemCoupon(RedeemCoupon {
            coupon_code: given.code()?.reveal().to_owned(),
            selected_unit_items: given.selected_unit_items()?.if_any(),
        }),
        BodyKind::RedeemPromoCode => Body::RedeemPromoCode(RedeemPromoCode {
            coupon_code: given.code()?.reveal().to_owned(),
            cart: cart(given)?,
            selected_unit_items: given.selected_unit_items()?.if_any(),
        }),
        BodyKind::RemovePromoCode => Body::RemovePromoCode(RemovePromoCode { cart: cart(given)? }),
        BodyKind::FillCart => Body::FillCart(FillCart {
            items: given.cart_items()?,
        }),
        BodyKind::TestOrder if !given.test_payments() => return Ok(None),
        BodyKind::TestOrder => Body::TestOrder(TestOrder { sandbox: true }),
    }))
}

fn cart<G: Given>(given: &G) -> Result<CartReference, G::Problem> {
    let id = given
        .optional_text("cartId")?
        .unwrap_or_else(|| "current".to_owned());
    Ok(CartReference { id })
}
