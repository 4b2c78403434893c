//! The upsell.

use axum::extract::State;
use serde_json::{Value, json};

use super::Api;
use super::auth::Caller;
use super::line_fields::catalog_fields;
use super::query::Language;
use super::refusal::Failure;
use super::router::JsonText;
use super::shapes::Form;
use crate::engine::Decision;
use crate::engine::catalog;
use crate::engine::refusal::Refusal;
use crate::engine::viewer::Viewer;

pub async fn list(
    State(api): State<Api>,
    caller: Caller,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let viewer = Viewer::new(state, Some(player), now);
        let view = catalog::of(viewer, None, false);
        let form = Form::mixed(&locale);
        let items: Result<Vec<Value>, Refusal> = state
            .catalog
            .upsell
            .iter()
            .filter(|upsell| upsell.is_enabled)
            .flat_map(|upsell| &upsell.items)
            .filter_map(|sku| view.item(sku).ok())
            .filter_map(|item| view.shown(item).transpose())
            .map(|shown| Ok(Value::Object(catalog_fields(&viewer, &shown?, &form))))
            .collect();
        let body = json!({ "has_more": false, "items": items? });
        JsonText::of(&body).map(Decision::reply)
    })
    .await
}
