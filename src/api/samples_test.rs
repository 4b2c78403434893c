//! The official samples, whole and with every key missing or null in turn, against the models and their checks.

mod tried;

use super::{
    cart, catalog, clans, coupons, daily_chains, offer_chains, orders, promo_codes, promotions,
    reward_chains, upsell,
};
use crate::models::cart::Cart;
use crate::models::catalog::Groups;
use crate::models::clans::{ClanUpdate, Contributor};
use crate::models::coupons::RedeemedCoupon;
use crate::models::daily_chains::DailyChain;
use crate::models::items::StoreItem;
use crate::models::offer_chains::OfferChain;
use crate::models::orders::{DoneOrder, Order, OrderState};
use crate::models::promotions::{CodeRewards, VerifiedCode};
use crate::models::reward_chains::{RewardChain, ValuePoint};
use tried::{sample, sample_page};

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../tests/fixtures/", $name, ".json"))
    };
}

/// The keys without which the library cannot go on, by their place; anything else may be missing.
const ITEMS: &[&str] = &[".items", ".items[].sku"];
const CODE_REWARDS: &[&str] = &[".bonus[].item.sku", ".bonus[].item.unit_items[].sku"];
const VERIFIED: &[&str] = &[
    ".type",
    ".rewards.bonus[].item.sku",
    ".rewards.bonus[].item.unit_items[].sku",
];
const CART: &[&str] = &[".items", ".items[].sku", ".rewards.bonus[].item.sku"];
const STORE_ITEM: &[&str] = &[".sku", ".content[].sku", ".content[].content[].sku"];
const CHAIN_ITEMS: &[&str] = &[".steps[].items[].sku", ".steps[].items[].content[].sku"];
const DAILY: &[&str] = &[".id", ".steps", ".steps[].step_number", ".steps[].status"];
const OFFER: &[&str] = &[".id", ".steps", ".steps[].step_number"];
const REWARD: &[&str] = &[
    ".reward_chain_id",
    ".steps",
    ".steps[].step_id",
    ".steps[].reward[].sku",
];

#[test]
fn verify() {
    let facts = promotions::VERIFY.facts();
    sample::<VerifiedCode>(facts, fixture!("verify-promotion-code-coupon"), VERIFIED);
    sample::<VerifiedCode>(
        facts,
        fixture!("verify-promotion-code-promo-code"),
        VERIFIED,
    );
}

#[test]
fn coupon_codes() {
    let rewards = fixture!("get-coupon-rewards-by-code");
    sample::<CodeRewards>(coupons::REWARDS.facts(), rewards, CODE_REWARDS);
    sample::<RedeemedCoupon>(coupons::REDEEM.facts(), fixture!("redeem-coupon"), ITEMS);
}

#[test]
fn promo_codes() {
    let rewards = fixture!("get-promo-code-rewards-by-code");
    sample::<CodeRewards>(promo_codes::REWARDS.facts(), rewards, CODE_REWARDS);
    sample::<Cart>(
        promo_codes::REDEEM.facts(),
        fixture!("redeem-promo-code"),
        CART,
    );
    sample::<Cart>(
        promo_codes::REMOVE.facts(),
        fixture!("remove-cart-promo-code"),
        CART,
    );
}

#[test]
fn carts_and_orders() {
    sample::<Cart>(cart::GET.facts(), fixture!("get-user-cart"), CART);
    sample::<Cart>(cart::GET.facts(), fixture!("get-cart-by-id"), CART);
    sample::<Cart>(cart::FILL.facts(), fixture!("cart-fill"), CART);
    let state: &[&str] = &[".order_id", ".status"];
    sample::<OrderState>(orders::GET.facts(), fixture!("get-order"), state);
    let order: &[&str] = &[".order_id", ".token"];
    let (with_item, with_cart) = (&orders::CREATE_WITH_ITEM, &orders::CREATE_WITH_CART);
    sample::<Order>(with_item.facts(), fixture!("create-order-with-item"), order);
    sample::<Order>(with_cart.facts(), fixture!("create-order"), order);
}

#[test]
fn orders_that_are_done_at_once() {
    for (facts, text) in [
        (
            orders::CREATE_FREE_WITH_ITEM.facts(),
            fixture!("create-free-order-with-item"),
        ),
        (
            orders::CREATE_FREE_WITH_CART.facts(),
            fixture!("create-free-order"),
        ),
        (
            orders::CREATE_WITH_ITEM_FOR_VIRTUAL_CURRENCY.facts(),
            fixture!("create-order-with-item-for-virtual-currency"),
        ),
    ] {
        sample::<DoneOrder>(facts, text, &[".order_id"]);
    }
}

#[test]
fn catalog() {
    for (facts, text) in [
        (catalog::ITEMS.facts(), fixture!("get-sellable-items")),
        (
            catalog::VIRTUAL_ITEMS.facts(),
            fixture!("get-virtual-items"),
        ),
        (catalog::BUNDLES.facts(), fixture!("get-bundle-list")),
        (
            catalog::VIRTUAL_CURRENCIES.facts(),
            fixture!("get-virtual-currency"),
        ),
        (
            catalog::VIRTUAL_CURRENCY_PACKAGES.facts(),
            fixture!("get-virtual-currency-package"),
        ),
        (
            catalog::ITEMS_OF_GROUP.facts(),
            fixture!("get-sellable-items-group"),
        ),
    ] {
        sample_page::<StoreItem>(facts, text, STORE_ITEM);
    }
    let text = fixture!("get-sellable-item-by-sku");
    sample::<StoreItem>(catalog::ITEM.facts(), text, STORE_ITEM);
    let groups: &[&str] = &[
        ".groups",
        ".groups[].external_id",
        ".groups[].children[].external_id",
    ];
    sample::<Groups>(catalog::GROUPS.facts(), fixture!("get-item-groups"), groups);
}

#[test]
fn daily_chains() {
    let (list, get) = (daily_chains::LIST.facts(), daily_chains::GET.facts());
    let chain = &[DAILY, CHAIN_ITEMS].concat();
    sample::<DailyChain>(get, fixture!("get-user-daily-chain-by-id"), chain);
    sample_page::<DailyChain>(list, fixture!("get-daily-chains-list"), chain);
}

#[test]
fn offer_chains() {
    let chain = &[OFFER, CHAIN_ITEMS].concat();
    let text = fixture!("get-user-offer-chain-by-id");
    sample::<OfferChain>(offer_chains::GET.facts(), text, chain);
    let page = format!(r#"{{ "has_more": false, "total_items_count": 1, "items": [{text}] }}"#);
    sample_page::<OfferChain>(offer_chains::LIST.facts(), &page, chain);
    let order: &[&str] = &[".order_id", ".token"];
    let text = fixture!("order-user-offer-chain-step-reward");
    sample::<Order>(offer_chains::ORDER.facts(), text, order);
    let text = fixture!("claim-user-offer-chain-step-reward");
    sample::<DoneOrder>(offer_chains::CLAIM.facts(), text, &[".order_id"]);
}

#[test]
fn reward_chains() {
    sample_page::<RewardChain>(
        reward_chains::LIST.facts(),
        fixture!("get-reward-chains-list"),
        REWARD,
    );
    let facts = reward_chains::BALANCE.facts();
    sample::<ValuePoint>(facts, fixture!("get-user-reward-chain-balance"), &[]);
    sample::<ValuePoint>(facts, fixture!("get-user-reward-chain-balance-clan"), &[]);
}

#[test]
fn clans() {
    let facts = clans::TOP_CONTRIBUTORS.facts();
    sample::<Vec<Contributor>>(facts, fixture!("get-user-clan-top-contributors"), &[]);
    sample::<Vec<Contributor>>(
        facts,
        fixture!("get-user-clan-top-contributors-without-clan"),
        &[],
    );
    let reward: &[&str] = &[".reward", ".reward[].sku"];
    sample::<ClanUpdate>(clans::UPDATE.facts(), fixture!("user-clan-update"), reward);
}

#[test]
fn upsell() {
    let item: &[&str] = &[".sku"];
    let text = fixture!("get-upsell-for-project-client");
    sample_page::<StoreItem>(upsell::LIST.facts(), text, item);
}
