//! The catalog. Guests see it too; a token shows what this player can still buy.

use super::{Expected, Method, Operation, Safe};
use crate::models::catalog::Groups;
use crate::models::items::StoreItem;
use crate::models::pages::Page;
use crate::models::shape::{ShapeOf, Shaped};
use crate::rules::outcome::Subject;

const SHOWN: &str =
    "locale additional_fields[] country promo_code show_inactive_time_limited_items";
const LISTED: &str =
    "limit offset locale additional_fields[] country promo_code show_inactive_time_limited_items";

const fn read(name: &'static str, path: &'static str, body: ShapeOf) -> Operation<Safe> {
    let expected = Expected::Body(body);
    Operation::new(name, Method::Get, path, Subject::Item, expected)
}

/// `get-sellable-items`
pub static ITEMS: Operation<Safe> = read("catalog.items", "items", Page::<StoreItem>::shape)
    .asking(LISTED)
    .walked_by("allItems");

/// `get-virtual-items`
pub static VIRTUAL_ITEMS: Operation<Safe> = read(
    "catalog.virtualItems",
    "items/virtual_items",
    Page::<StoreItem>::shape,
)
.asking(LISTED)
.walked_by("allVirtualItems");

/// `get-bundle-list`
pub static BUNDLES: Operation<Safe> =
    read("catalog.bundles", "items/bundle", Page::<StoreItem>::shape)
        .asking(LISTED)
        .walked_by("allBundles");

/// `get-virtual-currency`
pub static VIRTUAL_CURRENCIES: Operation<Safe> = read(
    "catalog.virtualCurrencies",
    "items/virtual_currency",
    Page::<StoreItem>::shape,
)
.asking(LISTED)
.walked_by("allVirtualCurrencies");

/// `get-virtual-currency-package`
pub static VIRTUAL_CURRENCY_PACKAGES: Operation<Safe> = read(
    "catalog.virtualCurrencyPackages",
    "items/virtual_currency/package",
    Page::<StoreItem>::shape,
)
.asking(LISTED)
.walked_by("allVirtualCurrencyPackages");

/// `get-sellable-items-group`
pub static ITEMS_OF_GROUP: Operation<Safe> = read(
    "catalog.itemsOfGroup",
    "items/group/{groupId}",
    Page::<StoreItem>::shape,
)
.taking("groupId")
.asking(LISTED)
.walked_by("allItemsOfGroup");

/// `get-sellable-item-by-sku`
pub static ITEM: Operation<Safe> = read("catalog.item", "items/sku/{sku}", StoreItem::shape)
    .taking("sku")
    .asking(SHOWN);

/// `get-item-groups`
pub static GROUPS: Operation<Safe> =
    read("catalog.groups", "items/groups", Groups::shape).asking("promo_code");
