//! Offer chains.

use super::{
    Body, Conditional, Description, Expected, Method, NewEachTime, Operation, ProjectId, Safe,
    Window,
};
use crate::models::offer_chains::OfferChain;
use crate::models::orders::{Order, TestOrder};
use crate::models::pages::Page;
use crate::models::scalars::{ChainId, StepNumber};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-offer-chains-list`
pub static LIST: Description<Safe> = Description::new(
    "offerChains.list",
    Method::Get,
    "user/offer_chain",
    Subject::Chain,
    Expected::Body(Page::<OfferChain>::shape),
);

/// `get-user-offer-chain-by-id`
pub static GET: Description<Safe> = Description::new(
    "offerChains.get",
    Method::Get,
    "user/offer_chain/{}",
    Subject::Chain,
    Expected::Body(OfferChain::shape),
);

/// `claim-user-offer-chain-step-reward`
pub static CLAIM: Description<Conditional> = Description::new(
    "offerChains.claim",
    Method::Post,
    "user/offer_chain/{}/step/number/{}/claim",
    Subject::ChainStep,
    Expected::ClaimedWithOrder,
);

/// `order-user-offer-chain-step-reward`
pub static ORDER: Description<NewEachTime> = Description::new(
    "offerChains.order",
    Method::Post,
    "user/offer_chain/{}/step/number/{}/order",
    Subject::ChainStep,
    Expected::Body(Order::shape),
);

/// One page of the player's chains.
#[must_use]
pub fn list(project: ProjectId, window: Window) -> Operation<Safe> {
    window.on(LIST.of(project, &[]))
}

/// One chain.
#[must_use]
pub fn get(project: ProjectId, chain: ChainId) -> Operation<Safe> {
    GET.of(project, &[chain.into()])
}

/// Claims a free step.
#[must_use]
pub fn claim(project: ProjectId, chain: ChainId, step: StepNumber) -> Operation<Conditional> {
    CLAIM.of(project, &[chain.into(), step.into()])
}

/// Makes the order for a paid step.
///
/// No body is documented. Test payments have to be asked for when an order is made, so only they
/// send one: as in the other calls that make an order.
#[must_use]
pub fn order(
    project: ProjectId,
    chain: ChainId,
    step: StepNumber,
    test_payments: bool,
) -> Operation<NewEachTime> {
    let operation = ORDER.of(project, &[chain.into(), step.into()]);
    if test_payments {
        operation.with_body(Body::TestOrder(TestOrder { sandbox: true }))
    } else {
        operation
    }
}
