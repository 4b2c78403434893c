//! What a chain, as it was read, says about one of its steps.

use super::machine::{Reading, Step};
use crate::rules::claimable::is_claimable;
use crate::rules::hash::Hash;
use crate::rules::node::{Kind, Node};
use crate::rules::reset::unix_milliseconds;

/// Daily chains change at the same time every day.
const DAY: u64 = 86_400_000;

/// Reads a step of any chain by its `step_number` or, in a reward chain, its `step_id`. `now` is Unix time in milliseconds.
#[inline(never)]
pub fn step_of<N: Node>(chain: &N, number: u64, now: u64) -> Reading {
    let is_reward = chain.field("reward_chain_id").kind() != Kind::Nothing;
    let name = if is_reward { "step_id" } else { "step_number" };
    let found = chain
        .field("steps")
        .elements()
        .find(|step| whole(step.field(name).number()) == Some(number));
    let Some(step) = found else {
        return Reading::Missing;
    };
    let is_daily = step.field("status").kind() != Kind::Nothing;
    let cycle = cycle_of(chain, &step, is_daily);
    Reading::Step(if is_claimed(chain, &step, is_daily, number) {
        // The day that a rolling step was claimed on is not the day that it opened.
        let is_rolling = chain.field("type").text().is_some_and(|it| it == "rolling");
        Step::Claimed {
            cycle: (!is_rolling).then_some(cycle),
        }
    } else {
        Step::Unclaimed {
            cycle,
            is_claimable: is_claimable(chain, &step, None),
            until_reset: until_reset(chain, &step, is_daily, now),
        }
    })
}

fn is_claimed<N: Node>(chain: &N, step: &N, is_daily: bool, number: u64) -> bool {
    if is_daily {
        return step
            .field("status")
            .text()
            .is_some_and(|it| it == "claimed");
    }
    let is_claimed = step.field("is_claimed");
    if is_claimed.kind() == Kind::Boolean || chain.field("reward_chain_id").kind() != Kind::Nothing
    {
        return is_claimed.is_true();
    }
    // An offer step may lack it; a completed chain has no next step.
    whole(chain.field("next_step_number").number()).is_none_or(|next| next > number)
}

/// Tells one cycle of a step from another: a daily step by the day that it opens, other chains by their dates.
fn cycle_of<N: Node>(chain: &N, step: &N, is_daily: bool) -> u64 {
    if is_daily {
        return opens_at(step);
    }
    let mut hash = Hash::default();
    for name in ["date_start", "date_end"] {
        hash.write(chain.field(name).text().unwrap_or_default().as_bytes());
    }
    hash.write(&resets_at(chain).to_le_bytes());
    hash.finish()
}

fn until_reset<N: Node>(chain: &N, step: &N, is_daily: bool, now: u64) -> Option<u64> {
    let at = if is_daily {
        opens_at(step)
    } else {
        resets_at(chain)
    };
    let left = if is_daily {
        // Before it opens, the next change is when it opens.
        let into_day = now.wrapping_sub(at).cast_signed();
        DAY - into_day.rem_euclid(DAY.cast_signed()).cast_unsigned()
    } else {
        at.saturating_sub(now)
    };
    (at > 0).then_some(left)
}

fn opens_at<N: Node>(step: &N) -> u64 {
    time(step, "unlocked_date")
}

fn resets_at<N: Node>(chain: &N) -> u64 {
    time(&chain.field("recurrent_schedule"), "reset_next_date")
}

/// A Unix time in milliseconds; 0 where none is told.
#[inline(never)]
fn time<N: Node>(value: &N, name: &str) -> u64 {
    whole(unix_milliseconds(value.field(name).number())).unwrap_or(0)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates"
)]
fn whole(number: Option<f64>) -> Option<u64> {
    number.map(|number| number as u64)
}

#[cfg(test)]
#[path = "snapshot_test.rs"]
mod test;
