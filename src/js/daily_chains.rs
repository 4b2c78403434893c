//! `liveops.dailyChains`

use super::call::call;
use super::pages;
use crate::api::daily_chains;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Daily chains.
#[wasm_bindgen]
#[derive(Debug)]
pub struct DailyChains(pub(super) Client);

#[wasm_bindgen]
impl DailyChains {
    /// Reads one page of the player's daily chains.
    ///
    /// `options.limit`: how many at most; the API's own default and maximum are 50.
    /// `options.offset`: how many to pass over, 0 where nothing is said.
    /// API operation: `get-daily-chains-list`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Page<DailyChain>>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListOptions")] options: &JsValue,
    ) -> Promise {
        call(
            &self.0,
            daily_chains::LIST.facts(),
            &JsValue::UNDEFINED,
            options,
        )
    }

    /// Reads all of the player's daily chains, page after page, while they are asked for.
    ///
    /// `options.limit`: how many a page; `options.offset`: where to start.
    /// A page that is empty but says that more follow is a `bad_response`.
    /// API operation: `get-daily-chains-list`.
    #[wasm_bindgen(unchecked_return_type = "AsyncIterableIterator<DailyChain>")]
    pub fn all(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListOptions")] options: &JsValue,
    ) -> JsValue {
        pages::all(&self.0, &daily_chains::LIST, options)
    }

    /// Reads one daily chain.
    ///
    /// `chainId`: the chain's `id`.
    /// Rejects with `chain_not_found`, among others.
    /// API operation: `get-user-daily-chain-by-id`.
    #[wasm_bindgen(unchecked_return_type = "Promise<DailyChain>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = chainId, unchecked_param_type = "number")] chain_id: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, daily_chains::GET.facts(), chain_id, options)
    }

    /// Claims the step of today.
    ///
    /// `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
    /// Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
    /// API operation: `claim-user-daily-chain-step-reward`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Claim>")]
    pub fn claim(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ChainStepOptions")] options: &JsValue,
    ) -> Promise {
        call(
            &self.0,
            daily_chains::CLAIM.facts(),
            &JsValue::UNDEFINED,
            options,
        )
    }
}
