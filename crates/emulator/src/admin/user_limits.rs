//! What one player has left of a promotion's limit, as merchants read and change it.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

use super::operations::UserLimitOperation;
use super::{Input, Reply};
use crate::engine::ids::{PlayerId, PromotionId};
use crate::engine::limits::{self, Adjust, UserRemaining};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::{Decided, Decision};

/// How much more, how much less, or how much exactly.
#[derive(Debug, Deserialize)]
struct ChangeBody {
    user: UserBody,
    available: u64,
}

/// Whose limit is made whole again.
#[derive(Debug, Deserialize)]
struct ResetBody {
    user: Option<UserBody>,
}

#[derive(Debug, Deserialize)]
struct UserBody {
    user_external_id: PlayerId,
}

/// Carries out one operation on limits.
pub fn run(
    state: &State,
    operation: UserLimitOperation,
    input: &Input,
    now: Timestamp,
) -> Decided<Reply> {
    let promotion = || input.path::<PromotionId>("promotion_id");
    match operation {
        UserLimitOperation::Get => {
            let player = asked_player(input)?;
            let left = limits::of_promotion_id(state, &player, promotion()?, now)?;
            Ok(Reply::found(shown(&left)))
        }
        UserLimitOperation::Add => adjust(state, promotion()?, input, Adjust::Add, now),
        UserLimitOperation::Set => adjust(state, promotion()?, input, Adjust::Set, now),
        UserLimitOperation::Remove => adjust(state, promotion()?, input, Adjust::Remove, now),
        UserLimitOperation::Reset => {
            if input.body.get("user").is_none() {
                return Err(Refusal::MissingProperty("user".to_owned()));
            }
            let player = input.body::<ResetBody>()?.user.map(player).transpose()?;
            limits::reset(state, player.as_ref(), promotion()?, now).map(settled)
        }
        UserLimitOperation::ResetAll => {
            let user = input.body::<ResetBody>()?.user;
            let user = user.ok_or_else(|| Refusal::MissingProperty("user".to_owned()))?;
            limits::reset_all(state, &player(user)?, now).map(settled)
        }
    }
}

/// The player that the query names.
pub fn asked_player(input: &Input) -> Result<PlayerId, Refusal> {
    let id = input.query("user_external_id")?;
    checked(
        "user_external_id",
        id.ok_or_else(|| Refusal::MissingProperty("user_external_id".to_owned()))?,
    )
}

fn player(body: UserBody) -> Result<PlayerId, Refusal> {
    checked("user.user_external_id", body.user_external_id)
}

fn checked(path: &str, id: PlayerId) -> Result<PlayerId, Refusal> {
    if id.as_str().is_empty() || id.as_str().contains(char::is_whitespace) {
        let problem = "is no id of a user; write it without spaces";
        return Err(Refusal::invalid(path, problem));
    }
    Ok(id)
}

fn adjust(
    state: &State,
    promotion: PromotionId,
    input: &Input,
    how: fn(u64) -> Adjust,
    now: Timestamp,
) -> Decided<Reply> {
    let body: ChangeBody = input.body()?;
    let adjustment = how(body.available);
    if matches!(adjustment, Adjust::Add(0) | Adjust::Remove(0)) {
        return Err(Refusal::invalid("available", "is 0; give at least 1"));
    }
    let Decision { changes, reply } =
        limits::adjust(state, &player(body.user)?, promotion, adjustment, now)?;
    Ok(Decision {
        changes,
        reply: Reply::Found(shown(&reply)),
    })
}

fn settled(decision: Decision<()>) -> Decision<Reply> {
    Decision {
        changes: decision.changes,
        reply: Reply::Ok,
    }
}

/// What is left, as merchants read it.
pub fn shown(left: &UserRemaining) -> Value {
    json!({ "per_user": { "total": left.total, "available": left.available } })
}
