//! Every operation by what JavaScript calls it, for tables in tests.

use super::{
    Facts, cart, clans, coupons, daily_chains, offer_chains, orders, promo_codes, promotions,
    reward_chains, upsell,
};

/// The 19 client operations of the API, and the order, the cart and its filling.
pub static ALL: [&Facts; 22] = [
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
    cart::GET.facts(),
    cart::FILL.facts(),
    orders::GET.facts(),
];

/// The operation of this name.
pub fn operation(name: &str) -> &'static Facts {
    ALL.into_iter()
        .find(|facts| facts.name == name)
        .unwrap_or_else(|| panic!("there is no operation {name:?}"))
}

/// The rows of a table: a line each, its columns between bars.
pub fn rows<const COLUMNS: usize>(table: &str) -> Vec<[&str; COLUMNS]> {
    let lines = table.lines().filter(|line| !line.trim().is_empty());
    let columns = |line| {
        let columns: Vec<_> = str::split(line, '|').map(str::trim).collect();
        columns.try_into().expect(line)
    };
    lines.map(columns).collect()
}
