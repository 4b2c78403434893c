//! The end of one call: its time is up, its signal aborts, or the client closes.

use crate::rules::outcome::ErrorCode;
use js_sys::{Array, Function, Promise};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal};

#[wasm_bindgen]
extern "C" {
    // Node answers with an object, browsers with a number.
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(handler: &JsValue, milliseconds: f64) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(timer: &JsValue);
}

/// `setTimeout` fires at once beyond this, in milliseconds.
pub const LONGEST: f64 = 2_147_483_647.0;

/// Bounds a call. Dropping it takes its timer and listeners away.
#[derive(Debug)]
pub struct Deadline {
    controller: AbortController,
    ended: Rc<Cell<Option<ErrorCode>>>,
    end: Promise,
    on_end: Closure<dyn FnMut(JsValue)>,
    timer: JsValue,
    signals: Vec<AbortSignal>,
}

impl Deadline {
    /// Starts the clock and listens to the signals.
    pub fn start(milliseconds: f64, signals: Vec<AbortSignal>) -> Result<Self, JsValue> {
        let controller = AbortController::new()?;
        let ended = Rc::new(Cell::new(None));
        let mut resolve = JsValue::UNDEFINED;
        let end = Promise::new(&mut |resolved, _| resolve = resolved.into());
        let on_end = Closure::new({
            let (controller, ended) = (controller.clone(), ended.clone());
            move |event: JsValue| {
                // The timer calls without an argument, a signal with its event.
                let code = if event.is_undefined() {
                    ErrorCode::Timeout
                } else {
                    ErrorCode::Aborted
                };
                ended.set(ended.get().or(Some(code)));
                let _ = Function::from(resolve.clone()).call0(&JsValue::UNDEFINED);
                controller.abort();
            }
        });
        if signals.iter().any(AbortSignal::aborted) {
            ended.set(Some(ErrorCode::Aborted));
        }
        for signal in &signals {
            signal.add_event_listener_with_callback("abort", on_end.as_ref().unchecked_ref())?;
        }
        let timer = set_timeout(on_end.as_ref(), milliseconds);
        Ok(Self {
            controller,
            ended,
            end,
            on_end,
            timer,
            signals,
        })
    }

    /// The signal to hand to `fetch`.
    pub fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    /// Waits for a promise, but not beyond the end.
    ///
    /// # Errors
    ///
    /// The end, or the promise's own rejection.
    pub async fn bound(&self, promise: &Promise) -> Result<JsValue, Interruption> {
        self.check().map_err(Interruption::Ended)?;
        let first = JsFuture::from(Promise::race(&Array::of2(promise, &self.end))).await;
        self.check().map_err(Interruption::Ended)?;
        first.map_err(Interruption::Rejected)
    }

    /// # Errors
    ///
    /// [`ErrorCode::Timeout`] or [`ErrorCode::Aborted`], if the end has come.
    pub fn check(&self) -> Result<(), ErrorCode> {
        self.ended.get().map_or(Ok(()), Err)
    }
}

/// Why waiting ended without a value.
#[derive(Debug)]
pub enum Interruption {
    /// [`ErrorCode::Timeout`] or [`ErrorCode::Aborted`].
    Ended(ErrorCode),
    /// The promise was rejected.
    Rejected(JsValue),
}

impl Drop for Deadline {
    fn drop(&mut self) {
        clear_timeout(&self.timer);
        for signal in &self.signals {
            // Fails only where adding it failed.
            let _ = signal
                .remove_event_listener_with_callback("abort", self.on_end.as_ref().unchecked_ref());
        }
    }
}
