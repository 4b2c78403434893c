//! The upsell.

use axum::extract::State;
use serde_json::{Value, json};

use super::Api;
use super::auth::Caller;
use super::offers::offer_fields;
use super::query::Language;
use super::refusal::Failure;
use super::router::JsonText;
use super::shapes::{Form, item_fields};
use crate::engine::Decision;
use crate::engine::catalog::{self, View};
use crate::engine::items::Item;
use crate::engine::refusal::Refusal;
use crate::engine::text::Locale;
use crate::engine::viewer::Viewer;
use crate::money;

pub async fn list(
    State(api): State<Api>,
    caller: Caller,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let viewer = Viewer::new(state, Some(player), now);
        let view = catalog::of(viewer, None, false);
        let items: Result<Vec<Value>, Refusal> = state
            .catalog
            .upsell
            .iter()
            .filter(|upsell| upsell.is_enabled)
            .flat_map(|upsell| &upsell.items)
            .filter_map(|sku| view.item(sku).ok())
            .filter_map(|item| shown(&viewer, &view, item, &locale).transpose())
            .collect();
        let body = json!({ "has_more": false, "items": items? });
        JsonText::of(&body).map(Decision::reply)
    })
    .await
}

fn shown<'a>(
    viewer: &Viewer<'a>,
    view: &View<'a>,
    item: &'a Item,
    locale: &Locale,
) -> Result<Option<Value>, Refusal> {
    let Some(shown) = view.shown(item)? else {
        return Ok(None);
    };
    let mut body = item_fields(viewer.state, item, &Form::mixed(locale));
    body.extend(offer_fields(
        viewer,
        &shown.line,
        &shown.limits,
        locale,
        money::text,
    ));
    body.insert("can_be_bought".to_owned(), json!(shown.can_be_bought));
    if let Some(attributes) = &item.custom_attributes {
        body.insert("custom_attributes".to_owned(), attributes.clone());
    }
    Ok(Some(Value::Object(body)))
}
