//! Lists: one page, or all of them.

use super::arguments::Arguments;
use crate::api::{Operation, ProjectId, Request, Safe, Window};
use crate::client::failure::Failure;
use crate::client::{CallOptions, Client};
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/pages.js")]
extern "C" {
    fn entries(read_page: &JsValue, offset: f64) -> JsValue;
}

/// Describes the reading of one page.
type Describe = fn(ProjectId, Window) -> Operation<Safe>;

/// Reads one page.
pub fn list(client: &Client, name: &'static str, options: &JsValue, describe: Describe) -> Promise {
    client.start(page(client, name, options, None, describe))
}

/// Iterates over all pages; wrong options are told by the first page.
pub fn all(client: &Client, name: &'static str, options: &JsValue, describe: Describe) -> JsValue {
    let first = Arguments::new(name, options).and_then(|it| it.optional_number("offset", 0));
    #[expect(
        clippy::cast_precision_loss,
        reason = "was read from a JavaScript number"
    )]
    let first = first.ok().flatten().unwrap_or(0) as f64;
    let (client, options) = (client.clone(), options.clone());
    let read_page = Closure::<dyn Fn(f64) -> Promise>::new(move |offset: f64| {
        let prepared = page(&client, name, &options, Some(offset), describe);
        client.start(prepared.map(|(request, options)| (request.of_several(), options)))
    });
    entries(&read_page.into_js_value(), first)
}

fn page(
    client: &Client,
    name: &'static str,
    options: &JsValue,
    offset: Option<f64>,
    describe: Describe,
) -> Result<(Request, CallOptions), Failure> {
    let arguments = Arguments::new(name, options)?;
    let limit = arguments.optional_number("limit", 1)?;
    let asked = arguments.optional_number("offset", 0)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of entries"
    )]
    let offset = offset.map(|offset| offset as u64).or(asked);
    let operation = describe(client.project(), Window { limit, offset });
    Ok((operation.into_request(), arguments.call_options()?))
}
