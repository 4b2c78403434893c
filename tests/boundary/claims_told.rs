//! What became of a claim that its caller left is told, once, even if it settles before anybody asks.

use super::claiming::{step, steps};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_claim_that_settles_before_anybody_asks_is_told_once() {
    let result = steps(
        r"
        const step = new Step(clock, ['late'], ['read', ...Array(12).fill('broken')]);
        const liveops = new LiveOps(options(step));
        const end = told(await clock.until(claim(liveops, { timeoutMs: 12_000 })));
        await clock.pass(60_000);
        return { end, timers: clock.timers, first: await settled(liveops), then: await settled(liveops) };
        ",
    )
    .await;
    let expected = json!({
        "end": ["timeout", "unknown"],
        "timers": 0,
        "first": [[step(), { "value": { "recovered": true } }]],
        "then": [],
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn who_looks_for_another_chain_takes_nothing_away() {
    let result = steps(
        r"
        const step = new Step(clock, ['late'], ['read', ...Array(12).fill('broken')]);
        const liveops = new LiveOps(options(step));
        await clock.until(claim(liveops, { timeoutMs: 12_000 }));
        await clock.pass(60_000);
        const of = async (chainId) => (await liveops.pending()).filter((claim) => claim.chainId === chainId).length;
        return [await of(8), await of(7), (await settled(liveops)).length];
        ",
    )
    .await;
    assert_eq!(result, json!([0, 1, 1]));
}

#[wasm_bindgen_test]
async fn who_asks_while_another_asks_is_told_the_same() {
    for clients in [
        "[client, client, client]",
        "[client, new LiveOps(options(step)), new LiveOps(options(step))]",
    ] {
        let result = steps(&format!(
            r"
            const step = new Step(clock, ['silent']);
            const left = new LiveOps(options(step));
            claim(left);
            await clock.pass(5);
            left.close();
            await clock.pass(5);
            const client = new LiveOps(options(step));
            const asked = await Promise.all({clients}.map((client) => client.pending()));
            return asked.map((pending) => pending.length);
            "
        ))
        .await;
        assert_eq!(result, json!([1, 1, 1]), "{clients}");
    }
}

#[wasm_bindgen_test]
async fn a_click_is_told_what_was_granted_while_nobody_waited() {
    let result = steps(
        r"
        const step = new Step(clock, ['late'], ['read', ...Array(12).fill('broken')]);
        const liveops = new LiveOps(options(step));
        const first = told(await clock.until(claim(liveops, { timeoutMs: 12_000 })));
        await clock.pass(60_000);
        const second = await clock.until(claim(liveops));
        return { first, second, pending: await settled(liveops), sends: step.sends };
        ",
    )
    .await;
    let expected = json!({
        "first": ["timeout", "unknown"],
        "second": { "value": { "recovered": true } },
        "pending": [],
        "sends": 1,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_click_that_finds_nothing_out_takes_no_word_away() {
    let result = steps(
        r"
        const step = new Step(clock, ['late'], ['read', ...Array(8).fill('broken'), 'read', ...Array(30).fill('broken')]);
        const liveops = new LiveOps(options(step));
        await clock.until(claim(liveops, { timeoutMs: 12_000 }));
        await clock.pass(60_000);
        const second = told(await clock.until(claim(liveops, { timeoutMs: 5_000 })));
        step.heal();
        return { second, pending: await clock.until(settled(liveops)), sends: step.sends };
        ",
    )
    .await;
    let expected = json!({
        "second": ["timeout", "unknown"],
        "pending": [[step(), { "value": { "recovered": true } }]],
        "sends": 1,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn who_leaves_after_another_was_told_is_told_as_well() {
    let result = steps(
        r"
        const step = new Step(clock, ['late'], ['read', ...Array(30).fill('broken')]);
        const liveops = new LiveOps(options(step));
        const [stays, first, second] = [60_000, 11_000, 13_000].map((timeoutMs) => claim(liveops, { timeoutMs }));
        await clock.until(first);
        const [{ settled: word }] = await liveops.pending();
        const end = told(await clock.until(second));
        step.heal();
        return { end, word: await clock.until(word), stays: await stays, pending: await settled(liveops) };
        ",
    )
    .await;
    let recovered = json!({ "recovered": true });
    let expected = json!({
        "end": ["timeout", "unknown"],
        "word": recovered,
        "stays": { "value": recovered },
        "pending": [[step(), { "value": recovered }]],
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn an_error_that_was_told_does_not_change() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped']);
        const liveops = new LiveOps(options(step));
        const claimed = liveops.dailyChains.claim({ chainId: 7, stepNumber: 1 });
        const first = await clock.until(claimed.catch((error) => error));
        const before = first.applied;
        const [[, end]] = await clock.until(settled(liveops));
        return [before, first.applied, first.name, first.status, end.applied];
        ",
    )
    .await;
    assert_eq!(
        result,
        json!(["unknown", "unknown", "LiveOpsError", null, false])
    );
}

#[wasm_bindgen_test]
async fn with_nothing_to_tell_nobody_is_asked_for_a_token() {
    let result = steps(
        r"
        let asked = 0;
        const token = () => {
          asked += 1;
          throw new Error('nobody has signed in');
        };
        const liveops = new LiveOps({ ...options(new Step(clock)), token });
        return [await liveops.pending(), asked];
        ",
    )
    .await;
    assert_eq!(result, json!([[], 0]));
}

#[wasm_bindgen_test]
async fn a_caller_who_leaves_a_shared_claim_is_told_of_it_as_well() {
    let result = steps(
        r"
        const step = new Step(clock, ['late'], ['read', ...Array(6).fill('broken')]);
        const liveops = new LiveOps(options(step));
        const calls = [claim(liveops), claim(liveops, { timeoutMs: 11_000 })];
        const [stayed, left] = await clock.until(Promise.all(calls));
        return { stayed, left: told(left), pending: await settled(liveops) };
        ",
    )
    .await;
    let expected = json!({
        "stayed": { "value": { "recovered": true } },
        "left": ["timeout", "unknown"],
        "pending": [[step(), { "value": { "recovered": true } }]],
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_new_claim_of_the_step_takes_the_place_of_the_old_word() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped', 'dropped', 'dropped', 'granted']);
        const liveops = new LiveOps(options(step));
        const first = told(await clock.until(claim(liveops)));
        await clock.pass(200_000);
        const second = await clock.until(claim(liveops));
        return { first, second, pending: await settled(liveops) };
        ",
    )
    .await;
    let expected = json!({
        "first": ["network", "unknown"],
        "second": { "value": { "recovered": false } },
        "pending": [],
    });
    assert_eq!(result, expected);
}
