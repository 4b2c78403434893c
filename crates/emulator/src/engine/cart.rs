//! The cart: what is in it, and what it costs with a promo code.

use jiff::Timestamp;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::Decision;
use super::amounts::{self, Discounted};
use super::chain::Quantity;
use super::change::Change;
use super::ids::{CartId, PromotionCode, Sku};
use super::items::Item;
use super::player::Player;
use super::promotions::{self, Promotion, PromotionKind, SelectedUnitItems};
use super::refusal::Refusal;
use super::state::State;

/// How every cart can be called by its owner.
const CURRENT: &str = "current";

/// A player's cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cart {
    pub id: CartId,
    pub lines: Vec<Quantity>,
    pub promo_code: Option<AppliedPromoCode>,
}

/// A promo code on a cart, with the choices made for its units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedPromoCode {
    pub code: PromotionCode,
    pub selected_unit_items: SelectedUnitItems,
}

/// A cart with its prices.
#[derive(Debug)]
pub struct PricedCart<'a> {
    pub lines: Vec<PricedLine<'a>>,
    pub promotion: Option<&'a Promotion>,
    /// None for an empty cart.
    pub total: Option<Discounted>,
}

/// A line with the price of one.
#[derive(Debug)]
pub struct PricedLine<'a> {
    pub item: &'a Item,
    pub quantity: u64,
    pub price: Option<Discounted>,
    pub is_bonus: bool,
    pub is_discounted: bool,
}

/// The player's cart, by its id or as the current one.
pub fn of(player: &Player, id: Option<&CartId>) -> Result<Cart, Refusal> {
    let cart = player.cart.clone().unwrap_or_else(|| Cart {
        id: CartId(format!("cart_{}", player.profile.id)),
        lines: Vec::new(),
        promo_code: None,
    });
    match id {
        Some(id) if id.as_str() != CURRENT && *id != cart.id => Err(Refusal::CartInvalid),
        _ => Ok(cart),
    }
}

/// Replaces what is in the cart; answers with the lines that could not be taken.
pub fn fill(
    state: &State,
    player: &Player,
    id: Option<&CartId>,
    wanted: Vec<Quantity>,
) -> Result<Decision<(Cart, Vec<Quantity>)>, Refusal> {
    let mut cart = of(player, id)?;
    let (mut lines, mut unknown): (Vec<Quantity>, Vec<Quantity>) = (Vec::new(), Vec::new());
    for line in wanted {
        let is_sold = sold_item(state, &line.sku).is_some();
        let target = if is_sold { &mut lines } else { &mut unknown };
        match target.iter_mut().find(|earlier| earlier.sku == line.sku) {
            Some(earlier) => {
                earlier.quantity = amounts::sum(&line.sku, earlier.quantity, line.quantity)?;
            }
            None => target.push(line),
        }
    }
    lines.retain(|line| line.quantity > 0);
    cart.lines = lines;
    let change = Change::Cart {
        player: player.profile.id.clone(),
        cart: cart.clone(),
    };
    Ok(Decision {
        changes: vec![change],
        reply: (cart, unknown),
    })
}

/// What the cart costs now. A promo code that can no longer be used counts for nothing.
pub fn priced<'a>(
    state: &'a State,
    player: &Player,
    cart: &Cart,
    now: Timestamp,
) -> Result<PricedCart<'a>, Refusal> {
    let promotion = cart.promo_code.as_ref().and_then(|applied| {
        promotions::usable(state, PromotionKind::PromoCode, player, &applied.code, now).ok()
    });
    let mut lines: Vec<PricedLine<'a>> = cart
        .lines
        .iter()
        .filter_map(|line| {
            let item = sold_item(state, &line.sku)?;
            Some(priced_line(state, promotion, item, line.quantity))
        })
        .collect();
    let total = total(&lines, promotion)?;
    lines.extend(promotion.into_iter().flat_map(|promotion| {
        promotion
            .bonus_items(state)
            .map(|(item, quantity)| PricedLine {
                item,
                quantity,
                price: None,
                is_bonus: true,
                is_discounted: false,
            })
    }));
    Ok(PricedCart {
        lines,
        promotion,
        total,
    })
}

fn sold_item<'a>(state: &'a State, sku: &Sku) -> Option<&'a Item> {
    state.catalog.items.get(sku).filter(|item| {
        item.is_enabled && (item.is_free || item.price_in(&state.project.currency, None).is_some())
    })
}

fn priced_line<'a>(
    state: &State,
    promotion: Option<&Promotion>,
    item: &'a Item,
    quantity: u64,
) -> PricedLine<'a> {
    let percent = promotion
        .and_then(|promotion| promotion.discounted_items.as_ref())
        .and_then(|items| items.iter().find(|discounted| discounted.sku == item.sku))
        .map(|discounted| discounted.percent);
    let price = item
        .price_in(&state.project.currency, None)
        .filter(|_| !item.is_free)
        .map(|price| Discounted {
            amount: reduced(price, percent),
            without_discount: price,
        });
    PricedLine {
        item,
        quantity,
        price,
        is_bonus: false,
        is_discounted: percent.is_some(),
    }
}

fn total(
    lines: &[PricedLine<'_>],
    promotion: Option<&Promotion>,
) -> Result<Option<Discounted>, Refusal> {
    if lines.is_empty() {
        return Ok(None);
    }
    let sum = |price: fn(&Discounted) -> Decimal| {
        let line_prices: Result<Vec<_>, _> = lines
            .iter()
            .filter_map(|line| Some((price(line.price.as_ref()?), line.quantity)))
            .map(|(price, quantity)| amounts::line_price(price, quantity))
            .collect();
        amounts::total_price(line_prices?)
    };
    let percent = promotion.and_then(|promotion| promotion.discount);
    Ok(Some(Discounted {
        amount: reduced(sum(|price| price.amount)?, percent),
        without_discount: sum(|price| price.without_discount)?,
    }))
}

fn reduced(amount: Decimal, percent: Option<Decimal>) -> Decimal {
    percent.map_or(amount, |percent| {
        (amount * ((Decimal::ONE_HUNDRED - percent) / Decimal::ONE_HUNDRED))
            .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
    })
}
