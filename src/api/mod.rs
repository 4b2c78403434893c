//! The operations: method, path, body, expected success and class, one file an area. No I/O.

pub mod body;
#[cfg(test)]
pub(crate) mod by_name;
pub mod cart;
pub mod catalog;
pub mod clans;
pub mod class;
pub mod coupons;
pub mod daily_chains;
pub mod given;
#[cfg(test)]
pub(crate) mod json_given;
pub mod offer_chains;
pub mod operation;
pub mod orders;
pub mod path;
pub mod promo_codes;
pub mod promotions;
pub mod reward_chains;
pub mod upsell;

pub use body::Body;
pub use class::{Class, Conditional, Never, NewEachTime, Resend, Safe, State, StateWithReceipt};
pub use given::Given;
pub use operation::{Expected, Facts, Method, Operation, Request};
pub use path::{Path, ProjectId};

/// Every operation: JavaScript calls them by their place here.
pub static OPERATIONS: &[&Facts] = &[
    promotions::VERIFY.facts(),
    coupons::REWARDS.facts(),
    coupons::REDEEM.facts(),
    promo_codes::REWARDS.facts(),
    promo_codes::REDEEM.facts(),
    promo_codes::REMOVE.facts(),
    daily_chains::LIST.facts(),
    daily_chains::GET.facts(),
    daily_chains::CLAIM.facts(),
    offer_chains::LIST.facts(),
    offer_chains::GET.facts(),
    offer_chains::CLAIM.facts(),
    offer_chains::ORDER.facts(),
    reward_chains::LIST.facts(),
    reward_chains::BALANCE.facts(),
    reward_chains::CLAIM.facts(),
    clans::TOP_CONTRIBUTORS.facts(),
    clans::UPDATE.facts(),
    upsell::LIST.facts(),
    catalog::ITEMS.facts(),
    catalog::VIRTUAL_ITEMS.facts(),
    catalog::BUNDLES.facts(),
    catalog::VIRTUAL_CURRENCIES.facts(),
    catalog::VIRTUAL_CURRENCY_PACKAGES.facts(),
    catalog::ITEMS_OF_GROUP.facts(),
    catalog::ITEM.facts(),
    catalog::GROUPS.facts(),
    cart::GET.facts(),
    cart::FILL.facts(),
    cart::PUT_ITEM.facts(),
    cart::DELETE_ITEM.facts(),
    cart::CLEAR.facts(),
    orders::GET.facts(),
    orders::CREATE_WITH_ITEM.facts(),
    orders::CREATE_WITH_CART.facts(),
    orders::CREATE_FREE_WITH_ITEM.facts(),
    orders::CREATE_FREE_WITH_CART.facts(),
    orders::CREATE_WITH_ITEM_FOR_VIRTUAL_CURRENCY.facts(),
];

#[cfg(test)]
mod declared_test;
#[cfg(test)]
mod requests_test;
#[cfg(test)]
mod samples_test;
