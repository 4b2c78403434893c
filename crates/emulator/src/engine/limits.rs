//! How many of an item, and how often a promotion: what is left of a limit, and merchants' changes to it.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::amounts;
use super::ids::{PlayerId, PromotionCode, PromotionId, Sku};
use super::item_promotions::ItemPromotion;
use super::items::{Item, ItemKind};
use super::player::Player;
use super::promotions::Promotion;
use super::purchases::Window;
use super::refusal::Refusal;
use super::schedule::Schedule;
use super::state::State;
use super::viewer::Viewer;
use adjustments::check_player;
use promotion_limit::PromotionUserLimit;

mod adjustments;
mod promotion_limit;

pub use adjustments::{Adjust, Adjustment, Adjustments, adjust, reset, reset_all};

/// What is left of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining {
    pub total: u64,
    pub available: u64,
}

/// What is left of one player's limit, and when it is whole again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UserRemaining {
    pub total: u64,
    pub available: u64,
    pub schedule: Option<Schedule>,
    pub next_reset: Option<Timestamp>,
}

/// What is left of an item's limits; none where it has no such limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemRemaining {
    pub per_user: Option<UserRemaining>,
    pub per_item: Option<Remaining>,
}

impl ItemRemaining {
    /// How many can be bought; none where there is no limit.
    pub fn available(&self) -> Option<u64> {
        let per_user = self.per_user.map(|limit| limit.available);
        let per_item = self.per_item.map(|limit| limit.available);
        per_user.into_iter().chain(per_item).min()
    }
}

/// What is left of an item's limits. Nobody in particular is told that all of them is.
pub fn of_item(
    state: &State,
    player: Option<&Player>,
    item: &Item,
    now: Timestamp,
) -> ItemRemaining {
    let schedule = item.limits.recurrent_schedule;
    let per_user = item.limits.per_user.map(|total| {
        let bought = player.map_or(0, |player| {
            let id = &player.profile.id;
            state
                .purchases
                .of_item(id, &item.sku, window(schedule, now))
        });
        remaining(total, total.saturating_sub(bought), schedule, now)
    });
    let per_item = item.limits.per_item.map(|total| {
        let sold = player.map_or(0, |_| state.purchases.sold(&item.sku));
        Remaining {
            total,
            available: total.saturating_sub(sold),
        }
    });
    ItemRemaining { per_user, per_item }
}

/// Whether an item's limits leave so many to the viewer; those of a unit are its unit items'.
pub fn has_room(viewer: &Viewer<'_>, item: &Item, quantity: u64) -> bool {
    let has_room = |item: &Item| {
        let left = of_item(viewer.state, viewer.player, item, viewer.now).available();
        left.is_none_or(|left| quantity <= left)
    };
    let mut forms = item.unit_items().iter();
    match item.kind {
        ItemKind::Unit { .. } => forms.any(|form| {
            let item = viewer.state.catalog.items.get(&form.sku);
            item.is_some_and(has_room)
        }),
        _ => has_room(item),
    }
}

/// Refuses more of an item than its limits leave to the viewer.
pub fn check_items<'b>(
    viewer: &Viewer<'_>,
    wanted: impl IntoIterator<Item = (&'b Sku, u64)>,
) -> Result<(), Refusal> {
    let mut sums: BTreeMap<&Sku, u64> = BTreeMap::new();
    for (sku, quantity) in wanted {
        let sum = sums.entry(sku).or_default();
        *sum = amounts::sum(sku, *sum, quantity)?;
    }
    for (sku, quantity) in sums {
        let item = viewer.state.catalog.items.get(sku);
        if item.is_some_and(|item| !has_room(viewer, item, quantity)) {
            return Err(Refusal::LimitExceeded(sku.clone()));
        }
    }
    Ok(())
}

/// How often a player can still use a discount or bonus; none where it has no limit.
pub fn of_item_promotion(
    state: &State,
    player: Option<&Player>,
    promotion: &ItemPromotion,
    now: Timestamp,
) -> Option<UserRemaining> {
    let limit = promotion.limit?;
    Some(
        PromotionUserLimit::of_item_promotion(promotion.id, limit.per_user, limit.schedule).left(
            state,
            player.map(|player| &player.profile.id),
            now,
        ),
    )
}

/// How often a player can still use the codes of a promotion; none where it has no such limit.
pub fn of_promotion(
    state: &State,
    player: Option<&PlayerId>,
    promotion: &Promotion,
    now: Timestamp,
) -> Option<UserRemaining> {
    let total = promotion.redeem_user_limit?;
    Some(PromotionUserLimit::of_codes(promotion, total).left(state, player, now))
}

/// How often one code can still be used; none where it has no such limit.
pub fn of_code(state: &State, promotion: &Promotion, code: &PromotionCode) -> Option<Remaining> {
    promotion.redeem_code_limit.map(|total| Remaining {
        total,
        available: total.saturating_sub(state.uses.by_code(code)),
    })
}

/// How often a player can still use any kind of promotion, found by its number.
pub fn of_promotion_id(
    state: &State,
    player: &PlayerId,
    promotion: PromotionId,
    now: Timestamp,
) -> Result<UserRemaining, Refusal> {
    let limit = PromotionUserLimit::find(state, promotion)?;
    check_player(state, player)?;
    Ok(limit.left(state, Some(player), now))
}

fn window(schedule: Option<Schedule>, now: Timestamp) -> Window {
    schedule.map_or(Window::ALWAYS, |schedule| Window {
        from: schedule.cycle_start(now),
        until: schedule.next_reset(now),
    })
}

fn remaining(
    total: u64,
    available: u64,
    schedule: Option<Schedule>,
    now: Timestamp,
) -> UserRemaining {
    UserRemaining {
        total,
        available,
        schedule,
        next_reset: schedule.map(|schedule| schedule.next_reset(now)),
    }
}
