//! Lists: one page, or all of them.

use super::arguments::Arguments;
use crate::api::{Description, Operation, ProjectId, Safe, Window};
use crate::client::failure::Failure;
use crate::client::{Client, Prepared};
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/pages.js")]
extern "C" {
    fn entries(read_page: &JsValue, offset: f64) -> JsValue;
}

/// Describes the reading of one page.
type ReadPage = fn(ProjectId, Window) -> Operation<Safe>;

/// Reads one page.
pub fn list(
    client: &Client,
    options: &JsValue,
    list: &'static Description<Safe>,
    read: ReadPage,
) -> Promise {
    client.start(page(client, options, None, list, read))
}

/// Iterates over all pages; wrong options are told by the first page.
pub fn all(
    client: &Client,
    options: &JsValue,
    list: &'static Description<Safe>,
    read: ReadPage,
) -> JsValue {
    let first = Arguments::new(list.name(), options)
        .and_then(|arguments| arguments.optional_number("offset", 0));
    #[expect(
        clippy::cast_precision_loss,
        reason = "was read from a JavaScript number"
    )]
    let first = first.ok().flatten().unwrap_or(0) as f64;
    let (client, options) = (client.clone(), options.clone());
    let read_page = Closure::<dyn Fn(f64) -> Promise>::new(move |offset: f64| {
        let prepared = page(&client, &options, Some(offset), list, read);
        client.start(prepared.map(|mut prepared| {
            prepared.request.walks = true;
            prepared
        }))
    });
    entries(&read_page.into_js_value(), first)
}

fn page(
    client: &Client,
    options: &JsValue,
    offset: Option<f64>,
    list: &'static Description<Safe>,
    read: ReadPage,
) -> Result<Prepared, Box<Failure>> {
    let arguments = Arguments::new(list.name(), options)?;
    let limit = arguments.optional_number("limit", 1)?;
    let asked = arguments.optional_number("offset", 0)?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count of entries"
    )]
    let offset = offset.map(|offset| offset as u64).or(asked);
    arguments.call(read(client.project(), Window { limit, offset }))
}
