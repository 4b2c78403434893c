//! The pure helpers: no client, no network.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn claimable_steps_are_the_chain_s_own_objects() {
    let result = run(r#"
        const daily = { id: 1, steps: [{ step_number: 1, status: "claimed" }, { step_number: 2, status: "claimable" }, { step_number: 3, status: "claim_in_future" }] };
        const offer = { id: 2, next_step_number: 2, steps: [{ step_number: 1, is_free: true }, { step_number: 2, is_free: true }] };
        const paid = { ...offer, steps: [{ step_number: 2, is_free: false }] };
        const completed = { ...offer, next_step_number: null };
        const reward = { reward_chain_id: 3, value_point: { amount: 100 }, steps: [{ step_id: 9, is_claimed: false, price: { amount: 100 } }, { step_id: 8, is_claimed: false, price: { amount: 200 } }] };
        const [step] = claimableSteps(daily);
        return {
          same: step === daily.steps[1],
          daily: claimableSteps(daily).length,
          offer: claimableSteps(offer).map(({ step_number }) => step_number),
          none: [claimableSteps(paid), claimableSteps(completed)],
          reward: [{}, { balance: 200 }, { balance: 0 }, { balance: null }, undefined].map((options) => claimableSteps(reward, options).map(({ step_id }) => step_id)),
        };
    "#)
    .await;
    let reward = json!([[9], [9, 8], [], [9], [9]]);
    assert_eq!(
        result,
        json!({ "same": true, "daily": 1, "offer": [2], "none": [[], []], "reward": reward })
    );
}

#[wasm_bindgen_test]
async fn what_is_no_chain_is_an_argument_error() {
    let result = run(r#"
        const calls = [undefined, null, 7, "chain", [], {}, { steps: {} }, { steps: null }].map((chain) => () => claimableSteps(chain));
        const balances = ["100", 1.5, NaN, {}, true].map((balance) => () => claimableSteps({ reward_chain_id: 1, steps: [] }, { balance }));
        const told = [];
        for (const call of [...calls, ...balances, () => claimableSteps({ steps: [] }, 7)]) {
          const { code, message } = await outcome(call);
          told.push([code, /chain|balance|options/.test(message)]);
        }
        return told.every(([code, named]) => code === "invalid_argument" && named) ? told.length : told;
    "#)
    .await;
    assert_eq!(result, json!(14));
}

#[wasm_bindgen_test]
async fn resets_and_openings_are_dates_from_seconds_or_milliseconds() {
    let result = run(r#"
        const reset = (reset_next_date) => nextResetAt({ id: 1, steps: [], recurrent_schedule: { interval_type: "weekly", reset_next_date } });
        return [
          reset(1746057600), reset(1711904400000), claimableAt({ step_number: 1, unlocked_date: 1711978560 }),
          reset(1746057600) instanceof Date, claimableAt({ unlocked_date: 1 }) instanceof Date,
        ];
    "#)
    .await;
    let expected = json!([
        "2025-05-01T00:00:00.000Z",
        "2024-03-31T17:00:00.000Z",
        "2024-04-01T13:36:00.000Z",
        true,
        true
    ]);
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn where_the_api_does_not_tell_it_is_null() {
    let result = run(r#"
        const chains = [undefined, null, 7, "x", [], {}, { recurrent_schedule: null }, { recurrent_schedule: [] }, { recurrent_schedule: {} }];
        const times = [undefined, null, 0, -1, NaN, Infinity, 1e300, "1746057600", {}, new Date(0)];
        const dates = [
          ...chains.map((chain) => nextResetAt(chain)), ...times.map((reset_next_date) => nextResetAt({ recurrent_schedule: { reset_next_date } })),
          ...chains.map((step) => claimableAt(step)), ...times.map((unlocked_date) => claimableAt({ unlocked_date })),
        ];
        return dates.filter((date) => date !== null).map(String);
    "#)
    .await;
    assert_eq!(result, json!([]));
}

#[wasm_bindgen_test]
async fn the_time_left_is_never_negative_and_null_for_null() {
    let result = run(r"
        const date = new Date(5000);
        return [
          msUntil(date, { now: 2000 }), msUntil(date, { now: new Date(2000) }), msUntil(date, { now: 9000 }), msUntil(null), msUntil(undefined, { now: 1 }),
          msUntil(new Date(0)), msUntil(new Date(8.64e15)) > 1e15,
        ];
    ")
    .await;
    assert_eq!(result, json!([3000, 3000, 0, null, null, 0, true]));
}

#[wasm_bindgen_test]
async fn what_is_no_date_is_an_argument_error() {
    let result = run(r#"
        const calls = [
          () => msUntil("2024-01-01"), () => msUntil({}), () => msUntil(new Date(NaN)), () => msUntil(NaN),
          () => msUntil(new Date(0), { now: "1" }), () => msUntil(new Date(0), { now: new Date(NaN) }), () => msUntil(new Date(0), 7),
        ];
        return Promise.all(calls.map(async (call) => (await outcome(call)).code));
    "#)
    .await;
    assert_eq!(result, json!(vec!["invalid_argument"; 7]));
}
