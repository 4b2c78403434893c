//! Promo codes on a cart.

use super::promotions::SelectedUnitItems;
use serde::Serialize;

/// The body of `redeem-promo-code`.
#[derive(Debug, Serialize)]
pub struct RedeemPromoCode {
    pub(crate) coupon_code: String,
    pub(crate) cart: CartReference,
    #[serde(skip_serializing_if = "SelectedUnitItems::is_empty")]
    pub(crate) selected_unit_items: SelectedUnitItems,
}

/// The body of `remove-cart-promo-code`.
#[derive(Debug, Serialize)]
pub struct RemovePromoCode {
    pub(crate) cart: CartReference,
}

/// Which cart is meant.
#[derive(Debug, Serialize)]
pub struct CartReference {
    pub(crate) id: String,
}
