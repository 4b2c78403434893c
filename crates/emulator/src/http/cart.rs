//! The cart.

use axum::extract::State;
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Api;
use super::auth::CartOwner;
use super::extract::{Body, PathOf};
use super::items::{catalog_item, limits, plain_group_name, value_point_rewards};
use super::promotions::percent;
use super::refusal::Failure;
use super::router::JsonText;
use crate::engine::amounts::{Count, Discounted};
use crate::engine::cart::{self, Cart};
use crate::engine::chain::Quantity;
use crate::engine::ids::{CartId, Sku};
use crate::engine::player::Player;
use crate::engine::pricing::{Applied, PricedLine};
use crate::engine::promotions::Promotion;
use crate::engine::refusal::Refusal;
use crate::engine::viewer::Viewer;
use crate::engine::{Decision, state};
use crate::money;

/// The current cart has no id in its path.
#[derive(Debug, Deserialize)]
pub struct CartPath {
    cart_id: Option<CartId>,
}

#[derive(Debug, Deserialize)]
pub struct FillBody {
    items: Vec<FillLine>,
}

#[derive(Debug, Deserialize)]
struct FillLine {
    sku: Sku,
    quantity: Count,
}

pub async fn get(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(path): PathOf<CartPath>,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let cart = cart::of(player, path.cart_id.as_ref())?;
        JsonText::of(&shown(state, player, &cart, now)?.0).map(Decision::reply)
    })
    .await
}

pub async fn fill(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(path): PathOf<CartPath>,
    Body(body): Body<FillBody>,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let wanted = body.items.into_iter().map(|line| Quantity {
            sku: line.sku,
            quantity: line.quantity.into(),
        });
        let Decision {
            changes,
            reply: (cart, unknown),
        } = cart::fill(state, player, path.cart_id.as_ref(), wanted.collect(), now)?;
        let (mut body, _) = shown(state, player, &cart, now)?;
        let warnings: Vec<_> = unknown.iter().map(|line| warning(state, line)).collect();
        if let (false, Some(fields)) = (warnings.is_empty(), body.as_object_mut()) {
            fields.insert("warnings".to_owned(), json!(warnings));
        }
        Ok(Decision {
            changes,
            reply: JsonText::of(&body)?,
        })
    })
    .await
}

fn warning(state: &state::State, line: &Quantity) -> Value {
    let message = format!(
        "[0401-4001]: Item with Project Id = {} and Sku = {} not found",
        state.project.id, line.sku
    );
    json!({
        "sku": line.sku,
        "quantity": line.quantity,
        "errorCode": 4001,
        "errorMessage": message,
    })
}

/// A cart with its prices, and the promo code that counts on it.
pub fn shown<'a>(
    state: &'a state::State,
    player: &'a Player,
    cart: &Cart,
    now: Timestamp,
) -> Result<(Value, Option<&'a Promotion>), Refusal> {
    let priced = cart::priced(&Viewer::new(state, Some(player), now), cart)?;
    let items: Vec<_> = priced
        .lines
        .iter()
        .map(|line| shown_line(state, line))
        .collect();
    let is_free = priced.total.is_some_and(|total| total.amount.is_zero());
    let cart_discounts: Vec<_> = priced
        .code
        .filter(|promotion| promotion.discount.is_some())
        .map(|promotion| shown_promotion(state, promotion, promotion.discount))
        .into_iter()
        .collect();
    let body = json!({
        "cart_id": cart.id,
        "is_free": is_free,
        "price": priced.total.map(|total| price(state, total)),
        "items": items,
        "promotions": cart_discounts,
    });
    Ok((body, priced.code))
}

fn shown_line(state: &state::State, line: &PricedLine<'_>) -> Value {
    let bought = Quantity {
        sku: line.item.sku.clone(),
        quantity: 1,
    };
    let promotions: Vec<_> = line
        .promotions
        .iter()
        .filter_map(|applied| match applied {
            Applied::Code { promotion, percent } => {
                Some(shown_promotion(state, promotion, Some(*percent)))
            }
            Applied::Discount(_) | Applied::Bonus(_) => None,
        })
        .collect();
    let mut body = catalog_item(state, line.item, plain_group_name);
    if let Some(fields) = body.as_object_mut() {
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        put("quantity", json!(line.quantity));
        put(
            "price",
            json!(line.price.map(|discounted| price(state, discounted))),
        );
        put("is_free", json!(line.is_bonus || line.item.is_free));
        put("is_bonus", json!(line.is_bonus));
        put("promotions", json!(promotions));
        put("can_be_bought", json!(line.can_be_bought));
        put(
            "vp_rewards",
            json!(value_point_rewards(&state.catalog, [&bought])),
        );
        put("limits", limits(line.item));
        put("periods", json!(line.item.periods));
    }
    body
}

fn shown_promotion(
    state: &state::State,
    promotion: &Promotion,
    discount: Option<Decimal>,
) -> Value {
    let bonus: Vec<_> = promotion
        .bonus_items(state)
        .map(|(item, quantity)| {
            json!({
                "sku": item.sku,
                "quantity": quantity,
                "type": item.kind.as_str(),
                "name": item.name.localised(),
                "image_url": item.image_url,
            })
        })
        .collect();
    let period = promotion.periods.first();
    json!({
        "name": promotion.name.localised(),
        "date_start": period.and_then(|period| period.date_from.as_ref()),
        "date_end": period.and_then(|period| period.date_until.as_ref()),
        "discount": percent(discount),
        "bonus": bonus,
    })
}

fn price(state: &state::State, price: Discounted) -> Value {
    json!({
        "amount": money::long_text(price.amount),
        "amount_without_discount": money::long_text(price.without_discount),
        "currency": state.project.currency,
    })
}
