//! Lists: all their pages.

use super::arguments::Arguments;
use super::call::prepare;
use crate::api::{Operation, Safe};
use crate::client::Client;
use crate::rules::node::{Kind, Node};
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/js/pages.js")]
extern "C" {
    fn entries(read_page: &JsValue, offset: f64) -> JsValue;
}

/// Iterates over all pages; wrong options are told by the first page.
pub fn all(client: &Client, list: &'static Operation<Safe>, options: &JsValue) -> JsValue {
    let (client, options) = (client.clone(), options.clone());
    let first = Arguments::new(list.facts().name, &options)
        .map_or(JsValue::UNDEFINED, |arguments| arguments.option("offset"));
    let asked = first.number().filter(|_| first.kind() == Kind::Integer);
    let mut is_first = true;
    let read_page = Closure::<dyn FnMut(f64) -> Promise>::new(move |offset: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count of entries"
        )]
        let offset = (!std::mem::take(&mut is_first)).then_some(offset as u64);
        let page = prepare(
            client.configuration(),
            list.facts(),
            &JsValue::UNDEFINED,
            &options,
            offset,
        );
        client.start(page.map(|mut prepared| {
            prepared.request.walks = true;
            prepared
        }))
    });
    entries(&read_page.into_js_value(), asked.unwrap_or(0.0))
}
