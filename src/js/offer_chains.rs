//! `liveops.offerChains`

use super::call::call;
use super::pages;
use crate::api::offer_chains;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// Offer chains.
#[wasm_bindgen]
#[derive(Debug)]
pub struct OfferChains(pub(super) Client);

#[wasm_bindgen]
impl OfferChains {
    /// Reads one page of the player's offer chains.
    ///
    /// `options.limit`: how many at most; the API's own default and maximum are 30.
    /// `options.offset`: how many to pass over, 0 where nothing is said.
    /// API operation: `get-offer-chains-list`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Page<OfferChain>>")]
    pub fn list(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListOptions")] options: &JsValue,
    ) -> Promise {
        call(
            &self.0,
            offer_chains::LIST.facts(),
            &JsValue::UNDEFINED,
            options,
        )
    }

    /// Reads all of the player's offer chains, page after page, while they are asked for.
    ///
    /// `options.limit`: how many a page; `options.offset`: where to start.
    /// A page that is empty but says that more follow is a `bad_response`.
    /// API operation: `get-offer-chains-list`.
    #[wasm_bindgen(unchecked_return_type = "AsyncIterableIterator<OfferChain>")]
    pub fn all(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ListOptions")] options: &JsValue,
    ) -> JsValue {
        pages::all(&self.0, &offer_chains::LIST, options)
    }

    /// Reads one offer chain.
    ///
    /// `chainId`: the chain's `id`.
    /// Rejects with `chain_not_found`, among others.
    /// API operation: `get-user-offer-chain-by-id`.
    #[wasm_bindgen(unchecked_return_type = "Promise<OfferChain>")]
    pub fn get(
        &self,
        #[wasm_bindgen(js_name = chainId, unchecked_param_type = "number")] chain_id: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, offer_chains::GET.facts(), chain_id, options)
    }

    /// Claims a free step: the chain's `next_step_number`, where `is_free` is true.
    ///
    /// `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
    /// Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
    /// API operation: `claim-user-offer-chain-step-reward`.
    #[wasm_bindgen(unchecked_return_type = "Promise<OfferClaim>")]
    pub fn claim(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ChainStepOptions")] options: &JsValue,
    ) -> Promise {
        call(
            &self.0,
            offer_chains::CLAIM.facts(),
            &JsValue::UNDEFINED,
            options,
        )
    }

    /// Makes the order for a paid step: the chain's `next_step_number`, where `is_free` is false.
    /// Hand the promise to `payStation.open` in the click itself. Nothing is charged before the player pays.
    ///
    /// `options.chainId`: the chain's `id`. `options.stepNumber`: the step's `step_number`.
    /// Rejects with `step_not_claimable`, `already_claimed` or `chain_not_found`, among others.
    /// API operation: `order-user-offer-chain-step-reward`.
    #[wasm_bindgen(unchecked_return_type = "Promise<Order>")]
    pub fn order(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ChainStepOptions")] options: &JsValue,
    ) -> Promise {
        call(
            &self.0,
            offer_chains::ORDER.facts(),
            &JsValue::UNDEFINED,
            options,
        )
    }
}
