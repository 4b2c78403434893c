//! Every admin operation that is served: its id, where it is found, and what it does.

use serde::Deserialize;

use crate::engine::chain::ChainKind::{self, Daily, Offer, Reward};
use crate::engine::promotions::PromotionKind::{self, Coupon, PromoCode};
use Method::{Get, Patch, Post, Put};
use Version::{Both, Two};

/// How an operation is called.
#[derive(Clone, Copy, Debug)]
pub enum Method {
    Get,
    Post,
    Put,
    Patch,
    Delete,
}

/// Operations of version 3 have been in version 2 before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    Two,
    Both,
}

/// What an operation does, by the area it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Operation {
    Item(ItemOperation),
    ValuePoint(ValuePointOperation),
    Chain(ChainKind, ChainOperation),
    CodePromotion(PromotionKind, CodePromotionOperation),
    AnyPromotion(AnyPromotionOperation),
    Upsell(UpsellOperation),
}

/// Creates an item of one kind, or a region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemOperation {
    VirtualItem,
    VirtualCurrency,
    VirtualCurrencyPackage,
    Bundle,
    Game,
    Region,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValuePointOperation {
    Create,
    List,
    Get,
    Rewards,
    SetRewards,
    PatchRewards,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainOperation {
    Create,
    List,
    Get,
}

/// What can be done with promotions that codes lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodePromotionOperation {
    Create,
    List,
    Get,
    Update,
    Activate,
    Deactivate,
    CreateCode,
    Codes,
    GenerateCodes,
    CodeLimits,
    UserLimit,
}

/// What is asked of all kinds of promotions alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnyPromotionOperation {
    ByCode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UpsellOperation {
    Get,
    Create,
    Replace,
    Toggle,
}

use AnyPromotionOperation as All;
use ChainOperation as OfChain;
use CodePromotionOperation as OfCodes;
use ItemOperation as Create;
use Operation::{AnyPromotion, Chain, CodePromotion, Item, Upsell, ValuePoint};
use UpsellOperation as OfUpsell;
use ValuePointOperation as Points;

/// An operation in the terms of the API's own list.
type Listed = (Method, Version, &'static str, &'static str, Operation);

#[rustfmt::skip]
pub const OPERATIONS: &[Listed] = &[
    (Post, Two, "/admin/items/virtual_items", "admin-create-virtual-item", Item(Create::VirtualItem)),
    (Post, Two, "/admin/items/virtual_currency", "admin-create-virtual-currency", Item(Create::VirtualCurrency)),
    (Post, Two, "/admin/items/virtual_currency/package", "admin-create-virtual-currency-package", Item(Create::VirtualCurrencyPackage)),
    (Post, Two, "/admin/items/bundle", "admin-create-bundle", Item(Create::Bundle)),
    (Post, Two, "/admin/items/game", "admin-create-game", Item(Create::Game)),
    (Post, Two, "/admin/region", "admin-create-region", Item(Create::Region)),

    (Post, Two, "/admin/items/value_points", "admin-create-value-points", ValuePoint(Points::Create)),
    (Get, Two, "/admin/items/value_points", "admin-get-value-points-list", ValuePoint(Points::List)),
    (Get, Two, "/admin/items/value_points/sku/{item_sku}", "admin-get-value-point", ValuePoint(Points::Get)),
    (Get, Two, "/admin/items/{value_point_sku}/value_points/rewards", "admin-get-items-value-point-reward", ValuePoint(Points::Rewards)),
    (Put, Two, "/admin/items/{value_point_sku}/value_points/rewards", "admin-set-items-value-point-reward", ValuePoint(Points::SetRewards)),
    (Patch, Two, "/admin/items/{value_point_sku}/value_points/rewards", "admin-patch-items-value-point-reward", ValuePoint(Points::PatchRewards)),

    (Post, Two, "/admin/daily_chain", "admin-create-daily-chain", Chain(Daily, OfChain::Create)),
    (Get, Two, "/admin/daily_chain", "admin-get-daily-chains", Chain(Daily, OfChain::List)),
    (Get, Two, "/admin/daily_chain/id/{daily_chain_id}", "admin-get-daily-chain", Chain(Daily, OfChain::Get)),
    (Post, Two, "/admin/offer_chain", "admin-create-offer-chain", Chain(Offer, OfChain::Create)),
    (Get, Two, "/admin/offer_chain", "admin-get-offer-chains", Chain(Offer, OfChain::List)),
    (Get, Two, "/admin/offer_chain/id/{offer_chain_id}", "admin-get-offer-chain", Chain(Offer, OfChain::Get)),
    (Post, Both, "/admin/reward_chain", "admin-create-reward-chain", Chain(Reward, OfChain::Create)),
    (Get, Both, "/admin/reward_chain", "admin-get-reward-chains", Chain(Reward, OfChain::List)),
    (Get, Both, "/admin/reward_chain/id/{reward_chain_id}", "admin-get-reward-chain", Chain(Reward, OfChain::Get)),

    (Post, Both, "/admin/coupon", "admin-create-coupon", CodePromotion(Coupon, OfCodes::Create)),
    (Get, Both, "/admin/coupon", "get-coupons", CodePromotion(Coupon, OfCodes::List)),
    (Get, Both, "/admin/coupon/{external_id}", "get-coupon", CodePromotion(Coupon, OfCodes::Get)),
    (Put, Both, "/admin/coupon/{external_id}", "update-coupon-promotion", CodePromotion(Coupon, OfCodes::Update)),
    (Put, Two, "/admin/coupon/{external_id}/activate", "activate-coupon", CodePromotion(Coupon, OfCodes::Activate)),
    (Put, Two, "/admin/coupon/{external_id}/deactivate", "deactivate-coupon", CodePromotion(Coupon, OfCodes::Deactivate)),
    (Post, Two, "/admin/coupon/{external_id}/code", "create-coupon-code", CodePromotion(Coupon, OfCodes::CreateCode)),
    (Get, Two, "/admin/coupon/{external_id}/code", "get-coupon-codes", CodePromotion(Coupon, OfCodes::Codes)),
    (Put, Two, "/admin/coupon/{external_id}/code/generate", "generate-coupon-codes", CodePromotion(Coupon, OfCodes::GenerateCodes)),
    (Get, Two, "/admin/code/limit/coupon/external_id/{external_id}", "get-coupon-code-limit", CodePromotion(Coupon, OfCodes::CodeLimits)),
    (Get, Two, "/admin/user/limit/coupon/external_id/{external_id}", "get-coupon-user-limit", CodePromotion(Coupon, OfCodes::UserLimit)),

    (Post, Both, "/admin/promocode", "create-promo-code", CodePromotion(PromoCode, OfCodes::Create)),
    (Get, Both, "/admin/promocode", "get-promo-codes", CodePromotion(PromoCode, OfCodes::List)),
    (Get, Both, "/admin/promocode/{external_id}", "get-promo-code", CodePromotion(PromoCode, OfCodes::Get)),
    (Put, Both, "/admin/promocode/{external_id}", "update-promo-code", CodePromotion(PromoCode, OfCodes::Update)),
    (Put, Two, "/admin/promocode/{external_id}/activate", "activate-promo-code", CodePromotion(PromoCode, OfCodes::Activate)),
    (Put, Two, "/admin/promocode/{external_id}/deactivate", "deactivate-promo-code", CodePromotion(PromoCode, OfCodes::Deactivate)),
    (Post, Two, "/admin/promocode/{external_id}/code", "create-promo-code-code", CodePromotion(PromoCode, OfCodes::CreateCode)),
    (Get, Two, "/admin/promocode/{external_id}/code", "get-promocode-codes", CodePromotion(PromoCode, OfCodes::Codes)),
    (Put, Two, "/admin/promocode/{external_id}/code/generate", "generate-promo-code-codes", CodePromotion(PromoCode, OfCodes::GenerateCodes)),
    (Get, Two, "/admin/code/limit/promocode/external_id/{external_id}", "get-promo-code-code-limit", CodePromotion(PromoCode, OfCodes::CodeLimits)),
    (Get, Two, "/admin/user/limit/promocode/external_id/{external_id}", "get-promo-code-user-limit", CodePromotion(PromoCode, OfCodes::UserLimit)),

    (Get, Both, "/admin/promotion/redeemable/code/{code}", "get-redeemable-promotion-by-code", AnyPromotion(All::ByCode)),

    (Get, Two, "/admin/items/upsell", "get-upsell-configurations-for-project-admin", Upsell(OfUpsell::Get)),
    (Post, Two, "/admin/items/upsell", "post-upsell", Upsell(OfUpsell::Create)),
    (Put, Two, "/admin/items/upsell", "put-upsell", Upsell(OfUpsell::Replace)),
    (Put, Two, "/admin/items/upsell/{toggle}", "put-upsell-toggle-active-inactive", Upsell(OfUpsell::Toggle)),
];

impl TryFrom<String> for Operation {
    type Error = String;

    fn try_from(id: String) -> Result<Self, String> {
        let mut operations = OPERATIONS.iter();
        operations
            .find(|(.., listed, _)| *listed == id)
            .map(|(.., operation)| *operation)
            .ok_or_else(|| format!("\"{id}\" is no admin operation that is served; check its id"))
    }
}
