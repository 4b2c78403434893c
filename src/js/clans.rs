//! `liveops.clans`

use super::call::call;
use crate::api::clans;
use crate::client::Client;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

/// The player's clan.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Clans(pub(super) Client);

#[wasm_bindgen]
impl Clans {
    /// Reads who gave most points to the player's clan: at most ten, none without a clan.
    ///
    /// `chainId`: the reward chain's `reward_chain_id`.
    /// API operation: `get-user-clan-top-contributors`.
    #[wasm_bindgen(js_name = topContributors, unchecked_return_type = "Promise<Contributor[]>")]
    pub fn top_contributors(
        &self,
        #[wasm_bindgen(js_name = chainId, unchecked_param_type = "number")] chain_id: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, clans::TOP_CONTRIBUTORS.facts(), chain_id, options)
    }

    /// Tells the API that the player's clan may have changed. What the old clan had left to claim is
    /// granted, and only this answer lists it.
    ///
    /// API operation: `user-clan-update`.
    #[wasm_bindgen(unchecked_return_type = "Promise<ClanUpdate>")]
    pub fn update(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
    ) -> Promise {
        call(&self.0, clans::UPDATE.facts(), &JsValue::UNDEFINED, options)
    }
}
