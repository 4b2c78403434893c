//! Items, as merchants define them in the Shop Builder API.

use serde_json::json;

use super::Reply;
use super::chain_bodies::{check_name, items};
use super::item_bodies::{Body, GroupBody, GroupName};
use super::item_prices::{prices, virtual_prices};
use super::limit_bodies::item_limits;
use super::promotion_bodies::check_periods;
use super::regions;
use crate::engine::change::Definition;
use crate::engine::ids::ItemId;
use crate::engine::items::{BundleType, Group, Item, ItemKind};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};

pub fn create_virtual_item(state: &State, mut body: Body) -> Decided<Reply> {
    let inventory_options = body.inventory_options.take().unwrap_or_default();
    create(state, body, ItemKind::VirtualGood { inventory_options })
}

pub fn create_virtual_currency(state: &State, body: Body) -> Decided<Reply> {
    create(state, body, ItemKind::VirtualCurrency)
}

pub fn create_virtual_currency_package(state: &State, body: Body) -> Decided<Reply> {
    create_bundle_of(state, body, BundleType::VirtualCurrencyPackage)
}

pub fn create_bundle(state: &State, body: Body) -> Decided<Reply> {
    create_bundle_of(state, body, BundleType::Standard)
}

fn create_bundle_of(state: &State, mut body: Body, bundle_type: BundleType) -> Decided<Reply> {
    let content = body
        .content
        .take()
        .ok_or_else(|| Refusal::MissingProperty("content".to_owned()))?;
    let content = items(state, "content", content)?;
    create(
        state,
        body,
        ItemKind::Bundle {
            bundle_type,
            content,
        },
    )
}

pub fn create(state: &State, body: Body, kind: ItemKind) -> Decided<Reply> {
    if state.catalog.has(&body.sku) {
        return Err(Refusal::ItemExists(body.sku));
    }
    let item = item(state, state.catalog.next_item_id(), body, kind)?;
    let reply = Reply::Created(json!({ "sku": item.sku, "item_id": item.id }));
    Ok(Decision {
        changes: vec![Definition::Item(item).into()],
        reply,
    })
}

/// The item that a body describes.
pub fn item(state: &State, id: ItemId, body: Body, kind: ItemKind) -> Result<Item, Refusal> {
    let name = body
        .name
        .ok_or_else(|| Refusal::MissingProperty("name".to_owned()))?;
    check_name("name", &name)?;
    let periods = body.periods.unwrap_or_default();
    check_periods("periods", &periods)?;
    let groups = body.groups.unwrap_or_default();
    Ok(Item {
        id,
        kind,
        name,
        description: body.description,
        long_description: body.long_description,
        image_url: body.image_url,
        groups: groups.into_iter().map(group).collect(),
        attributes: if body.attributes.is_null() {
            json!([])
        } else {
            body.attributes
        },
        is_free: body.is_free,
        is_enabled: body.is_enabled,
        order: body.order,
        prices: prices(body.prices.unwrap_or_default())?,
        virtual_prices: virtual_prices(state, body.vc_prices.unwrap_or_default())?,
        regions: regions::named(state, body.regions.unwrap_or_default())?,
        limits: item_limits(body.limits)?,
        periods,
        media_list: body.media_list.into(),
        custom_attributes: body.custom_attributes,
        sku: body.sku,
    })
}

fn group(body: GroupBody) -> Group {
    match body {
        GroupBody::Id(external_id) => Group {
            external_id,
            name: None,
        },
        GroupBody::Named { external_id, name } => Group {
            external_id,
            name: name.map(|name| match name {
                GroupName::Text(text) => {
                    LocaleMap([("en".to_owned(), Some(text))].into_iter().collect())
                }
                GroupName::ByLanguage(texts) => texts,
            }),
        },
    }
}
