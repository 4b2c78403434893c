//! The claims of one client: `claim.js` reads, sends and waits, as the machine here says.

use super::classify::classify;
use super::machine::{Answer, Moment, Next, Reading, Reason, Verdict, claim, confirm};
use super::{journal, snapshot};
use crate::client::failure::Applied;
use crate::rules::node::{Kind, Node};
use wasm_bindgen::prelude::*;

// What happens, in the numbers of `claim.js`.
const BEGIN: usize = 0;
const CONFIRM: usize = 2;
const FOUND: usize = 3;
const ACCEPTED: usize = 4;
const FAILED: usize = 5;
const OVER: usize = 6;
const LEFT: usize = 7;
const ENTRY: usize = 8;
/// All are below the last of these.
pub const EVENTS: usize = 16;

/// The claims under way, as JavaScript counts them.
#[derive(Default)]
pub struct Claims(Vec<Claim>);

struct Claim {
    id: usize,
    /// The number of its step.
    step: u64,
    next: Next,
}

impl Claims {
    /// Takes what happened to a claim, and tells what comes next; undefined where it is not known here. `happened` is its
    /// number and the claim's, `now` the time with a fresh random number behind its point.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "saturates"
    )]
    pub fn take(
        &mut self,
        happened: usize,
        value: &JsValue,
        now: &JsValue,
        number: &JsValue,
    ) -> JsValue {
        let (event, id) = (happened % EVENTS, happened / EVENTS);
        let number = number.number().unwrap_or(0.0) as u64;
        let now = now.number().unwrap_or(0.0);
        let at = Moment {
            now: now as u64,
            chance: (now.fract() * 65_536.0) as u16,
        };
        let place = self.0.iter().position(|claim| claim.id == id);
        if event <= CONFIRM {
            let earlier = value.text().and_then(|text| journal::read(&text, at.now));
            let next = match earlier {
                None if event == CONFIRM => return JsValue::UNDEFINED,
                Some(sent) if event == CONFIRM => confirm(sent, at.now),
                _ => claim(event != BEGIN, earlier),
            };
            let step = number;
            self.0.push(Claim { id, step, next });
            return code(next).into();
        }
        let Some((place, claim)) = place.and_then(|at| Some((at, self.0.get_mut(at)?))) else {
            return JsValue::UNDEFINED;
        };
        claim.next = match (event, claim.next) {
            (ENTRY, Next::Send(send)) => return journal::written(send.entry(at.now)).into(),
            (FOUND, Next::Read(read)) => {
                let reading = match value.kind() {
                    Kind::Object => snapshot::step_of(value, claim.step, number),
                    _ if value.is_null() => Reading::Missing,
                    _ => Reading::Failed,
                };
                read.found(reading, at)
            }
            (ACCEPTED, Next::Send(send)) => send.answered(Answer::Accepted, at),
            (FAILED, Next::Send(send)) => send.answered(answer(value), at),
            (OVER, Next::Wait(wait)) => wait.over(at.now),
            (LEFT, Next::Read(read)) => read.left(at),
            (LEFT, Next::Send(send)) => send.left(at),
            (LEFT, Next::Wait(wait)) => wait.left(at),
            _ => {
                self.0.swap_remove(place);
                return JsValue::UNDEFINED;
            }
        };
        code(claim.next).into()
    }
}

/// What the error of a call proves.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "saturates"
)]
fn answer(error: &JsValue) -> Answer {
    let applied = error.field("applied");
    let applied = if applied.kind() == Kind::Boolean && !applied.is_true() {
        Applied::No
    } else {
        Applied::Unknown
    };
    let status = error.field("status").number().map(|it| it as u16);
    let retry_after = error.field("retryAfterMs").number();
    classify(status, applied, retry_after.map(|it| it as u32))
}

/// Added to a wait where the journal need not hold the claim any longer.
const FORGOTTEN: u32 = 1 << 20;

/// What comes next, in the numbers of `claim.js`: how long to wait, or less than 0.
fn code(next: Next) -> i32 {
    match next {
        Next::Wait(wait) => {
            let forgotten = if wait.is_forgotten { FORGOTTEN } else { 0 };
            (wait.milliseconds + forgotten).cast_signed()
        }
        Next::Read(_) => -1,
        Next::Send(_) => -2,
        Next::Settle(verdict) => match verdict {
            Verdict::Applied { recovered: false } => -3,
            Verdict::Applied { recovered: true } => -4,
            Verdict::Unread => -5,
            Verdict::Unknown => -6,
            Verdict::NotApplied(Reason::Answer) => -7,
            Verdict::NotApplied(Reason::Unreadable) => -8,
            Verdict::NotApplied(Reason::Missing) => -9,
            Verdict::NotApplied(Reason::AlreadyClaimed) => -10,
            Verdict::NotApplied(Reason::NotClaimable) => -11,
            Verdict::NotApplied(Reason::Left) => -12,
        },
    }
}
