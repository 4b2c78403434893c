//! A claim, whatever becomes of its answer: on a clock that the test holds.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// How a claim ends where its sendings are answered like this, and what was read and sent until then.
async fn claimed(answers: &str, reads: &str) -> Value {
    let result = run(&format!(
        r"
        await load();
        clock.start();
        const step = new Step(clock, {answers}, {reads});
        const storage = new Memory();
        const liveops = new LiveOps({{ projectId: 1, fetch: step.fetch, token: jwt(1e6), random: () => 0, storage }});
        const end = await clock.until(outcome(liveops.dailyChains.claim({{ chainId: 7, stepNumber: 1 }})));
        return {{ end, at: step.at, sends: step.sends, written: storage.length, timers: clock.timers, held: locks.areHeld }};
        "
    ))
    .await;
    if result["end"]["applied"] != "unknown" {
        let left = json!([result["written"], result["timers"], result["held"]]);
        assert_eq!(left, json!([0, 0, false]), "{answers}: something is left");
    }
    result
}

/// What was read and sent, in its order.
fn order(result: &Value) -> Vec<&str> {
    let came = result["at"].as_array().unwrap();
    came.iter().filter_map(|it| it[0].as_str()).collect()
}

/// `code` and `applied` of how it ended.
fn failed(result: &Value) -> Value {
    json!([result["end"]["code"], result["end"]["applied"]])
}

#[wasm_bindgen_test]
async fn the_promised_answer_is_a_claim_after_one_read() {
    let result = claimed("['granted']", "[]").await;
    assert_eq!(result["end"], json!({ "value": { "recovered": false } }));
    assert_eq!(order(&result), ["read", "granted"]);
}

#[wasm_bindgen_test]
async fn what_cannot_be_claimed_is_never_sent() {
    for (reads, failure) in [
        ("Array(9).fill('broken')", json!(["network", false])),
        ("['gone']", json!(["chain_not_found", false])),
        ("['claimed']", json!(["already_claimed", false])),
        ("['blocked']", json!(["step_not_claimable", false])),
    ] {
        let result = claimed("['granted']", reads).await;
        assert_eq!(failed(&result), failure, "{reads}");
        assert_eq!(result["sends"], json!(0), "{reads}");
    }
}

#[wasm_bindgen_test]
async fn a_claim_whose_answer_is_lost_or_wrong_is_found_by_reading_and_not_sent_again() {
    for answer in [
        "lost",
        "empty",
        "html",
        "object",
        "accepted",
        "reset_content",
        "failed",
        "doubled",
        "late",
    ] {
        let result = claimed(&format!("['{answer}']"), "[]").await;
        assert_eq!(
            result["end"],
            json!({ "value": { "recovered": true } }),
            "{answer}"
        );
        assert_eq!(order(&result), ["read", answer, "read"]);
    }
}

#[wasm_bindgen_test]
async fn a_claim_that_was_lost_is_sent_again_after_two_reads_two_seconds_apart() {
    let result = claimed("['dropped', 'granted']", "[]").await;
    assert_eq!(result["end"], json!({ "value": { "recovered": false } }));
    let came = result["at"].as_array().unwrap();
    let [_, dropped, reads @ .., granted] = came.as_slice() else {
        panic!("{came:?}")
    };
    assert_eq!(
        json!([dropped[0], granted[0]]),
        json!(["dropped", "granted"])
    );
    let times: Vec<u64> = reads.iter().filter_map(|read| read[1].as_u64()).collect();
    assert!(reads.iter().all(|read| read[0] == "read"), "{came:?}");
    assert!(times.len() > 1, "{came:?}");
    assert!(times[times.len() - 1] - times[0] >= 2_000, "{came:?}");
}

#[wasm_bindgen_test]
async fn a_read_that_lags_behind_does_not_end_a_claim() {
    let result = claimed("['lost']", "['read', 'lagging', 'lagging']").await;
    assert_eq!(result["end"], json!({ "value": { "recovered": true } }));
    assert_eq!(result["sends"], json!(1));
}

#[wasm_bindgen_test]
async fn a_claim_is_sent_three_times_at_most() {
    let result = claimed("['dropped']", "[]").await;
    assert_eq!(failed(&result), json!(["network", "unknown"]));
    assert_eq!(result["sends"], json!(3));
}

#[wasm_bindgen_test]
async fn nothing_is_sent_again_in_another_cycle() {
    let result = claimed("['reset']", "[]").await;
    assert_eq!(failed(&result), json!(["network", "unknown"]));
    assert_eq!(order(&result), ["read", "reset", "read"]);
    // `pending()` does not list it.
    let message = result["end"]["message"].as_str().unwrap();
    assert!(
        message.ends_with("; no read tells any more whether it was given"),
        "{message}"
    );
    assert!(!message.contains("pending()"), "{message}");
}

#[wasm_bindgen_test]
async fn a_refusal_stands_once_reads_say_the_same_after_eleven_seconds() {
    let result = claimed("['refused']", "[]").await;
    assert_eq!(result["end"]["status"], json!(422));
    assert_eq!(result["end"]["applied"], json!(false));
    assert_eq!(result["sends"], json!(1));
    let came = result["at"].as_array().unwrap();
    let last = came.last().unwrap()[1].as_u64().unwrap();
    assert!((11_000..15_000).contains(&last), "{came:?}");
}

#[wasm_bindgen_test]
async fn a_refusal_of_a_chain_that_is_gone_is_told_without_waiting_for_it_to_come_back() {
    let result = claimed("['refused']", "['read', ...Array(30).fill('gone')]").await;
    assert_eq!(result["end"]["status"], json!(422));
    assert_eq!(result["end"]["applied"], json!("unknown"));
    let came = result["at"].as_array().unwrap();
    let last = came.last().unwrap()[1].as_u64().unwrap();
    assert!((11_000..18_000).contains(&last), "{came:?}");
}

#[wasm_bindgen_test]
async fn a_claim_reads_at_its_own_pace_whatever_else_cannot_be_read() {
    let result = run(r"
        await load();
        clock.start();
        const step = new Step(clock, ['dropped', 'granted'], [...Array(4).fill('broken'), 'broken', 'broken', 'read']);
        const liveops = new LiveOps({ projectId: 1, fetch: step.fetch, token: jwt(1e6), random: () => 0, storage: null });
        const list = () => clock.until(outcome(liveops.dailyChains.list()));
        const failed = [await list(), await list()].map(({ code }) => code);
        const end = await clock.until(outcome(liveops.dailyChains.claim({ chainId: 7, stepNumber: 1 })));
        return { failed, end, sends: step.sends };
    ")
    .await;
    let expected = json!({
        "failed": ["network", "network"],
        "end": { "value": { "recovered": false } },
        "sends": 2,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_throttled_claim_is_sent_again_after_reads() {
    let result = claimed("['throttled', 'granted']", "[]").await;
    assert_eq!(result["end"], json!({ "value": { "recovered": false } }));
    assert_eq!(order(&result)[..3], ["read", "throttled", "read"]);
}

#[wasm_bindgen_test]
async fn a_refused_token_is_renewed_and_the_claim_read_and_sent_again_once() {
    let result = run(r"
        await load();
        clock.start();
        const ends = [];
        for (const answers of [['unauthorized', 'granted'], ['unauthorized']]) {
          const step = new Step(clock, answers);
          const reasons = [];
          const token = (reason) => (reasons.push(reason), jwt(1e6));
          const liveops = new LiveOps({ projectId: 1, fetch: step.fetch, token, storage: null, random: () => 0 });
          const { value, status, applied } = await clock.until(outcome(liveops.dailyChains.claim({ chainId: 7, stepNumber: 1 })));
          ends.push({ value, status, applied, sends: step.sends, reasons, then: step.at[2][0] });
        }
        return ends;
    ")
    .await;
    assert_eq!(result[0]["value"], json!({ "recovered": false }));
    assert_eq!(
        json!([result[1]["status"], result[1]["applied"]]),
        json!([401, false])
    );
    for end in [&result[0], &result[1]] {
        assert_eq!(end["sends"], json!(2));
        assert_eq!(end["then"], json!("read"));
    }
    assert_eq!(result[0]["reasons"], json!(["first", "refused"]));
}

#[wasm_bindgen_test]
async fn offer_and_reward_claims_are_confirmed_by_their_own_chains() {
    let result = run(r"
        await load();
        clock.start();
        let granted = false;
        const chain = () => ({ id: 7, next_step_number: granted ? null : 1, steps: [{ step_number: 1, is_free: true, is_claimed: granted }] });
        const rewards = () => ({ has_more: false, items: [{ reward_chain_id: 7, value_point: { amount: 5 }, steps: [{ step_id: 4, is_claimed: granted, price: { amount: 5 } }] }] });
        const fetch = (answer) => async ({ method, url }) => {
          if (method === 'POST') { granted = true; return answer; }
          return { status: 200, text: async () => JSON.stringify(url.includes('offer') ? chain() : rewards()) };
        };
        const ends = [];
        const order = { status: 200, text: async () => '{\'order_id\':641}'.replaceAll('\'', '\u0022') };
        const created = { ...order, status: 201 };
        const empty = (status) => ({ status, text: async () => '' });
        for (const [area, answer, named] of [
          ['offerChains', order, { stepNumber: 1 }], ['offerChains', empty(204), { stepNumber: 1 }], ['offerChains', empty(200), { stepNumber: 1 }], ['offerChains', created, { stepNumber: 1 }],
          
          ['rewardChains', empty(204), { stepId: 4 }], ['rewardChains', empty(200), { stepId: 4 }], ['rewardChains', empty(204), { stepId: 5 }],
        ]) {
          granted = false;
          const liveops = new LiveOps({ projectId: 1, fetch: fetch(answer), token: jwt(1e6), storage: null });
          const { value, code } = await clock.until(outcome(liveops[area].claim({ chainId: 7, ...named })));
          ends.push(value ?? code);
        }
        return ends;
    ")
    .await;
    let expected = json!([
        { "recovered": false, "orderId": 641 },
        { "recovered": true, "orderId": null },
        { "recovered": true, "orderId": null },
        { "recovered": true, "orderId": null },
        { "recovered": false },
        { "recovered": true },
        "step_not_found",
    ]);
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn points_that_do_not_reach_are_told_by_the_read() {
    let result = run(r"
        const rewards = { has_more: false, items: [{ reward_chain_id: 7, value_point: { amount: 4 }, steps: [{ step_id: 4, is_claimed: false, price: { amount: 5 } }] }] };
        const api = new Api(json(rewards));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token: jwt(1e6), storage: null });
        const { code, applied } = await outcome(liveops.rewardChains.claim({ chainId: 7, stepId: 4 }));
        return [code, applied, api.requests.length];
    ")
    .await;
    assert_eq!(result, json!(["not_enough_points", false, 1]));
}
