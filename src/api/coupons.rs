//! Coupons.

use super::{Body, Description, Expected, Method, Never, Operation, ProjectId, Safe};
use crate::models::coupons::{RedeemCoupon, RedeemedCoupon};
use crate::models::promotions::{CodeRewards, SelectedUnitItems};
use crate::models::shape::Shaped;
use crate::rules::code::Code;
use crate::rules::outcome::Subject;

/// `get-coupon-rewards-by-code`
pub static REWARDS: Description<Safe> = Description::new(
    "coupons.rewards",
    Method::Get,
    "coupon/code/{}/rewards",
    Subject::Code,
    Expected::Body(CodeRewards::shape),
);

/// `redeem-coupon`
pub static REDEEM: Description<Never> = Description::new(
    "coupons.redeem",
    Method::Post,
    "coupon/redeem",
    Subject::Code,
    Expected::Body(RedeemedCoupon::shape),
);

/// What a coupon gives.
#[must_use]
pub fn rewards(project: ProjectId, code: &Code) -> Operation<Safe> {
    REWARDS.of(project, &[code.into()])
}

/// Redeems a coupon.
#[must_use]
pub fn redeem(project: ProjectId, code: &Code, selected: SelectedUnitItems) -> Operation<Never> {
    let coupon_code = code.reveal().to_owned();
    let body = RedeemCoupon {
        coupon_code,
        selected_unit_items: selected,
    };
    REDEEM.of(project, &[]).with_body(Body::RedeemCoupon(body))
}
