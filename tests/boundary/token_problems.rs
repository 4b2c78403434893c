//! A token function that does not give a token: the call ends, nothing is sent.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_token_function_that_fails_is_the_cause_and_nothing_is_sent() {
    for token in [
        "() => { throw reason }",
        "async () => { throw reason }",
        "() => Promise.reject(reason)",
        "() => ({ then(_, reject) { reject(reason) } })",
    ] {
        let result = run(&format!(
            r#"
            const reason = {{ why: "the account service is down" }};
            const api = new Api(json(emptyPage));
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, token: {token} }});
            const error = await liveops.coupons.redeem("WINTER2023").catch((error) => error);
            const {{ code, applied, status }} = await outcome(Promise.reject(error));
            return [code, applied, status, error.cause === reason, api.requests.length];
            "#
        ))
        .await;
        assert_eq!(
            result,
            json!(["unauthorized", false, null, true, 0]),
            "{token}"
        );
    }
}

#[wasm_bindgen_test]
async fn what_is_no_token_is_an_argument_error_and_nothing_is_sent() {
    for token in [
        "7",
        "{}",
        "['a']",
        "true",
        "''",
        "'a b'",
        "'a\\nb'",
        "'ü'",
        "'a\\r\\nx-admin: 1'",
        "() => 'a'",
        "Symbol('a')",
    ] {
        let result = run(&format!(
            r"
            const api = new Api(json(emptyPage));
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, token: async () => ({token}) }});
            const {{ code, applied, message }} = await outcome(liveops.dailyChains.list());
            return [code, applied, /token/.test(message), api.requests.length];
            "
        ))
        .await;
        assert_eq!(
            result,
            json!(["invalid_argument", false, true, 0]),
            "{token}"
        );
    }
}

#[wasm_bindgen_test]
async fn one_caller_s_end_does_not_take_the_token_from_the_others() {
    let result = run(r#"
        const api = new Api(json(emptyPage));
        let give, asked = 0;
        const token = () => (asked++, new Promise((resolve) => (give = resolve)));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token });
        const controller = new AbortController();
        const first = outcome(liveops.coupons.redeem("X", { signal: controller.signal }));
        const second = liveops.dailyChains.list();
        controller.abort();
        const { code, applied } = await first;
        give("opaque");
        return [code, applied, await second, asked, api.requests.length];
    "#)
    .await;
    assert_eq!(
        result,
        json!(["aborted", false, { "has_more": false, "items": [] }, 1, 1])
    );
}

#[wasm_bindgen_test]
async fn a_token_function_that_never_settles_ends_with_the_call_s_time() {
    let result = run(r#"
        const api = new Api(json(emptyPage));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token: never });
        const { code, applied, status } = await outcome(liveops.coupons.redeem("WINTER2023", { timeoutMs: 20 }));
        return [code, applied, status, api.requests.length];
    "#)
    .await;
    assert_eq!(result, json!(["timeout", false, null, 0]));
}

#[wasm_bindgen_test]
async fn a_renewal_that_fails_ahead_of_time_leaves_the_token_in_use() {
    let result = run(r#"
        const api = new Api(json(emptyPage));
        let clock = 0;
        const reasons = [];
        const token = (reason) => {
          reasons.push(reason);
          if (reason === "expiring") throw new Error("the account service hiccups");
          return jwt(3600, "player");
        };
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token, now: () => clock });
        await liveops.dailyChains.list();
        clock = 3_520_000;
        await liveops.dailyChains.list();
        const sent = api.requests.map(({ headers }) => headers.get("authorization"));
        return [reasons, sent[0] === sent[1], sent.length];
    "#)
    .await;
    assert_eq!(result, json!([["first", "expiring"], true, 2]));
}
