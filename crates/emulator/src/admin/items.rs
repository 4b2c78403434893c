//! Items, as merchants define them in the Shop Builder API.

use rust_decimal::Decimal;
use serde_json::json;

use super::Reply;
use super::chain_bodies::{check_name, items};
use super::item_bodies::{
    Amount, Body, GroupBody, GroupName, LimitsBody, PerUser, PriceBody, RegionBody,
    RegionReference, VirtualPriceBody,
};
use crate::engine::amounts::HIGHEST_PRICE;
use crate::engine::change::Definition;
use crate::engine::ids::{ItemId, RegionId, Sku};
use crate::engine::items::{
    BundleType, Group, Item, ItemKind, ItemLimits, Price, Region, UnitItem, VirtualPrice,
};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::engine::{Decided, Decision};

/// Creates a virtual good.
pub fn create_virtual_item(state: &State, mut body: Body) -> Decided<Reply> {
    let inventory_options = body.inventory_options.take().unwrap_or_default();
    create(state, body, ItemKind::VirtualGood { inventory_options })
}

/// Creates a virtual currency.
pub fn create_virtual_currency(state: &State, body: Body) -> Decided<Reply> {
    create(state, body, ItemKind::VirtualCurrency)
}

/// Creates a package of virtual currency.
pub fn create_virtual_currency_package(state: &State, body: Body) -> Decided<Reply> {
    create_bundle_of(state, body, BundleType::VirtualCurrencyPackage)
}

/// Creates a bundle.
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

/// Creates a unit: a game, or anything that comes in several forms to choose from.
pub fn create_game(state: &State, mut body: Body) -> Decided<Reply> {
    let unit_items = body
        .unit_items
        .take()
        .ok_or_else(|| Refusal::MissingProperty("unit_items".to_owned()))?;
    if unit_items.is_empty() {
        return Err(Refusal::invalid(
            "unit_items",
            "is empty; name at least one unit item",
        ));
    }
    let first_id = state.catalog.next_item_id().0 + 1;
    let mut taken = vec![body.sku.clone()];
    let mut forms = Vec::with_capacity(unit_items.len());
    let mut keys = Vec::with_capacity(unit_items.len());
    for ((index, unit_item), id) in unit_items.into_iter().enumerate().zip(first_id..) {
        if state.catalog.has(&unit_item.sku) || taken.contains(&unit_item.sku) {
            let problem = format!("\"{}\" is taken; choose another", unit_item.sku);
            return Err(Refusal::invalid(
                format!("unit_items[{index}].sku"),
                problem,
            ));
        }
        taken.push(unit_item.sku.clone());
        let form = UnitItem {
            id: ItemId(id),
            sku: unit_item.sku,
            name: unit_item.name.unwrap_or_else(|| body.name.clone()),
            drm_sku: unit_item.drm_sku,
            is_free: unit_item.is_free,
        };
        keys.push((form.clone(), unit_item.prices));
        forms.push(form);
    }
    let unit = body.sku.clone();
    let mut decision = create(state, body, ItemKind::Unit { unit_items: forms })?;
    for (form, price_bodies) in keys {
        let key = game_key(
            unit.clone(),
            form,
            prices(price_bodies.unwrap_or_default())?,
        );
        decision.changes.push(Definition::Item(key).into());
    }
    Ok(decision)
}

/// A unit item as the item of its own that it is.
fn game_key(unit: Sku, form: UnitItem, prices: Vec<Price>) -> Item {
    Item {
        id: form.id,
        sku: form.sku,
        kind: ItemKind::GameKey {
            unit,
            drm_sku: form.drm_sku,
        },
        name: form.name,
        description: None,
        long_description: None,
        image_url: None,
        groups: Vec::new(),
        attributes: json!([]),
        is_free: form.is_free,
        is_enabled: true,
        order: 0,
        prices,
        virtual_prices: Vec::new(),
        regions: Vec::new(),
        limits: ItemLimits::default(),
        periods: Vec::new(),
        custom_attributes: None,
    }
}

fn create(state: &State, body: Body, kind: ItemKind) -> Decided<Reply> {
    check_name("name", &body.name)?;
    if state.catalog.has(&body.sku) {
        return Err(Refusal::ItemExists(body.sku));
    }
    let item = Item {
        id: state.catalog.next_item_id(),
        kind,
        name: body.name,
        description: body.description,
        long_description: body.long_description,
        image_url: body.image_url,
        groups: body.groups.into_iter().map(group).collect(),
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
        regions: regions(state, body.regions.unwrap_or_default())?,
        limits: body.limits.map(limits).unwrap_or_default(),
        periods: body.periods.unwrap_or_default(),
        custom_attributes: body.custom_attributes,
        sku: body.sku,
    };
    let reply = Reply::Created(json!({ "sku": item.sku, "item_id": item.id }));
    Ok(Decision {
        changes: vec![Definition::Item(item).into()],
        reply,
    })
}

fn limits(body: LimitsBody) -> ItemLimits {
    ItemLimits {
        per_user: body.per_user.map(|limit| match limit {
            PerUser::Total(total) | PerUser::Object { total } => total,
        }),
        per_item: body.per_item,
        recurrent_schedule: body.recurrent_schedule.and_then(|of| of.per_user),
    }
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

fn prices(bodies: Vec<PriceBody>) -> Result<Vec<Price>, Refusal> {
    let price = |(index, body): (usize, PriceBody)| {
        let text = match body.amount {
            Amount::Text(text) => text,
            Amount::Number(number) => number.to_string(),
        };
        let amount = text
            .parse::<Decimal>()
            .ok()
            .filter(|amount| !amount.is_sign_negative());
        let amount = amount.ok_or_else(|| {
            let problem = format!("\"{text}\" is no amount of money; write it as \"9.99\"");
            Refusal::invalid(format!("prices[{index}].amount"), problem)
        })?;
        if amount > HIGHEST_PRICE {
            let problem = format!("is {amount}; the highest price is {HIGHEST_PRICE}");
            return Err(Refusal::invalid(format!("prices[{index}].amount"), problem));
        }
        Ok(Price {
            amount,
            currency: body.currency,
            is_default: body.is_default,
            is_enabled: body.is_enabled,
            country_iso: body.country_iso,
        })
    };
    bodies.into_iter().enumerate().map(price).collect()
}

fn virtual_prices(
    state: &State,
    bodies: Vec<VirtualPriceBody>,
) -> Result<Vec<VirtualPrice>, Refusal> {
    let price = |(index, body): (usize, VirtualPriceBody)| {
        let currency = state.catalog.items.get(&body.sku);
        if !currency.is_some_and(|item| item.kind == ItemKind::VirtualCurrency) {
            let problem = format!(
                "\"{}\" is no virtual currency; create it in an earlier entry",
                body.sku
            );
            return Err(Refusal::invalid(format!("vc_prices[{index}].sku"), problem));
        }
        Ok(VirtualPrice {
            sku: body.sku,
            amount: body.amount.into(),
            is_default: body.is_default,
            is_enabled: body.is_enabled,
        })
    };
    bodies.into_iter().enumerate().map(price).collect()
}

fn regions(state: &State, bodies: Vec<RegionReference>) -> Result<Vec<RegionId>, Refusal> {
    let region = |(index, body): (usize, RegionReference)| {
        if state.catalog.regions.contains_key(&body.id) {
            return Ok(body.id);
        }
        let problem = format!("{} is no region; create it in an earlier entry", body.id);
        Err(Refusal::invalid(format!("regions[{index}].id"), problem))
    };
    bodies.into_iter().enumerate().map(region).collect()
}

/// Creates a region.
pub fn create_region(state: &State, body: RegionBody) -> Decided<Reply> {
    check_name("name", &body.name)?;
    let id = RegionId(
        state
            .catalog
            .regions
            .last_key_value()
            .map_or(1, |(id, _)| id.0 + 1),
    );
    let region = Region {
        id,
        name: body.name,
        countries: body.countries,
    };
    let reply = Reply::Created(json!({ "region_id": id }));
    Ok(Decision {
        changes: vec![Definition::Region(region).into()],
        reply,
    })
}
