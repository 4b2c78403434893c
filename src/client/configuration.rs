//! What a client is made with, and what one call may say of itself.

use super::environment::Environment;
use super::token::Tokens;
use crate::api::ProjectId;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// What a client is made with.
#[derive(Debug)]
pub struct Configuration {
    /// The shop's project.
    pub project: ProjectId,
    /// Where it is.
    pub environment: Environment,
    /// The language of catalog and cart, where a call names none.
    pub locale: Option<String>,
    /// How long a call may take, in milliseconds, where it does not say itself.
    pub timeout: f64,
    /// The page's own `fetch`; undefined: the global one, looked up at each call.
    pub fetch: JsValue,
    /// What tells the API's time: see `server_time.js`.
    pub time: JsValue,
    /// The page's own random numbers; undefined: the browser's.
    pub random: JsValue,
    /// Who shops without a token, as `{ id, user }`; undefined: nobody does.
    pub guest: JsValue,
    /// Where tokens come from.
    pub tokens: Rc<Tokens>,
}

/// What one call may say of itself.
#[derive(Debug, Default)]
pub struct CallOptions {
    /// Ends the call; undefined where nothing does.
    pub signal: JsValue,
    /// How long it may take, in milliseconds.
    pub timeout: Option<f64>,
    /// Whether it reads by itself, even where the same is being read already.
    pub is_fresh: bool,
}
