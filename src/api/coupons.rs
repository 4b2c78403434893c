//! Coupons.

use super::{Expected, Method, Never, Operation, Safe};
use crate::models::coupons::RedeemedCoupon;
use crate::models::promotions::CodeRewards;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-coupon-rewards-by-code`
pub static REWARDS: Operation<Safe> = Operation::new(
    "coupons.rewards",
    Method::Get,
    "coupon/code/{code}/rewards",
    Subject::Code,
    Expected::Body(CodeRewards::shape),
)
.taking("code");

/// `redeem-coupon`
pub static REDEEM: Operation<Never> = Operation::new(
    "coupons.redeem",
    Method::Post,
    "coupon/redeem",
    Subject::Code,
    Expected::Body(RedeemedCoupon::shape),
)
.taking("code")
.sending("coupon_code selected_unit_items");
