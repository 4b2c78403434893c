//! New orders: of one item or of a cart, to be paid, free, or for virtual currency.

use jiff::Timestamp;

use super::paying::{check_limits, completed};
use super::{Order, OrderLine, OrderPurpose, OrderStatus, VirtualAmount};
use crate::engine::amounts::{self, Discounted};
use crate::engine::availability::{self, Obstacle};
use crate::engine::cart::{self, AppliedPromoCode, Cart};
use crate::engine::chain::Quantity;
use crate::engine::change::Change;
use crate::engine::ids::{CartId, OrderId, PayStationToken, PromotionCode, Sku};
use crate::engine::items::{Currency, Item, ItemKind};
use crate::engine::player::Player;
use crate::engine::pricing::{self, PricedLine, Purchase};
use crate::engine::promotions::{self, Promotion, SelectedUnitItems};
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
    Ok(draft.unpaid())
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
    token: PayStationToken,
    now: Timestamp,
) -> Decided<OrderId> {
    let draft = Draft::of_cart(state, player, id, currency, token, now)?;
    if draft.is_free {
        return Err(Refusal::ItemIsFree);
    }
    Ok(draft.unpaid())
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
    let is_currency = |item: &&Item| item.kind == ItemKind::VirtualCurrency;
    if state
        .catalog
        .items
        .get(currency)
        .filter(is_currency)
        .is_none()
    {
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
    let mut payer = player.clone();
    let held = payer.wallet.entry(currency.clone()).or_default();
    *held = held.checked_sub(amount).ok_or(Refusal::NotEnoughCurrency)?;
    let charged = Change::Wallet {
        player: player.profile.id.clone(),
        sku: currency.clone(),
        amount: *held,
    };
    let mut changes = vec![charged];
    changes.extend(completed(state, &payer, &order, now)?);
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

/// An order as it would be, checked but for who pays.
struct Draft {
    order: Order,
    is_free: bool,
}

impl Draft {
    fn of_item(
        state: &State,
        player: &Player,
        wanted: &ItemOrder<'_>,
        token: PayStationToken,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        if wanted.quantity == 0 {
            return Err(Refusal::invalid("quantity", "is 0; order at least 1"));
        }
        let viewer = Viewer::new(state, Some(player), now).paying_in(wanted.currency);
        let code = wanted.promo_code.map(|code| {
            let usable = promotions::usable_in_cart(&viewer, code);
            usable.map_err(|refusal| match refusal {
                Refusal::PromoCodeInvalid => Refusal::OrderCodeNotFound,
                other => other,
            })
        });
        let code = code.transpose()?;
        let item = orderable(&viewer, wanted.sku, code)?;
        if !item.is_free && viewer.list_price(item).is_none() {
            return Err(Refusal::ItemInvalid);
        }
        let lines = [Quantity {
            sku: wanted.sku.clone(),
            quantity: wanted.quantity,
        }];
        let purchase = pricing::purchase(&viewer, &lines, code)?;
        let applied = wanted.promo_code.map(|code| AppliedPromoCode {
            code: code.clone(),
            selected_unit_items: SelectedUnitItems::default(),
        });
        Self::of(
            &viewer,
            player,
            &purchase,
            applied,
            OrderPurpose::Items,
            token,
        )
    }

    fn of_cart(
        state: &State,
        player: &Player,
        id: Option<&CartId>,
        currency: Option<&Currency>,
        token: PayStationToken,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let cart = cart::of(player, id)?;
        if cart.lines.is_empty() {
            return Err(Refusal::CartEmpty);
        }
        let viewer = Viewer::new(state, Some(player), now).paying_in(currency);
        check_cart(&viewer, player, &cart)?;
        let purchase = cart::priced(&viewer, &cart)?;
        let applied = cart.promo_code.clone();
        Self::of(
            &viewer,
            player,
            &purchase,
            applied,
            OrderPurpose::Cart { cart },
            token,
        )
    }

    fn of(
        viewer: &Viewer<'_>,
        player: &Player,
        purchase: &Purchase<'_>,
        applied: Option<AppliedPromoCode>,
        purpose: OrderPurpose,
        token: PayStationToken,
    ) -> Result<Self, Refusal> {
        let code = applied.filter(|_| purchase.code.is_some());
        let selected = code.as_ref().map(|code| &code.selected_unit_items);
        if let (Some(promotion), Some(selected)) = (purchase.code, selected) {
            promotion.chosen_bonus(viewer.state, selected)?;
        }
        let lines = purchase.lines.iter().map(|line| order_line(line, selected));
        let lines = lines.collect::<Result<_, _>>()?;
        let order = Order {
            purpose,
            price: purchase.total.filter(|_| !purchase.is_free()),
            promotions: purchase.promotions.iter().map(|of| of.id).collect(),
            code,
            ..new_order(viewer, player, lines, token)
        };
        check_limits(viewer, &order)?;
        Ok(Self {
            order,
            is_free: purchase.is_free(),
        })
    }

    fn unpaid(self) -> Decision<OrderId> {
        Decision {
            reply: self.order.id,
            changes: vec![Change::Order(Box::new(self.order))],
        }
    }

    fn completed(self, state: &State, player: &Player, now: Timestamp) -> Decided<OrderId> {
        Ok(Decision {
            reply: self.order.id,
            changes: completed(state, player, &self.order, now)?,
        })
    }
}

/// The item of an order without a cart, if it can be ordered.
fn orderable<'a>(
    viewer: &Viewer<'a>,
    sku: &Sku,
    code: Option<&Promotion>,
) -> Result<&'a Item, Refusal> {
    let unknown = || Refusal::ItemNotFound(sku.clone());
    let item = viewer.state.catalog.items.get(sku).ok_or_else(unknown)?;
    let obstacle = availability::obstacle(viewer, item, code);
    if obstacle == Some(Obstacle::NotShown) {
        return Err(unknown());
    }
    if let Some(player) = viewer.player {
        cart::check_kind(player, item)?;
    }
    match obstacle {
        Some(Obstacle::NotNow) => Err(Refusal::ItemInvalid),
        Some(Obstacle::Region) => Err(Refusal::ItemRegionLocked(sku.clone())),
        _ => Ok(item),
    }
}

/// Refuses a cart with something that is not sold any more, or not here.
fn check_cart(viewer: &Viewer<'_>, player: &Player, cart: &Cart) -> Result<(), Refusal> {
    let code = cart::usable_code(viewer, cart);
    let mut locked = None;
    for Quantity { sku, .. } in &cart.lines {
        let unavailable = || Refusal::ItemUnavailable(sku.clone());
        let item = viewer
            .state
            .catalog
            .items
            .get(sku)
            .ok_or_else(unavailable)?;
        match availability::obstacle(viewer, item, code) {
            Some(Obstacle::NotShown | Obstacle::NotNow) => return Err(unavailable()),
            Some(Obstacle::Region) => locked = locked.or(Some(sku)),
            None => {}
        }
        cart::check_kind(player, item)?;
        if !item.is_free && viewer.list_price(item).is_none() {
            return Err(unavailable());
        }
    }
    match locked {
        Some(sku) => Err(Refusal::ItemRegionLocked(sku.clone())),
        None => Ok(()),
    }
}

fn order_line(
    line: &PricedLine<'_>,
    selected: Option<&SelectedUnitItems>,
) -> Result<OrderLine, Refusal> {
    let total = |price: Discounted| {
        Ok(Discounted {
            amount: amounts::line_price(price.amount, line.quantity)?,
            without_discount: amounts::line_price(price.without_discount, line.quantity)?,
        })
    };
    // What a player gets of a unit is the unit item chosen, or else its first.
    let first = line.item.unit_items().first().map(|form| &form.sku);
    let chosen = selected.and_then(|selected| selected.get(&line.item.sku));
    Ok(OrderLine {
        sku: chosen.or(first).unwrap_or(&line.item.sku).clone(),
        quantity: line.quantity,
        price: line.price.map(total).transpose()?,
        is_bonus: line.is_bonus,
    })
}

fn new_order(
    viewer: &Viewer<'_>,
    player: &Player,
    lines: Vec<OrderLine>,
    token: PayStationToken,
) -> Order {
    Order {
        id: viewer.state.next_order_id(),
        player: player.profile.id.clone(),
        status: OrderStatus::New,
        purpose: OrderPurpose::Items,
        lines,
        price: None,
        virtual_price: None,
        currency: viewer.currency.clone(),
        promotions: Vec::new(),
        code: None,
        token,
        created_at: viewer.now,
        paid_at: None,
    }
}
