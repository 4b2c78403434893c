//! A watched chain is read at once, after it starts over, and when the page is shown or online again.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// A chain that starts over every so often, by the API's time on the fake clock; `shown` is what changes in it.
const CHAIN: &str = r"
    clock.start();
    await load();
    const START = Date.UTC(2035, 0, 1);
    const date = () => new Date(START + clock.now).toUTCString();
    const every = (milliseconds) => START + (Math.floor(clock.now / milliseconds) + 1) * milliseconds;
    const WEEK = 604_800_000;
    let shown = 1;
    let period = WEEK;
    const chain = () => ({
      id: 7, reward_chain_id: 7, next_step_number: shown,
      steps: [], recurrent_schedule: { reset_next_date: every(period) },
    });
    const answer = async ({ url }) => {
      const body = url.includes('reward_chain') ? { has_more: false, items: [{ reward_chain_id: 8, steps: [] }, chain()] } : chain();
      return reply(200, body, { date: date() })();
    };
    const watching = (fetch = answer, options) => {
      const api = timed(clock, fetch);
      const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, random: () => 0.3, ...options });
      const changes = [], errors = [];
      const given = { chainId: 7, onChange: (chain) => changes.push(chain.next_step_number), onError: ({ code }) => errors.push(code) };
      return { api, liveops, changes, errors, given };
    };
";

async fn watched(steps: &str) -> Value {
    run(&format!("{CHAIN}{steps}")).await
}

#[wasm_bindgen_test]
async fn a_chain_of_each_kind_is_read_at_once_and_within_a_minute_after_each_reset() {
    for area in ["dailyChains", "offerChains", "rewardChains"] {
        let result = watched(&format!(
            "
            const {{ api, liveops, changes, given }} = watching();
            liveops.{area}.watch(given);
            await clock.pass(0);
            const atOnce = api.at.length;
            for (let week = 0; week < 3; week++) {{
              shown++;
              await clock.pass(WEEK);
            }}
            const after = api.at.slice(1).map((at) => at % WEEK);
            return [atOnce, after.length, Math.min(...after) >= 0, Math.max(...after) < 61_000, changes];
            "
        ))
        .await;
        assert_eq!(result, json!([1, 2, true, true, [1, 3, 4]]), "{area}");
    }
}

#[wasm_bindgen_test]
async fn the_page_hears_of_changes_only() {
    let result = watched(
        "
        period = 3_600_000;
        const { api, liveops, changes, given } = watching(async (request) => {
          const response = await answer(request);
          return { ...response, text: async () => (await response.text()).replace(/\"reset_next_date\":\\d+/, '\"reset_next_date\":1') };
        });
        liveops.offerChains.watch(given);
        await clock.pass(1_000_000);
        const before = [api.at.length > 5, [...changes]];
        shown = 2;
        await clock.pass(200_000);
        return [...before, changes];
        ",
    )
    .await;
    assert_eq!(result, json!([true, [1], [1, 2]]));
}

#[wasm_bindgen_test]
async fn shops_are_spread_over_the_minute_after_a_reset() {
    let result = watched(
        "
        const seconds = new Set();
        for (let shop = 0; shop < 40; shop++) {
          const { api, liveops, given } = watching(answer, { random: () => shop / 40 });
          const stop = liveops.offerChains.watch(given);
          await clock.pass(WEEK - (clock.now % WEEK) + 60_000);
          seconds.add(Math.floor((api.at.at(-1) % WEEK) / 1000));
          stop();
        }
        return seconds.size > 15 && Math.max(...seconds) < 61;
        ",
    )
    .await;
    assert_eq!(result, json!(true));
}

#[wasm_bindgen_test]
async fn a_device_clock_that_is_wrong_by_ten_years_does_not_matter() {
    for years in [-10, 10] {
        let result = watched(&format!(
            "
            const deviceNow = Date.now;
            Date.now = () => START + clock.now + {years} * 31_536e6;
            const {{ api, liveops, given }} = watching();
            liveops.offerChains.watch(given);
            await clock.pass(2 * WEEK + 61_000);
            Date.now = deviceNow;
            const after = api.at.slice(1).map((at) => at % WEEK);
            return [after.length, Math.max(...after) < 61_000];
            "
        ))
        .await;
        assert_eq!(result, json!([2, true]), "{years} years");
    }
}

#[wasm_bindgen_test]
async fn no_timer_is_too_long() {
    let result = watched(
        "
        period = 100 * 86_400_000;
        const { api, liveops, given } = watching();
        const longest = [];
        const { setTimeout } = globalThis;
        globalThis.setTimeout = (run, milliseconds, ...values) => (longest.push(milliseconds), setTimeout(run, milliseconds, ...values));
        liveops.offerChains.watch(given);
        await clock.pass(99 * 86_400_000);
        const early = api.at.length;
        await clock.pass(86_400_000 + 61_000);
        return [early, api.at.length, Math.max(...longest) <= 2_147_483_647];
        ",
    )
    .await;
    assert_eq!(result, json!([1, 2, true]));
}

#[wasm_bindgen_test]
async fn a_page_that_is_shown_or_online_again_reads_again_but_not_twice_in_five_seconds() {
    let result = watched(
        "
        const { api, liveops, given } = watching();
        liveops.offerChains.watch(given);
        await clock.pass(10_000);
        dispatchEvent(new Event('online'));
        document.dispatchEvent(new Event('visibilitychange'));
        await clock.pass(1_000);
        dispatchEvent(new Event('online'));
        await clock.pass(60_000);
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        await clock.pass(1_000);
        return api.at;
        ",
    )
    .await;
    assert_eq!(result, json!([0, 10_000, 15_000, 71_000]));
}

#[wasm_bindgen_test]
async fn failing_reads_are_survived_and_told() {
    let result = watched(
        "
        let isDown = true;
        const { api, liveops, changes, errors, given } = watching((request) => (isDown ? reply(503)() : answer(request)));
        liveops.offerChains.watch(given);
        await clock.pass(3_600_000);
        const down = [errors.length > 10 && errors.length < 40, [...new Set(errors)], [...changes]];
        isDown = false;
        await clock.pass(300_000);
        return [...down, changes];
        ",
    )
    .await;
    assert_eq!(result, json!([true, ["server_error"], [], [1]]));
}

#[wasm_bindgen_test]
async fn a_network_that_is_back_is_asked_again_soon_though_its_first_read_failed() {
    let result = watched(
        "
        let isDown = true;
        const { liveops, errors, changes, given } = watching((request) => (isDown ? offline() : answer(request)));
        liveops.offerChains.watch(given);
        await clock.pass(3_600_000);
        const before = errors.length;
        dispatchEvent(new Event('online'));
        await clock.pass(1_000);
        const failed = errors.length - before;
        isDown = false;
        await clock.pass(6_000);
        return [failed, changes];
        ",
    )
    .await;
    assert_eq!(result, json!([1, [1]]));
}

#[wasm_bindgen_test]
async fn a_chain_that_is_not_there_is_an_error() {
    for (area, fetch) in [
        ("offerChains", "reply(404)"),
        ("rewardChains", "reply(200, { has_more: false, items: [] })"),
    ] {
        let result = watched(&format!(
            "
            const {{ liveops, changes, errors, given }} = watching({fetch});
            liveops.{area}.watch(given);
            await clock.pass(1);
            return [errors, changes];
            "
        ))
        .await;
        assert_eq!(result, json!([["chain_not_found"], []]), "{area}");
    }
}

#[wasm_bindgen_test]
async fn whatever_ends_it_leaves_nothing_behind() {
    for end in ["stop()", "liveops.close()", "controller.abort()"] {
        for at in [0, 1, 10_000] {
            let result = watched(&format!(
                "
                const {{ api, liveops, changes, errors, given }} = watching();
                // Reading loads what claims, which listens for itself.
                await clock.until(liveops.offerChains.get(7));
                await clock.pass(0);
                const listening = listeners(globalThis, document);
                const controller = new AbortController();
                const stop = liveops.offerChains.watch({{ ...given, signal: controller.signal }});
                if ({at}) await clock.pass({at});
                {end};
                const before = [api.at.length, changes.length];
                await clock.pass(1);
                dispatchEvent(new Event('online'));
                await clock.pass(2 * WEEK);
                const left = [listening.count, clock.timers, errors];
                listening.forget();
                return [...left, api.at.length === before[0], changes.length === before[1]];
                "
            ))
            .await;
            assert_eq!(result, json!([0, 0, [], true, true]), "{end} at {at}");
        }
    }
}

#[wasm_bindgen_test]
async fn a_function_of_the_page_that_throws_does_not_end_it() {
    let result = watched(
        "
        const { reportError } = globalThis;
        const reported = [];
        globalThis.reportError = (error) => reported.push(error.message);
        const { api, liveops, given } = watching();
        liveops.offerChains.watch({ ...given, onChange: () => { throw new Error('of the page') } });
        shown = 2;
        await clock.pass(WEEK + 61_000);
        globalThis.reportError = reportError;
        return [reported.length, reported[0], api.at.length];
        ",
    )
    .await;
    assert_eq!(result, json!([2, "of the page", 2]));
}

#[wasm_bindgen_test]
async fn what_cannot_be_watched_is_refused_at_once() {
    let result = watched(
        r#"
        const { liveops } = watching();
        const onChange = () => {};
        const refused = [];
        for (const given of [
          undefined, null, {}, { chainId: 7 }, { onChange }, { chainId: "7", onChange }, { chainId: 0, onChange }, { chainId: 1.5, onChange },
          { chainId: -1, onChange }, { chainId: NaN, onChange }, { chainId: 2 ** 53, onChange }, { chainId: 7, onChange: 7 },
        ]) {
          const { code, applied, message } = await outcome(() => liveops.dailyChains.watch(given));
          refused.push(code === "invalid_argument" && applied === false && /chainId.*onChange/.test(message));
        }
        return refused.every(Boolean);
        "#,
    )
    .await;
    assert_eq!(result, json!(true));
}
