//! The catalog: what is sold, by kind, by group and one by one, with a player's token or without.

mod area;
mod groups;
mod showcase;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use serde::Deserialize;
use serde_json::json;

use super::Api;
use super::auth::Caller;
use super::extract::PathOf;
use super::query::CatalogQuery;
use super::refusal::Failure;
use super::router::JsonText;
use crate::engine::ids::{ExternalId, ItemId, Sku};
use crate::engine::items::Item;
use crate::page::LARGEST_PAGE;
use area::Area;
use showcase::Showcase;

#[derive(Debug, Deserialize)]
struct GroupPath {
    external_id: ExternalId,
}

#[derive(Debug, Deserialize)]
struct SkuPath {
    sku: Sku,
}

#[derive(Debug, Deserialize)]
struct IdPath {
    item_id: ItemId,
}

/// One item, as it is asked for.
#[derive(Debug)]
enum Wanted {
    Sku(Sku),
    Id(ItemId),
}

/// The catalog's routes.
pub fn routes() -> Router<Api> {
    Router::new()
        .route("/items/groups", get(groups::list))
        .route("/items/virtual_items/all", get(all_virtual_items))
        .route("/items/id/{item_id}", get(by_id))
        .merge(listed("/items", Area::Sellable))
        .merge(listed("/items/virtual_items", Area::VirtualItems))
        .merge(listed("/items/bundle", Area::Bundles))
        .merge(listed("/items/virtual_currency", Area::VirtualCurrency))
        .merge(listed("/items/virtual_currency/package", Area::Packages))
        .merge(listed("/items/game", Area::Games))
        .merge(grouped("/items/virtual_items", Area::VirtualItemsOfGroup))
        .merge(grouped("/items", Area::Sellable))
        .merge(grouped("/items/bundle", Area::Bundles))
        .merge(grouped("/items/game", Area::Games))
        .merge(grouped("/items/game/key", Area::GameKeys))
        .merge(single("/items", Area::Sellable))
        .merge(single("/items/virtual_items", Area::VirtualItems))
        .merge(single("/items/bundle", Area::Bundles))
        .merge(single("/items/virtual_currency", Area::VirtualCurrency))
        .merge(single("/items/virtual_currency/package", Area::Packages))
        .merge(single("/items/game", Area::Games))
        .merge(single("/items/game/key", Area::GameKeys))
}

fn listed(path: &str, area: Area) -> Router<Api> {
    let handler = move |State(api): State<Api>, caller: Option<Caller>, query: CatalogQuery| {
        list(api, caller, query, area, None)
    };
    Router::new().route(path, get(handler))
}

fn grouped(path: &str, area: Area) -> Router<Api> {
    let handler =
        move |State(api): State<Api>,
              caller: Option<Caller>,
              PathOf(GroupPath { external_id }): PathOf<GroupPath>,
              query: CatalogQuery| { list(api, caller, query, area, Some(external_id)) };
    Router::new().route(&format!("{path}/group/{{external_id}}"), get(handler))
}

fn single(path: &str, area: Area) -> Router<Api> {
    let handler =
        move |State(api): State<Api>,
              caller: Option<Caller>,
              PathOf(SkuPath { sku }): PathOf<SkuPath>,
              query: CatalogQuery| { one(api, caller, query, area, Wanted::Sku(sku)) };
    Router::new().route(&format!("{path}/sku/{{sku}}"), get(handler))
}

async fn by_id(
    State(api): State<Api>,
    caller: Option<Caller>,
    PathOf(IdPath { item_id }): PathOf<IdPath>,
    query: CatalogQuery,
) -> Result<JsonText, Failure> {
    one(api, caller, query, Area::Sellable, Wanted::Id(item_id)).await
}

async fn list(
    api: Api,
    caller: Option<Caller>,
    query: CatalogQuery,
    area: Area,
    group: Option<ExternalId>,
) -> Result<JsonText, Failure> {
    let found = api.read_as(caller, move |state, player, now| {
        let showcase = Showcase::new(state, player, &query, now);
        if let Some(group) = &group
            && !groups::is_known(&showcase.view, group)
        {
            return Ok(None);
        }
        let mut items = showcase.listed(area);
        if let Some(group) = &group {
            items.retain(|item| item.groups.iter().any(|of| of.external_id == *group));
        }
        let (items, has_more) = query.page.of(items, LARGEST_PAGE);
        let items = items.into_iter();
        let items: Result<Vec<_>, _> = items.map(|item| showcase.shown(item, area)).collect();
        JsonText::of(&json!({ "has_more": has_more, "items": items? })).map(Some)
    });
    found
        .await?
        .ok_or_else(|| Failure::numbered(StatusCode::NOT_FOUND, 4403, "Item group not found"))
}

async fn one(
    api: Api,
    caller: Option<Caller>,
    query: CatalogQuery,
    area: Area,
    wanted: Wanted,
) -> Result<JsonText, Failure> {
    let project = api.store.project().id;
    let missing = match &wanted {
        Wanted::Id(id) => format!("Item with id = {id} not found"),
        Wanted::Sku(sku) if area == Area::VirtualItems => {
            format!("Item with Project Id = {project} and Sku = {sku} not found")
        }
        Wanted::Sku(sku) => format!("Item with sku = '{sku}' not found"),
    };
    let found = api.read_as(caller, move |state, player, now| {
        let showcase = Showcase::new(state, player, &query, now);
        let is_wanted = |item: &&Item| match &wanted {
            Wanted::Sku(sku) => item.sku == *sku,
            Wanted::Id(id) => item.id == *id,
        };
        let item = showcase.listed(area).into_iter().find(is_wanted);
        item.map(|item| JsonText::of(&showcase.shown_alone(item, area)?))
            .transpose()
    });
    let found = found.await?;
    found.ok_or_else(|| Failure::numbered(StatusCode::NOT_FOUND, 4001, missing))
}

/// Names and groups of all virtual items, on one page.
async fn all_virtual_items(
    State(api): State<Api>,
    caller: Option<Caller>,
    query: CatalogQuery,
) -> Result<JsonText, Failure> {
    api.read_as(caller, move |state, player, now| {
        let showcase = Showcase::new(state, player, &query, now);
        let items: Vec<_> = showcase
            .listed(Area::VirtualItems)
            .into_iter()
            .map(|item| showcase.named(item))
            .collect();
        JsonText::of(&json!({ "items": items }))
    })
    .await
}
