//! The pure functions over chains: no network, no client.

use super::arguments::Arguments;
use crate::client::failure::Failure;
use crate::client::javascript_error::javascript_error;
use crate::rules::claimable;
use crate::rules::node::{Kind, Node};
use crate::rules::reset::{milliseconds_until, unix_milliseconds};
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/chains.js")]
extern "C" {
    /// The milliseconds of a date, or those that are given; NaN where it is neither.
    fn milliseconds(value: &JsValue) -> f64;
    /// The device's own clock.
    #[wasm_bindgen(js_name = now)]
    fn device_time() -> f64;
    #[wasm_bindgen(js_name = date)]
    fn date_of(milliseconds: f64) -> JsValue;
}

#[wasm_bindgen(typescript_custom_section)]
const CLAIMABLE_STEPS: &str = r"
/**
 * The steps of a chain that can be claimed now, by what the chain itself says.
 *
 * `chain`: a daily, offer or reward chain as the API sent it.
 * `options.balance`: the points that count for a reward chain; its own `value_point.amount` where nothing is said.
 * Throws `invalid_argument`.
 */
export function claimableSteps(chain: DailyChain): DailyStep[];
export function claimableSteps(chain: OfferChain): OfferStep[];
export function claimableSteps(chain: RewardChain, options?: { balance?: number | null }): RewardStep[];
";

/// The steps of a chain that can be claimed now: see the overloads above, which Rust cannot say.
#[wasm_bindgen(js_name = claimableSteps, skip_typescript)]
pub fn claimable_steps(chain: &JsValue, options: &JsValue) -> JsValue {
    answered(read_claimable_steps(chain, options))
}

fn read_claimable_steps(chain: &JsValue, options: &JsValue) -> Result<Array, Box<Failure>> {
    let arguments = Arguments::new("claimableSteps", options)?;
    if chain.kind() != Kind::Object || chain.field("steps").kind() != Kind::Array {
        return Err(arguments.wrong(
            "chain",
            &["must be a chain as the API sent it, with its `steps`"],
        ));
    }
    let balance = arguments.option("balance");
    let balance = match balance.kind() {
        Kind::Nothing => None,
        Kind::Integer => balance.number(),
        _ => return Err(arguments.wrong("balance", &["must be a whole number of points"])),
    };
    Ok(claimable::claimable_steps(chain, balance)
        .into_iter()
        .collect())
}

/// When a chain starts over; null where the API does not tell.
///
/// `chain`: an offer or reward chain as the API sent it. Its `reset_next_date` may be in seconds or milliseconds.
#[wasm_bindgen(js_name = nextResetAt, unchecked_return_type = "Date | null")]
pub fn next_reset_at(
    #[wasm_bindgen(unchecked_param_type = "DailyChain | OfferChain | RewardChain")] chain: &JsValue,
) -> JsValue {
    let schedule = present(chain, "recurrent_schedule");
    date(&present(&schedule, "reset_next_date"))
}

/// When a step of a daily chain opens; null where the API does not tell.
///
/// `step`: the step as the API sent it. Its `unlocked_date` may be in seconds or milliseconds.
#[wasm_bindgen(js_name = claimableAt, unchecked_return_type = "Date | null")]
pub fn claimable_at(#[wasm_bindgen(unchecked_param_type = "DailyStep")] step: &JsValue) -> JsValue {
    date(&present(step, "unlocked_date"))
}

/// The milliseconds left until a date: never negative, null for null.
///
/// `options.now`: the present, as a date or in milliseconds; the device's own clock where nothing is said.
/// Throws `invalid_argument`.
#[wasm_bindgen(js_name = msUntil, unchecked_return_type = "number | null")]
pub fn ms_until(
    #[wasm_bindgen(unchecked_param_type = "Date | null")] date: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "{ now?: number | Date | null }")]
    options: &JsValue,
) -> JsValue {
    answered(read_ms_until(date, options))
}

fn read_ms_until(date: &JsValue, options: &JsValue) -> Result<JsValue, Box<Failure>> {
    let arguments = Arguments::new("msUntil", options)?;
    if date.kind() == Kind::Nothing {
        return Ok(JsValue::NULL);
    }
    let now = arguments.option("now");
    let now = if now.kind() == Kind::Nothing {
        device_time()
    } else {
        instant(&arguments, "now", &now)?
    };
    Ok(milliseconds_until(instant(&arguments, "date", date)?, now).into())
}

fn instant(arguments: &Arguments<'_>, name: &str, value: &JsValue) -> Result<f64, Box<Failure>> {
    let milliseconds = milliseconds(value);
    if milliseconds.is_finite() {
        return Ok(milliseconds);
    }
    Err(arguments.wrong(name, &["must be a valid Date or a number of milliseconds"]))
}

fn present(object: &JsValue, name: &'static str) -> JsValue {
    if object.kind() == Kind::Object {
        object.field(name)
    } else {
        JsValue::NULL
    }
}

fn date(time: &JsValue) -> JsValue {
    match unix_milliseconds(time.number()) {
        Some(milliseconds) => date_of(milliseconds),
        None => JsValue::NULL,
    }
}

fn answered<T: Into<JsValue>>(result: Result<T, Box<Failure>>) -> JsValue {
    result.map_or_else(|failure| javascript_error(&failure, None), Into::into)
}
