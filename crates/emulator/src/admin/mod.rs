//! The admin API: merchants' bodies into definitions, and definitions back into bodies.
//!
//! HTTP and seed files come in through the same [`run`].

mod chain_bodies;
mod daily_chains;
mod item_bodies;
mod items;
mod offer_chains;
mod promotion_codes;
mod promotions;
mod reward_chains;
mod upsell;
mod value_points;

use std::collections::HashMap;
use std::num::NonZeroUsize;

use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::engine::Decided;
use crate::engine::promotions::PromotionKind;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;

/// The admin operations served, by their operation ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    AdminCreateVirtualItem,
    AdminCreateVirtualCurrency,
    AdminCreateVirtualCurrencyPackage,
    AdminCreateBundle,
    AdminCreateGame,
    AdminCreateRegion,
    AdminCreateValuePoints,
    AdminGetValuePointsList,
    AdminGetValuePoint,
    AdminGetItemsValuePointReward,
    AdminSetItemsValuePointReward,
    AdminPatchItemsValuePointReward,
    AdminCreateDailyChain,
    AdminGetDailyChains,
    AdminGetDailyChain,
    AdminCreateOfferChain,
    AdminGetOfferChains,
    AdminGetOfferChain,
    AdminCreateRewardChain,
    AdminGetRewardChains,
    AdminGetRewardChain,
    AdminCreateCoupon,
    GetCoupons,
    GetCoupon,
    CreateCouponCode,
    GetCouponCodes,
    GenerateCouponCodes,
    CreatePromoCode,
    GetPromoCodes,
    GetPromoCode,
    CreatePromoCodeCode,
    GetPromocodeCodes,
    GeneratePromoCodeCodes,
    PostUpsell,
}

/// What an operation is told.
#[derive(Debug, Default)]
pub struct Input {
    /// The parameters of its path, by name.
    pub path: HashMap<String, String>,
    pub page: Page,
    pub body: Value,
}

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct Page {
    pub limit: Option<NonZeroUsize>,
    pub offset: Option<usize>,
}

/// What an operation answers.
#[derive(Debug, PartialEq)]
pub enum Reply {
    Found(Value),
    Created(Value),
    Accepted,
    Done,
}

/// Carries out one operation.
pub fn run(state: &State, now: Timestamp, operation: Operation, input: &Input) -> Decided<Reply> {
    use PromotionKind::{Coupon, PromoCode};
    match operation {
        Operation::AdminCreateVirtualItem => items::create_virtual_item(state, input.body()?),
        Operation::AdminCreateVirtualCurrency => {
            items::create_virtual_currency(state, input.body()?)
        }
        Operation::AdminCreateVirtualCurrencyPackage => {
            items::create_virtual_currency_package(state, input.body()?)
        }
        Operation::AdminCreateBundle => items::create_bundle(state, input.body()?),
        Operation::AdminCreateGame => items::create_game(state, input.body()?),
        Operation::AdminCreateRegion => items::create_region(state, input.body()?),
        Operation::AdminCreateValuePoints => value_points::create(state, input.body()?),
        Operation::AdminGetValuePointsList => Ok(value_points::list(state, input.page)),
        Operation::AdminGetValuePoint => value_points::get(state, &input.path("item_sku")?),
        Operation::AdminGetItemsValuePointReward => {
            value_points::rewards(state, &input.path("value_point_sku")?)
        }
        Operation::AdminSetItemsValuePointReward => value_points::set_rewards(
            state,
            input.path("value_point_sku")?,
            &input.body::<Vec<_>>()?,
        ),
        Operation::AdminPatchItemsValuePointReward => value_points::patch_rewards(
            state,
            input.path("value_point_sku")?,
            &input.body::<Vec<_>>()?,
        ),
        Operation::AdminCreateDailyChain => daily_chains::create(state, input.body()?),
        Operation::AdminGetDailyChains => Ok(daily_chains::list(state, input.page)),
        Operation::AdminGetDailyChain => daily_chains::get(state, input.path("daily_chain_id")?),
        Operation::AdminCreateOfferChain => offer_chains::create(state, input.body()?),
        Operation::AdminGetOfferChains => Ok(offer_chains::list(state, input.page, now)),
        Operation::AdminGetOfferChain => {
            offer_chains::get(state, input.path("offer_chain_id")?, now)
        }
        Operation::AdminCreateRewardChain => reward_chains::create(state, input.body()?),
        Operation::AdminGetRewardChains => Ok(reward_chains::list(state, input.page, now)),
        Operation::AdminGetRewardChain => {
            reward_chains::get(state, input.path("reward_chain_id")?, now)
        }
        Operation::AdminCreateCoupon => promotions::create(state, Coupon, input.body()?),
        Operation::GetCoupons => Ok(promotions::list(state, Coupon, input.page, now)),
        Operation::GetCoupon => promotions::get(state, Coupon, input.path("external_id")?),
        Operation::CreateCouponCode => {
            promotion_codes::create_code(state, Coupon, input.path("external_id")?, input.body()?)
        }
        Operation::GetCouponCodes => {
            promotion_codes::codes(state, Coupon, input.path("external_id")?, input.page)
        }
        Operation::GenerateCouponCodes => promotion_codes::generate_codes(
            state,
            Coupon,
            input.path("external_id")?,
            &input.body()?,
        ),
        Operation::CreatePromoCode => promotions::create(state, PromoCode, input.body()?),
        Operation::GetPromoCodes => Ok(promotions::list(state, PromoCode, input.page, now)),
        Operation::GetPromoCode => promotions::get(state, PromoCode, input.path("external_id")?),
        Operation::CreatePromoCodeCode => promotion_codes::create_code(
            state,
            PromoCode,
            input.path("external_id")?,
            input.body()?,
        ),
        Operation::GetPromocodeCodes => {
            promotion_codes::codes(state, PromoCode, input.path("external_id")?, input.page)
        }
        Operation::GeneratePromoCodeCodes => promotion_codes::generate_codes(
            state,
            PromoCode,
            input.path("external_id")?,
            &input.body()?,
        ),
        Operation::PostUpsell => upsell::create(state, input.body()?),
    }
}

impl Input {
    fn path<T: DeserializeOwned>(&self, name: &str) -> Result<T, Refusal> {
        let text = self
            .path
            .get(name)
            .ok_or_else(|| Refusal::MissingProperty(name.to_owned()))?;
        // A number is read as one where the type wants one, and as text where it does not.
        serde_json::from_value(Value::String(text.clone()))
            .or_else(|error| serde_json::from_str(text).map_err(|_| error))
            .map_err(|error| Refusal::invalid(name, error.to_string()))
    }

    fn body<T: DeserializeOwned>(&self) -> Result<T, Refusal> {
        read(self.body.clone())
    }
}

/// Reads a body, naming the place of what is wrong with it.
pub fn read<T: DeserializeOwned>(body: Value) -> Result<T, Refusal> {
    serde_path_to_error::deserialize(body).map_err(|error| {
        let path = error.path().to_string();
        let problem = error.into_inner().to_string();
        let inside = |name: &str| {
            if path == "." {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            }
        };
        let missing = problem
            .strip_prefix("missing field `")
            .and_then(|rest| rest.split('`').next());
        match missing {
            Some(name) => Refusal::MissingProperty(inside(name)),
            None if path == "." => Refusal::invalid("body", problem),
            None => Refusal::invalid(path, problem),
        }
    })
}

impl Page {
    /// A part of a list, and whether more follows. A limit beyond the largest counts as the largest.
    pub fn of<T>(self, all: Vec<T>, largest: usize) -> (Vec<T>, bool) {
        let limit = self.limit.map_or(largest, |limit| limit.get().min(largest));
        let offset = self.offset.unwrap_or_default();
        let has_more = all.len() > offset.saturating_add(limit);
        (all.into_iter().skip(offset).take(limit).collect(), has_more)
    }
}
