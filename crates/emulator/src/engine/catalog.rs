//! The catalog as one viewer sees it.

use super::amounts::{self, Discounted};
use super::availability::{self, Obstacle};
use super::chain::Quantity;
use super::ids::{PromotionCode, Sku};
use super::items::{Item, ItemKind};
use super::limits::{self, ItemRemaining};
use super::pricing::{self, PricedLine};
use super::promotions::{self, Promotion};
use super::refusal::Refusal;
use super::viewer::Viewer;

/// The catalog for one viewer.
#[derive(Debug)]
pub struct View<'a> {
    pub viewer: Viewer<'a>,
    code: Option<&'a Promotion>,
    shows_inactive: bool,
}

/// An item as the catalog shows it: with the prices and promotions of buying one.
#[derive(Debug)]
pub struct CatalogItem<'a> {
    pub line: PricedLine<'a>,
    pub can_be_bought: bool,
    pub limits: ItemRemaining,
    /// What the contents of a bundle cost one by one, each with its own discounts; none where a part of
    /// it has no price.
    pub total_content_price: Option<Discounted>,
}

/// The catalog for a viewer, who may have a code: it shows what its offer hides, or previews its
/// discounts. One that cannot be used changes nothing.
pub fn of<'a>(
    viewer: Viewer<'a>,
    promo_code: Option<&PromotionCode>,
    shows_inactive: bool,
) -> View<'a> {
    let code = promo_code.and_then(|code| promotions::usable_in_cart(&viewer, code).ok());
    View {
        viewer,
        code,
        shows_inactive,
    }
}

impl<'a> View<'a> {
    /// What is listed, in the merchant's order. Units are listed as their game keys.
    pub fn items(&self) -> Vec<&'a Item> {
        let all = self.viewer.state.catalog.items.values();
        let mut items: Vec<_> = all.filter(|item| self.lists(item)).collect();
        items.sort_by_key(|item| (item.order, item.id));
        items
    }

    /// A listed item.
    pub fn item(&self, sku: &Sku) -> Result<&'a Item, Refusal> {
        let found = self.viewer.state.catalog.items.get(sku);
        found
            .filter(|item| self.lists(item))
            .ok_or_else(|| Refusal::ItemNotFound(sku.clone()))
    }

    /// Whether an item is there for the viewer, in season and on sale or not.
    pub fn knows(&self, item: &Item) -> bool {
        let obstacle = availability::obstacle(&self.viewer, item, self.code);
        obstacle != Some(Obstacle::NotShown)
    }

    fn lists(&self, item: &Item) -> bool {
        let is_unit = matches!(item.kind, ItemKind::Unit { .. });
        !is_unit
            && match availability::obstacle(&self.viewer, item, self.code) {
                None => true,
                Some(Obstacle::NotNow) => {
                    let catalog = &self.viewer.state.catalog;
                    self.shows_inactive && catalog.is_sold_in(item, self.viewer.country)
                }
                Some(Obstacle::NotShown | Obstacle::Region) => false,
            }
    }

    /// An item with all that depends on the viewer; none where it is no longer defined.
    pub fn shown(&self, item: &Item) -> Result<Option<CatalogItem<'a>>, Refusal> {
        let one = [Quantity {
            sku: item.sku.clone(),
            quantity: 1,
        }];
        let purchase = pricing::purchase(&self.viewer, &one, self.code)?;
        // A bonus that cannot be given keeps the item from being bought.
        let is_given = purchase.lines.iter().all(|line| line.can_be_bought);
        let Some(line) = purchase.lines.into_iter().find(|line| !line.is_bonus) else {
            return Ok(None);
        };
        let Viewer {
            state, player, now, ..
        } = self.viewer;
        let has_virtual_price = item.virtual_prices.iter().any(|price| price.is_enabled);
        let can_be_bought = is_given
            || has_virtual_price
                && availability::is_open(&self.viewer, item, self.code)
                && limits::has_room(&self.viewer, item, 1);
        Ok(Some(CatalogItem {
            can_be_bought,
            limits: limits::of_item(state, player, item, now),
            total_content_price: self.content_price(item)?,
            line,
        }))
    }

    fn content_price(&self, item: &Item) -> Result<Option<Discounted>, Refusal> {
        let ItemKind::Bundle { content, .. } = &item.kind else {
            return Ok(None);
        };
        let mut parts = Vec::with_capacity(content.len());
        for part in content {
            let alone = pricing::purchase(&self.viewer, std::slice::from_ref(part), self.code)?;
            let line = alone.lines.iter().find(|line| !line.is_bonus);
            let Some(price) = line.and_then(|line| line.price) else {
                return Ok(None);
            };
            parts.push(price.times(part.quantity)?);
        }
        Ok(Some(Discounted {
            amount: amounts::total_price(parts.iter().map(|part| part.amount))?,
            without_discount: amounts::total_price(parts.iter().map(|part| part.without_discount))?,
        }))
    }
}
