//! The upsell.

use axum::extract::State;
use serde_json::{Value, json};

use super::Api;
use super::auth::Caller;
use super::items::{
    catalog_item, catalog_price, limits, localised_group_name, value_point_rewards,
};
use super::refusal::Failure;
use super::router::JsonText;
use crate::engine::Decision;
use crate::engine::chain::Quantity;
use crate::engine::items::Item;
use crate::engine::state;

pub async fn list(State(api): State<Api>, caller: Caller) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, _| {
        let country = player.profile.country.as_deref();
        let items: Vec<_> = state
            .catalog
            .upsell
            .iter()
            .filter(|upsell| upsell.is_enabled)
            .flat_map(|upsell| &upsell.items)
            .filter_map(|sku| state.catalog.items.get(sku))
            .filter(|item| item.is_enabled && state.catalog.is_sold_in(item, country))
            .map(|item| shown(state, item))
            .collect();
        let body = json!({ "has_more": false, "items": items });
        JsonText::of(&body).map(Decision::reply)
    })
    .await
}

fn shown(state: &state::State, item: &Item) -> Value {
    let bought = Quantity {
        sku: item.sku.clone(),
        quantity: 1,
    };
    let mut body = catalog_item(state, item, localised_group_name);
    if let Some(fields) = body.as_object_mut() {
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        put("is_free", json!(item.is_free));
        put("price", catalog_price(state, item));
        put("can_be_bought", json!(true));
        put("promotions", json!([]));
        put("limits", limits(item));
        put("periods", json!(item.periods));
        put(
            "vp_rewards",
            json!(value_point_rewards(&state.catalog, [&bought])),
        );
        if let Some(attributes) = &item.custom_attributes {
            put("custom_attributes", attributes.clone());
        }
    }
    body
}
