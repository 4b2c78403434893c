//! Coupons.

use super::items::StoreItem;
use super::promotions::SelectedUnitItems;
use super::shape::model;
use serde::Serialize;

model! {
    /// What a redeemed coupon gave.
    RedeemedCoupon {
        promised {
            /// The items that were granted.
            items: Vec<StoreItem>,
        }
    }
}

/// The body of `redeem-coupon`.
#[derive(Debug, Serialize)]
pub struct RedeemCoupon {
    pub(crate) coupon_code: String,
    #[serde(skip_serializing_if = "SelectedUnitItems::is_empty")]
    pub(crate) selected_unit_items: SelectedUnitItems,
}
