//! The codes of coupons and promo codes.

use serde::Deserialize;
use serde_json::json;

use super::Reply;
use super::code_promotions::existing_promotion;
use crate::engine::change::Change;
use crate::engine::ids::{ExternalId, PromotionCode};
use crate::engine::promotions::{self, PromotionKey, PromotionKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::{Decided, Decision};
use crate::page::{LARGEST_PAGE, Page};
use crate::random_text::random_text;

const LONGEST_CODE: usize = 128;
const MOST_GENERATED: u64 = 100_000;
const GENERATED_LENGTH: usize = 12;

/// The body of a new code.
#[derive(Debug, Deserialize)]
pub struct CodeBody {
    coupon_code: PromotionCode,
}

/// How many codes to make.
#[derive(Debug, Deserialize)]
pub struct GenerateBody {
    count: u64,
}

/// Adds a code that a merchant chose.
pub fn create_code(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
    body: CodeBody,
) -> Decided<Reply> {
    let code = body.coupon_code.as_str();
    let is_valid = (1..=LONGEST_CODE).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !is_valid {
        let problem = "is no code; use 1 to 128 of the letters A to Z, a to z and the digits";
        return Err(Refusal::invalid("coupon_code", problem));
    }
    let decision =
        promotions::issue_code(state, PromotionKey { kind, external_id }, body.coupon_code)?;
    let reply = Reply::Created(json!({ "code": decision.reply }));
    Ok(Decision {
        changes: decision.changes,
        reply,
    })
}

/// The codes of a coupon or promo code.
pub fn codes(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
    page: Page,
) -> Decided<Reply> {
    let promotion = existing_promotion(state, kind, external_id)?;
    let all: Vec<_> = state
        .codes
        .iter()
        .filter(|(_, key)| **key == promotion.key)
        .map(|(code, _)| json!({ "code": code }))
        .collect();
    let total = all.len();
    let (codes, _) = page.of(all, LARGEST_PAGE);
    Ok(Decision::reply(Reply::Found(
        json!({ "codes": codes, "total_count": total }),
    )))
}

/// Adds random codes.
pub fn generate_codes(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
    body: &GenerateBody,
) -> Decided<Reply> {
    let promotion = existing_promotion(state, kind, external_id)?;
    if !(1..=MOST_GENERATED).contains(&body.count) {
        let problem = format!("is {}; ask for 1 to {MOST_GENERATED}", body.count);
        return Err(Refusal::invalid("count", problem));
    }
    let changes = (0..body.count).map(|_| Change::Code {
        code: PromotionCode(random_text(GENERATED_LENGTH)),
        promotion: promotion.key.clone(),
    });
    let reply = Reply::Found(json!({ "count": body.count }));
    Ok(Decision {
        changes: changes.collect(),
        reply,
    })
}
