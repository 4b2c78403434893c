//! `LiveOps`: the client that a page makes.

use super::areas;
use super::arguments::Arguments;
use crate::api::ProjectId;
use crate::client::Configuration;
use crate::client::environment::Environment;
use crate::client::failure::Failure;
use crate::client::javascript_error::javascript_error;
use crate::client::token::{Source, Token, Tokens};
use crate::rules::node::{Kind, Node};
use crate::rules::text::joined;
use js_sys::{Function, Object};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/client/server_time.js")]
extern "C" {
    #[wasm_bindgen(js_name = serverTime)]
    fn server_time(clock: &JsValue) -> JsValue;
}

#[wasm_bindgen(module = "/src/js/values.js")]
extern "C" {
    /// A guest as the API is told of one; undefined where it is none.
    fn guest(value: &JsValue) -> JsValue;
}

/// A call may take this long where nothing else is said, in milliseconds.
const TIMEOUT: f64 = 15_000.0;

/// Makes `target` a client: gives it its areas and `close`. Nothing is sent. `load` loads what a page needs
/// once it opens a checkout or tracks an order.
///
/// Throws `invalid_argument`, naming the option.
#[wasm_bindgen(skip_typescript)]
pub fn connect(target: &Object, options: &JsValue, load: &JsValue) -> JsValue {
    match read_configuration(options) {
        Ok(configuration) => areas::connect(target, configuration, options, load),
        Err(failure) => return javascript_error(&failure, None),
    }
    JsValue::UNDEFINED
}

fn read_configuration(options: &JsValue) -> Result<Configuration, Box<Failure>> {
    let arguments = Arguments::new("new LiveOps", options)?;
    let timeout = arguments.timeout()?.unwrap_or(TIMEOUT);
    let clock = arguments.optional_function("now")?;
    check_storage(&arguments)?;
    Ok(Configuration {
        project: ProjectId(arguments.whole_number(
            "projectId",
            &arguments.option("projectId"),
            1,
        )?),
        environment: read_environment(&arguments)?,
        locale: read_locale(&arguments)?,
        timeout,
        fetch: arguments.optional_function("fetch")?,
        time: server_time(&clock),
        random: arguments.optional_function("random")?,
        guest: read_guest(&arguments)?,
        tokens: Tokens::new(read_token(&arguments)?, clock, timeout),
    })
}

fn read_guest(arguments: &Arguments<'_>) -> Result<JsValue, Box<Failure>> {
    let value = arguments.option("guest");
    if value.kind() == Kind::Nothing {
        return Ok(JsValue::UNDEFINED);
    }
    let guest = guest(&value);
    if guest.kind() == Kind::Nothing {
        let must_be = "must be { id, email }: an id of printable ASCII, which the shop keeps for this visitor, and an e-mail address";
        return Err(arguments.wrong("guest", &[must_be]));
    }
    Ok(guest)
}

fn read_locale(arguments: &Arguments<'_>) -> Result<Option<String>, Box<Failure>> {
    let value = arguments.option("locale");
    match value.kind() {
        Kind::Nothing => Ok(None),
        _ => arguments.text("locale", &value).map(Some),
    }
}

fn read_environment(arguments: &Arguments<'_>) -> Result<Environment, Box<Failure>> {
    let value = arguments.option("environment");
    let name = value.as_string();
    match (value.kind(), name.as_deref()) {
        (Kind::Nothing, _) | (_, Some("live")) => Ok(Environment::live()),
        (_, Some("test")) => Ok(Environment::test()),
        (Kind::Object, _) => {
            let api = arguments.address("environment.apiUrl", &value.field("apiUrl"))?;
            let pay_station =
                arguments.address("environment.payStationUrl", &value.field("payStationUrl"))?;
            let order_socket = read_order_socket(arguments, &value.field("orderSocketUrl"))?;
            Ok(Environment::custom(&api, &pay_station, &order_socket))
        }
        _ => Err(arguments.wrong(
            "environment",
            &["must be \"live\", \"test\" or { apiUrl, payStationUrl }"],
        )),
    }
}

/// Empty where there is none. What makes a good address of a server makes one of its socket: https is wss, http is ws.
fn read_order_socket(arguments: &Arguments<'_>, value: &JsValue) -> Result<String, Box<Failure>> {
    if value.kind() == Kind::Nothing {
        return Ok(String::new());
    }
    let url = value.as_string().unwrap_or_default();
    url.strip_prefix("ws")
        .map(|rest| JsValue::from(joined(&["http", rest])))
        .filter(|url| arguments.address("", url).is_ok())
        .map(|_| url)
        .ok_or_else(|| {
            let must_be = "must be a wss URL, or ws on this machine";
            arguments.wrong("environment.orderSocketUrl", &[must_be])
        })
}

fn check_storage(arguments: &Arguments<'_>) -> Result<(), Box<Failure>> {
    let value = arguments.option("storage");
    let is_storage = ["getItem", "setItem", "removeItem"]
        .iter()
        .all(|name| value.field(name).is_function());
    match value.kind() {
        Kind::Nothing => Ok(()),
        Kind::Object if is_storage => Ok(()),
        _ => Err(arguments.wrong("storage", &["must be a Storage, or null for none"])),
    }
}

fn read_token(arguments: &Arguments<'_>) -> Result<Source, Box<Failure>> {
    let value = arguments.option("token");
    match (value.kind(), value.dyn_ref::<Function>()) {
        (Kind::Nothing, _) => Ok(Source::Guest),
        (_, Some(ask)) => Ok(Source::Ask(ask.clone())),
        _ => value
            .as_string()
            .and_then(Token::fixed)
            .map(Rc::new)
            .map(Source::Fixed)
            .ok_or_else(|| {
                let must_be =
                    "must be a token of printable ASCII, null, or a function that gives one";
                arguments.wrong("token", &[must_be])
            }),
    }
}
