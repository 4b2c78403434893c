//! How orders end: paid and delivered, canceled or expired.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Order, OrderCode, OrderPurpose, OrderStatus, PaymentEvent};
use crate::engine::chain::Quantity;
use crate::engine::change::Change;
use crate::engine::grants::{GrantKind, Granting};
use crate::engine::ids::{OrderId, PromotionCode, PromotionId, Sku};
use crate::engine::player::Player;
use crate::engine::promotions::Promotion;
use crate::engine::redemptions::Redemption;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::viewer::Viewer;
use crate::engine::{Decided, Decision, cart, limits, offer_chains};

/// Ends an order, or lets it wait on after a declined payment. An order that a limit no longer has room
/// for is canceled instead of paid: the reply says why.
pub fn payment(
    state: &State,
    id: OrderId,
    event: PaymentEvent,
    now: Timestamp,
) -> Decided<Result<OrderStatus, Refusal>> {
    let order = state.orders.get(&id).ok_or(Refusal::OrderNotFound)?;
    if order.status != OrderStatus::New {
        return Err(Refusal::OrderNotOpen(order.status));
    }
    let ended = |status| Decision {
        changes: vec![with_status(order, status)],
        reply: Ok(status),
    };
    match event {
        PaymentEvent::Decline => Ok(Decision::reply(Ok(OrderStatus::New))),
        PaymentEvent::Cancel => Ok(ended(OrderStatus::Canceled)),
        PaymentEvent::Expire => Ok(ended(OrderStatus::Expired)),
        PaymentEvent::Pay => paid(state, order, now),
    }
}

fn paid(state: &State, order: &Order, now: Timestamp) -> Decided<Result<OrderStatus, Refusal>> {
    let player = state
        .players
        .get(&order.player)
        .ok_or(Refusal::PlayerNotFound)?;
    if let OrderPurpose::OfferStep { chain, step, cycle } = order.purpose {
        let mut changes = offer_chains::paid(state, player, chain, step, cycle, now)?;
        changes.push(done(order, now));
        return Ok(Decision {
            changes,
            reply: Ok(OrderStatus::Done),
        });
    }
    let viewer = Viewer::new(state, Some(player), now);
    if let Err(refusal) = check_limits(&viewer, order) {
        return Ok(Decision {
            changes: vec![with_status(order, OrderStatus::Canceled)],
            reply: Err(refusal),
        });
    }
    Ok(Decision {
        changes: completed(state, player, order, now)?,
        reply: Ok(OrderStatus::Done),
    })
}

/// Refuses an order of more than limits leave: of its items, of its promotions, of its code.
pub fn check_limits(viewer: &Viewer<'_>, order: &Order) -> Result<(), Refusal> {
    let wanted = order.lines.iter().map(|line| (&line.sku, line.quantity));
    limits::check_items(viewer, wanted)?;
    for id in &order.promotions {
        let promotion = viewer.state.item_promotions.get(id);
        let left = promotion.and_then(|promotion| {
            limits::of_item_promotion(viewer.state, viewer.player, promotion, viewer.now)
        });
        if left.is_some_and(|left| left.available == 0) {
            return Err(Refusal::PromotionLimitReached(*id));
        }
    }
    match code_of(viewer.state, order) {
        Some((code, promotion)) => promotion.check_limits(viewer, code),
        None => Ok(()),
    }
}

/// Everything that comes of an order once it is paid for: what it grants, the use of its code, the end of
/// other orders for the same limited things, the empty cart.
pub fn completed(
    state: &State,
    player: &Player,
    order: &Order,
    now: Timestamp,
) -> Result<Vec<Change>, Refusal> {
    let quantity = |line: &super::OrderLine| Quantity {
        sku: line.sku.clone(),
        quantity: line.quantity,
    };
    let all: Vec<_> = order.lines.iter().map(quantity).collect();
    let bought = order.lines.iter().filter(|line| !line.is_bonus);
    let bought: Vec<_> = bought.map(quantity).collect();
    let mut granting = Granting::new(state, player, GrantKind::Order, now);
    granting.items(&all).points_of(&bought);
    let mut changes = granting.finish()?;
    if let Some((code, promotion)) = code_of(state, order) {
        changes.push(Change::Redemption(Redemption {
            promotion: promotion.key.clone(),
            code: code.clone(),
            player: player.profile.id.clone(),
            at: now,
        }));
    }
    changes.extend(rivals(state, order).map(|rival| with_status(rival, OrderStatus::Canceled)));
    if let OrderPurpose::Cart { cart: ordered } = &order.purpose
        && player.cart.as_ref() == Some(ordered)
    {
        changes.push(cart::emptied(player, ordered.clone()));
    }
    changes.push(done(order, now));
    Ok(changes)
}

fn done(order: &Order, now: Timestamp) -> Change {
    Change::Order(Box::new(Order {
        status: OrderStatus::Done,
        paid_at: Some(now),
        ..order.clone()
    }))
}

pub fn with_status(order: &Order, status: OrderStatus) -> Change {
    Change::Order(Box::new(Order {
        status,
        ..order.clone()
    }))
}

/// The code of an order, while it still leads to the promotion that counted.
fn code_of<'a>(state: &'a State, order: &'a Order) -> Option<(&'a PromotionCode, &'a Promotion)> {
    let OrderCode { promotion, code } = order.code.as_ref()?;
    let found = state.promotions.get(state.codes.get(code)?)?;
    (found.id == *promotion).then_some((code, found))
}

/// What of an order each player can have only so often.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Limited<'a> {
    Item(&'a Sku),
    Promotion(PromotionId),
}

fn limited<'a>(state: &'a State, order: &'a Order) -> BTreeSet<Limited<'a>> {
    let items = order.lines.iter().filter(|line| {
        let item = state.catalog.items.get(&line.sku);
        item.is_some_and(|item| item.limits.per_user.is_some())
    });
    let promotions = order.promotions.iter().filter(|id| {
        let promotion = state.item_promotions.get(*id);
        promotion.is_some_and(|promotion| promotion.limit.is_some())
    });
    let code = code_of(state, order)
        .filter(|(_, promotion)| promotion.redeem_user_limit.is_some())
        .map(|(_, promotion)| promotion.id);
    items
        .map(|line| Limited::Item(&line.sku))
        .chain(promotions.copied().chain(code).map(Limited::Promotion))
        .collect()
}

/// The player's other unpaid orders for things that this one counts towards a limit of.
fn rivals<'a>(state: &'a State, order: &'a Order) -> impl Iterator<Item = &'a Order> {
    let limited_here = limited(state, order);
    // Without such things there is no order to look through.
    let others = (!limited_here.is_empty()).then(|| state.orders.values());
    others.into_iter().flatten().filter(move |other| {
        other.status == OrderStatus::New
            && other.player == order.player
            && other.id != order.id
            && !matches!(other.purpose, OrderPurpose::OfferStep { .. })
            && !limited(state, other).is_disjoint(&limited_here)
    })
}
