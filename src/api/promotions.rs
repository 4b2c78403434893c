//! Codes of either kind.

use super::{Expected, Method, Operation, Safe};
use crate::models::promotions::VerifiedCode;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `verify-promotion-code`
pub static VERIFY: Operation<Safe> = Operation::new(
    "promotions.verify",
    Method::Get,
    "promotion/code/{code}/verify",
    Subject::Code,
    Expected::Body(VerifiedCode::shape),
)
.taking("code");
