//! A failure as JavaScript sees it: a native `Error` with fields.

use super::failure::{Applied, Failure};
use js_sys::{Error, Reflect};
use wasm_bindgen::JsValue;

/// Makes the error. `cause` is what the page's own code threw, if that was the reason.
#[must_use]
pub fn javascript_error(failure: &Failure, cause: Option<&JsValue>) -> JsValue {
    let error = Error::new(&failure.message());
    error.set_name("LiveOpsError");
    let number = |number: Option<f64>| number.map_or(JsValue::NULL, JsValue::from);
    #[expect(clippy::cast_precision_loss, reason = "the API's numbers are small")]
    let error_code = failure.error_code.map(|code| code as f64);
    let applied = match failure.applied {
        Applied::No => JsValue::FALSE,
        Applied::Unknown => "unknown".into(),
    };
    let transaction_id = failure.transaction_id.as_deref();
    let fields = [
        ("code", failure.code.word().into()),
        ("status", number(failure.status.map(f64::from))),
        ("errorCode", number(error_code)),
        (
            "transactionId",
            transaction_id.map_or(JsValue::NULL, JsValue::from),
        ),
        ("retryable", failure.retryable.into()),
        ("applied", applied),
    ];
    for (name, value) in fields {
        // Fails only on a frozen object, which this is not.
        let _ = Reflect::set(&error, &name.into(), &value);
    }
    if let Some(cause) = cause {
        error.set_cause(cause);
    }
    error.into()
}
