//! What is left of the limits of coupons and promo codes: by code, and by player.

use serde_json::{Value, json};

use super::code_promotions::{LARGEST_PAGE, existing_promotion};
use super::{Input, Reply};
use crate::engine::Decided;
use crate::engine::ids::{ExternalId, PlayerId, PromotionCode};
use crate::engine::promotions::{Promotion, PromotionKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;

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
            let used = state.uses.by_code(code);
            let per_code = limit(promotion.redeem_code_limit, used);
            json!({ "code": code, "per_code": per_code })
        })
        .collect();
    let total = all.len();
    let (items, has_more) = input.page()?.of(all, LARGEST_PAGE);
    Ok(Reply::found(json!({
        "items": items,
        "total_items_count": total,
        "has_more": has_more,
    })))
}

fn limit(total: Option<u64>, used: u64) -> Value {
    json!({
        "total": total,
        "available": total.map(|total| total.saturating_sub(used)),
        "used": used,
        "reserved": 0,
    })
}

/// How often a player can still use its codes.
pub fn by_player(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
    input: &Input,
) -> Decided<Reply> {
    let promotion = limited(state, kind, external_id)?;
    let player: PlayerId = input
        .query("user_external_id")?
        .ok_or_else(|| Refusal::MissingProperty("user_external_id".to_owned()))?;
    if !state.players.contains_key(&player) {
        return Err(Refusal::PlayerNotFound);
    }
    let total = promotion.redeem_user_limit.ok_or(Refusal::NoUserLimit)?;
    let available = total.saturating_sub(state.uses.by_player(&promotion.key, &player));
    Ok(Reply::found(
        json!({ "per_user": { "total": total, "available": available } }),
    ))
}

/// Limits of an unknown id are refused with another number than everything else of it.
fn limited(
    state: &State,
    kind: PromotionKind,
    external_id: ExternalId,
) -> Result<&Promotion, Refusal> {
    existing_promotion(state, kind, external_id).map_err(|_| Refusal::OrderCodeNotFound)
}
