//! `liveops.rewardChains`

use super::call::call;
use super::pages;
use crate::api::reward_chains;
use crate::client::Client;
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
        call(
            &self.0,
            reward_chains::LIST.facts(),
            &JsValue::UNDEFINED,
            options,
        )
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
        pages::all(&self.0, &reward_chains::LIST, options)
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
        call(&self.0, reward_chains::BALANCE.facts(), chain_id, options)
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
        call(
            &self.0,
            reward_chains::CLAIM.facts(),
            &JsValue::UNDEFINED,
            options,
        )
    }
}
