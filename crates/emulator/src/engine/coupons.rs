//! Redeeming coupons.

use jiff::Timestamp;

use super::Decided;
use super::Decision;
use super::chain::Quantity;
use super::change::Change;
use super::grants::{GrantKind, Granting};
use super::ids::PromotionCode;
use super::player::Player;
use super::promotions::{self, PromotionKind, SelectedUnitItems};
use super::redemptions::Redemption;
use super::state::State;

/// Grants what a coupon gives, and counts its use.
pub fn redeem(
    state: &State,
    player: &Player,
    code: &PromotionCode,
    selected: &SelectedUnitItems,
    now: Timestamp,
) -> Decided<Vec<Quantity>> {
    let promotion = promotions::usable(state, PromotionKind::Coupon, player, code, now)?;
    let chosen = promotion.chosen_bonus(state, selected)?;
    let granted: Vec<Quantity> = chosen
        .iter()
        .map(promotions::ChosenBonus::granted)
        .collect();
    let mut granting = Granting::new(state, player, GrantKind::Coupon, now);
    granting.items(&granted);
    let mut changes = granting.finish()?;
    changes.push(Change::Redemption(Redemption {
        promotion: promotion.key.clone(),
        code: code.clone(),
        player: player.profile.id.clone(),
        at: now,
    }));
    let named = chosen.iter().map(|bonus| Quantity {
        sku: bonus.item.sku.clone(),
        quantity: bonus.quantity,
    });
    Ok(Decision {
        changes,
        reply: named.collect(),
    })
}
