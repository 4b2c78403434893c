//! The cart: what is in it, and what goes in and out.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::amounts;
use super::availability::{self, Obstacle};
use super::chain::Quantity;
use super::change::Change;
use super::ids::{CartId, PromotionCode, Sku};
use super::items::{Item, ItemKind};
use super::limits;
use super::player::Player;
use super::pricing::{self, Purchase};
use super::promotions::{self, Promotion, SelectedUnitItems};
use super::refusal::Refusal;
use super::state::State;
use super::viewer::Viewer;
use super::{Decided, Decision};

/// How every cart can be called by its owner.
const CURRENT: &str = "current";

/// A player's cart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cart {
    pub id: CartId,
    pub lines: Vec<Quantity>,
    pub promo_code: Option<AppliedPromoCode>,
}

impl Cart {
    /// So many of an item, in place of those before.
    fn set(&mut self, wanted: &Quantity) {
        match self.lines.iter_mut().find(|line| line.sku == wanted.sku) {
            Some(line) => line.quantity = wanted.quantity,
            None => self.lines.push(wanted.clone()),
        }
        self.lines.retain(|line| line.quantity > 0);
    }
}

/// A code on a cart, with the choices made for its units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedPromoCode {
    pub code: PromotionCode,
    pub selected_unit_items: SelectedUnitItems,
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

/// What the cart costs now. A code that can no longer be used counts for nothing.
pub fn priced<'a>(viewer: &Viewer<'a>, cart: &Cart) -> Result<Purchase<'a>, Refusal> {
    pricing::purchase(viewer, &cart.lines, usable_code(viewer, cart))
}

/// The promotion of the cart's code, if it can be used now.
pub fn usable_code<'a>(viewer: &Viewer<'a>, cart: &Cart) -> Option<&'a Promotion> {
    let applied = cart.promo_code.as_ref()?;
    promotions::usable_in_cart(viewer, &applied.code).ok()
}

/// Puts items into the cart, in place of the lines of the same items: others stay, and none of an item
/// takes it out. Answers with the lines that could not be taken.
pub fn fill(
    state: &State,
    player: &Player,
    id: Option<&CartId>,
    wanted: Vec<Quantity>,
    now: Timestamp,
) -> Decided<(Cart, Vec<Quantity>)> {
    let mut cart = of(player, id)?;
    let viewer = Viewer::new(state, Some(player), now);
    let code = usable_code(&viewer, &cart);
    let (mut taken, mut unknown): (Vec<Quantity>, Vec<Quantity>) = (Vec::new(), Vec::new());
    for line in wanted {
        let target = match check_taken(&viewer, &cart, &line, code) {
            Ok(()) => &mut taken,
            Err(Refusal::ItemNotFound(_)) => &mut unknown,
            Err(refusal) => return Err(refusal),
        };
        match target.iter_mut().find(|earlier| earlier.sku == line.sku) {
            Some(earlier) => {
                earlier.quantity = amounts::sum(&line.sku, earlier.quantity, line.quantity)?;
            }
            None => target.push(line),
        }
    }
    for line in &taken {
        cart.set(line);
    }
    let is_taken = |sku: &Sku| taken.iter().any(|line| line.sku == *sku);
    check_limits(&viewer, &cart, is_taken)?;
    let changes = vec![saved(player, cart.clone())];
    Ok(Decision {
        changes,
        reply: (cart, unknown),
    })
}

/// Puts so many of an item into the cart, in place of those before; none takes it out.
pub fn put(
    state: &State,
    player: &Player,
    id: Option<&CartId>,
    sku: &Sku,
    quantity: u64,
    now: Timestamp,
) -> Decided<()> {
    let mut cart = of(player, id)?;
    let viewer = Viewer::new(state, Some(player), now);
    let wanted = Quantity {
        sku: sku.clone(),
        quantity,
    };
    check_taken(&viewer, &cart, &wanted, usable_code(&viewer, &cart))?;
    cart.set(&wanted);
    check_limits(&viewer, &cart, |wanted| wanted == sku)?;
    Ok(Decision {
        changes: vec![saved(player, cart)],
        reply: (),
    })
}

/// Takes an item out of the cart.
pub fn delete(player: &Player, id: Option<&CartId>, sku: &Sku) -> Decided<()> {
    let mut cart = of(player, id)?;
    let before = cart.lines.len();
    cart.lines.retain(|line| line.sku != *sku);
    if cart.lines.len() == before {
        return Err(Refusal::ItemNotFound(sku.clone()));
    }
    Ok(Decision {
        changes: vec![saved(player, cart)],
        reply: (),
    })
}

/// Takes everything out of the cart, the code as well.
pub fn clear(player: &Player, id: Option<&CartId>) -> Decided<()> {
    Ok(Decision {
        changes: vec![emptied(player, of(player, id)?)],
        reply: (),
    })
}

/// The change that empties a cart.
pub fn emptied(player: &Player, cart: Cart) -> Change {
    let empty = Cart {
        id: cart.id,
        lines: Vec::new(),
        promo_code: None,
    };
    saved(player, empty)
}

/// The change that keeps a cart.
pub fn saved(player: &Player, cart: Cart) -> Change {
    Change::Cart {
        player: player.profile.id.clone(),
        cart,
    }
}

/// Refuses what carts and orders never take: units, and for guests all but game keys.
pub fn check_kind(player: &Player, item: &Item) -> Result<(), Refusal> {
    let is_taken = match item.kind {
        ItemKind::Unit { .. } => false,
        ItemKind::GameKey { .. } => true,
        _ => !player.profile.is_guest,
    };
    if is_taken {
        Ok(())
    } else {
        Err(Refusal::ItemNotForCart)
    }
}

/// Refuses a line that the cart does not take. What stands in it can be taken out whatever became of it.
/// Regions are left to the order, where the country is certain.
fn check_taken(
    viewer: &Viewer<'_>,
    cart: &Cart,
    Quantity { sku, quantity }: &Quantity,
    code: Option<&Promotion>,
) -> Result<(), Refusal> {
    if *quantity == 0 && cart.lines.iter().any(|line| line.sku == *sku) {
        return Ok(());
    }
    let unknown = || Refusal::ItemNotFound(sku.clone());
    let item = viewer.state.catalog.items.get(sku).ok_or_else(unknown)?;
    match availability::obstacle(viewer, item, code) {
        Some(Obstacle::NotShown | Obstacle::NotNow) => return Err(unknown()),
        Some(Obstacle::Region) | None => {}
    }
    if let Some(player) = viewer.player {
        check_kind(player, item)?;
    }
    if item.is_free || viewer.list_price(item).is_some() {
        Ok(())
    } else {
        Err(unknown())
    }
}

/// Refuses more of an item than its limits leave, with what promotions give on top.
fn check_limits(
    viewer: &Viewer<'_>,
    cart: &Cart,
    is_asked: impl Fn(&Sku) -> bool,
) -> Result<(), Refusal> {
    let purchase = priced(viewer, cart)?;
    let wanted = purchase.lines.iter();
    let wanted = wanted
        .map(|line| (&line.item.sku, line.quantity))
        .filter(|(sku, _)| is_asked(sku) && cart.lines.iter().any(|line| line.sku == **sku));
    limits::check_items(viewer, wanted)
}
