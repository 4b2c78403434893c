//! What is left of the limits of coupons and promo codes: by code, and by player.

use jiff::Timestamp;
use serde_json::json;

use super::code_promotions::existing_promotion;
use super::user_limits::{asked_player, shown};
use super::{Input, Reply};
use crate::engine::Decided;
use crate::engine::ids::{ExternalId, PromotionCode};
use crate::engine::limits;
use crate::engine::promotions::{Promotion, PromotionKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::page::LARGEST_PAGE;

/// How often each code can still be used: all codes, or those that are asked for.
pub fn by_code(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
    input: &Input,
) -> Decided<Reply> {
    let promotion = limited(state, kind, external_id)?;
    let asked: Vec<_> = input.queries("codes[]").collect();
    let is_asked = |code: &PromotionCode| {
        asked.is_empty() || asked.iter().any(|asked| *asked == code.as_str())
    };
    let all: Vec<_> = state
        .codes
        .iter()
        .filter(|(code, key)| **key == promotion.key && is_asked(code))
        .map(|(code, _)| {
            let left = limits::of_code(state, promotion, code);
            let per_code = json!({
                "total": left.map(|left| left.total),
                "available": left.map(|left| left.available),
                "used": state.uses.by_code(code),
                "reserved": 0,
            });
            json!({ "code": code, "per_code": per_code })
        })
        .collect();
    let total = all.len();
    let (items, has_more) = input.page()?.of(all, LARGEST_PAGE);
    Ok(Reply::found(json!({
        "promotion_id": promotion.id,
        "items": items,
        "total_items_count": total,
        "has_more": has_more,
    })))
}

/// How often a player can still use its codes.
pub fn by_player(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
    input: &Input,
    now: Timestamp,
) -> Decided<Reply> {
    let promotion = limited(state, kind, external_id)?.id;
    let left = limits::of_promotion_id(state, &asked_player(input)?, promotion, now)?;
    Ok(Reply::found(shown(&left)))
}

/// Limits of an unknown id are refused with another number than everything else of it.
fn limited(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
) -> Result<&Promotion, Refusal> {
    existing_promotion(state, kind, external_id).map_err(|_| Refusal::CouponUnknown)
}
