//! What is wrong with an entry of a seed.

use super::SeedError;
use crate::admin::Input;
use crate::engine::refusal::Refusal;

/// What is wrong, and where inside its entry.
pub struct Problem {
    pub path: String,
    pub text: String,
}

impl Problem {
    pub fn at(self, place: &str) -> SeedError {
        SeedError::Entry {
            place: format!("{place}{}", self.path),
            problem: self.text,
        }
    }

    /// A refusal of an operation: what its path names may not exist yet.
    pub fn unknown_path(input: &Input, refusal: &Refusal) -> Self {
        let name = match refusal {
            Refusal::CouponNotFound | Refusal::PromoCodeNotFound => "external_id",
            Refusal::NoPromotionOfId { .. }
            | Refusal::PromotionNotUpdated
            | Refusal::PromotionNotFound(_) => "promotion_id",
            Refusal::ItemNotFound(sku) if input.path.values().any(|value| *value == sku.0) => {
                "value_point_sku"
            }
            _ => return Self::refused(".body", refusal),
        };
        let given = input.path.get(name).map(String::as_str).unwrap_or_default();
        Self {
            path: format!(".path.{name}"),
            text: format!("{refusal}: \"{given}\"; create it in an earlier entry"),
        }
    }

    /// A refusal, its property found below `inside`.
    pub fn refused(inside: &str, refusal: &Refusal) -> Self {
        let below = |path: &str| {
            let dot = if path.starts_with('[') { "" } else { "." };
            format!("{inside}{dot}{path}")
        };
        match refusal {
            Refusal::InvalidProperty { path, problem } if path == "body" => Self {
                path: inside.to_owned(),
                text: problem.clone(),
            },
            Refusal::InvalidProperty { path, problem } => Self {
                path: below(path),
                text: problem.clone(),
            },
            Refusal::MissingProperty(path) => Self {
                path: below(path),
                text: "is required; add it".to_owned(),
            },
            Refusal::ItemExists(_) => Self {
                path: below("sku"),
                text: refusal.to_string(),
            },
            other => Self {
                path: inside.to_owned(),
                text: other.to_string(),
            },
        }
    }
}
