//! `liveops.clans`

use super::arguments::Arguments;
use crate::api::clans;
use crate::client::Client;
use crate::models::scalars::ChainId;
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
        self.0.start(
            Arguments::new(clans::TOP_CONTRIBUTORS.name(), options).and_then(|arguments| {
                let chain = ChainId(arguments.id_of("chainId", chain_id)?);
                let operation = clans::top_contributors(self.0.project(), chain);
                arguments.call(operation)
            }),
        )
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
        self.0.start(
            Arguments::new(clans::UPDATE.name(), options).and_then(|arguments| {
                let operation = clans::update(self.0.project());
                arguments.call(operation)
            }),
        )
    }
}
