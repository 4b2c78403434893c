//! What a call is given: by a page in the product, by a table in tests.

use crate::rules::code::Code;

/// What a call is given, checked as it is taken. The names are JavaScript's: the API's own in camelCase.
#[expect(
    clippy::missing_errors_doc,
    reason = "in each, what was given is missing or wrong"
)]
pub trait Given {
    /// Why something given is wrong.
    type Problem;

    /// Whether anything of this name is given.
    fn has(&self, name: &str) -> bool;
    /// A whole number from `least` on.
    fn number(&self, name: &str, least: u64) -> Result<u64, Self::Problem>;
    /// A text, such as a SKU.
    fn text(&self, name: &str) -> Result<String, Self::Problem>;
    /// Several texts.
    fn texts(&self, name: &str) -> Result<Vec<String>, Self::Problem>;
    /// Whether something is wished.
    fn flag(&self, name: &str) -> Result<bool, Self::Problem>;
    /// A coupon or promo code.
    fn code(&self, name: &str) -> Result<Code, Self::Problem>;
    /// Texts by name: the choices inside a coupon or promo code.
    fn choices(&self, name: &str) -> Result<Vec<(String, String)>, Self::Problem>;
    /// SKUs and how many of each: what goes into a cart.
    fn quantities(&self, name: &str) -> Result<Vec<(String, u64)>, Self::Problem>;
    /// An object of the page's own as JSON, without the empty objects in it; none where nothing is left.
    fn json(&self, name: &str) -> Result<Option<String>, Self::Problem>;
    /// Whether orders are made for Xsolla's test payments.
    fn test_payments(&self) -> bool;
}

/// JavaScript's name for a name of the API: `promo_code` is `promoCode`, `additional_fields[]` is `additionalFields`.
pub(super) fn camel_case(name: &str) -> String {
    let mut camel = String::new();
    let mut is_start = false;
    for character in name.chars() {
        match character {
            '_' => is_start = true,
            '[' | ']' | '!' => {}
            _ if std::mem::take(&mut is_start) => camel.push(character.to_ascii_uppercase()),
            _ => camel.push(character),
        }
    }
    camel
}
