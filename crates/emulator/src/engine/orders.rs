//! Orders: created `new`, then paid, canceled or expired.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::amounts::Discounted;
use super::cart::{AppliedPromoCode, Cart};
use super::chain::{Cycle, Quantity};
use super::change::Change;
use super::grants::{GrantKind, Granting};
use super::ids::{ChainId, OrderId, PayStationToken, PlayerId, PromotionId, Sku, StepNumber};
use super::items::Currency;
use super::player::Player;
use super::refusal::Refusal;
use super::state::State;
use super::{Decided, Decision, amounts, offer_chains};

/// Where an order stands. Paying and delivering are one step here, so `paid` is never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderStatus {
    New,
    Done,
    Canceled,
    Expired,
}

impl OrderStatus {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Done => "done",
            Self::Canceled => "canceled",
            Self::Expired => "expired",
        }
    }
}

impl fmt::Display for OrderStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// An order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub id: OrderId,
    pub player: PlayerId,
    pub status: OrderStatus,
    pub purpose: OrderPurpose,
    pub lines: Vec<OrderLine>,
    /// None where no money is asked for.
    pub price: Option<Discounted>,
    pub virtual_price: Option<VirtualAmount>,
    pub currency: Currency,
    /// The discounts and bonuses that were applied.
    pub promotions: Vec<PromotionId>,
    /// The promo code, or the code of a unique catalog offer, that counted.
    pub code: Option<AppliedPromoCode>,
    pub token: PayStationToken,
    pub created_at: Timestamp,
    /// When it was paid, or taken for free or for virtual currency.
    pub paid_at: Option<Timestamp>,
}

/// An amount of virtual currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VirtualAmount {
    pub sku: Sku,
    pub amount: u64,
}

/// What an order is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "for", rename_all = "snake_case")]
pub enum OrderPurpose {
    OfferStep {
        chain: ChainId,
        step: StepNumber,
        cycle: Cycle,
    },
    Items,
    /// A cart, as it was when it was ordered.
    Cart {
        cart: Cart,
    },
}

/// A line of an order, and what all of it costs; without a price it is free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    pub sku: Sku,
    pub quantity: u64,
    pub price: Option<Discounted>,
    /// Given by a promotion.
    pub is_bonus: bool,
}

/// What a tester or the Pay Station page does to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentEvent {
    Pay,
    Decline,
    Cancel,
    Expire,
}

/// The player's order.
pub fn get<'a>(state: &'a State, player: &Player, id: OrderId) -> Result<&'a Order, Refusal> {
    state
        .orders
        .get(&id)
        .filter(|order| order.player == player.profile.id)
        .ok_or(Refusal::OrderNotFound)
}

/// The order a Pay Station token opens.
pub fn by_token<'a>(state: &'a State, token: &PayStationToken) -> Result<&'a Order, Refusal> {
    let id = state
        .orders_by_token
        .get(token)
        .ok_or(Refusal::OrderNotFound)?;
    state.orders.get(id).ok_or(Refusal::OrderNotFound)
}

/// Ends an order, or lets it wait on after a declined payment.
pub fn payment(
    state: &State,
    id: OrderId,
    event: PaymentEvent,
    now: Timestamp,
) -> Decided<OrderStatus> {
    let order = state.orders.get(&id).ok_or(Refusal::OrderNotFound)?;
    if order.status != OrderStatus::New {
        return Err(Refusal::OrderNotOpen(order.status));
    }
    let (status, mut changes) = match event {
        PaymentEvent::Decline => return Ok(Decision::reply(OrderStatus::New)),
        PaymentEvent::Pay => (OrderStatus::Done, delivered(state, order, now)?),
        PaymentEvent::Cancel => (OrderStatus::Canceled, Vec::new()),
        PaymentEvent::Expire => (OrderStatus::Expired, Vec::new()),
    };
    changes.push(Change::Order(Box::new(Order {
        status,
        paid_at: (status == OrderStatus::Done).then_some(now),
        ..order.clone()
    })));
    Ok(Decision {
        changes,
        reply: status,
    })
}

/// An order that was paid in the past, with all it granted.
pub fn past_purchase(
    state: &State,
    player: &Player,
    bought: &[Quantity],
    token: PayStationToken,
    now: Timestamp,
) -> Result<Vec<Change>, Refusal> {
    let mut lines = Vec::with_capacity(bought.len());
    for line in bought {
        let item = state
            .catalog
            .items
            .get(&line.sku)
            .ok_or_else(|| Refusal::ItemNotFound(line.sku.clone()))?;
        let price = item
            .price_in(&state.project.currency, player.profile.country.as_deref())
            .map(|price| amounts::line_price(price, line.quantity))
            .transpose()?
            .map(Discounted::full);
        lines.push(OrderLine {
            sku: line.sku.clone(),
            quantity: line.quantity,
            price,
            is_bonus: false,
        });
    }
    let order = Order {
        id: state.next_order_id(),
        player: player.profile.id.clone(),
        status: OrderStatus::Done,
        purpose: OrderPurpose::Items,
        price: Some(Discounted::full(amounts::total_price(
            lines.iter().filter_map(|line| Some(line.price?.amount)),
        )?)),
        virtual_price: None,
        lines,
        promotions: Vec::new(),
        code: None,
        currency: state.project.currency.clone(),
        token,
        created_at: now,
        paid_at: Some(now),
    };
    let mut changes = delivered_items(state, player, &order, now)?;
    changes.push(Change::Order(Box::new(order)));
    Ok(changes)
}

fn delivered(state: &State, order: &Order, now: Timestamp) -> Result<Vec<Change>, Refusal> {
    let player = state
        .players
        .get(&order.player)
        .ok_or(Refusal::PlayerNotFound)?;
    match order.purpose {
        OrderPurpose::OfferStep { chain, step, cycle } => {
            offer_chains::paid(state, player, chain, step, cycle, now)
        }
        OrderPurpose::Items | OrderPurpose::Cart { .. } => {
            delivered_items(state, player, order, now)
        }
    }
}

fn delivered_items(
    state: &State,
    player: &Player,
    order: &Order,
    now: Timestamp,
) -> Result<Vec<Change>, Refusal> {
    let bought: Vec<Quantity> = order
        .lines
        .iter()
        .map(|line| Quantity {
            sku: line.sku.clone(),
            quantity: line.quantity,
        })
        .collect();
    let mut granting = Granting::new(state, player, GrantKind::Order, now);
    granting.items(&bought).points_of(&bought);
    granting.finish()
}
