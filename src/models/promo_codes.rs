//! Promo codes on a cart.

use serde::Serialize;
use std::collections::BTreeMap;

/// The body of `redeem-promo-code`.
#[derive(Debug, Serialize)]
pub struct RedeemPromoCode {
    pub(crate) coupon_code: String,
    pub(crate) cart: CartReference,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) selected_unit_items: BTreeMap<String, String>,
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
