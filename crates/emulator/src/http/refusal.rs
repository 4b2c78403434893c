//! Refusals as the API answers them: a status, a number, a text.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rand::RngExt;
use serde::Serialize;
use serde_json::{Value, json};

use crate::engine::chain::{ChainKey, ChainKind};
use crate::engine::refusal::Refusal;

/// The body of every error.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorBody {
    pub status_code: u16,
    pub error_code: u32,
    pub error_message: String,
    pub transaction_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_message_extended: Option<Value>,
}

/// An error on its way out.
#[derive(Debug)]
pub struct Failure {
    status: StatusCode,
    code: u32,
    message: String,
    extended: Option<Value>,
}

impl Failure {
    /// An error whose text carries no number.
    pub fn plain(status: StatusCode, code: u32, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            extended: None,
        }
    }

    /// An error whose text carries its number, as most of the API's do.
    pub fn numbered(status: StatusCode, code: u32, message: impl std::fmt::Display) -> Self {
        Self::plain(status, code, format!("[0401-{code}]: {message}"))
    }

    /// The one answer to a missing, malformed, refused or expired user token.
    pub fn unauthorized() -> Self {
        Self::numbered(
            StatusCode::UNAUTHORIZED,
            1501,
            "Authorization failed: Provide authorization",
        )
    }

    fn about(mut self, project: u64, chain: ChainKey, step: Option<u64>) -> Self {
        let mut extended =
            json!({ "chain_id": chain.id.to_string(), "project_id": project.to_string() });
        if let (Some(step), Some(fields)) = (step, extended.as_object_mut()) {
            let name = if chain.kind == ChainKind::Reward {
                "step_id"
            } else {
                "step_number"
            };
            fields.insert(name.to_owned(), json!(step));
        }
        self.extended = Some(extended);
        self
    }

    /// A refusal of the engine in the API's words.
    pub fn refused(project: u64, refusal: &Refusal) -> Self {
        use StatusCode as Status;
        let numbered = |status, code| Self::numbered(status, code, refusal);
        let unprocessable = |code| numbered(Status::UNPROCESSABLE_ENTITY, code);
        let not_found = |code| numbered(Status::NOT_FOUND, code);
        // The API's own texts for these carry another number than `errorCode`.
        let renumbered = |code, shown: u32| {
            Self::plain(
                Status::NOT_FOUND,
                code,
                format!("[0401-{shown}]: {refusal}"),
            )
        };
        match refusal {
            Refusal::ChainNotFound { chain, step } if chain.kind == ChainKind::Reward => {
                Self::plain(
                    Status::NOT_FOUND,
                    4001,
                    "[0401-4001]: Reward chain not found",
                )
                .about(project, *chain, *step)
            }
            Refusal::ChainNotFound { chain, step } => {
                Self::plain(Status::NOT_FOUND, 7001, refusal.to_string())
                    .about(project, *chain, *step)
            }
            Refusal::StepNotFound { chain, step } => {
                not_found(9911).about(project, *chain, Some(*step))
            }
            Refusal::AlreadyClaimed { chain, step } => {
                unprocessable(9912).about(project, *chain, Some(*step))
            }
            Refusal::StepNotClaimable { chain, step, .. } => {
                unprocessable(9914).about(project, *chain, Some(*step))
            }
            Refusal::NotEnoughPoints { chain, step } => {
                unprocessable(9913).about(project, *chain, Some(*step))
            }
            Refusal::CodeNotFound => not_found(9811),
            Refusal::CouponCodeInvalid | Refusal::PromoCodeInvalid => renumbered(4001, 9807),
            Refusal::CouponNotFound | Refusal::PromoCodeNotFound => renumbered(4001, 9802),
            Refusal::CodeExpired => unprocessable(9810),
            Refusal::RedemptionLimitReached => unprocessable(9804),
            Refusal::RegionLocked => unprocessable(9808),
            Refusal::CodeExists => unprocessable(9803),
            Refusal::ItemNotFound(_) | Refusal::ItemNotInProject { .. } => not_found(4001),
            Refusal::ItemExists(_) => unprocessable(4002),
            Refusal::ItemsNotFound(_) => renumbered(9901, 4001),
            Refusal::OrderNotFound => not_found(9001),
            Refusal::OrderNotOpen(_) => unprocessable(9002),
            Refusal::CartInvalid => unprocessable(1401),
            Refusal::CartEmpty => unprocessable(1417),
            Refusal::ItemInvalid => unprocessable(1411),
            // The documented text has no number.
            Refusal::ItemNotForCart => {
                Self::plain(Status::UNPROCESSABLE_ENTITY, 1421, refusal.to_string())
            }
            Refusal::ItemUnavailable(_) => unprocessable(1455),
            Refusal::ItemIsFree => unprocessable(1456),
            Refusal::LimitExceeded(_) | Refusal::PromotionLimitReached(_) => unprocessable(1459),
            Refusal::ItemRegionLocked(_) => unprocessable(1601),
            Refusal::NoPromotionOfId { .. } => not_found(9502),
            Refusal::PromotionNotUpdated => unprocessable(9505),
            Refusal::NoUserLimit => unprocessable(4509),
            Refusal::LimitOutOfRange => unprocessable(4511),
            Refusal::NotEnoughCurrency => unprocessable(5006),
            Refusal::CouponUnknown => not_found(9802),
            Refusal::PromotionNotFound(_) => not_found(1101),
            Refusal::PlayerNotFound => not_found(5008),
            Refusal::InvalidProperty { .. } | Refusal::MissingProperty(_) => unprocessable(1102),
            Refusal::NotSaved => numbered(Status::INTERNAL_SERVER_ERROR, 1101),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let body = ErrorBody {
            status_code: self.status.as_u16(),
            error_code: self.code,
            error_message: self.message,
            transaction_id: format!("{:032x}", rand::rng().random::<u128>()),
            error_message_extended: self.extended,
        };
        (self.status, Json(body)).into_response()
    }
}
