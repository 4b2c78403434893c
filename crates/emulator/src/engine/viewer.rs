//! Who looks at the shop: what prices, limits and promotions depend on.

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde_json::Map;

use super::conditions::{AttributeCondition, all_match};
use super::items::{Currency, Item};
use super::player::Player;
use super::state::State;

/// Somebody who looks at the shop or buys from it.
#[derive(Clone, Copy, Debug)]
pub struct Viewer<'a> {
    pub state: &'a State,
    /// Nobody in particular has no attributes, and all of every limit.
    pub player: Option<&'a Player>,
    /// Where prices and regions are told for; unknown, everything is sold.
    pub country: Option<&'a str>,
    pub currency: &'a Currency,
    pub now: Timestamp,
}

impl<'a> Viewer<'a> {
    /// A viewer in the player's country, who pays in the project's currency.
    pub fn new(state: &'a State, player: Option<&'a Player>, now: Timestamp) -> Self {
        Self {
            state,
            player,
            country: player.and_then(|player| player.profile.country.as_deref()),
            currency: &state.project.currency,
            now,
        }
    }

    /// The same viewer, paying in another currency where one is named.
    pub fn paying_in(self, currency: Option<&'a Currency>) -> Self {
        Self {
            currency: currency.unwrap_or(self.currency),
            ..self
        }
    }

    /// What one of an item costs without promotions; none where it is free or has no such price.
    pub fn list_price(&self, item: &Item) -> Option<Decimal> {
        item.price_in(self.currency, self.country)
            .filter(|_| !item.is_free)
    }

    /// Whether the viewer is one of those whom conditions name.
    pub fn meets(&self, conditions: &[AttributeCondition]) -> bool {
        match self.player {
            Some(player) => all_match(conditions, &player.profile.attributes),
            None => all_match(conditions, &Map::new()),
        }
    }
}
