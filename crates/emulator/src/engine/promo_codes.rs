//! Promo codes on a cart. A code counts as used only when the cart's order is paid.

use jiff::Timestamp;

use super::Decided;
use super::Decision;
use super::cart::{self, AppliedPromoCode, Cart};
use super::ids::{CartId, PromotionCode};
use super::player::Player;
use super::promotions::{self, SelectedUnitItems};
use super::refusal::Refusal;
use super::state::State;
use super::viewer::Viewer;

/// Applies a code to the player's cart, in place of the one before.
pub fn redeem(
    state: &State,
    player: &Player,
    cart_id: Option<&CartId>,
    code: &PromotionCode,
    selected: SelectedUnitItems,
    now: Timestamp,
) -> Decided<Cart> {
    let mut cart = cart::of(player, cart_id)?;
    let viewer = Viewer::new(state, Some(player), now);
    let promotion = promotions::usable_in_cart(&viewer, code)?;
    promotion.chosen_bonus(state, &selected)?;
    cart.promo_code = Some(AppliedPromoCode {
        code: code.clone(),
        selected_unit_items: selected,
    });
    Ok(saved(player, cart))
}

/// Takes the code off the player's cart.
pub fn remove(player: &Player, cart_id: Option<&CartId>) -> Result<Decision<Cart>, Refusal> {
    let mut cart = cart::of(player, cart_id)?;
    cart.promo_code = None;
    Ok(saved(player, cart))
}

fn saved(player: &Player, cart: Cart) -> Decision<Cart> {
    Decision {
        changes: vec![cart::saved(player, cart.clone())],
        reply: cart,
    }
}
