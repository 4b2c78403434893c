//! Orders.

use super::{Expected, Method, Never, NewEachTime, Operation, Safe};
use crate::models::orders::{DoneOrder, Order, OrderState};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

const OF_ITEM: &str = "currency locale sandbox quantity promo_code settings custom_parameters";
const OF_CART: &str = "currency locale sandbox settings custom_parameters";

/// `get-order`
pub static GET: Operation<Safe> = Operation::new(
    "orders.get",
    Method::Get,
    "order/{orderId}",
    Subject::Order,
    Expected::Body(OrderState::shape),
)
.taking("orderId")
.serving_guests();

/// `create-order-with-item`
pub static CREATE_WITH_ITEM: Operation<NewEachTime> = Operation::new(
    "orders.createWithItem",
    Method::Post,
    "payment/item/{sku}",
    Subject::Item,
    Expected::Body(Order::shape),
)
.taking("sku")
.sending(OF_ITEM);

/// `create-order`, `create-order-by-cart-id`
pub static CREATE_WITH_CART: Operation<NewEachTime> = Operation::new(
    "orders.createWithCart",
    Method::Post,
    "payment/cart{/cartId}",
    Subject::Cart,
    Expected::Body(Order::shape),
)
.sending(OF_CART)
.serving_guests();

/// `create-free-order-with-item`
pub static CREATE_FREE_WITH_ITEM: Operation<Never> = Operation::new(
    "orders.createFreeWithItem",
    Method::Post,
    "free/item/{sku}",
    Subject::Item,
    Expected::Body(DoneOrder::shape),
)
.taking("sku")
.sending(OF_ITEM);

/// `create-free-order`, `create-free-order-by-cart-id`
pub static CREATE_FREE_WITH_CART: Operation<Never> = Operation::new(
    "orders.createFreeWithCart",
    Method::Post,
    "free/cart{/cartId}",
    Subject::Cart,
    Expected::Body(DoneOrder::shape),
)
.sending(OF_CART)
.serving_guests();

/// `create-order-with-item-for-virtual-currency`: paid at once.
pub static CREATE_WITH_ITEM_FOR_VIRTUAL_CURRENCY: Operation<Never> = Operation::new(
    "orders.createWithItemForVirtualCurrency",
    Method::Post,
    "payment/item/{sku}/virtual/{virtualCurrencySku}",
    Subject::Item,
    Expected::Body(DoneOrder::shape),
)
.taking("sku")
.asking("platform")
.sending("custom_parameters");
