//! Every admin operation that is served: its id, where it is found, and what it does.

use serde::Deserialize;

use crate::engine::chain::ChainKind::{self, Daily, Offer, Reward};
use crate::engine::promotions::PromotionKind::{self, Coupon, PromoCode, UniqueCatalogOffer};
use Method::{Delete, Get, Patch, Post, Put};
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

impl Method {
    /// HTTP's word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
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
    ItemPromotion(Effect, ItemPromotionOperation),
    AnyPromotion(AnyPromotionOperation),
    UserLimit(UserLimitOperation),
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
    Delete,
    Activate,
    Deactivate,
    CreateCode,
    Codes,
    GenerateCodes,
    CodeLimits,
    UserLimit,
}

/// What a promotion does that needs no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Discount,
    Bonus,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemPromotionOperation {
    Create,
    List,
    Get,
    Update,
    Delete,
}

/// What is asked of all kinds of promotions alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnyPromotionOperation {
    List,
    ByCode,
    Activate,
    Deactivate,
}

/// What is done to a player's limit of a promotion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserLimitOperation {
    Get,
    Add,
    Set,
    Remove,
    Reset,
    ResetAll,
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
use Effect::{Bonus, Discount};
use ItemOperation as Create;
use ItemPromotionOperation as NoCode;
use Operation::{
    AnyPromotion, Chain, CodePromotion, Item, ItemPromotion, Upsell, UserLimit, ValuePoint,
};
use UpsellOperation as OfUpsell;
use UserLimitOperation as Limit;
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
    (Delete, Both, "/admin/coupon/{external_id}", "delete-coupon-promotion", CodePromotion(Coupon, OfCodes::Delete)),
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
    (Delete, Both, "/admin/promocode/{external_id}", "delete-promo-code", CodePromotion(PromoCode, OfCodes::Delete)),
    (Put, Two, "/admin/promocode/{external_id}/activate", "activate-promo-code", CodePromotion(PromoCode, OfCodes::Activate)),
    (Put, Two, "/admin/promocode/{external_id}/deactivate", "deactivate-promo-code", CodePromotion(PromoCode, OfCodes::Deactivate)),
    (Post, Two, "/admin/promocode/{external_id}/code", "create-promo-code-code", CodePromotion(PromoCode, OfCodes::CreateCode)),
    (Get, Two, "/admin/promocode/{external_id}/code", "get-promocode-codes", CodePromotion(PromoCode, OfCodes::Codes)),
    (Put, Two, "/admin/promocode/{external_id}/code/generate", "generate-promo-code-codes", CodePromotion(PromoCode, OfCodes::GenerateCodes)),
    (Get, Two, "/admin/code/limit/promocode/external_id/{external_id}", "get-promo-code-code-limit", CodePromotion(PromoCode, OfCodes::CodeLimits)),
    (Get, Two, "/admin/user/limit/promocode/external_id/{external_id}", "get-promo-code-user-limit", CodePromotion(PromoCode, OfCodes::UserLimit)),

    (Post, Both, "/admin/unique_catalog_offer", "admin-create-unique-catalog-offer", CodePromotion(UniqueCatalogOffer, OfCodes::Create)),
    (Get, Both, "/admin/unique_catalog_offer", "get-unique-catalog-offers", CodePromotion(UniqueCatalogOffer, OfCodes::List)),
    (Get, Both, "/admin/unique_catalog_offer/{external_id}", "get-unique-catalog-offer", CodePromotion(UniqueCatalogOffer, OfCodes::Get)),
    (Put, Both, "/admin/unique_catalog_offer/{external_id}", "update-unique-catalog-offer-promotion", CodePromotion(UniqueCatalogOffer, OfCodes::Update)),
    (Delete, Both, "/admin/unique_catalog_offer/{external_id}", "delete-unique-catalog-offer-promotion", CodePromotion(UniqueCatalogOffer, OfCodes::Delete)),
    (Put, Two, "/admin/unique_catalog_offer/{external_id}/activate", "activate-unique-catalog-offer", CodePromotion(UniqueCatalogOffer, OfCodes::Activate)),
    (Put, Two, "/admin/unique_catalog_offer/{external_id}/deactivate", "deactivate-unique-catalog-offer", CodePromotion(UniqueCatalogOffer, OfCodes::Deactivate)),
    (Post, Two, "/admin/unique_catalog_offer/{external_id}/code", "create-unique-catalog-offer-code", CodePromotion(UniqueCatalogOffer, OfCodes::CreateCode)),
    (Get, Two, "/admin/unique_catalog_offer/{external_id}/code", "get-unique-catalog-offer-codes", CodePromotion(UniqueCatalogOffer, OfCodes::Codes)),
    (Put, Two, "/admin/unique_catalog_offer/{external_id}/code/generate", "generate-unique-catalog-offer-codes", CodePromotion(UniqueCatalogOffer, OfCodes::GenerateCodes)),

    (Post, Both, "/admin/promotion/item", "create-item-promotion", ItemPromotion(Discount, NoCode::Create)),
    (Get, Both, "/admin/promotion/item", "get-item-promotion-list", ItemPromotion(Discount, NoCode::List)),
    (Get, Both, "/admin/promotion/{promotion_id}/item", "get-item-promotion", ItemPromotion(Discount, NoCode::Get)),
    (Put, Both, "/admin/promotion/{promotion_id}/item", "update-item-promotion", ItemPromotion(Discount, NoCode::Update)),
    (Delete, Both, "/admin/promotion/{promotion_id}/item", "delete-item-promotion", ItemPromotion(Discount, NoCode::Delete)),
    (Post, Both, "/admin/promotion/bonus", "create-bonus-promotion", ItemPromotion(Bonus, NoCode::Create)),
    (Get, Both, "/admin/promotion/bonus", "get-bonus-promotion-list", ItemPromotion(Bonus, NoCode::List)),
    (Get, Both, "/admin/promotion/{promotion_id}/bonus", "get-bonus-promotion", ItemPromotion(Bonus, NoCode::Get)),
    (Put, Both, "/admin/promotion/{promotion_id}/bonus", "update-bonus-promotion", ItemPromotion(Bonus, NoCode::Update)),
    (Delete, Both, "/admin/promotion/{promotion_id}/bonus", "delete-bonus-promotion", ItemPromotion(Bonus, NoCode::Delete)),

    (Get, Both, "/admin/promotion", "get-promotion-list", AnyPromotion(All::List)),
    (Get, Both, "/admin/promotion/redeemable/code/{code}", "get-redeemable-promotion-by-code", AnyPromotion(All::ByCode)),
    (Put, Two, "/admin/promotion/{promotion_id}/activate", "activate-promotion", AnyPromotion(All::Activate)),
    (Put, Two, "/admin/promotion/{promotion_id}/deactivate", "deactivate-promotion", AnyPromotion(All::Deactivate)),

    (Get, Two, "/admin/user/limit/promotion/id/{promotion_id}", "get-user-promotion-limit", UserLimit(Limit::Get)),
    (Post, Two, "/admin/user/limit/promotion/id/{promotion_id}", "add-user-promotion-limit", UserLimit(Limit::Add)),
    (Put, Two, "/admin/user/limit/promotion/id/{promotion_id}", "set-user-promotion-limit", UserLimit(Limit::Set)),
    (Delete, Two, "/admin/user/limit/promotion/id/{promotion_id}", "remove-user-promotion-limit", UserLimit(Limit::Remove)),
    (Delete, Two, "/admin/user/limit/promotion/id/{promotion_id}/all", "reset-user-promotion-limit", UserLimit(Limit::Reset)),
    (Delete, Two, "/admin/user/limit/promotion/all", "reset-all-user-promotions-limit", UserLimit(Limit::ResetAll)),

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
