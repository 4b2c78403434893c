//! What a purchase costs and gives, with the promotions that apply to it.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::amounts::{self, Discounted};
use super::availability;
use super::chain::Quantity;
use super::ids::Sku;
use super::item_promotions::{ItemPromotion, ItemPromotionKind};
use super::items::Item;
use super::limits;
use super::price_conditions::all_accept;
use super::promotions::Promotion;
use super::refusal::Refusal;
use super::viewer::Viewer;
use applying::applied;

mod applying;

/// A purchase with its prices.
#[derive(Debug)]
pub struct Purchase<'a> {
    /// What is bought, then what promotions give.
    pub lines: Vec<PricedLine<'a>>,
    /// None where nothing is bought, or something has no price in this currency.
    pub total: Option<Discounted>,
    /// The promo code or unique catalog offer that counts.
    pub code: Option<&'a Promotion>,
    /// The percentage that the code takes off the sum.
    pub cart_discount: Option<Decimal>,
    /// The discounts and bonuses that apply, by their numbers.
    pub promotions: Vec<&'a ItemPromotion>,
}

/// A line with the price of one.
#[derive(Debug)]
pub struct PricedLine<'a> {
    pub item: &'a Item,
    pub quantity: u64,
    /// None for a bonus, and for what is free or not sold in this currency.
    pub price: Option<Discounted>,
    pub is_bonus: bool,
    pub can_be_bought: bool,
    /// What discounts the line, and the bonuses that it brings.
    pub promotions: Vec<Applied<'a>>,
}

/// A promotion that applies to a line.
#[derive(Clone, Copy, Debug)]
pub enum Applied<'a> {
    Discount(&'a ItemPromotion),
    Bonus(&'a ItemPromotion),
    Code {
        promotion: &'a Promotion,
        percent: Decimal,
    },
}

impl Purchase<'_> {
    /// Whether something is bought that costs nothing.
    pub fn is_free(&self) -> bool {
        self.total.is_some_and(|total| total.amount.is_zero())
    }
}

/// An item on its way into a purchase.
#[derive(Clone, Copy, Debug)]
struct Bought<'a> {
    item: &'a Item,
    quantity: u64,
    list_price: Option<Decimal>,
}

/// What these items cost together, with a code that the viewer can use. Items that are no longer
/// defined are left out.
pub fn purchase<'a>(
    viewer: &Viewer<'a>,
    lines: &[Quantity],
    code: Option<&'a Promotion>,
) -> Result<Purchase<'a>, Refusal> {
    let bought: Vec<Bought<'a>> = lines
        .iter()
        .filter_map(|line| {
            let item = viewer.state.catalog.items.get(&line.sku)?;
            Some(Bought {
                item,
                quantity: line.quantity,
                list_price: viewer.list_price(item),
            })
        })
        .collect();
    let applied = applied(viewer, &bought, code)?;
    // Hidden items stay in reach by an offer's code, whether or not anything comes of it.
    let mut priced: Vec<_> = bought
        .iter()
        .map(|line| priced_line(viewer, *line, &applied.promotions, applied.code, code))
        .collect();
    let cart_discount = applied
        .code
        .filter(|code| code.item_price_conditions.is_empty())
        .and_then(|code| code.discount);
    let total = sum(&priced)?.map(|sum| Discounted {
        amount: reduced(sum.amount, cart_discount),
        ..sum
    });
    priced.extend(bonus_lines(viewer, &applied));
    mark_used_up(viewer, &mut priced);
    Ok(Purchase {
        lines: priced,
        total,
        code: applied.code,
        cart_discount,
        promotions: applied.promotions,
    })
}

fn priced_line<'a>(
    viewer: &Viewer<'a>,
    line: Bought<'a>,
    promotions: &[&'a ItemPromotion],
    code: Option<&'a Promotion>,
    revealing: Option<&'a Promotion>,
) -> PricedLine<'a> {
    let mut on_line: Vec<Applied<'a>> = promotions
        .iter()
        .filter_map(|promotion| applying::on_line(promotion, line))
        .collect();
    on_line.extend(code.into_iter().flat_map(|promotion| {
        applying::code_discounts(promotion, line)
            .map(move |percent| Applied::Code { promotion, percent })
    }));
    let percents = on_line.iter().filter_map(|applied| match applied {
        Applied::Discount(promotion) => promotion.percent(),
        Applied::Bonus(_) => None,
        Applied::Code { percent, .. } => Some(*percent),
    });
    let price = line.list_price.map(|price| Discounted {
        amount: reduced(price, percents),
        without_discount: price,
    });
    PricedLine {
        item: line.item,
        quantity: line.quantity,
        price,
        is_bonus: false,
        can_be_bought: has_price(line.item, price)
            && availability::is_open(viewer, line.item, revealing),
        promotions: on_line,
    }
}

/// Whether it is known what an item costs, be it nothing.
fn has_price(item: &Item, price: Option<Discounted>) -> bool {
    price.is_some() || item.is_free
}

/// What is bought and what is given count together for an item's limits.
fn mark_used_up(viewer: &Viewer<'_>, lines: &mut [PricedLine<'_>]) {
    let mut wanted: BTreeMap<&Sku, u64> = BTreeMap::new();
    for line in lines.iter() {
        let sum = wanted.entry(&line.item.sku).or_default();
        *sum = sum.saturating_add(line.quantity);
    }
    for line in lines {
        let wanted = wanted.get(&line.item.sku).copied().unwrap_or_default();
        line.can_be_bought &= limits::has_room(viewer, line.item, wanted);
    }
}

fn bonus_lines<'a>(
    viewer: &Viewer<'a>,
    applied: &applying::Applying<'a>,
) -> impl Iterator<Item = PricedLine<'a>> {
    let given = applied
        .promotions
        .iter()
        .flat_map(|promotion| match &promotion.kind {
            ItemPromotionKind::Bonus { bonus, .. } => bonus.as_slice(),
            ItemPromotionKind::Discount { .. } => &[],
        });
    let by_code = applied.code.into_iter().flat_map(|code| &code.bonus);
    let items = &viewer.state.catalog.items;
    given.chain(by_code).filter_map(|line| {
        Some(PricedLine {
            item: items.get(&line.sku)?,
            quantity: line.quantity,
            price: None,
            is_bonus: true,
            can_be_bought: true,
            promotions: Vec::new(),
        })
    })
}

/// What all lines cost. Without a price for one of them, nobody can tell.
fn sum(lines: &[PricedLine<'_>]) -> Result<Option<Discounted>, Refusal> {
    let is_known = lines.iter().all(|line| has_price(line.item, line.price));
    if lines.is_empty() || !is_known {
        return Ok(None);
    }
    let of = |price: fn(&Discounted) -> Decimal| {
        let line_prices: Result<Vec<_>, _> = lines
            .iter()
            .filter_map(|line| Some((price(line.price.as_ref()?), line.quantity)))
            .map(|(price, quantity)| amounts::line_price(price, quantity))
            .collect();
        amounts::total_price(line_prices?)
    };
    Ok(Some(Discounted {
        amount: of(|price| price.amount)?,
        without_discount: of(|price| price.without_discount)?,
    }))
}

/// Takes percentages off, one after the other, and rounds once. Without any, nothing is rounded.
fn reduced(amount: Decimal, percents: impl IntoIterator<Item = Decimal>) -> Decimal {
    let mut percents: Vec<_> = percents.into_iter().collect();
    if percents.is_empty() {
        return amount;
    }
    // In one order, so that what the decimals' own rounding leaves is the same in all.
    percents.sort_unstable();
    let exact = percents.into_iter().fold(amount, |amount, percent| {
        amount * ((Decimal::ONE_HUNDRED - percent) / Decimal::ONE_HUNDRED)
    });
    exact
        .round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
        .min(amount)
}

/// Whether a line is one that price conditions name.
fn accepts(conditions: &[super::price_conditions::PriceCondition], line: Bought<'_>) -> bool {
    conditions.is_empty()
        || line
            .list_price
            .is_some_and(|price| all_accept(conditions, price))
}
