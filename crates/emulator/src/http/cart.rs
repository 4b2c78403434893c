//! The cart: the current one, or by its id.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, put};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Api;
use super::auth::CartOwner;
use super::extract::{Body, PathOf};
use super::line_fields::{code_promotion, item_promotion, line_fields, price};
use super::query::{CartQuery, Language};
use super::refusal::Failure;
use super::router::JsonText;
use super::shapes::{Form, item_fields};
use crate::engine::amounts::Count;
use crate::engine::cart::{self, Cart};
use crate::engine::chain::Quantity;
use crate::engine::ids::{CartId, Sku};
use crate::engine::item_promotions::ItemPromotionKind;
use crate::engine::pricing::{PricedLine, Purchase};
use crate::engine::refusal::Refusal;
use crate::engine::text::Locale;
use crate::engine::viewer::Viewer;
use crate::engine::{Decision, limits, state};
use crate::money;

/// The current cart has no id in its path.
#[derive(Debug, Deserialize)]
pub struct CartPath {
    pub cart_id: Option<CartId>,
}

#[derive(Debug, Deserialize)]
struct ItemPath {
    cart_id: Option<CartId>,
    item_sku: Sku,
}

#[derive(Debug, Deserialize)]
struct FillBody {
    items: Vec<FillLine>,
}

#[derive(Debug, Deserialize)]
struct FillLine {
    sku: Sku,
    quantity: Count,
}

#[derive(Debug, Deserialize)]
struct ItemBody {
    quantity: Option<Value>,
}

/// The cart's routes.
pub fn routes() -> Router<Api> {
    Router::new()
        .route("/cart", get(read))
        .route("/cart/{cart_id}", get(read))
        .route("/cart/fill", put(fill))
        .route("/cart/{cart_id}/fill", put(fill))
        .route("/cart/clear", put(clear))
        .route("/cart/{cart_id}/clear", put(clear))
        .route("/cart/item/{item_sku}", put(put_item).delete(delete_item))
        .route(
            "/cart/{cart_id}/item/{item_sku}",
            put(put_item).delete(delete_item),
        )
}

async fn read(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(path): PathOf<CartPath>,
    query: CartQuery,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let cart = cart::of(player, path.cart_id.as_ref())?;
        let viewer = Viewer::new(state, Some(player), now).paying_in(query.currency.as_ref());
        let (body, _) = shown(&viewer, &cart, &query.locale)?;
        JsonText::of(&body).map(Decision::reply)
    })
    .await
}

async fn fill(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(path): PathOf<CartPath>,
    Language(locale): Language,
    Body(body): Body<FillBody>,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let wanted = body.items.into_iter().map(|line| Quantity {
            sku: line.sku,
            quantity: line.quantity.into(),
        });
        let wanted = wanted.collect();
        let Decision {
            changes,
            reply: (cart, unknown),
        } = cart::fill(state, player, path.cart_id.as_ref(), wanted, now)?;
        let viewer = Viewer::new(state, Some(player), now);
        let (mut body, _) = shown(&viewer, &cart, &locale)?;
        if !unknown.is_empty() {
            let warnings = unknown.iter().map(|line| warning(state, line));
            body.insert("warnings".to_owned(), warnings.collect());
        }
        Ok(Decision {
            changes,
            reply: JsonText::of(&body)?,
        })
    })
    .await
}

async fn put_item(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(path): PathOf<ItemPath>,
    Body(body): Body<ItemBody>,
) -> Result<StatusCode, Failure> {
    let quantity = quantity(body.quantity)?;
    api.decide_for(caller, move |state, player, now| {
        let cart = path.cart_id.as_ref();
        cart::put(state, player, cart, &path.item_sku, quantity, now)
            .map_err(|refusal| in_project(state, refusal))
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn delete_item(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(path): PathOf<ItemPath>,
) -> Result<StatusCode, Failure> {
    api.decide_for(caller, move |state, player, _| {
        cart::delete(player, path.cart_id.as_ref(), &path.item_sku)
            .map_err(|refusal| in_project(state, refusal))
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn clear(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    PathOf(path): PathOf<CartPath>,
) -> Result<StatusCode, Failure> {
    api.decide_for(caller, move |_, player, _| {
        cart::clear(player, path.cart_id.as_ref())
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// How many to put in: one, where it is not told.
fn quantity(value: Option<Value>) -> Result<u64, Failure> {
    let Some(value) = value else { return Ok(1) };
    let count = serde_json::from_value::<Count>(value).map_err(|_| {
        Failure::numbered(
            StatusCode::UNPROCESSABLE_ENTITY,
            1102,
            "Item quantity must be non-negative integer",
        )
    })?;
    Ok(count.into())
}

/// Some operations tell of a missing item with the project's number.
pub fn in_project(state: &state::State, refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::ItemNotFound(sku) => Refusal::ItemNotInProject {
            project: state.project.id,
            sku,
        },
        other => other,
    }
}

fn warning(state: &state::State, line: &Quantity) -> Value {
    let missing = in_project(state, Refusal::ItemNotFound(line.sku.clone()));
    json!({
        "sku": line.sku,
        "quantity": line.quantity,
        "errorCode": 4001,
        "errorMessage": format!("[0401-4001]: {missing}"),
    })
}

/// A cart with its prices, as it is written and as it was counted.
pub fn shown<'a>(
    viewer: &Viewer<'a>,
    cart: &Cart,
    locale: &Locale,
) -> Result<(Map<String, Value>, Purchase<'a>), Refusal> {
    let purchase = cart::priced(viewer, cart)?;
    let lines = purchase.lines.iter();
    let items: Vec<_> = lines.map(|line| shown_line(viewer, line, locale)).collect();
    let body = Map::from_iter([
        ("cart_id".to_owned(), json!(cart.id)),
        ("is_free".to_owned(), json!(purchase.is_free())),
        (
            "price".to_owned(),
            price(purchase.total, viewer.currency, money::long_text),
        ),
        ("items".to_owned(), json!(items)),
        (
            "promotions".to_owned(),
            json!(cart_promotions(viewer, &purchase, locale)),
        ),
    ]);
    Ok((body, purchase))
}

fn shown_line(viewer: &Viewer, line: &PricedLine, locale: &Locale) -> Value {
    let remaining = limits::of_item(viewer.state, viewer.player, line.item, viewer.now);
    let mut body = item_fields(viewer.state, line.item, &Form::plain(locale));
    body.extend(line_fields(
        viewer,
        line,
        &remaining,
        locale,
        money::long_text,
    ));
    body.insert("quantity".to_owned(), json!(line.quantity));
    body.insert("is_bonus".to_owned(), json!(line.is_bonus));
    Value::Object(body)
}

/// What counts for the purchase as a whole: the code's discount on the sum, its bonus, and the bonuses
/// that every purchase brings.
fn cart_promotions(viewer: &Viewer, purchase: &Purchase, locale: &Locale) -> Vec<Value> {
    let code = purchase
        .code
        .filter(|code| purchase.cart_discount.is_some() || !code.bonus.is_empty())
        .map(|code| code_promotion(viewer, code, purchase.cart_discount, locale));
    let of_every_purchase = purchase.promotions.iter().filter(|promotion| {
        matches!(
            promotion.kind,
            ItemPromotionKind::Bonus {
                condition: None,
                ..
            }
        )
    });
    let bonuses = of_every_purchase.map(|promotion| item_promotion(viewer, promotion, locale));
    code.into_iter().chain(bonuses).collect()
}
