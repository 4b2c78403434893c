//! The cart.

use super::item_promotions::Promotion;
use super::items::StoreItem;
use super::prices::Price;
use super::promotions::CodeRewards;
use super::scalars::{Quantity, Sku};
use super::shape::model;

model! {
    /// A cart.
    Cart {
        promised {
            /// What is in it.
            items: Vec<StoreItem>,
        }
        optional {
            /// The cart's id.
            cart_id: String,
            /// What all of it costs; null while it is empty, or something in it has no price in its currency.
            price: Price,
            /// Whether it costs nothing.
            is_free: bool,
            /// The promotions that apply to the whole cart.
            promotions: Vec<Promotion>,
            /// What the promo code gave, when one was just put on the cart.
            rewards: CodeRewards,
            /// What could not be put into the cart.
            warnings: Vec<CartWarning>,
        }
    }
}

model! {
    /// An item that could not be put into the cart.
    #[expect(non_snake_case, reason = "the wire's own names, which the table of checks takes from here")]
    CartWarning {
        optional {
            /// The item's SKU.
            sku: Sku,
            /// How many were asked for.
            quantity: Quantity,
            /// The API's number for the reason.
            errorCode: i64,
            /// The API's text for the reason.
            errorMessage: String,
        }
    }
}
