//! A read that failed is tried again, and nothing else is.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_read_is_tried_three_times_with_jitter() {
    for (answer, code, times) in [
        ("offline", "network", json!([0, 100, 300])),
        ("reply(500)", "server_error", json!([0, 100, 300])),
        ("reply(503)", "server_error", json!([0, 100, 300])),
        ("reply(504)", "server_error", json!([0, 100, 300])),
        ("reply(429)", "rate_limited", json!([0, 500, 1500])),
    ] {
        let result = run(&format!(
            "
            clock.start();
            const api = timed(clock, {answer});
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, random: () => 0.5 }});
            const {{ code }} = await clock.until(outcome(liveops.dailyChains.list()));
            return [code, api.at, clock.timers];
            "
        ))
        .await;
        assert_eq!(result, json!([code, times, 0]), "{answer}");
    }
}

#[wasm_bindgen_test]
async fn a_read_that_works_at_last_has_worked() {
    for failures in [1, 2] {
        let result = run(&format!(
            "
            clock.start();
            const api = timed(clock, (request, nth) => (nth > {failures} ? page() : offline()));
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, random: () => 0.5 }});
            return [await clock.until(liveops.dailyChains.list()), api.at.length];
            "
        ))
        .await;
        let page = json!({ "has_more": false, "items": [] });
        assert_eq!(result, json!([page, failures + 1]));
    }
}

#[wasm_bindgen_test]
async fn what_could_grant_or_charge_twice_is_never_sent_again() {
    let result = run(r#"
        const sent = {};
        for (const [name, answer] of Object.entries({ offline, 500: reply(500), 503: reply(503), 429: reply(429) })) {
          const api = new Api(answer);
          const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, random: () => 0 });
          for (const call of [
            liveops.coupons.redeem("WINTER2023"),
            liveops.promoCodes.redeem("GLOW20"),
            liveops.cart.fill({ items: [{ sku: "a", quantity: 1 }] }),
            liveops.orders.createFreeWithItem("a"),
          ]) await outcome(call);
          sent[name] = api.requests.length;
        }
        return sent;
    "#)
    .await;
    assert_eq!(
        result,
        json!({ "offline": 4, "500": 4, "503": 4, "429": 4 })
    );
}

#[wasm_bindgen_test]
async fn a_refusal_is_an_answer() {
    for status in [400, 401, 403, 404, 409, 422] {
        let result = run(&format!(
            "
            const api = new Api(reply({status}));
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, random: () => 0 }});
            await outcome(liveops.dailyChains.list());
            return api.requests.length;
            "
        ))
        .await;
        assert_eq!(result, json!(1), "{status}");
    }
}

#[wasm_bindgen_test]
async fn what_the_api_asks_for_is_waited_for_up_to_thirty_seconds() {
    for (headers, wait, told) in [
        (json!({ "retry-after": "2" }), 2_000, json!(2_000)),
        (json!({ "retry-after": "0" }), 500, json!(0)),
        (json!({ "retry-after": "86400" }), 30_000, json!(86_400_000)),
        (
            json!({ "retry-after": "Mon, 01 Jan 2035 00:00:07 GMT", "date": "Mon, 01 Jan 2035 00:00:00 GMT" }),
            7_000,
            json!(7_000),
        ),
        // The device's own clock tells nothing.
        (
            json!({ "retry-after": "Mon, 01 Jan 2035 00:00:07 GMT" }),
            500,
            json!(null),
        ),
        (json!({ "retry-after": "soon" }), 500, json!(null)),
        (json!({ "retry-after": "-1" }), 500, json!(null)),
        (json!({}), 500, json!(null)),
    ] {
        let result = run(&format!(
            "
            clock.start();
            const api = timed(clock, reply(429, {{}}, {headers}));
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, random: () => 0.5, timeoutMs: 100_000 }});
            const error = await clock.until(liveops.dailyChains.list().catch((error) => error));
            return [api.at[1], error.retryAfterMs];
            "
        ))
        .await;
        assert_eq!(result, json!([wait, told]), "{headers}");
    }
}

#[wasm_bindgen_test]
async fn a_write_that_is_refused_tells_what_the_api_asks_for() {
    let result = run(r#"
        const api = new Api(reply(429, {}, { "retry-after": "2" }));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const error = await liveops.coupons.redeem("WINTER2023").catch((error) => error);
        return [error.retryAfterMs, error.applied, api.requests.length];
    "#)
    .await;
    assert_eq!(result, json!([2000, false, 1]));
}

#[wasm_bindgen_test]
async fn no_wait_leads_past_the_caller_s_own_time() {
    let result = run(r"
        clock.start();
        const api = timed(clock, reply(503));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, random: () => 0.5 });
        const { code } = await clock.until(outcome(liveops.dailyChains.list({ timeoutMs: 100 })));
        return [code, clock.now, api.at];
    ")
    .await;
    assert_eq!(result, json!(["server_error", 0, [0]]));
}

#[wasm_bindgen_test]
async fn while_the_api_is_down_it_is_not_asked_three_times_as_often() {
    let result = run(r"
        clock.start();
        let isDown = true;
        const api = timed(clock, () => (isDown ? reply(503) : page)());
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, random: () => 0.5 });
        const read = () => clock.until(outcome(liveops.dailyChains.list()));
        for (let reads = 0; reads < 100; reads++) await read();
        const down = api.at.length;
        isDown = false;
        for (let reads = 0; reads < 20; reads++) await read();
        isDown = true;
        const before = api.at.length;
        for (let reads = 0; reads < 10; reads++) await read();
        return [down, api.at.length - before];
    ")
    .await;
    assert_eq!(
        result,
        json!([102, 12]),
        "the first read is repeated twice, and again the first that fails later"
    );
}

#[wasm_bindgen_test]
async fn whoever_leaves_while_it_waits_has_left() {
    for leave in ["controller.abort()", "liveops.close()"] {
        let result = run(&format!(
            r#"
            clock.start();
            const api = timed(clock, reply(429, {{}}, {{ "retry-after": "5" }}));
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch }});
            const controller = new AbortController();
            const end = outcome(liveops.dailyChains.list({{ signal: controller.signal }}));
            await clock.pass(1000);
            {leave};
            const {{ code }} = await clock.until(end);
            const at = clock.now;
            await clock.pass(60_000);
            return [code, at, api.at.length, clock.timers];
            "#
        ))
        .await;
        assert_eq!(result, json!(["aborted", 1000, 1, 0]), "{leave}");
    }
}

#[wasm_bindgen_test]
async fn a_random_function_that_gives_nonsense_does_no_harm() {
    for random in [
        "NaN",
        "7",
        "-7",
        "'x'",
        "undefined",
        "Symbol('x')",
        "{}",
        "(() => { throw 1 })()",
    ] {
        let result = run(&format!(
            "
            clock.start();
            const api = timed(clock, offline);
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, random: () => ({random}) }});
            const {{ code }} = await clock.until(outcome(liveops.dailyChains.list()));
            return [code, api.at.length, clock.now < 600];
            "
        ))
        .await;
        assert_eq!(result, json!(["network", 3, true]), "{random}");
    }
}
