//! The admin API: merchants' bodies into definitions, and definitions back into bodies.
//!
//! HTTP and seed files come in through the same [`run`].

mod chain_bodies;
mod code_limits;
mod code_promotion_replies;
mod code_promotions;
mod conditions;
mod daily_chains;
mod games;
mod input;
mod item_bodies;
mod item_prices;
mod item_promotions;
mod item_summary;
mod items;
mod limit_bodies;
mod offer_chains;
mod operations;
mod promotion_bodies;
mod promotion_codes;
mod promotion_list;
mod regions;
mod reward_chains;
mod upsell;
mod user_limits;
mod value_points;

use jiff::Timestamp;
use serde_json::Value;

pub use input::Input;
pub use operations::{Method, OPERATIONS, Operation, Version};

use crate::engine::chain::ChainKind::{Daily, Offer, Reward};
use crate::engine::promotions::PromotionKind;
use crate::engine::state::State;
use crate::engine::{Decided, Decision};
use operations::{
    AnyPromotionOperation, ChainOperation, CodePromotionOperation, Effect, ItemOperation,
    ItemPromotionOperation, UpsellOperation, ValuePointOperation,
};

/// What an operation answers.
#[derive(Debug, PartialEq)]
pub enum Reply {
    Found(Value),
    Created(Value),
    /// Done, and nothing to tell: each status that operations have for it.
    Ok,
    Accepted,
    NoContent,
}

impl Reply {
    fn found(body: Value) -> Decision<Self> {
        Decision::reply(Self::Found(body))
    }
}

/// Carries out one operation.
pub fn run(state: &State, now: Timestamp, operation: Operation, input: &Input) -> Decided<Reply> {
    match operation {
        Operation::Item(operation) => create_item(state, operation, input),
        Operation::ValuePoint(operation) => run_value_point(state, operation, input),
        Operation::Chain(Daily, operation) => match operation {
            ChainOperation::Create => daily_chains::create(state, input.body()?),
            ChainOperation::List => Ok(daily_chains::list(state, input.page()?)),
            ChainOperation::Get => daily_chains::get(state, input.path("daily_chain_id")?),
        },
        Operation::Chain(Offer, operation) => match operation {
            ChainOperation::Create => offer_chains::create(state, input.body()?),
            ChainOperation::List => Ok(offer_chains::list(state, input.page()?, now)),
            ChainOperation::Get => offer_chains::get(state, input.path("offer_chain_id")?, now),
        },
        Operation::Chain(Reward, operation) => match operation {
            ChainOperation::Create => reward_chains::create(state, input.body()?),
            ChainOperation::List => Ok(reward_chains::list(state, input.page()?, now)),
            ChainOperation::Get => reward_chains::get(state, input.path("reward_chain_id")?, now),
        },
        Operation::CodePromotion(kind, operation) => {
            run_code_promotion(state, kind, operation, input, now)
        }
        Operation::ItemPromotion(effect, operation) => {
            run_item_promotion(state, effect, operation, input, now)
        }
        Operation::AnyPromotion(operation) => {
            let promotion = || input.path("promotion_id");
            match operation {
                AnyPromotionOperation::List => promotion_list::list(state, input, now),
                AnyPromotionOperation::ByCode => {
                    code_promotions::by_code(state, &input.path("code")?)
                }
                AnyPromotionOperation::Activate => {
                    promotion_list::enable(state, promotion()?, true)
                }
                AnyPromotionOperation::Deactivate => {
                    promotion_list::enable(state, promotion()?, false)
                }
            }
        }
        Operation::UserLimit(operation) => user_limits::run(state, operation, input, now),
        Operation::Upsell(operation) => match operation {
            UpsellOperation::Get => Ok(upsell::get(state)),
            UpsellOperation::Create | UpsellOperation::Replace => upsell::set(state, input.body()?),
            UpsellOperation::Toggle => upsell::toggle(state, input.path("toggle")?),
        },
    }
}

fn create_item(state: &State, operation: ItemOperation, input: &Input) -> Decided<Reply> {
    match operation {
        ItemOperation::VirtualItem => items::create_virtual_item(state, input.body()?),
        ItemOperation::VirtualCurrency => items::create_virtual_currency(state, input.body()?),
        ItemOperation::VirtualCurrencyPackage => {
            items::create_virtual_currency_package(state, input.body()?)
        }
        ItemOperation::Bundle => items::create_bundle(state, input.body()?),
        ItemOperation::Game => games::create_game(state, input.body()?),
        ItemOperation::Region => regions::create(state, input.body()?),
    }
}

fn run_value_point(state: &State, operation: ValuePointOperation, input: &Input) -> Decided<Reply> {
    let value_point = || input.path("value_point_sku");
    match operation {
        ValuePointOperation::Create => value_points::create(state, input.body()?),
        ValuePointOperation::List => Ok(value_points::list(state, input.page()?)),
        ValuePointOperation::Get => value_points::get(state, &input.path("item_sku")?),
        ValuePointOperation::Rewards => value_points::rewards(state, &value_point()?),
        ValuePointOperation::SetRewards => {
            value_points::set_rewards(state, value_point()?, &input.body::<Vec<_>>()?)
        }
        ValuePointOperation::PatchRewards => {
            value_points::patch_rewards(state, value_point()?, &input.body::<Vec<_>>()?)
        }
    }
}

fn run_code_promotion(
    state: &State,
    kind: PromotionKind,
    operation: CodePromotionOperation,
    input: &Input,
    now: Timestamp,
) -> Decided<Reply> {
    use CodePromotionOperation as Op;
    let promotion = || input.path("external_id");
    match operation {
        Op::Create => code_promotions::create(state, kind, input.body()?),
        Op::List => Ok(code_promotions::list(state, kind, input.page()?)),
        Op::Get => code_promotions::get(state, kind, promotion()?),
        Op::Update => code_promotions::update(state, kind, promotion()?, input.body()?),
        Op::Delete => code_promotions::delete(state, kind, promotion()?),
        Op::Activate => code_promotions::enable(state, kind, promotion()?, true),
        Op::Deactivate => code_promotions::enable(state, kind, promotion()?, false),
        Op::CreateCode => promotion_codes::create_code(state, kind, promotion()?, input.body()?),
        Op::Codes => promotion_codes::codes(state, kind, promotion()?, input.page()?),
        Op::GenerateCodes => {
            promotion_codes::generate_codes(state, kind, promotion()?, &input.body()?)
        }
        Op::CodeLimits => code_limits::by_code(state, kind, promotion()?, input),
        Op::UserLimit => code_limits::by_player(state, kind, promotion()?, input, now),
    }
}

fn run_item_promotion(
    state: &State,
    effect: Effect,
    operation: ItemPromotionOperation,
    input: &Input,
    now: Timestamp,
) -> Decided<Reply> {
    use ItemPromotionOperation as Op;
    let promotion = || input.path("promotion_id");
    match operation {
        Op::Create => item_promotions::create(state, effect, input),
        Op::List => Ok(item_promotions::list(state, effect, input.page()?, now)),
        Op::Get => item_promotions::get(state, effect, promotion()?, now),
        Op::Update => item_promotions::update(state, effect, promotion()?, input),
        Op::Delete => item_promotions::delete(state, effect, promotion()?),
    }
}
