//! Orders.

use super::prices::Price;
use super::scalars::{OrderId, Quantity, Sku};
use super::shape::{model, open_words};

model! {
    /// An order to be paid in Pay Station.
    Order {
        promised {
            /// The order's id: `orders.get` asks for it.
            order_id: OrderId,
            /// The Pay Station token: a secret of this player, for `payStation.open`.
            token: super::scalars::PayStationToken,
        }
    }
}

model! {
    /// An order that is done: a free one, or one paid at once in virtual currency.
    DoneOrder {
        promised {
            /// The order's id: `orders.get` asks for it.
            order_id: OrderId,
        }
    }
}

model! {
    /// An order and how far it got.
    OrderState {
        promised {
            /// The order's id.
            order_id: OrderId,
            /// How far it got.
            status: OrderStatus,
        }
        optional {
            /// What was ordered.
            content: OrderContent,
        }
    }
}

open_words! {
    /// How far an order got.
    OrderStatus {
        /// Made, not paid.
        New = "new",
        /// Paid, items on their way.
        Paid = "paid",
        /// Paid, items granted.
        Done = "done",
        /// Canceled.
        Canceled = "canceled",
        /// Never paid in time.
        Expired = "expired",
    }
}

model! {
    /// What was ordered.
    OrderContent {
        optional {
            /// What it costs in money.
            price: Price,
            /// What it costs in a virtual currency.
            virtual_price: OrderVirtualPrice,
            /// Whether it costs nothing.
            is_free: bool,
            /// The items.
            items: Vec<OrderItem>,
        }
    }
}

model! {
    /// What an order costs in a virtual currency.
    OrderVirtualPrice {
        optional {
            /// The amount after discounts, a string in orders.
            amount: super::scalars::DecimalAmount,
            /// The amount before discounts.
            amount_without_discount: super::scalars::DecimalAmount,
            /// The virtual currency's SKU.
            currency: Sku,
        }
    }
}

model! {
    /// An item of an order.
    OrderItem {
        optional {
            /// The item's SKU.
            sku: Sku,
            /// How many.
            quantity: Quantity,
            /// Whether it costs nothing.
            is_free: bool,
            /// What it costs.
            price: Price,
        }
    }
}
