//! Codes of either kind.

use super::operation::{Expected, Method, Operation};
use super::{Path, ProjectId, Safe};
use crate::models::promotions::VerifiedCode;
use crate::models::shape::Shaped;
use crate::rules::code::Code;
use crate::rules::outcome::Subject;

/// `verify-promotion-code`
#[must_use]
pub fn verify(project: ProjectId, code: &Code) -> Operation<Safe> {
    let path = Path::new(project, "promotion/code/{}/verify", &[code.into()]);
    let expected = Expected::Body(VerifiedCode::shape);
    Operation::new(
        "promotions.verify",
        Method::Get,
        path,
        Subject::Code,
        expected,
    )
}
