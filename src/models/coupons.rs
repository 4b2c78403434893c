//! Coupons.

use super::items::StoreItem;
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
