//! Claims that nobody waits for any more: this page goes on with them, and gives them up in the end.

use super::claiming::steps;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_claim_that_takes_too_long_is_pending_and_settles() {
    let result = steps(
        r"
        const step = new Step(clock, ['late'], ['read', ...Array(12).fill('broken')]);
        const liveops = new LiveOps(options(step));
        const end = told(await clock.until(claim(liveops, { timeoutMs: 12_000 })));
        const waited = clock.now;
        const pending = await untilSettled(liveops);
        return { end, waited, pending, after: await liveops.pending(), sends: step.sends, written: storage.length, timers: clock.timers };
        ",
    )
    .await;
    let expected = json!({
        "end": ["timeout", "unknown"],
        "waited": 12_000,
        "pending": {
            "step": { "operation": "dailyChains.claim", "chainId": 7, "stepNumber": 1 },
            "end": { "value": { "recovered": true } },
        },
        "after": [],
        "sends": 1,
        "written": 0,
        "timers": 0,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_claim_whose_time_is_over_is_sent_again_by_this_page() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped', 'granted'], ['read', ...Array(400).fill('broken')]);
        const liveops = new LiveOps(options(step));
        const end = told(await clock.until(claim(liveops)));
        const waited = clock.now;
        step.heal();
        const pending = await untilSettled(liveops);
        return { end, waited, pending: pending.end, sends: step.sends, written: storage.length, timers: clock.timers };
        ",
    )
    .await;
    let expected = json!({
        "end": ["network", "unknown"],
        "waited": 30_000,
        "pending": { "value": { "recovered": false } },
        "sends": 2,
        "written": 0,
        "timers": 0,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_signal_ends_it_after_its_time_as_well() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped', 'granted'], ['read', ...Array(400).fill('broken')]);
        const liveops = new LiveOps(options(step));
        const controller = new AbortController();
        await clock.until(claim(liveops, { signal: controller.signal }));
        controller.abort();
        step.heal();
        dispatchEvent(new Event('online'));
        const { end: { code, applied } } = await untilSettled(liveops);
        return [code, applied, step.sends];
        ",
    )
    .await;
    assert_eq!(result, json!(["network", false, 1]));
}

#[wasm_bindgen_test]
async fn a_claim_that_stays_unread_for_two_minutes_more_is_not_sent_again() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped', 'granted'], ['read', ...Array(400).fill('broken')]);
        const liveops = new LiveOps(options(step));
        await clock.until(claim(liveops));
        await clock.pass(130_000);
        step.heal();
        const ending = untilSettled(liveops);
        dispatchEvent(new Event('online'));
        const { end: { code, applied } } = await ending;
        return [code, applied, step.sends, storage.length, clock.timers];
        ",
    )
    .await;
    assert_eq!(result, json!(["network", false, 1, 0, 0]));
}

#[wasm_bindgen_test]
async fn a_claim_that_nobody_waits_for_is_not_sent_again() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped']);
        const liveops = new LiveOps(options(step));
        const controller = new AbortController();
        const call = claim(liveops, { signal: controller.signal });
        await clock.pass(10);
        controller.abort();
        const end = told(await call);
        await clock.pass(10_000);
        const written = storage.length;
        const { end: { code, applied } } = await untilSettled(liveops);
        return { end, settled: [code, applied], sends: step.sends, written, isLater: clock.now > 120_000, kept: storage.length };
        ",
    )
    .await;
    let expected = json!({
        "end": ["aborted", "unknown"],
        "settled": ["network", false],
        "sends": 1,
        "written": 1,
        "isLater": true,
        "kept": 0,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_chain_that_cannot_be_read_for_long_is_read_again_when_the_player_returns() {
    for event in [
        "document.dispatchEvent(new Event('visibilitychange'))",
        "dispatchEvent(new Event('online'))",
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    ] {
        let result = steps(&format!(
            r"
            const step = new Step(clock, ['late'], ['read', ...Array(400).fill('broken')]);
            const liveops = new LiveOps(options(step));
            await clock.until(claim(liveops));
            await clock.pass(3_600_000);
            const before = step.at.length;
            await clock.pass(3_600_000);
            const meanwhile = step.at.length - before;
            const written = storage.length;
            const pending = (await liveops.pending()).length;
            step.heal();
            {event};
            const {{ end }} = await untilSettled(liveops);
            return {{ meanwhile, written, pending, end, after: storage.length }};
            "
        ))
        .await;
        let expected = json!({
            "meanwhile": 0,
            "written": 1,
            "pending": 1,
            "end": { "value": { "recovered": true } },
            "after": 0,
        });
        assert_eq!(result, expected, "{event}");
    }
}

#[wasm_bindgen_test]
async fn a_second_claim_takes_up_what_the_first_has_left() {
    let result = steps(
        r"
        const step = new Step(clock, ['silent', 'granted']);
        const liveops = new LiveOps(options(step));
        const first = told(await clock.until(claim(liveops, { timeoutMs: 100 })));
        const [pending] = await liveops.pending();
        const second = await clock.until(claim(liveops));
        const [sent, again] = step.at.filter(([name]) => name !== 'read').map(([, at]) => at);
        return { first, second, settled: await pending.settled, sends: step.sends, isLater: again - sent >= 2_000, pending: await liveops.pending(), written: storage.length };
        ",
    )
    .await;
    let expected = json!({
        "first": ["timeout", "unknown"],
        "second": { "value": { "recovered": false } },
        "settled": { "recovered": false },
        "sends": 2,
        "isLater": true,
        "pending": [],
        "written": 0,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_player_who_claims_again_is_not_held_up_by_sendings_that_failed() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped', 'dropped', 'dropped', 'granted']);
        const liveops = new LiveOps(options(step));
        const first = told(await clock.until(claim(liveops)));
        const sends = step.at.filter(([, , isClaim]) => isClaim).map(([, at]) => at);
        const began = clock.now;
        const second = await clock.until(claim(liveops));
        return { first, spread: sends[2] - sends[1] >= 8_000, second, soon: clock.now - began < 5_000, sends: step.sends };
        ",
    )
    .await;
    let expected = json!({
        "first": ["network", "unknown"],
        "spread": true,
        "second": { "value": { "recovered": false } },
        "soon": true,
        "sends": 4,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn close_leaves_no_timer_no_lock_and_the_journal() {
    let result = steps(
        r"
        const heard = listeners(globalThis, document);
        const step = new Step(clock, ['dropped']);
        const liveops = new LiveOps(options(step));
        const call = claim(liveops);
        await clock.pass(1_000);
        liveops.close();
        const end = told(await call);
        await clock.pass(0);
        const left = [clock.timers, locks.areHeld, heard.count, storage.length];
        heard.forget();
        const before = step.at.length;
        await clock.pass(600_000);
        return { end, left, later: step.at.length - before, after: told(await claim(liveops)) };
        ",
    )
    .await;
    let expected = json!({
        "end": ["aborted", "unknown"],
        "left": [0, false, 0, 1],
        "later": 0,
        "after": ["aborted", false],
    });
    assert_eq!(result, expected);
}
