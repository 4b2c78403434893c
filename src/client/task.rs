//! Futures as promises: JavaScript awaits what a task waits for, and resumes it.
//!
//! A task waits for one promise at a time, by [`settled`] and nothing else. So there is no queue, no waker
//! and no closure for each wait.

use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/task.js")]
extern "C" {
    fn run(resume: &JsValue, task: usize) -> Promise;
    fn reject(error: &JsValue) -> Promise;
}

/// What JavaScript calls: a number, and up to three values. One type for all, since each brings its own code on both sides.
pub type Called = dyn Fn(usize, JsValue, JsValue, JsValue) -> JsValue;

/// Boxed, since each kind of future would otherwise bring its own copy of the machinery.
type Task = Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>;

thread_local! {
    static TASKS: RefCell<Vec<Option<Rc<RefCell<Task>>>>> = const { RefCell::new(Vec::new()) };
    /// What goes between a task and its runner: a promise to wait for on the way out, how that ended on the way in.
    static PASSED: Cell<JsValue> = const { Cell::new(JsValue::UNDEFINED) };
}

/// The one place where a future becomes a promise.
pub fn spawn(task: Task) -> Promise {
    let task = Some(Rc::new(RefCell::new(task)));
    let place = TASKS.with_borrow_mut(|tasks| {
        let free = tasks.iter().position(Option::is_none);
        match free.and_then(|free| tasks.get_mut(free)) {
            Some(place) => *place = task,
            None => tasks.push(task),
        }
        free.unwrap_or(tasks.len() - 1)
    });
    let resume = Closure::<Called>::new(|place, outcome, _, _| resume(place, outcome));
    run(&resume.into_js_value(), place)
}

/// Waits for a promise, which has to be one that is always fulfilled.
pub async fn settled(promise: Promise) -> JsValue {
    let mut promise = Some(promise);
    std::future::poll_fn(|_| match promise.take() {
        Some(promise) => {
            PASSED.set(promise.into());
            Poll::Pending
        }
        None => Poll::Ready(PASSED.take()),
    })
    .await
}

fn resume(place: usize, outcome: JsValue) -> JsValue {
    let task = TASKS.with_borrow(|tasks| tasks.get(place).cloned().flatten());
    PASSED.set(outcome);
    let polled = task.map(|task| {
        let mut context = Context::from_waker(Waker::noop());
        task.borrow_mut().as_mut().poll(&mut context)
    });
    match polled {
        Some(Poll::Ready(result)) => {
            TASKS.with_borrow_mut(|tasks| tasks.get_mut(place).map(Option::take));
            result.unwrap_or_else(|error| reject(&error).into())
        }
        _ => PASSED.take(),
    }
}
