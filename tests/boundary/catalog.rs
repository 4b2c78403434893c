//! The catalog: what it is asked for, and walking through it.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// Makes a call and gives its path and query after the project's.
async fn asked(options: &str, call: &str) -> String {
    let url = run(&format!(
        r"
        const api = new Api(json(emptyPage));
        const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch, ...{options} }});
        await outcome(liveops.{call});
        return api.requests.map(({{ url }}) => url.split('/v2/project/1/')[1]).join();
        "
    ))
    .await;
    url.as_str().unwrap().to_owned()
}

#[wasm_bindgen_test]
async fn each_list_is_asked_for_at_its_own_path() {
    for (call, path) in [
        ("items()", "items"),
        ("virtualItems()", "items/virtual_items"),
        ("bundles()", "items/bundle"),
        ("virtualCurrencies()", "items/virtual_currency"),
        (
            "virtualCurrencyPackages()",
            "items/virtual_currency/package",
        ),
        ("itemsOfGroup('garden')", "items/group/garden"),
        ("item('com.x/y z')", "items/sku/com.x%2Fy%20z"),
        ("groups()", "items/groups"),
    ] {
        assert_eq!(asked("{}", &format!("catalog.{call}")).await, path);
    }
}

#[wasm_bindgen_test]
async fn what_is_to_be_shown_stands_in_the_query() {
    let call = "catalog.items({ limit: 5, offset: 10, locale: 'fr', country: 'DE', promoCode: ' A&B ', showInactiveTimeLimitedItems: true, additionalFields: ['media_list', 'long description'] })";
    let url = asked("{ locale: 'de' }", call).await;
    let (path, query) = url.split_once('?').unwrap();
    let mut parameters: Vec<_> = query.split('&').collect();
    parameters.sort_unstable();
    let expected = [
        "additional_fields[]=long%20description",
        "additional_fields[]=media_list",
        "country=DE",
        "limit=5",
        "locale=fr",
        "offset=10",
        "promo_code=A%26B",
        "show_inactive_time_limited_items=1",
    ];
    assert_eq!((path, &*parameters), ("items", &expected[..]));
}

#[wasm_bindgen_test]
async fn the_client_s_locale_is_asked_for_where_a_call_names_none() {
    for (call, path) in [
        ("catalog.items()", "items?locale=de"),
        ("catalog.item('a')", "items/sku/a?locale=de"),
        (
            "catalog.item('a', { locale: 'fr' })",
            "items/sku/a?locale=fr",
        ),
        ("catalog.groups()", "items/groups"),
    ] {
        assert_eq!(asked("{ locale: 'de' }", call).await, path, "{call}");
    }
}

#[wasm_bindgen_test]
async fn no_additional_fields_are_none() {
    for options in ["{ additionalFields: [] }", "{ additionalFields: null }"] {
        let call = format!("catalog.items({options})");
        assert_eq!(asked("{}", &call).await, "items", "{options}");
    }
}

#[wasm_bindgen_test]
async fn a_walk_keeps_its_query_and_advances_by_what_came() {
    for (call, path) in [
        ("allItems(options)", "items"),
        ("allVirtualItems(options)", "items/virtual_items"),
        ("allBundles(options)", "items/bundle"),
        ("allVirtualCurrencies(options)", "items/virtual_currency"),
        (
            "allVirtualCurrencyPackages(options)",
            "items/virtual_currency/package",
        ),
        ("allItemsOfGroup('garden', options)", "items/group/garden"),
    ] {
        let result = run(&format!(
            r"
            const page = (has_more, ...skus) => json({{ has_more, items: skus.map((sku) => ({{ sku }})) }});
            const api = new Api(page(true, 'a', 'b'), page(true, 'c'), page(false, 'd'));
            const liveops = new LiveOps({{ projectId: 1, fetch: api.fetch }});
            const options = {{ limit: 2, offset: 4, promoCode: 'X' }};
            const skus = [];
            for await (const {{ sku }} of liveops.catalog.{call}) skus.push(sku);
            const sent = api.requests.map(({{ url }}) => url.split('/v2/project/1/')[1]);
            return {{ skus: skus.join(''), sent }};
            "
        ))
        .await;
        let at = |offset: u32| format!("{path}?limit=2&offset={offset}&promo_code=X");
        let expected = json!({ "skus": "abcd", "sent": [at(4), at(6), at(7)] });
        assert_eq!(result, expected, "{call}");
    }
}
