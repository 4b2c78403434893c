//! Promo codes on a cart. A code counts as used only when the cart's order is paid.

use jiff::Timestamp;

use super::Decided;
use super::Decision;
use super::cart::{self, AppliedPromoCode, Cart};
use super::change::Change;
use super::ids::{CartId, PromotionCode};
use super::player::Player;
use super::promotions::{self, PromotionKind, SelectedUnitItems};
use super::refusal::Refusal;
use super::state::State;

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
    let promotion = promotions::usable(state, PromotionKind::PromoCode, player, code, now)?;
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
    let change = Change::Cart {
        player: player.profile.id.clone(),
        cart: cart.clone(),
    };
    Decision {
        changes: vec![change],
        reply: cart,
    }
}
