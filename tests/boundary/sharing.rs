//! Reads of the same thing that are under way at once are one request.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn reads_of_the_same_thing_are_one_request_and_each_has_its_own_answer() {
    let result = run(r"
        const api = new Api(reply(200, { has_more: false, items: [{ id: 1, steps: [] }] }));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, token: () => 'opaque' });
        const pages = await Promise.all(Array.from({ length: 50 }, () => liveops.dailyChains.list()));
        const before = JSON.stringify(pages[1]);
        pages[0].items[0].steps.push('a page may do as it likes');
        return [api.requests.length, JSON.stringify(pages[1]) === before, new Set(pages).size];
    ")
    .await;
    assert_eq!(result, json!([1, true, 50]));
}

#[wasm_bindgen_test]
async fn reads_of_different_things_are_not() {
    let result = run(r"
        const api = new Api(page);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const { dailyChains, offerChains } = liveops;
        await Promise.all([
          dailyChains.list(), dailyChains.list({ offset: 1 }), dailyChains.list({ limit: 1 }), offerChains.list(),
          outcome(dailyChains.get(1)), outcome(dailyChains.get(2)),
        ]);
        return api.requests.length;
    ")
    .await;
    assert_eq!(result, json!(6));
}

#[wasm_bindgen_test]
async fn a_read_after_the_answer_is_another_request() {
    let result = run(r"
        const api = new Api(page);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        let again;
        await Promise.all([
          liveops.dailyChains.list().then(() => (again = liveops.dailyChains.list())),
          liveops.dailyChains.list(),
        ]);
        await again;
        return api.requests.length;
    ")
    .await;
    assert_eq!(result, json!(2));
}

#[wasm_bindgen_test]
async fn whoever_leaves_leaves_alone_and_the_last_one_ends_the_request() {
    let result = run(r"
        clock.start();
        const api = new Api(hanging);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const [first, last] = [new AbortController(), new AbortController()];
        const ends = [];
        const read = (name, options) => outcome(liveops.dailyChains.list(options)).then(({ code }) => ends.push([name, code, clock.now]));
        const all = [read('first', { signal: first.signal }), read('hasty', { timeoutMs: 100 }), read('last', { signal: last.signal })];
        await clock.pass(10);
        first.abort();
        await clock.pass(200);
        const [{ signal }] = api.requests;
        const isAborted = [signal.aborted];
        last.abort();
        await clock.until(Promise.all(all));
        isAborted.push(signal.aborted);
        return [ends, isAborted, api.requests.length, clock.timers];
    ")
    .await;
    let ends = json!([
        ["first", "aborted", 10],
        ["hasty", "timeout", 100],
        ["last", "aborted", 210]
    ]);
    assert_eq!(result, json!([ends, [false, true], 1, 0]));
}

#[wasm_bindgen_test]
async fn who_comes_after_all_have_left_is_not_left_out() {
    let result = run(r"
        const api = new Api(hanging, page);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const controller = new AbortController();
        const first = outcome(liveops.dailyChains.list({ signal: controller.signal }));
        await api.next();
        controller.abort();
        const { code } = await first;
        return [code, await liveops.dailyChains.list(), api.requests.length];
    ")
    .await;
    let page = json!({ "has_more": false, "items": [] });
    assert_eq!(result, json!(["aborted", page, 2]));
}

#[wasm_bindgen_test]
async fn a_read_after_a_write_shows_what_was_written() {
    let result = run(r"
        let answer;
        const api = new Api(
          () => new Promise((resolve) => (answer = resolve)),
          reply(204),
          reply(200, { items: [{ sku: 'new' }] }),
        );
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const before = liveops.cart.get();
        await api.next();
        await liveops.cart.putItem('new', { quantity: 1 });
        const after = await liveops.cart.get();
        answer(await reply(200, { items: [] })());
        return [(await before).items.length, after.items.length, api.requests.length];
    ")
    .await;
    assert_eq!(result, json!([0, 1, 3]));
}

#[wasm_bindgen_test]
async fn a_fresh_read_joins_none_that_began_before() {
    let result = run(r"
        let answer;
        const api = new Api(() => new Promise((resolve) => (answer = resolve)), page);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const before = liveops.dailyChains.list();
        await api.next();
        await liveops.dailyChains.list({ fresh: true });
        const sent = api.requests.length;
        answer(await page());
        return [await before, sent];
    ")
    .await;
    assert_eq!(result, json!([{ "has_more": false, "items": [] }, 2]));
}

#[wasm_bindgen_test]
async fn a_failed_read_is_tried_again_once_for_all() {
    let result = run(r"
        clock.start();
        const api = timed(clock, offline);
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch, random: () => 0.5 });
        const calls = Array.from({ length: 10 }, () => liveops.dailyChains.list().catch((error) => error));
        const errors = await clock.until(Promise.all(calls));
        return [api.at, new Set(errors).size, [...new Set(errors.map(({ code }) => code))]];
    ")
    .await;
    assert_eq!(result, json!([[0, 100, 300], 10, ["network"]]));
}

#[wasm_bindgen_test]
async fn another_player_s_read_is_not_joined() {
    let result = run(r"
        const sent = [];
        const fetch = async ({ url, headers, signal }) => {
          const player = headers.get('authorization').split(' ')[1];
          if (url.includes('upsell')) return reply(player === 'mira' ? 401 : 200, { has_more: false, items: [] })();
          sent.push(player);
          return player === 'mira' ? hanging({ signal }) : page();
        };
        const liveops = new LiveOps({ projectId: 1, fetch, token: (reason) => (reason === 'first' ? 'mira' : 'noor') });
        const controller = new AbortController();
        const hers = outcome(liveops.dailyChains.list({ signal: controller.signal }));
        await liveops.upsell.list();
        const his = await liveops.dailyChains.list();
        controller.abort();
        return [sent, his, (await hers).code];
    ")
    .await;
    let page = json!({ "has_more": false, "items": [] });
    assert_eq!(result, json!([["mira", "noor"], page, "aborted"]));
}
