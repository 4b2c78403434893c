//! New orders: of one item or of a cart, to be paid, free, or for virtual currency.

use jiff::Timestamp;

use super::draft::{Draft, new_order, orderable};
use super::paying::{check_limits, completed};
use super::{Order, OrderLine, ReturnUrl, VirtualAmount};
use crate::engine::amounts::{self, Discounted};
use crate::engine::chain::Quantity;
use crate::engine::change::Change;
use crate::engine::ids::{CartId, OrderId, PayStationToken, PromotionCode, Sku};
use crate::engine::items::{Currency, ItemKind};
use crate::engine::player::Player;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::viewer::Viewer;
use crate::engine::{Decided, Decision};

/// What is ordered without a cart.
#[derive(Clone, Copy, Debug)]
pub struct ItemOrder<'a> {
    pub sku: &'a Sku,
    pub quantity: u64,
    pub currency: Option<&'a Currency>,
    pub promo_code: Option<&'a PromotionCode>,
    pub return_url: Option<&'a ReturnUrl>,
}

/// Orders an item that is still to be paid.
pub fn for_item(
    state: &State,
    player: &Player,
    wanted: &ItemOrder<'_>,
    token: PayStationToken,
    now: Timestamp,
) -> Decided<OrderId> {
    let draft = Draft::of_item(state, player, wanted, token, now)?;
    if draft.is_free {
        return Err(Refusal::ItemIsFree);
    }
    Ok(draft.unpaid(wanted.return_url.cloned()))
}

/// Orders an item that costs nothing, and grants it.
pub fn free_item(
    state: &State,
    player: &Player,
    wanted: &ItemOrder<'_>,
    token: PayStationToken,
    now: Timestamp,
) -> Decided<OrderId> {
    let draft = Draft::of_item(state, player, wanted, token, now)?;
    if !draft.is_free {
        return Err(Refusal::ItemInvalid);
    }
    draft.completed(state, player, now)
}

/// Orders the cart, still to be paid.
pub fn for_cart(
    state: &State,
    player: &Player,
    id: Option<&CartId>,
    currency: Option<&Currency>,
    return_url: Option<ReturnUrl>,
    token: PayStationToken,
    now: Timestamp,
) -> Decided<OrderId> {
    let draft = Draft::of_cart(state, player, id, currency, token, now)?;
    if draft.is_free {
        return Err(Refusal::ItemIsFree);
    }
    Ok(draft.unpaid(return_url))
}

/// Orders a cart that costs nothing, and grants what is in it.
pub fn free_cart(
    state: &State,
    player: &Player,
    id: Option<&CartId>,
    currency: Option<&Currency>,
    token: PayStationToken,
    now: Timestamp,
) -> Decided<OrderId> {
    let draft = Draft::of_cart(state, player, id, currency, token, now)?;
    if !draft.is_free {
        return Err(Refusal::CartInvalid);
    }
    draft.completed(state, player, now)
}

/// Buys one of an item with virtual currency: charged and granted in one. Promotions do not touch it.
pub fn for_virtual_currency(
    state: &State,
    player: &Player,
    sku: &Sku,
    currency: &Sku,
    token: PayStationToken,
    now: Timestamp,
) -> Decided<OrderId> {
    let viewer = Viewer::new(state, Some(player), now);
    let item = orderable(&viewer, sku, None)?;
    let sold_for = state.catalog.items.get(currency);
    if !sold_for.is_some_and(|item| item.kind == ItemKind::VirtualCurrency) {
        return Err(Refusal::ItemNotFound(currency.clone()));
    }
    let amount = item
        .virtual_price_in(currency)
        .ok_or(Refusal::ItemInvalid)?;
    let line = OrderLine {
        sku: sku.clone(),
        quantity: 1,
        price: None,
        is_bonus: false,
    };
    let order = Order {
        virtual_price: Some(VirtualAmount {
            sku: currency.clone(),
            amount,
        }),
        ..new_order(&viewer, player, vec![line], token)
    };
    check_limits(&viewer, &order)?;
    let mut charged_player = player.clone();
    let held = charged_player.wallet.entry(currency.clone()).or_default();
    *held = held.checked_sub(amount).ok_or(Refusal::NotEnoughCurrency)?;
    let charged = Change::Wallet {
        player: player.profile.id.clone(),
        sku: currency.clone(),
        amount: *held,
    };
    let mut changes = vec![charged];
    changes.extend(completed(state, &charged_player, &order, now)?);
    Ok(Decision {
        changes,
        reply: order.id,
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
    let viewer = Viewer::new(state, Some(player), now);
    let mut lines = Vec::with_capacity(bought.len());
    for line in bought {
        let item = state.catalog.items.get(&line.sku);
        let item = item.ok_or_else(|| Refusal::ItemNotFound(line.sku.clone()))?;
        let price = item.price_in(viewer.currency, viewer.country);
        let price = price.map(|price| amounts::line_price(price, line.quantity));
        lines.push(OrderLine {
            sku: line.sku.clone(),
            quantity: line.quantity,
            price: price.transpose()?.map(Discounted::full),
            is_bonus: false,
        });
    }
    let prices = lines.iter().filter_map(|line| Some(line.price?.amount));
    let price = Some(Discounted::full(amounts::total_price(prices)?));
    let order = Order {
        price,
        ..new_order(&viewer, player, lines, token)
    };
    completed(state, player, &order, now)
}
