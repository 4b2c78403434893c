//! The parts of the catalog, and how each writes its items.

use crate::engine::items::{BundleType, Item, ItemKind};
use crate::http::query::CatalogQuery;
use crate::http::shapes::{Form, Names};

/// A part of the catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Everything but units, whose unit items are sold in their place.
    Sellable,
    VirtualItems,
    /// The same, in other words than all of them.
    VirtualItemsOfGroup,
    VirtualCurrency,
    Packages,
    Bundles,
    Games,
    GameKeys,
}

impl Area {
    /// Whether an item of this kind belongs here.
    pub fn holds(self, item: &Item) -> bool {
        match (self, &item.kind) {
            (Self::Sellable, kind) => {
                !matches!(kind, ItemKind::Unit { .. })
                    && (item.is_free || has_price(item) || has_virtual_price(item))
            }
            (Self::VirtualItems | Self::VirtualItemsOfGroup, ItemKind::VirtualGood { .. })
            | (Self::VirtualCurrency, ItemKind::VirtualCurrency)
            | (Self::Games, ItemKind::Unit { .. })
            | (Self::GameKeys, ItemKind::GameKey { .. }) => true,
            (Self::Packages, ItemKind::Bundle { bundle_type, .. }) => {
                *bundle_type == BundleType::VirtualCurrencyPackage
            }
            (Self::Bundles, ItemKind::Bundle { bundle_type, .. }) => {
                *bundle_type == BundleType::Standard
            }
            _ => false,
        }
    }

    /// How it writes items.
    pub fn form(self, query: &CatalogQuery) -> Form<'_> {
        let plain = Form::plain(&query.locale);
        let mixed = Form::mixed(&query.locale);
        let form = match self {
            Self::Sellable => Form {
                attribute_names: Names::ByLanguage,
                has_calculated_prices: true,
                ..plain
            },
            Self::VirtualItems => Form {
                names: Names::ByLanguage,
                ..mixed
            },
            Self::VirtualItemsOfGroup | Self::VirtualCurrency | Self::Packages => mixed,
            Self::Bundles => Form {
                group_names: Names::ByLanguage,
                ..plain
            },
            Self::Games | Self::GameKeys => plain,
        };
        Form {
            fields: &query.fields,
            ..form
        }
    }
}

fn has_price(item: &Item) -> bool {
    item.prices.iter().any(|price| price.is_enabled)
}

fn has_virtual_price(item: &Item) -> bool {
    item.virtual_prices.iter().any(|price| price.is_enabled)
}
