//! Walking through all pages of a list.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Walks through these pages, until `until` is true of a chain; gives ids, queries and how it ended.
async fn walk(pages: &Value, options: &str, until: &str) -> Value {
    run(&format!(
        r"
        const api = new Api(...{pages}.map((page) => json(page)));
        const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch }});
        const ids = [];
        const end = await outcome(async () => {{
          for await (const chain of liveops.dailyChains.all({options})) {{
            ids.push(chain.id);
            if ({until}) break;
          }}
        }});
        return {{ ids, queries: api.requests.map(({{ url }}) => new URL(url).search), code: end.code ?? null }};
        "
    ))
    .await
}

fn page(ids: &[u64], has_more: bool) -> Value {
    let chains: Vec<_> = ids
        .iter()
        .map(|id| json!({ "id": id, "steps": [] }))
        .collect();
    json!({ "has_more": has_more, "items": chains })
}

#[wasm_bindgen_test]
async fn the_offset_advances_by_what_came_not_by_what_was_asked_for() {
    let pages = json!([
        page(&[1, 2, 3], true),
        page(&[4], true),
        page(&[5, 6], false)
    ]);
    let result = walk(&pages, "{ limit: 50 }", "false").await;
    let queries = json!(["?limit=50", "?limit=50&offset=3", "?limit=50&offset=4"]);
    assert_eq!(
        result,
        json!({ "ids": [1, 2, 3, 4, 5, 6], "queries": queries, "code": null })
    );
}

#[wasm_bindgen_test]
async fn it_starts_where_it_is_told() {
    let pages = json!([page(&[1], true), page(&[2], false)]);
    let result = walk(&pages, "{ offset: 7 }", "false").await;
    assert_eq!(
        result,
        json!({ "ids": [1, 2], "queries": ["?offset=7", "?offset=8"], "code": null })
    );
}

#[wasm_bindgen_test]
async fn an_empty_list_has_no_entry() {
    let result = walk(&json!([page(&[], false)]), "", "false").await;
    assert_eq!(result, json!({ "ids": [], "queries": [""], "code": null }));
}

#[wasm_bindgen_test]
async fn an_empty_page_that_says_more_follow_is_an_error_after_what_came_before() {
    let result = walk(&json!([page(&[1], true), page(&[], true)]), "", "false").await;
    assert_eq!(
        result,
        json!({ "ids": [1], "queries": ["", "?offset=1"], "code": "bad_response" })
    );
}

#[wasm_bindgen_test]
async fn who_stops_early_asks_for_no_further_page() {
    let pages = json!([page(&[1, 2], true), page(&[3, 4], true)]);
    let result = walk(&pages, "", "chain.id === 2").await;
    assert_eq!(
        result,
        json!({ "ids": [1, 2], "queries": [""], "code": null })
    );
}

#[wasm_bindgen_test]
async fn nothing_is_asked_for_before_the_first_entry_is() {
    let result = run(r"
        const api = new Api(json(emptyPage));
        const liveops = new LiveOps({ projectId: 1, fetch: api.fetch });
        const walks = [liveops.dailyChains.all(), liveops.offerChains.all({}), liveops.rewardChains.all(null)];
        await Promise.resolve();
        const before = api.requests.length;
        const ends = await Promise.all(walks.map((walk) => walk.next()));
        return [before, ends.map(({ done }) => done), api.requests.map(({ url }) => new URL(url).pathname)];
    ")
    .await;
    let paths = ["daily_chain", "offer_chain", "reward_chain"]
        .map(|kind| format!("/api/v2/project/1/user/{kind}"));
    assert_eq!(result, json!([0, [true, true, true], paths]));
}

#[wasm_bindgen_test]
async fn a_failed_page_ends_the_walk_with_its_error() {
    let result = run(r"
        const page = { has_more: true, items: [{ id: 1, steps: [] }] };
        const api = new Api(json(page), json({}, 500));
        const walk = new LiveOps({ projectId: 1, fetch: api.fetch }).dailyChains.all();
        const first = await walk.next();
        const { code, status } = await outcome(walk.next());
        return [first.value.id, code, status, (await walk.next()).done];
    ")
    .await;
    assert_eq!(result, json!([1, "server_error", 500, true]));
}

#[wasm_bindgen_test]
async fn one_page_by_itself_may_be_empty_and_say_that_more_follow() {
    let result = run(r"
        const liveops = new LiveOps({ projectId: 1, fetch: json({ has_more: true, items: [] }) });
        return liveops.dailyChains.list();
    ")
    .await;
    assert_eq!(result, json!({ "has_more": true, "items": [] }));
}
