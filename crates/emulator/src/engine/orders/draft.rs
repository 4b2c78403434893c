//! An order before it is known who pays: what it holds, checked and priced.

use jiff::Timestamp;

use super::creating::ItemOrder;
use super::paying::{check_limits, completed};
use super::{Order, OrderCode, OrderLine, OrderPurpose, OrderStatus, ReturnUrl};
use crate::engine::availability::{self, Obstacle};
use crate::engine::cart::{self, AppliedPromoCode, Cart};
use crate::engine::chain::Quantity;
use crate::engine::change::Change;
use crate::engine::ids::{CartId, OrderId, PayStationToken, Sku};
use crate::engine::items::{Currency, Item};
use crate::engine::player::Player;
use crate::engine::pricing::{self, PricedLine, Purchase};
use crate::engine::promotions::{self, Promotion, SelectedUnitItems};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::viewer::Viewer;
use crate::engine::{Decided, Decision};

/// An order as it would be, checked but for who pays.
pub struct Draft {
    order: Order,
    pub is_free: bool,
}

impl Draft {
    pub fn of_item(
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
                Refusal::PromoCodeInvalid => Refusal::CouponUnknown,
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
            applied.as_ref(),
            OrderPurpose::Items,
            token,
        )
    }

    pub fn of_cart(
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
            applied.as_ref(),
            OrderPurpose::Cart { cart },
            token,
        )
    }

    fn of(
        viewer: &Viewer<'_>,
        player: &Player,
        purchase: &Purchase<'_>,
        applied: Option<&AppliedPromoCode>,
        purpose: OrderPurpose,
        token: PayStationToken,
    ) -> Result<Self, Refusal> {
        let counting = purchase.code.zip(applied);
        let selected = counting.map(|(_, applied)| &applied.selected_unit_items);
        if let Some((promotion, applied)) = counting {
            promotion.chosen_bonus(viewer.state, &applied.selected_unit_items)?;
        }
        let lines = purchase.lines.iter().map(|line| order_line(line, selected));
        let lines = lines.collect::<Result<_, _>>()?;
        let code = counting.map(|(promotion, applied)| OrderCode {
            promotion: promotion.id,
            code: applied.code.clone(),
        });
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

    pub fn unpaid(self, return_url: Option<ReturnUrl>) -> Decision<OrderId> {
        let order = Order {
            return_url,
            ..self.order
        };
        Decision {
            reply: order.id,
            changes: vec![Change::Order(Box::new(order))],
        }
    }

    pub fn completed(self, state: &State, player: &Player, now: Timestamp) -> Decided<OrderId> {
        Ok(Decision {
            reply: self.order.id,
            changes: completed(state, player, &self.order, now)?,
        })
    }
}

/// The item of an order without a cart, if it can be ordered.
pub fn orderable<'a>(
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
    // What a player gets of a unit is the unit item chosen, or else its first.
    let first = line.item.unit_items().first().map(|form| &form.sku);
    let chosen = selected.and_then(|selected| selected.get(&line.item.sku));
    Ok(OrderLine {
        sku: chosen.or(first).unwrap_or(&line.item.sku).clone(),
        quantity: line.quantity,
        price: line
            .price
            .map(|price| price.times(line.quantity))
            .transpose()?,
        is_bonus: line.is_bonus,
    })
}

pub fn new_order(
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
        return_url: None,
        created_at: viewer.now,
        paid_at: None,
    }
}
