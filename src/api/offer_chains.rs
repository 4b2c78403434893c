//! Offer chains.

use super::{Conditional, Expected, Method, NewEachTime, Operation, Safe};
use crate::models::offer_chains::OfferChain;
use crate::models::orders::Order;
use crate::models::pages::Page;
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-offer-chains-list`
pub static LIST: Operation<Safe> = Operation::new(
    "offerChains.list",
    Method::Get,
    "user/offer_chain",
    Subject::Chain,
    Expected::Body(Page::<OfferChain>::shape),
)
.asking("limit offset")
.walked_by("all");

/// `get-user-offer-chain-by-id`
pub static GET: Operation<Safe> = Operation::new(
    "offerChains.get",
    Method::Get,
    "user/offer_chain/{chainId}",
    Subject::Chain,
    Expected::Body(OfferChain::shape),
)
.taking("chainId");

/// `claim-user-offer-chain-step-reward`
pub static CLAIM: Operation<Conditional> = Operation::new(
    "offerChains.claim",
    Method::Post,
    "user/offer_chain/{chainId}/step/number/{stepNumber}/claim",
    Subject::ChainStep,
    Expected::ClaimedWithOrder,
);

/// `order-user-offer-chain-step-reward`
pub static ORDER: Operation<NewEachTime> = Operation::new(
    "offerChains.order",
    Method::Post,
    "user/offer_chain/{chainId}/step/number/{stepNumber}/order",
    Subject::ChainStep,
    Expected::Body(Order::shape),
)
.sending("sandbox");
