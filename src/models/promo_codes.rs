//! Promo codes on a cart.

use super::body::body;
use super::promotions::SelectedUnitItems;

body! {
    /// The body of `redeem-promo-code`.
    RedeemPromoCode {
        coupon_code: String,
        cart: CartReference,
    }
    optional {
        selected_unit_items: SelectedUnitItems,
    }
}

body! {
    /// The body of `remove-cart-promo-code`.
    RemovePromoCode {
        cart: CartReference,
    }
}

body! {
    /// Which cart is meant.
    CartReference {
        id: String,
    }
}
