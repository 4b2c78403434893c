//! What a call is given: by a page in the product, by a table in tests.

use crate::models::cart::CartEntry;
use crate::models::promotions::SelectedUnitItems;
use crate::rules::code::Code;

/// What a call is given, checked as it is taken.
#[expect(
    clippy::missing_errors_doc,
    reason = "in each, what was given is missing or wrong"
)]
pub trait Given {
    /// Why something given is wrong.
    type Problem;

    /// A positive whole number, such as a chain's id.
    fn id(&self, name: &'static str) -> Result<u64, Self::Problem>;
    /// A coupon or promo code.
    fn code(&self) -> Result<Code, Self::Problem>;
    /// A whole number from `least` on that may be left out.
    fn optional_number(&self, name: &'static str, least: u64)
    -> Result<Option<u64>, Self::Problem>;
    /// A text that may be left out.
    fn optional_text(&self, name: &'static str) -> Result<Option<String>, Self::Problem>;
    /// The choices inside a coupon or promo code.
    fn selected_unit_items(&self) -> Result<SelectedUnitItems, Self::Problem>;
    /// What goes into the cart.
    fn cart_items(&self) -> Result<Vec<CartEntry>, Self::Problem>;
    /// Whether orders are made for Xsolla's test payments.
    fn test_payments(&self) -> bool;
}
