//! A token is renewed once for all, not again for a minute where that failed, and never after `close`.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn fifty_calls_on_an_expired_token_renew_it_once() {
    let result = run(r#"
        const api = new Api(page);
        let time = 0;
        const reasons = [];
        const token = async (reason) => (reasons.push(reason), jwt(3600, reason));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token, now: () => time });
        await liveops.dailyChains.list();
        time = 7_200_000;
        await Promise.all(Array.from({ length: 50 }, (_, offset) => liveops.dailyChains.list({ offset })));
        const sent = new Set(api.requests.slice(1).map(({ headers }) => headers.get("authorization")));
        return [reasons, api.requests.length, sent.size];
    "#)
    .await;
    assert_eq!(result, json!([["first", "expiring"], 51, 1]));
}

#[wasm_bindgen_test]
async fn a_failure_counts_for_a_minute() {
    for token in [
        "() => { throw new Error('down') }",
        "() => Promise.reject(new Error('down'))",
        "() => 7",
    ] {
        let result = run(&format!(
            r"
            let time = 0, asked = 0;
            const fail = {token};
            const token = () => (++asked === 1 ? fail() : 'opaque');
            const api = new Api(page);
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, token, now: () => time }});
            const ends = [];
            for (const at of [0, 0, 59_999, 60_000]) {{
              time = at;
              const {{ code, applied }} = await outcome(liveops.dailyChains.list());
              ends.push([code ?? 'read', applied ?? null, asked, api.requests.length]);
            }}
            return ends;
            "
        ))
        .await;
        let code = if token.ends_with('7') {
            "invalid_argument"
        } else {
            "unauthorized"
        };
        let failed = json!([code, false, 1, 0]);
        let read = json!(["read", null, 2, 1]);
        assert_eq!(result, json!([failed, failed, failed, read]), "{token}");
    }
}

#[wasm_bindgen_test]
async fn after_a_renewal_failed_ahead_of_time_the_token_stays_in_use_and_is_renewed_a_minute_later()
{
    let result = run(r#"
        const api = new Api(page);
        let time = 0;
        const reasons = [];
        const token = (reason) => {
          reasons.push(reason);
          if (reasons.length === 2) throw new Error("the account service hiccups");
          return jwt(3600, String(reasons.length));
        };
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token, now: () => time });
        const asked = [];
        for (const at of [0, 3_520_000, 3_579_999, 3_580_000]) {
          time = at;
          await liveops.dailyChains.list();
          asked.push(reasons.length);
        }
        return [asked, reasons];
    "#)
    .await;
    assert_eq!(
        result,
        json!([[1, 2, 2, 3], ["first", "expiring", "expiring"]])
    );
}

#[wasm_bindgen_test]
async fn a_storm_of_refusals_asks_once_a_minute() {
    let result = run(r"
        let time = 0;
        const asked = [];
        const api = new Api(reply(401));
        const token = (reason) => (asked.push([reason, time]), `${reason}-${asked.length}`);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token, now: () => time });
        const codes = new Set();
        for (time = 0; time < 180_000; time += 1_000) codes.add((await outcome(liveops.dailyChains.list())).code);
        return [asked, [...codes], api.requests.length];
    ")
    .await;
    let asked = json!([
        ["first", 0],
        ["refused", 0],
        ["refused", 60_000],
        ["refused", 120_000]
    ]);
    assert_eq!(result, json!([asked, ["unauthorized"], 180 + 1]));
}

#[wasm_bindgen_test]
async fn a_token_that_was_accepted_may_be_renewed_whenever_it_is_refused() {
    let result = run(r#"
        let good = 0, given = 0;
        const fetch = async ({ headers }) => (headers.get("authorization") === `Bearer ${good}` ? page() : reply(401)());
        const liveops = new LiveOps({ projectId: 1, fetch, token: () => String(given++), now: () => 0 });
        const ends = [];
        for (good = 0; good < 5; good++) ends.push((await outcome(liveops.dailyChains.list())).code ?? "read");
        return [ends, given];
    "#)
    .await;
    assert_eq!(result, json!([["read", "read", "read", "read", "read"], 5]));
}

#[wasm_bindgen_test]
async fn what_must_not_be_sent_twice_is_not_and_the_next_call_has_another_token() {
    let result = run(r#"
        const api = new Api(reply(401, { errorCode: 1501 }), page);
        const reasons = [];
        const token = (reason) => (reasons.push(reason), reason);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token });
        const { code, applied } = await outcome(liveops.coupons.redeem("WINTER2023"));
        const sent = api.requests.length;
        await liveops.dailyChains.list();
        return [code, applied, sent, reasons, api.requests[1].headers.get("authorization")];
    "#)
    .await;
    let expected = json!([
        "unauthorized",
        false,
        1,
        ["first", "refused"],
        "Bearer refused"
    ]);
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_token_that_comes_late_is_taken_unless_a_newer_one_came() {
    for (newer, expected) in [
        (false, json!(["timeout", "timeout", "Bearer late", 1])),
        (true, json!(["timeout", "timeout", "Bearer newer", 2])),
    ] {
        let result = run(&format!(
            r#"
            clock.start();
            const api = timed(clock, page);
            let sent;
            const fetch = (request) => ((sent = request.headers.get("authorization")), page());
            const gives = [];
            const token = () => new Promise((resolve) => gives.push(resolve));
            const liveops = new LiveOps({{ projectId: 1, fetch, token }});
            const read = () => outcome(liveops.dailyChains.list());
            const first = (await clock.until(read())).code;
            const second = (await clock.until(read())).code;
            if ({newer}) {{
              await clock.pass(60_000);
              const renewed = read();
              await clock.pass(1);
              gives[1]("newer");
              await clock.until(renewed);
            }}
            gives[0]("late");
            await clock.pass(1);
            await clock.until(read());
            return [first, second, sent, gives.length];
            "#
        ))
        .await;
        assert_eq!(result, expected, "newer: {newer}");
    }
}

#[wasm_bindgen_test]
async fn close_wins_over_a_renewal_under_way() {
    for settle in ["give('opaque')", "fail(new Error('down'))", "give(null)"] {
        let result = run(&format!(
            r"
            clock.start();
            const api = new Api(page);
            let give, fail, asked = 0;
            const token = () => (asked++, new Promise((resolve, reject) => ([give, fail] = [resolve, reject])));
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, token }});
            const calls = Array.from({{ length: 50 }}, (_, offset) => outcome(liveops.dailyChains.list({{ offset }})));
            await clock.pass(1);
            liveops.close();
            {settle};
            const codes = (await clock.until(Promise.all(calls))).map(({{ code }}) => code);
            codes.push((await outcome(liveops.dailyChains.list())).code);
            await clock.pass(120_000);
            return [[...new Set(codes)], codes.length, asked, api.requests.length, clock.timers];
            "
        ))
        .await;
        assert_eq!(result, json!([["aborted"], 51, 1, 0, 0]), "{settle}");
    }
}

#[wasm_bindgen_test]
async fn close_wins_over_a_refusal() {
    let result = run(r"
        const asked = [];
        const fetch = async () => (liveops.close(), reply(401)());
        const liveops = new LiveOps({ projectId: 1, fetch, token: (reason) => (asked.push(reason), reason) });
        const { code } = await outcome(liveops.dailyChains.list());
        return [code, asked];
    ")
    .await;
    assert_eq!(result, json!(["aborted", ["first"]]));
}
