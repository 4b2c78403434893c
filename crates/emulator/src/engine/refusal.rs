//! Why the engine says no. Which status and number that becomes is the HTTP layer's business.

use thiserror::Error;

use super::chain::ChainKey;
use super::ids::{PromotionId, Sku};
use super::orders::OrderStatus;

/// A refused command. Nothing has changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("Chain not found")]
    ChainNotFound { chain: ChainKey, step: Option<u64> },
    #[error("Reward chain step not found.")]
    StepNotFound { chain: ChainKey, step: u64 },
    #[error("Reward already claimed.")]
    AlreadyClaimed { chain: ChainKey, step: u64 },
    #[error("Can't claim the step reward. {why}")]
    StepNotClaimable {
        chain: ChainKey,
        step: u64,
        why: &'static str,
    },
    #[error("Not enough value points to claim step reward.")]
    NotEnoughPoints { chain: ChainKey, step: u64 },
    #[error("Code not found.")]
    CodeNotFound,
    #[error("Enter valid coupon code.")]
    CouponCodeInvalid,
    #[error("Enter valid promo code.")]
    PromoCodeInvalid,
    #[error("Sorry, this code is expired.")]
    CodeExpired,
    #[error("You have reached the coupon redemption limit.")]
    RedemptionLimitReached,
    #[error("Coupon is not available in your region.")]
    RegionLocked,
    #[error("Coupon not found")]
    CouponNotFound,
    #[error("Promocode not found")]
    PromoCodeNotFound,
    #[error("The code already exists.")]
    CodeExists,
    #[error("Item with sku = '{0}' not found")]
    ItemNotFound(Sku),
    #[error("Item with Project Id = {project} and Sku = {sku} not found")]
    ItemNotInProject { project: u64, sku: Sku },
    #[error("Item with sku = '{0}' already exists")]
    ItemExists(Sku),
    #[error("Items weren't found: {}", .0.iter().map(Sku::as_str).collect::<Vec<_>>().join(", "))]
    ItemsNotFound(Vec<Sku>),
    #[error("Invalid item")]
    ItemInvalid,
    #[error("This type of item cannot be put to the cart. Select another type of item.")]
    ItemNotForCart,
    #[error("Item with sku = '{0}' is not available any more. Take it out of the cart.")]
    ItemUnavailable(Sku),
    #[error("Item with sku = '{0}' is not available in your region")]
    ItemRegionLocked(Sku),
    #[error("Item is free")]
    ItemIsFree,
    #[error("More of item with sku = '{0}' than its limit allows")]
    LimitExceeded(Sku),
    #[error("The limit of promotion {0} is used up")]
    PromotionLimitReached(PromotionId),
    /// The same with its own number, in place of that of a missing item.
    #[error("Coupon not found")]
    CouponUnknown,
    #[error("Not enough virtual currency")]
    NotEnoughCurrency,
    #[error("Promotion not found")]
    PromotionNotFound(PromotionId),
    #[error("Can not find promotion with ID = {id} in project {project}")]
    NoPromotionOfId { id: PromotionId, project: u64 },
    #[error("Error was occurred while promotion was being updated")]
    PromotionNotUpdated,
    #[error("Promotion does not have configured user limits.")]
    NoUserLimit,
    #[error("Available promotion limit is out of range.")]
    LimitOutOfRange,
    #[error("Order not found")]
    OrderNotFound,
    #[error("The order is {0} and no longer waits for a payment.")]
    OrderNotOpen(OrderStatus),
    #[error("Invalid cart")]
    CartInvalid,
    #[error("Empty cart! Cart shouldn't be empty!")]
    CartEmpty,
    #[error("Could not find User")]
    PlayerNotFound,
    #[error("Unprocessable Entity. {path}: {problem}")]
    InvalidProperty { path: String, problem: String },
    #[error("Unprocessable Entity. The property `{0}` is required")]
    MissingProperty(String),
    #[error("The emulator could not save this; nothing was changed.")]
    NotSaved,
}

impl Refusal {
    /// A property whose value cannot be taken: where it is, and what to do about it.
    pub fn invalid(path: impl Into<String>, problem: impl Into<String>) -> Self {
        Self::InvalidProperty {
            path: path.into(),
            problem: problem.into(),
        }
    }
}
