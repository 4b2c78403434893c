//! Orders: created `new`, then paid, canceled or expired; free ones, and those for virtual currency, are
//! `done` at once.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::amounts::Discounted;
use super::cart::Cart;
use super::chain::Cycle;
use super::ids::{
    ChainId, OrderId, PayStationToken, PlayerId, PromotionCode, PromotionId, Sku, StepNumber,
};
use super::items::Currency;
use super::player::Player;
use super::refusal::Refusal;
use super::state::State;

mod creating;
mod draft;
mod expiring;
pub mod news;
mod paying;
mod return_url;

pub use creating::{
    ItemOrder, for_cart, for_item, for_virtual_currency, free_cart, free_item, past_purchase,
};
pub use expiring::{expired, expires_at, next_expiry};
pub use news::OrderNews;
pub use paying::payment;
pub use return_url::ReturnUrl;

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
    pub code: Option<OrderCode>,
    pub token: PayStationToken,
    /// Where the payer goes from Pay Station.
    pub return_url: Option<ReturnUrl>,
    pub created_at: Timestamp,
    /// When it was paid, or taken for free or for virtual currency.
    pub paid_at: Option<Timestamp>,
}

/// A code and the promotion it led to: once that one is deleted, the code may lead to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderCode {
    pub promotion: PromotionId,
    pub code: PromotionCode,
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
