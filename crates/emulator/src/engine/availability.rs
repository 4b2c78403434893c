//! Whether an item can be had: enabled, shown, in season, in the viewer's region, within its limits.

use super::date::Period;
use super::items::{Item, ItemKind};
use super::promotions::{Promotion, PromotionKind};
use super::viewer::Viewer;

/// What stands between a viewer and an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Disabled, or hidden by a unique catalog offer.
    NotShown,
    /// Outside its periods.
    NotNow,
    /// Not for the viewer's country.
    Region,
}

/// The first obstacle to having an item, for a viewer with this code.
pub fn obstacle(viewer: &Viewer<'_>, item: &Item, code: Option<&Promotion>) -> Option<Obstacle> {
    if !item.is_enabled || is_hidden(viewer, item, code) {
        return Some(Obstacle::NotShown);
    }
    if !is_in_season(&item.periods, viewer) {
        return Some(Obstacle::NotNow);
    }
    let is_sold_here = viewer.state.catalog.is_sold_in(item, viewer.country);
    (!is_sold_here).then_some(Obstacle::Region)
}

/// Whether an item can be had now, whatever it costs and however many there are.
pub fn is_open(viewer: &Viewer<'_>, item: &Item, code: Option<&Promotion>) -> bool {
    !matches!(item.kind, ItemKind::Unit { .. }) && obstacle(viewer, item, code).is_none()
}

/// Whether any of the periods holds the present; no period means always.
pub fn is_in_season(periods: &[Period], viewer: &Viewer<'_>) -> bool {
    periods.is_empty() || periods.iter().any(|period| period.contains(viewer.now))
}

/// An offer hides its items while it is enabled, before and after its periods too: what is for few
/// must not fall to all when its time is over.
fn is_hidden(viewer: &Viewer<'_>, item: &Item, code: Option<&Promotion>) -> bool {
    let names = |promotion: &Promotion| {
        promotion.key.kind == PromotionKind::UniqueCatalogOffer
            && promotion.items.contains(&item.sku)
    };
    let mut promotions = viewer.state.promotions.values();
    !code.is_some_and(names) && promotions.any(|promotion| promotion.is_enabled && names(promotion))
}
