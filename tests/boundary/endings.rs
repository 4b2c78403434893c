//! Every promise settles, whatever the network and the page do.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// How a read and an order end with such a `fetch`: code, status and `applied` of each.
async fn endings(fetch: &str) -> Value {
    run(&format!(
        r"
        const liveops = new LiveOps({{ projectId: 1, fetch: {fetch}, timeoutMs: 40 }});
        const ends = [];
        for (const call of [liveops.dailyChains.list(), liveops.offerChains.order({{ chainId: 1, stepNumber: 1 }})]) {{
          const {{ code, status, applied, ...rest }} = await outcome(call);
          ends.push(code ? [code, status, applied] : rest);
        }}
        return ends;
        "
    ))
    .await
}

#[wasm_bindgen_test]
async fn a_fetch_that_fails_is_a_network_error() {
    for fetch in [
        "() => { throw new TypeError('synchronously') }",
        "() => { throw 'a string' }",
        "() => { throw undefined }",
        "() => Promise.reject(new TypeError('Failed to fetch'))",
        "() => Promise.reject('a string')",
        "() => Promise.reject(undefined)",
        "() => Promise.reject(Object.create(null))",
        "() => ({ then() { throw 7 } })",
        "async () => ({ status: 200, text() { throw new Error('sync') } })",
        "async () => ({ status: 200, text: () => Promise.reject('cut off') })",
        "async () => new Response(new ReadableStream({ start(controller) { controller.error(new TypeError('cut off')) } }))",
    ] {
        let expected = json!([["network", null, false], ["network", null, "unknown"]]);
        assert_eq!(endings(fetch).await, expected, "{fetch}");
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_is_no_response_is_an_error_all_the_same() {
    for answer in [
        "undefined",
        "null",
        "7",
        "'text'",
        "[]",
        "{}",
        "() => {}",
        "Symbol('x')",
        "{ status: 200 }",
        "{ status: 200, text: 7 }",
        "{ get status() { throw 1 }, get text() { throw 1 } }",
    ] {
        let ends = endings(&format!("async () => ({answer})")).await;
        for end in [&ends[0], &ends[1]] {
            let code = end[0].as_str();
            assert!(
                matches!(code, Some("network" | "bad_response")),
                "{answer}: {end}"
            );
        }
        assert_eq!(
            (&ends[0][2], &ends[1][2]),
            (&json!(false), &json!("unknown")),
            "{answer}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_response_of_another_status_or_text_is_a_bad_response() {
    for answer in [
        "{ text: async () => '{}' }",
        "{ status: 'ok', text: async () => '{}' }",
        "{ status: NaN, text: async () => '{}' }",
        "{ status: -204, text: async () => '{}' }",
        "{ get status() { throw 1 }, text: async () => '{}' }",
        "{ status: 200, text: async () => ({}) }",
        "{ status: 200, text: async () => undefined }",
        "{ status: 200, text: () => 7 }",
        "new Response('{', { status: 200 })",
        "new Response(new Uint8Array([0xff, 0xfe]), { status: 200 })",
        "Response.error()",
    ] {
        let ends = endings(&format!("async () => ({answer})")).await;
        let told = json!([ends[0][0], ends[0][2], ends[1][0], ends[1][2]]);
        let expected = json!(["bad_response", false, "bad_response", "unknown"]);
        assert_eq!(told, expected, "{answer}: {ends}");
    }
}

#[wasm_bindgen_test]
async fn where_no_status_came_none_is_told() {
    for answer in [
        "{ text: async () => '{}' }",
        "{ status: 'ok', text: async () => '{}' }",
    ] {
        let ends = endings(&format!("async () => ({answer})")).await;
        assert_eq!(
            (&ends[0][1], &ends[1][1]),
            (&json!(null), &json!(null)),
            "{answer}"
        );
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_never_comes_is_a_timeout() {
    for fetch in [
        "never",
        "() => ({ then() {} })",
        "async () => ({ status: 204, text: never })",
        "async () => new Response(new ReadableStream({ start(controller) { controller.enqueue(new Uint8Array(9)) } }))",
    ] {
        let expected = json!([["timeout", null, false], ["timeout", null, "unknown"]]);
        assert_eq!(endings(fetch).await, expected, "{fetch}");
    }
}

#[wasm_bindgen_test]
async fn the_time_is_the_call_s_or_the_client_s_and_the_request_s_signal_aborts() {
    let result = run(r"
        const api = new Api(never);
        const patient = new LiveOps({ projectId: 1, fetch: api.fetch });
        const hasty = new LiveOps({ projectId: 1, fetch: api.fetch, timeoutMs: 20 });
        const ends = [];
        for (const call of [patient.cart.get({ timeoutMs: 20 }), hasty.cart.get(), hasty.dailyChains.all().next()])
          ends.push((await outcome(call)).code);
        return [ends, api.requests.map(({ signal }) => signal.aborted)];
    ")
    .await;
    assert_eq!(
        result,
        json!([["timeout", "timeout", "timeout"], [true, true, true]])
    );
}

#[wasm_bindgen_test]
async fn a_signal_ends_a_call_at_once_even_if_fetch_ignores_it() {
    let result = run(r#"
        const api = new Api(never);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const controller = new AbortController();
        const { signal } = controller;
        const calls = [
          outcome(liveops.dailyChains.list({ signal })),
          outcome(liveops.coupons.redeem("WINTER2023", { signal })),
          outcome(liveops.offerChains.all({ signal }).next()),
        ];
        await api.next();
        controller.abort(new Error("the player left"));
        const ends = await Promise.all(calls);
        return [ends.map(({ code, applied, retryable }) => [code, applied, retryable]), api.requests.every(({ signal }) => signal.aborted)];
    "#)
    .await;
    let aborted = |applied: Value| json!(["aborted", applied, false]);
    let ends = json!([
        aborted(json!(false)),
        aborted(json!("unknown")),
        aborted(json!(false))
    ]);
    assert_eq!(result, json!([ends, true]));
}

#[wasm_bindgen_test]
async fn a_call_that_is_over_before_it_begins_sends_nothing() {
    let result = run(r#"
        const api = new Api(json({ items: [] }));
        let asked = 0;
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token: () => (asked++, "opaque") });
        const signal = AbortSignal.abort();
        const ends = [await outcome(liveops.coupons.redeem("WINTER2023", { signal })), await outcome(liveops.cart.get({ signal }))];
        return [ends.map(({ code, applied }) => [code, applied]), api.requests.length];
    "#)
    .await;
    assert_eq!(result, json!([[["aborted", false], ["aborted", false]], 0]));
}

#[wasm_bindgen_test]
async fn close_ends_what_is_in_flight_and_all_that_comes_later() {
    let result = run(r#"
        const api = new Api(never);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const { promotions } = liveops;
        const inFlight = [outcome(liveops.dailyChains.list()), outcome(liveops.promoCodes.redeem("X"))];
        await api.next();
        liveops.close();
        liveops.close();
        const ended = await Promise.all(inFlight);
        const before = api.requests.length;
        const later = [await outcome(promotions.verify("X")), await outcome(liveops.coupons.redeem("X")), await outcome(liveops.rewardChains.all().next())];
        const told = ({ code, applied }) => [code, applied];
        return { ended: ended.map(told), later: later.map(told), sentLater: api.requests.length - before };
    "#)
    .await;
    let expected = json!({
        "ended": [["aborted", false], ["aborted", "unknown"]],
        "later": [["aborted", false], ["aborted", false], ["aborted", false]],
        "sentLater": 0,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn clients_are_closed_one_by_one() {
    let result = run(r"
        const api = new Api(json(emptyPage));
        const [one, other] = [1, 2].map((projectId) => new LiveOps({ projectId, fetch: api.fetch }));
        one.close();
        return [(await outcome(one.dailyChains.list())).code, await other.dailyChains.list()];
    ")
    .await;
    assert_eq!(
        result,
        json!(["aborted", { "has_more": false, "items": [] }])
    );
}

#[wasm_bindgen_test]
async fn a_finished_call_leaves_nothing_on_the_signal() {
    let result = run(r#"
        const api = new Api(json(emptyPage));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const { signal } = new AbortController();
        let listeners = 0;
        for (const [name, by] of [["addEventListener", 1], ["removeEventListener", -1]]) {
          const original = signal[name];
          signal[name] = (...parameters) => (listeners += by, original.apply(signal, parameters));
        }
        await liveops.dailyChains.list({ signal });
        await outcome(liveops.dailyChains.get(1, { signal }));
        return listeners;
    "#)
    .await;
    assert_eq!(result, json!(0));
}
