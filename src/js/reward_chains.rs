//! `liveops.rewardChains`

use super::arguments::Arguments;
use super::pages;
use crate::api::reward_chains;
use crate::client::Client;
use crate::models::scalars::{ChainId, StepId};
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Reward chains.
#[wasm_bindgen]
#[derive(Debug)]
pub struct RewardChains(pub(super) Client);

#[wasm_bindgen]
impl RewardChains {
    /// Reads one page of the player's reward chains.
    ///
    /// `options.limit`: how many at most; the API's own default and maximum are 50.
    /// `options.offset`: how many to pass over, 0 where nothing is said.
    /// API operation: `get-reward-chains-list`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Page<RewardChain>>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListOptions")] options: &JsValue,
    ) -> Promise {
        pages::list(&self.0, options, &reward_chains::LIST, reward_chains::list)
    }

    /// Reads all of the player's reward chains, page after page, while they are asked for.
    ///
    /// `options.limit`: how many a page; `options.offset`: where to start.
    /// A page that is empty but says that more follow is a `bad_response`.
    /// API operation: `get-reward-chains-list`.
    #[wasm_bindgen(unchecked_return_type = "AsyncIterableIterator<RewardChain>")]
    pub fn all(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListOptions")] options: &JsValue,
    ) -> JsValue {
        pages::all(&self.0, options, &reward_chains::LIST, reward_chains::list)
    }

    /// Reads how many value points count for a chain: the player's, or their clan's.
    ///
    /// `chainId`: the chain's `reward_chain_id`.
    /// Rejects with `chain_not_found`, among others.
    /// API operation: `get-user-reward-chain-balance`.
    #[wasm_bindgen(unchecked_return_type = "Promise<ValuePoint>")]
    pub fn balance(
        &self,
        #[wasm_bindgen(js_name = chainId, unchecked_param_type = "number")] chain_id: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        self.0.start(
            Arguments::new(reward_chains::BALANCE.name(), options).and_then(|arguments| {
                let chain = ChainId(arguments.id_of("chainId", chain_id)?);
                let operation = reward_chains::balance(self.0.project(), chain);
                arguments.call(operation)
            }),
        )
    }

    /// Claims a step that the points reach. The points are not spent.
    ///
    /// `options.chainId`: the chain's `reward_chain_id`. `options.stepId`: the step's `step_id`, not its position.
    /// Rejects with `not_enough_points`, `already_claimed`, `step_not_found` or `chain_not_found`, among others.
    /// API operation: `claim-user-reward-chain-step-reward`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Claim>")]
    pub fn claim(
        &self,
        #[wasm_bindgen(unchecked_param_type = "RewardStepOptions")] options: &JsValue,
    ) -> Promise {
        self.0.start(
            Arguments::new(reward_chains::CLAIM.name(), options).and_then(|arguments| {
                let chain = ChainId(arguments.id("chainId")?);
                let step = StepId(arguments.id("stepId")?);
                let operation = reward_chains::claim(self.0.project(), chain, step);
                arguments.call(operation)
            }),
        )
    }
}
