//! What a page loads later.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_file_that_cannot_be_loaded_is_tried_again() {
    let result = run(r"
        const liveops = {};
        let loads = 0;
        const step = new Step(clock);
        connect(liveops, { projectId: 1, fetch: step.fetch, token: jwt(1e6), storage: null }, {
          claims: async () => (loads++ ? (await load())[1] : Promise.reject(new TypeError('gone'))),
        });
        const claim = () => outcome(liveops.dailyChains.claim({ chainId: 7, stepNumber: 1 }));
        const { code, applied, retryable } = await claim();
        const sends = step.at.length;
        const end = await claim();
        liveops.close();
        return [[code, applied, retryable], sends, end];
    ")
    .await;
    let expected = json!([["network", false, true], 0, { "value": { "recovered": false } }]);
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn what_failed_as_it_began_begins_anew() {
    let result = run(r"
        const liveops = {};
        let tries = 0;
        const claims = () => {
          if (!tries++) throw new Error('once');
          return { pending: async () => [] };
        };
        connect(liveops, { projectId: 1, environment: 'test', storage: null }, { claims: async () => ({ claims }) });
        const first = await outcome(liveops.pending());
        const after = [await liveops.pending(), await liveops.pending()];
        liveops.close();
        return [first.foreign, ...after, tries];
    ")
    .await;
    assert_eq!(result, json!(["Error: once", [], [], 2]));
}
