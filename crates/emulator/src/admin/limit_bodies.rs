//! Limits of items and promotions, as merchants set and read them.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::engine::item_promotions::PromotionLimit;
use crate::engine::items::ItemLimits;
use crate::engine::refusal::Refusal;
use crate::engine::schedule::Schedule;

/// The body of limits. Promotions have no `per_item`.
#[derive(Debug, Default, Deserialize)]
pub struct LimitsBody {
    per_user: Option<PerUser>,
    per_item: Option<u64>,
    recurrent_schedule: Option<RecurrentSchedule>,
}

/// Bodies give the number alone; what is read back gives it as `total`.
#[derive(Debug, Deserialize)]
#[serde(
    untagged,
    expecting = "is no limit; write a whole number, or null for none"
)]
enum PerUser {
    Total(u64),
    Object { total: u64 },
}

#[derive(Debug, Deserialize)]
struct RecurrentSchedule {
    per_user: Option<Schedule>,
}

/// The limits of an item.
pub fn item_limits(body: Option<LimitsBody>) -> Result<ItemLimits, Refusal> {
    let body = body.unwrap_or_default();
    let per_item = body.per_item;
    let limit = promotion_limit(Some(body))?;
    Ok(ItemLimits {
        per_user: limit.map(|limit| limit.per_user),
        per_item,
        recurrent_schedule: limit.and_then(|limit| limit.schedule),
    })
}

/// The limit of a promotion.
pub fn promotion_limit(body: Option<LimitsBody>) -> Result<Option<PromotionLimit>, Refusal> {
    let body = body.unwrap_or_default();
    let schedule = body.recurrent_schedule.and_then(|of| of.per_user);
    let refused = |problem: &str| {
        let path = "limits.recurrent_schedule.per_user";
        Err(Refusal::invalid(path, problem))
    };
    if let Some(Schedule::Hourly { .. }) = schedule {
        return refused("is hourly, which limits cannot be; use daily, weekly or monthly");
    }
    match (body.per_user, schedule) {
        (None, Some(_)) => refused("resets no limit; give limits.per_user too"),
        (None, None) => Ok(None),
        (Some(PerUser::Total(per_user) | PerUser::Object { total: per_user }), schedule) => {
            Ok(Some(PromotionLimit { per_user, schedule }))
        }
    }
}

/// The limit of a promotion as merchants read it.
pub fn shown_limit(limit: Option<&PromotionLimit>, now: Timestamp) -> Value {
    let resets = limit
        .and_then(|limit| limit.schedule)
        .map(|resets| json!({ "per_user": resets.told_with_days(now) }));
    json!({
        "per_user": limit.map(|limit| json!({ "total": limit.per_user })),
        "per_item": null,
        "recurrent_schedule": resets,
    })
}
