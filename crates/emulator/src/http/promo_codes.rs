//! Promo codes.

use axum::extract::State;
use serde::Deserialize;

use super::Api;
use super::auth::{Caller, CartOwner};
use super::cart::shown;
use super::extract::{Body, PathOf};
use super::promotions::{percent, promo_code_rewards};
use super::query::Language;
use super::refusal::Failure;
use super::router::JsonText;
use crate::engine::cart::Cart;
use crate::engine::ids::{CartId, PromotionCode};
use crate::engine::promotions::{self, PromotionKind, SelectedUnitItems};
use crate::engine::text::Locale;
use crate::engine::viewer::Viewer;
use crate::engine::{Decided, Decision, promo_codes};

#[derive(Debug, Deserialize)]
pub struct CodePath {
    promocode_code: PromotionCode,
}

#[derive(Debug, Deserialize)]
pub struct RedeemBody {
    coupon_code: PromotionCode,
    cart: Option<CartReference>,
    selected_unit_items: Option<SelectedUnitItems>,
}

/// Documented with a `cart`; one SDK sends the `id` alone.
#[derive(Debug, Deserialize)]
pub struct RemoveBody {
    cart: Option<CartReference>,
    id: Option<CartId>,
}

#[derive(Debug, Deserialize)]
struct CartReference {
    id: CartId,
}

pub async fn rewards(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<CodePath>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let code = &path.promocode_code;
        let promotion = promotions::usable(state, PromotionKind::PromoCode, player, code, now)?;
        JsonText::of(&promo_code_rewards(state, promotion, false, &locale)).map(Decision::reply)
    })
    .await
}

pub async fn redeem(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    Language(locale): Language,
    Body(body): Body<RedeemBody>,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let cart_id = body.cart.map(|cart| cart.id);
        let selected = body.selected_unit_items.unwrap_or_default();
        let code = body.coupon_code;
        let decision = promo_codes::redeem(state, player, cart_id.as_ref(), &code, selected, now)?;
        answer(&Viewer::new(state, Some(player), now), decision, &locale)
    })
    .await
}

pub async fn remove(
    State(api): State<Api>,
    CartOwner(caller): CartOwner,
    Language(locale): Language,
    Body(body): Body<RemoveBody>,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let cart_id = body.cart.map(|cart| cart.id).or(body.id);
        let decision = promo_codes::remove(player, cart_id.as_ref())?;
        answer(&Viewer::new(state, Some(player), now), decision, &locale)
    })
    .await
}

fn answer(viewer: &Viewer<'_>, decision: Decision<Cart>, locale: &Locale) -> Decided<JsonText> {
    let (mut body, purchase) = shown(viewer, &decision.reply, locale)?;
    if let Some(promotion) = purchase.code {
        let mut rewards = promo_code_rewards(viewer.state, promotion, false, locale);
        // Here, and only here, no discount is written as one without a percentage.
        if let (None, Some(rewards)) = (promotion.discount, rewards.as_object_mut()) {
            rewards.insert("discount".to_owned(), percent(None));
        }
        body.insert("rewards".to_owned(), rewards);
    }
    Ok(Decision {
        changes: decision.changes,
        reply: JsonText::of(&body)?,
    })
}
