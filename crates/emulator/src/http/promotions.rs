//! Codes of either kind, and the shapes that coupons and promo codes share.

use axum::extract::State;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Api;
use super::auth::Caller;
use super::extract::PathOf;
use super::items::{bundle_type, inventory_options, text};
use super::query::Language;
use super::refusal::Failure;
use super::router::JsonText;
use super::shapes::Names;
use crate::engine::ids::PromotionCode;
use crate::engine::items::{Item, ItemKind};
use crate::engine::promotions::{self, Promotion, PromotionKind};
use crate::engine::state;
use crate::engine::text::Locale;
use crate::money;

#[derive(Debug, Deserialize)]
pub struct CodePath {
    code: PromotionCode,
}

pub async fn verify(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<CodePath>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let promotion = promotions::verify(state, player, &path.code, now)?;
        let rewards = match promotion.key.kind {
            PromotionKind::Coupon => Value::Object(bonus(state, promotion, Names::Plain, &locale)),
            PromotionKind::PromoCode | PromotionKind::UniqueCatalogOffer => {
                promo_code_rewards(state, promotion, true, &locale)
            }
        };
        let body = json!({
            "type": promotion.key.kind.as_str(),
            "code": path.code,
            "rewards": rewards,
        });
        JsonText::of(&body).map(crate::engine::Decision::reply)
    })
    .await
}

/// What a code gives, and whether there is a choice.
pub fn bonus(
    state: &state::State,
    promotion: &Promotion,
    names: Names,
    locale: &Locale,
) -> Map<String, Value> {
    let bonus: Vec<_> = promotion
        .bonus_items(state)
        .map(|(item, quantity)| {
            json!({ "item": bonus_item(state, item, names, locale), "quantity": quantity })
        })
        .collect();
    let mut body = Map::new();
    body.insert("bonus".to_owned(), json!(bonus));
    body.insert(
        "is_selectable".to_owned(),
        json!(promotion.is_selectable(state)),
    );
    body
}

/// What a promo code gives and takes off. Verifying tells more of each discounted item.
pub fn promo_code_rewards(
    state: &state::State,
    promotion: &Promotion,
    has_details: bool,
    locale: &Locale,
) -> Value {
    let mut body = bonus(state, promotion, Names::Plain, locale);
    let discounted: Option<Vec<Value>> = promotion.discounted_items.as_ref().map(|items| {
        items
            .iter()
            .filter_map(|discounted| {
                let item = state.catalog.items.get(&discounted.sku)?;
                let mut body = match bonus_item(state, item, Names::Plain, locale) {
                    Value::Object(details) if has_details => details,
                    _ => Map::from_iter([("sku".to_owned(), json!(item.sku))]),
                };
                body.insert("discount".to_owned(), percent(Some(discounted.percent)));
                Some(Value::Object(body))
            })
            .collect()
    });
    body.insert("discount".to_owned(), discount(promotion));
    body.insert("discounted_items".to_owned(), json!(discounted));
    Value::Object(body)
}

/// The discount on the whole cart.
pub fn discount(promotion: &Promotion) -> Value {
    if promotion.discount.is_none() {
        Value::Null
    } else {
        percent(promotion.discount)
    }
}

/// A percentage as the API writes it.
pub fn percent(percent: Option<Decimal>) -> Value {
    json!({ "percent": percent.map(money::text) })
}

fn bonus_item(state: &state::State, item: &Item, names: Names, locale: &Locale) -> Value {
    let mut body = Map::new();
    let mut put = |name: &str, value: Value| body.insert(name.to_owned(), value);
    put("sku", json!(item.sku));
    put(
        "name",
        match names {
            Names::Plain => json!(item.name.in_language(locale)),
            Names::ByLanguage => json!(item.name),
        },
    );
    put("type", json!(item.kind.as_str()));
    put(
        "description",
        json!(text(item.description.as_ref(), locale)),
    );
    put("image_url", json!(item.image_url));
    match &item.kind {
        ItemKind::Unit { unit_items } => {
            let forms: Vec<_> = unit_items
                .iter()
                .map(|form| {
                    json!({
                        "sku": form.sku,
                        "type": "game_key",
                        "name": form.name.in_language(locale),
                        "is_free": form.is_free,
                        "drm_name": form.drm_name(),
                        "drm_sku": form.drm_sku,
                    })
                })
                .collect();
            put("unit_items", json!(forms));
        }
        ItemKind::Bundle { content, .. } => {
            let content: Vec<_> = content
                .iter()
                .filter_map(|line| {
                    let part = state.catalog.items.get(&line.sku)?;
                    Some(json!({
                        "sku": part.sku,
                        "name": part.name.in_language(locale),
                        "type": part.kind.as_str(),
                        "description": text(part.description.as_ref(), locale),
                        "image_url": part.image_url,
                        "quantity": line.quantity,
                    }))
                })
                .collect();
            put("content", json!(content));
            put("bundle_type", json!(bundle_type(item)));
        }
        ItemKind::VirtualGood {
            inventory_options: options,
        } => {
            put("inventory_options", inventory_options(item));
            put("virtual_item_type", json!(options.virtual_item_type()));
        }
        ItemKind::VirtualCurrency | ItemKind::GameKey { .. } => {}
    }
    Value::Object(body)
}
