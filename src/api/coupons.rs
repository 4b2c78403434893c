//! Coupons.

use super::operation::{Body, Expected, Method, Operation};
use super::{Never, Path, ProjectId, Safe};
use crate::models::coupons::{RedeemCoupon, RedeemedCoupon};
use crate::models::promotions::CodeRewards;
use crate::models::shape::Shaped;
use crate::rules::code::Code;
use crate::rules::outcome::Subject;
use std::collections::BTreeMap;

/// `get-coupon-rewards-by-code`
#[must_use]
pub fn rewards(project: ProjectId, code: &Code) -> Operation<Safe> {
    let path = Path::new(project, "coupon/code/{}/rewards", &[code.into()]);
    let expected = Expected::Body(CodeRewards::shape);
    Operation::new(
        "coupons.rewards",
        Method::Get,
        path,
        Subject::Code,
        expected,
    )
}

/// `redeem-coupon`
#[must_use]
pub fn redeem(
    project: ProjectId,
    code: &Code,
    selected_unit_items: BTreeMap<String, String>,
) -> Operation<Never> {
    let path = Path::new(project, "coupon/redeem", &[]);
    let expected = Expected::Body(RedeemedCoupon::shape);
    let coupon_code = code.reveal().to_owned();
    Operation::new(
        "coupons.redeem",
        Method::Post,
        path,
        Subject::Code,
        expected,
    )
    .with_body(Body::RedeemCoupon(RedeemCoupon {
        coupon_code,
        selected_unit_items,
    }))
}
