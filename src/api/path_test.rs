use super::{Path, ProjectId};
use crate::api::json_given::JsonGiven;
use serde_json::{Value, json};

fn path(template: &'static str, given: Value) -> String {
    asking(template, "", given)
}

fn asking(template: &'static str, query: &'static str, given: Value) -> String {
    let path = Path::fill(ProjectId(44056), template, query, &JsonGiven(given)).unwrap();
    path.reveal().to_owned()
}

#[test]
fn each_name_takes_what_was_given_for_it() {
    let given = json!({ "chainId": 101, "code": "a/b", "stepId": 7 });
    let filled = path("x/{chainId}/y/{code}/{stepId}/z", given);
    assert_eq!(filled, "/v2/project/44056/x/101/y/a%2Fb/7/z");
    assert_eq!(path("cart", json!({})), "/v2/project/44056/cart");
}

#[test]
fn a_code_that_looks_like_a_template_is_text() {
    let given = json!({ "code": "{chainId}?limit&", "chainId": 101, "limit": 5 });
    let filled = path("x/{code}/{chainId}", given);
    assert_eq!(filled, "/v2/project/44056/x/%7BchainId%7D%3Flimit%26/101");
}

#[test]
fn what_is_missing_is_a_problem() {
    let given = JsonGiven(json!({ "chainId": 101 }));
    let filled = Path::fill(ProjectId(1), "x/{chainId}/{stepNumber}", "", &given);
    assert_eq!(filled, Err("stepNumber".to_owned()));
}

#[test]
fn the_largest_numbers_are_written_in_full() {
    let given = JsonGiven(json!({ "chainId": 9_007_199_254_740_991_u64 }));
    let filled = Path::fill(ProjectId(u64::MAX), "x/{chainId}", "", &given).unwrap();
    assert_eq!(
        filled.reveal(),
        "/v2/project/18446744073709551615/x/9007199254740991"
    );
}

#[test]
fn a_query_has_only_what_was_given() {
    let query = "currency locale limit offset promo_code show_inactive_time_limited_items additional_fields[]";
    assert_eq!(asking("cart", query, json!({})), "/v2/project/44056/cart");
    let given = json!({ "locale": "en-US&x=1 +", "offset": 0 });
    assert_eq!(
        asking("cart", query, given),
        "/v2/project/44056/cart?locale=en-US%26x%3D1%20%2B&offset=0"
    );
    let given = json!({ "currency": "é/?#", "limit": 50, "offset": 100 });
    assert_eq!(
        asking("cart", query, given),
        "/v2/project/44056/cart?currency=%C3%A9%2F%3F%23&limit=50&offset=100"
    );
}

#[test]
fn a_segment_that_may_be_left_out_takes_its_slash_along() {
    let template = "cart{/cartId}/item/{sku}";
    let given = json!({ "sku": "a b", "cartId": null });
    assert_eq!(path(template, given), "/v2/project/44056/cart/item/a%20b");
    let given = json!({ "sku": "a", "cartId": "x/y" });
    assert_eq!(path(template, given), "/v2/project/44056/cart/x%2Fy/item/a");
}

#[test]
fn names_of_the_api_are_given_in_camel_case() {
    let query = "promo_code show_inactive_time_limited_items additional_fields[]";
    let given = json!({
        "promoCode": "OLD&MOON", "showInactiveTimeLimitedItems": true,
        "additionalFields": ["media_list", "order"],
    });
    assert_eq!(
        asking("items", query, given),
        "/v2/project/44056/items?promo_code=OLD%26MOON&show_inactive_time_limited_items=1\
         &additional_fields[]=media_list&additional_fields[]=order"
    );
    let given = json!({ "showInactiveTimeLimitedItems": false });
    assert_eq!(
        asking("items", query, given),
        "/v2/project/44056/items?show_inactive_time_limited_items=0"
    );
}

#[test]
fn a_path_never_shows_itself() {
    let given = JsonGiven(json!({ "code": "WINTER2023" }));
    let path = Path::fill(ProjectId(1), "promotion/code/{code}/verify", "", &given).unwrap();
    assert_eq!(format!("{path:?}"), "Path(***)");
}
