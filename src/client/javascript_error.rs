//! A failure as JavaScript sees it: a native `Error` with fields.

use super::failure::{Applied, Failure};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/error.js")]
extern "C" {
    #[wasm_bindgen(js_name = liveOpsError)]
    #[allow(clippy::too_many_arguments, reason = "JavaScript's fields")]
    fn live_ops_error(
        message: &str,
        code: &str,
        status: u16,
        error_code: &JsValue,
        transaction_id: &JsValue,
        retryable: bool,
        applied_is_unknown: bool,
        cause: &JsValue,
        retry_after: &JsValue,
    ) -> JsValue;
}

/// Makes the error. `cause` is what the page's own code threw, if that was the reason.
#[must_use]
pub fn javascript_error(failure: &Failure, cause: Option<&JsValue>) -> JsValue {
    #[expect(clippy::cast_precision_loss, reason = "the API's numbers are small")]
    let error_code = failure.error_code.map(|code| JsValue::from(code as f64));
    let transaction_id = failure.transaction_id.as_deref().map(JsValue::from);
    live_ops_error(
        &failure.message(),
        failure.code.word(),
        failure.status.unwrap_or(0),
        &error_code.unwrap_or_default(),
        &transaction_id.unwrap_or_default(),
        failure.retryable,
        failure.applied == Applied::Unknown,
        cause.unwrap_or(&JsValue::UNDEFINED),
        &failure.retry_after.map(JsValue::from).unwrap_or_default(),
    )
}
