//! Claims that end while nothing can have been given: they were not made.

use super::claiming::steps;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn before_it_is_sent_an_end_is_a_claim_that_was_not_made() {
    let result = steps(
        r"
        const step = new Step(clock, ['granted'], ['silent']);
        const liveops = new LiveOps(options(step));
        const early = told(await claim(liveops, { signal: AbortSignal.abort() }));
        const controller = new AbortController();
        const call = claim(liveops, { signal: controller.signal });
        await clock.pass(10);
        controller.abort();
        return { early, end: told(await call), pending: await liveops.pending(), sends: step.at.length, timers: clock.timers };
        ",
    )
    .await;
    let expected = json!({
        "early": ["aborted", false],
        "end": ["aborted", false],
        "pending": [],
        "sends": 1,
        "timers": 0,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_token_that_never_comes_does_not_outlast_the_call() {
    for (end, at) in [
        ("{ timeoutMs: 2_000 }", 2_000),
        ("{ signal: controller.signal }", 1_500),
    ] {
        let result = steps(&format!(
            r"
            let asked = 0;
            const step = new Step(clock, ['unauthorized']);
            const token = () => (asked++ ? new Promise(() => {{}}) : jwt(1e6));
            const liveops = new LiveOps({{ ...options(step), token }});
            const controller = new AbortController();
            setTimeout(() => controller.abort(), 1_500);
            const {{ applied }} = await clock.until(claim(liveops, {end}));
            return [applied, clock.now, step.sends];
            "
        ))
        .await;
        assert_eq!(result, json!([false, at, 1]), "{end}");
    }
}

#[wasm_bindgen_test]
async fn when_the_time_is_over_what_was_only_refused_was_not_made() {
    for (answer, code) in [
        ("throttled", "rate_limited"),
        ("unauthorized", "unauthorized"),
    ] {
        let result = steps(&format!(
            r"
            const step = new Step(clock, ['{answer}']);
            const liveops = new LiveOps(options(step));
            const end = told(await clock.until(claim(liveops, {{ timeoutMs: 700 }})));
            return [...end, clock.now, step.sends, storage.length, await settled(liveops)];
            "
        ))
        .await;
        assert_eq!(result, json!([code, false, 700, 1, 0, []]), "{answer}");
    }
}
