//! Offer chains.

use super::operation::{Body, Expected, Method, Operation};
use super::{Conditional, NewEachTime, Path, ProjectId, Safe, Window};
use crate::models::offer_chains::OfferChain;
use crate::models::orders::{Order, TestOrder};
use crate::models::pages::Page;
use crate::models::scalars::{ChainId, StepNumber};
use crate::models::shape::Shaped;
use crate::rules::outcome::Subject;

/// `get-offer-chains-list`
#[must_use]
pub fn list(project: ProjectId, window: Window) -> Operation<Safe> {
    let path = window.on(Path::new(project, "user/offer_chain", &[]));
    let expected = Expected::Body(Page::<OfferChain>::shape);
    Operation::new(
        "offerChains.list",
        Method::Get,
        path,
        Subject::Chain,
        expected,
    )
}

/// `get-user-offer-chain-by-id`
#[must_use]
pub fn get(project: ProjectId, chain: ChainId) -> Operation<Safe> {
    let path = Path::new(project, "user/offer_chain/{}", &[chain.into()]);
    let expected = Expected::Body(OfferChain::shape);
    Operation::new(
        "offerChains.get",
        Method::Get,
        path,
        Subject::Chain,
        expected,
    )
}

/// `claim-user-offer-chain-step-reward`
#[must_use]
pub fn claim(project: ProjectId, chain: ChainId, step: StepNumber) -> Operation<Conditional> {
    let template = "user/offer_chain/{}/step/number/{}/claim";
    let path = Path::new(project, template, &[chain.into(), step.into()]);
    let expected = Expected::ClaimedWithOrder;
    Operation::new(
        "offerChains.claim",
        Method::Post,
        path,
        Subject::ChainStep,
        expected,
    )
}

/// `order-user-offer-chain-step-reward`
///
/// No body is documented. Test payments have to be asked for when an order is made, so only they send
/// one: as in the other calls that make an order.
#[must_use]
pub fn order(
    project: ProjectId,
    chain: ChainId,
    step: StepNumber,
    test_payments: bool,
) -> Operation<NewEachTime> {
    let template = "user/offer_chain/{}/step/number/{}/order";
    let path = Path::new(project, template, &[chain.into(), step.into()]);
    let expected = Expected::Body(Order::shape);
    let operation = Operation::new(
        "offerChains.order",
        Method::Post,
        path,
        Subject::ChainStep,
        expected,
    );
    if test_payments {
        operation.with_body(Body::TestOrder(TestOrder { sandbox: true }))
    } else {
        operation
    }
}
