//! Codes of either kind.

use super::{Description, Expected, Method, Operation, ProjectId, Safe};
use crate::models::promotions::VerifiedCode;
use crate::models::shape::Shaped;
use crate::rules::code::Code;
use crate::rules::outcome::Subject;

/// `verify-promotion-code`
pub static VERIFY: Description<Safe> = Description::new(
    "promotions.verify",
    Method::Get,
    "promotion/code/{}/verify",
    Subject::Code,
    Expected::Body(VerifiedCode::shape),
);

/// What a code is and what it gives.
#[must_use]
pub fn verify(project: ProjectId, code: &Code) -> Operation<Safe> {
    VERIFY.of(project, &[code.into()])
}
