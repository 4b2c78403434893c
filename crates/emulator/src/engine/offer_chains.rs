//! Offer chains: free and paid steps, strictly one after the other.

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::amounts::Discounted;
use super::chain::{Availability, ChainKey, ChainKind, Claim, Cycle, Quantity};
use super::change::Change;
use super::grants::{GrantKind, GrantedStep, Granting};
use super::ids::{ChainId, OrderId, PayStationToken, StepId, StepNumber};
use super::orders::{Order, OrderLine, OrderPurpose, OrderStatus};
use super::player::Player;
use super::refusal::Refusal;
use super::schedule::Schedule;
use super::state::State;
use super::text::LocaleMap;
use super::{Decided, Decision, amounts};

/// An offer chain as a merchant defined it; its steps are numbered 1, 2, 3 …
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferChain {
    pub id: ChainId,
    pub name: LocaleMap,
    pub description: Option<LocaleMap>,
    pub order: i64,
    pub availability: Availability,
    pub schedule: Option<Schedule>,
    pub steps: Vec<OfferStep>,
}

/// A step: what it gives, for free or for the price of its items.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfferStep {
    pub id: StepId,
    pub number: StepNumber,
    pub is_free: bool,
    pub items: Vec<Quantity>,
}

/// A chain as one player, or a guest, sees it now.
#[derive(Debug)]
pub struct OfferProgress<'a> {
    pub chain: &'a OfferChain,
    pub cycle: Cycle,
    pub next_reset: Option<Timestamp>,
    pub steps: Vec<(&'a OfferStep, bool)>,
    /// None once the chain is completed.
    pub next_step: Option<StepNumber>,
}

/// The chains a player sees, in their order.
pub fn list<'a>(
    state: &'a State,
    player: Option<&Player>,
    now: Timestamp,
) -> Vec<OfferProgress<'a>> {
    let mut chains: Vec<_> = state
        .offer_chains
        .values()
        .filter(|chain| chain.availability.is_visible(player, now))
        .collect();
    chains.sort_by_key(|chain| (chain.order, chain.id));
    chains
        .into_iter()
        .map(|chain| progress(chain, player, now))
        .collect()
}

/// One chain, if the player sees it.
pub fn get<'a>(
    state: &'a State,
    player: Option<&Player>,
    id: ChainId,
    now: Timestamp,
) -> Result<OfferProgress<'a>, Refusal> {
    let chain = visible(state, player, id, now).ok_or(Refusal::ChainNotFound {
        chain: key(id),
        step: None,
    })?;
    Ok(progress(chain, player, now))
}

/// Claims a free step: an order that is done at once.
pub fn claim(
    state: &State,
    player: &Player,
    id: ChainId,
    number: StepNumber,
    token: PayStationToken,
    now: Timestamp,
) -> Decided<OrderId> {
    let chain = visible(state, Some(player), id, now).ok_or(no_chain(id, number))?;
    let (step, cycle) = next_step(chain, player, number, now)?;
    if !step.is_free {
        return Err(not_claimable(
            id,
            number,
            "It is not free; create an order for it.",
        ));
    }
    let mut order = order_for(state, player, id, step, cycle, token, now)?;
    order.status = OrderStatus::Done;
    order.paid_at = Some(now);
    let mut changes = step_taken(state, player, id, step, cycle, now)?;
    let reply = order.id;
    changes.push(Change::Order(Box::new(order)));
    Ok(Decision { changes, reply })
}

/// Creates the order for a paid step. The chain advances when it is paid.
pub fn order(
    state: &State,
    player: &Player,
    id: ChainId,
    number: StepNumber,
    token: PayStationToken,
    now: Timestamp,
) -> Decided<(OrderId, PayStationToken)> {
    let chain = visible(state, Some(player), id, now).ok_or(no_chain(id, number))?;
    let (step, cycle) = next_step(chain, player, number, now)?;
    if step.is_free {
        return Err(not_claimable(id, number, "It is free; claim it."));
    }
    let order = order_for(state, player, id, step, cycle, token.clone(), now)?;
    let reply = (order.id, token);
    Ok(Decision {
        changes: vec![Change::Order(Box::new(order))],
        reply,
    })
}

/// What paying for a step grants, also once the chain has ended or is switched off: it was on offer
/// when it was ordered. Refused when another order has already bought it, or when the chain has
/// started over since.
pub fn paid(
    state: &State,
    player: &Player,
    id: ChainId,
    number: StepNumber,
    ordered_in: Cycle,
    now: Timestamp,
) -> Result<Vec<Change>, Refusal> {
    let chain = state.offer_chains.get(&id);
    let (step, cycle) = next_step(chain.ok_or(no_chain(id, number))?, player, number, now)?;
    if cycle != ordered_in {
        return Err(not_claimable(
            id,
            number,
            "The chain has started over; order it again.",
        ));
    }
    step_taken(state, player, id, step, cycle, now)
}

/// What a paid step costs: its items, each as often as it is given.
pub fn step_price(state: &State, step: &OfferStep) -> Result<Option<Decimal>, Refusal> {
    if step.is_free {
        return Ok(None);
    }
    let lines: Result<Vec<_>, _> = step
        .items
        .iter()
        .map(|line| line_price(state, line))
        .collect();
    amounts::total_price(lines?).map(Some)
}

/// The price of a step that stands in a chain: creating it made sure that it can be counted.
pub fn shown_price(state: &State, step: &OfferStep) -> Option<Decimal> {
    step_price(state, step).ok().flatten()
}

fn line_price(state: &State, line: &Quantity) -> Result<Decimal, Refusal> {
    let item = state.catalog.items.get(&line.sku);
    let price = item
        .and_then(|item| item.price_in(&state.project.currency, None))
        .unwrap_or_default();
    amounts::line_price(price, line.quantity)
}

fn step_taken(
    state: &State,
    player: &Player,
    id: ChainId,
    step: &OfferStep,
    cycle: Cycle,
    now: Timestamp,
) -> Result<Vec<Change>, Refusal> {
    let mut granting = Granting::new(state, player, GrantKind::OfferChain, now);
    granting
        .of_step(GrantedStep {
            chain: key(id),
            step: step.number.0,
            cycle,
        })
        .items(&step.items)
        .points_of(&step.items);
    let mut changes = granting.finish()?;
    changes.push(Change::Claim(Claim {
        player: player.profile.id.clone(),
        chain: key(id),
        cycle,
        step: step.number.0,
        at: now,
    }));
    Ok(changes)
}

fn order_for(
    state: &State,
    player: &Player,
    id: ChainId,
    step: &OfferStep,
    cycle: Cycle,
    token: PayStationToken,
    now: Timestamp,
) -> Result<Order, Refusal> {
    let line = |line: &Quantity| {
        let price = (!step.is_free).then(|| line_price(state, line));
        Ok(OrderLine {
            sku: line.sku.clone(),
            quantity: line.quantity,
            price: price.transpose()?.map(Discounted::full),
            is_bonus: false,
        })
    };
    Ok(Order {
        id: state.next_order_id(),
        player: player.profile.id.clone(),
        status: OrderStatus::New,
        purpose: OrderPurpose::OfferStep {
            chain: id,
            step: step.number,
            cycle,
        },
        lines: step.items.iter().map(line).collect::<Result<_, _>>()?,
        price: step_price(state, step)?.map(Discounted::full),
        virtual_price: None,
        promotions: Vec::new(),
        code: None,
        currency: state.project.currency.clone(),
        token,
        return_url: None,
        created_at: now,
        paid_at: None,
    })
}

/// The step, if it is this player's next one.
fn next_step<'a>(
    chain: &'a OfferChain,
    player: &Player,
    number: StepNumber,
    now: Timestamp,
) -> Result<(&'a OfferStep, Cycle), Refusal> {
    let (chain_key, step) = (key(chain.id), number.0);
    let progress = progress(chain, Some(player), now);
    let (found, is_claimed) = progress
        .steps
        .iter()
        .find(|(candidate, _)| candidate.number == number)
        .ok_or(Refusal::StepNotFound {
            chain: chain_key,
            step,
        })?;
    if *is_claimed {
        return Err(Refusal::AlreadyClaimed {
            chain: chain_key,
            step,
        });
    }
    if progress.next_step != Some(number) {
        return Err(not_claimable(
            chain.id,
            number,
            "An earlier step comes first.",
        ));
    }
    Ok((found, progress.cycle))
}

fn no_chain(id: ChainId, number: StepNumber) -> Refusal {
    Refusal::ChainNotFound {
        chain: key(id),
        step: Some(number.0),
    }
}

fn not_claimable(id: ChainId, number: StepNumber, why: &'static str) -> Refusal {
    Refusal::StepNotClaimable {
        chain: key(id),
        step: number.0,
        why,
    }
}

fn key(id: ChainId) -> ChainKey {
    ChainKey {
        kind: ChainKind::Offer,
        id,
    }
}

fn visible<'a>(
    state: &'a State,
    player: Option<&Player>,
    id: ChainId,
    now: Timestamp,
) -> Option<&'a OfferChain> {
    state
        .offer_chains
        .get(&id)
        .filter(|chain| chain.availability.is_visible(player, now))
}

fn progress<'a>(
    chain: &'a OfferChain,
    player: Option<&Player>,
    now: Timestamp,
) -> OfferProgress<'a> {
    let cycle = Cycle::of_schedule(chain.schedule.as_ref(), now);
    let claimed = player.and_then(|player| player.claimed.get(&key(chain.id)));
    let steps: Vec<_> = chain
        .steps
        .iter()
        .map(|step| {
            (
                step,
                claimed.is_some_and(|claimed| claimed.contains(cycle, step.number.0)),
            )
        })
        .collect();
    let next_step = steps
        .iter()
        .find(|(_, is_claimed)| !is_claimed)
        .map(|(step, _)| step.number);
    let next_reset = chain.schedule.map(|schedule| schedule.next_reset(now));
    OfferProgress {
        chain,
        cycle,
        next_reset,
        steps,
        next_step,
    }
}
