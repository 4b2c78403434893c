//! Coupons.

use super::body::body;
use super::items::StoreItem;
use super::promotions::SelectedUnitItems;
use super::shape::model;

model! {
    /// What a redeemed coupon gave.
    RedeemedCoupon {
        promised {
            /// The items that were granted.
            items: Vec<StoreItem>,
        }
    }
}

body! {
    /// The body of `redeem-coupon`.
    RedeemCoupon {
        coupon_code: String,
    }
    optional {
        selected_unit_items: SelectedUnitItems,
    }
}
