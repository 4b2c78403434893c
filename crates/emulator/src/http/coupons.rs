//! Coupons.

use axum::extract::State;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Api;
use super::auth::Caller;
use super::extract::{Body, PathOf};
use super::promotions::{bonus, discount};
use super::query::Language;
use super::refusal::Failure;
use super::router::JsonText;
use super::shapes::{Form, Names, item_fields};
use crate::engine::Decision;
use crate::engine::coupons;
use crate::engine::ids::PromotionCode;
use crate::engine::promotions::{self, PromotionKind, SelectedUnitItems};

#[derive(Debug, Deserialize)]
pub struct CodePath {
    coupon_code: PromotionCode,
}

#[derive(Debug, Deserialize)]
pub struct RedeemBody {
    coupon_code: PromotionCode,
    selected_unit_items: Option<SelectedUnitItems>,
}

pub async fn rewards(
    State(api): State<Api>,
    caller: Caller,
    PathOf(path): PathOf<CodePath>,
    Language(locale): Language,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let code = &path.coupon_code;
        let promotion = promotions::usable(state, PromotionKind::Coupon, player, code, now)?;
        let mut body = bonus(state, promotion, Names::ByLanguage, &locale);
        body.insert("discount".to_owned(), discount(promotion));
        JsonText::of(&body).map(Decision::reply)
    })
    .await
}

pub async fn redeem(
    State(api): State<Api>,
    caller: Caller,
    Language(locale): Language,
    Body(body): Body<RedeemBody>,
) -> Result<JsonText, Failure> {
    api.decide_for(caller, move |state, player, now| {
        let selected = body.selected_unit_items.unwrap_or_default();
        let Decision { changes, reply } =
            coupons::redeem(state, player, &body.coupon_code, &selected, now)?;
        let items: Vec<Value> = reply
            .iter()
            .filter_map(|line| {
                let item = state.catalog.items.get(&line.sku)?;
                let mut fields = item_fields(state, item, &Form::plain(&locale));
                fields.insert("price".to_owned(), Value::Null);
                fields.insert("virtual_prices".to_owned(), json!([]));
                fields.insert("is_free".to_owned(), json!(true));
                fields.insert("quantity".to_owned(), json!(line.quantity));
                Some(Value::Object(fields))
            })
            .collect();
        Ok(Decision {
            changes,
            reply: JsonText::of(&json!({ "items": items }))?,
        })
    })
    .await
}
