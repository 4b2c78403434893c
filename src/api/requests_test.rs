//! The request of every operation: method, path, query, body, and what a second sending would do.

use super::OPERATIONS;
use super::by_name::{operation, rows};
use super::json_given::JsonGiven;
use super::{ProjectId, Request};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Characters that mean something in a URL or in JSON: `CODE` in the tables.
const UNSAFE: &str = "a/b?c#d%e f+g&h=i;j:k@l\\m\"n'ü😀";
const ENCODED: &str = "a%2Fb%3Fc%23d%25e%20f%2Bg%26h%3Di%3Bj%3Ak%40l%5Cm%22n%27%C3%BC%F0%9F%98%80";

/// Operation | class | what is given | method and path after the project.
const READS: &str = r#"
promotions.verify     | Safe | {"code":CODE}                    | Get promotion/code/CODE/verify
coupons.rewards       | Safe | {"code":CODE}                    | Get coupon/code/CODE/rewards
promoCodes.rewards    | Safe | {"code":CODE}                    | Get promocode/code/CODE/rewards
dailyChains.list      | Safe | {}                               | Get user/daily_chain
dailyChains.list      | Safe | {"limit":50,"offset":100}        | Get user/daily_chain?limit=50&offset=100
dailyChains.get       | Safe | {"chainId":101}                  | Get user/daily_chain/101
offerChains.list      | Safe | {"offset":0}                     | Get user/offer_chain?offset=0
offerChains.list      | Safe | {"limit":50,"offset":100}        | Get user/offer_chain?limit=50&offset=100
offerChains.get       | Safe | {"chainId":9007199254740991}     | Get user/offer_chain/9007199254740991
rewardChains.list     | Safe | {"limit":1}                      | Get user/reward_chain?limit=1
rewardChains.list     | Safe | {"limit":50,"offset":100}        | Get user/reward_chain?limit=50&offset=100
rewardChains.balance  | Safe | {"chainId":101}                  | Get user/reward_chain/101/balance
clans.topContributors | Safe | {"chainId":101}                  | Get user/clan/contributors/101/top
upsell.list           | Safe | {"limit":50,"offset":100}        | Get items/upsell
cart.get              | Safe | {}                               | Get cart
cart.get              | Safe | {"currency":"USD","locale":CODE} | Get cart?currency=USD&locale=CODE
catalog.items         | Safe | {}                               | Get items
catalog.items         | Safe | {"limit":50,"offset":0,"locale":"de","additionalFields":["order","media_list"],"country":"US","promoCode":CODE,"showInactiveTimeLimitedItems":true} | Get items?limit=50&offset=0&locale=de&additional_fields[]=order&additional_fields[]=media_list&country=US&promo_code=CODE&show_inactive_time_limited_items=1
catalog.virtualItems  | Safe | {"limit":1,"promoCode":"A"}      | Get items/virtual_items?limit=1&promo_code=A
catalog.bundles       | Safe | {"offset":50}                    | Get items/bundle?offset=50
catalog.virtualCurrencies | Safe | {"locale":"en"}              | Get items/virtual_currency?locale=en
catalog.virtualCurrencyPackages | Safe | {"country":"DE"}       | Get items/virtual_currency/package?country=DE
catalog.itemsOfGroup  | Safe | {"groupId":CODE,"limit":5}       | Get items/group/CODE?limit=5
catalog.item          | Safe | {"sku":CODE,"promoCode":"A"}     | Get items/sku/CODE?promo_code=A
catalog.groups        | Safe | {}                               | Get items/groups
catalog.groups        | Safe | {"promoCode":"A","limit":3}      | Get items/groups?promo_code=A
cart.get              | Safe | {"cartId":CODE,"locale":"en"}    | Get cart/CODE?locale=en
orders.get            | Safe | {"orderId":656}                  | Get order/656
"#;

/// Operation | class | what is given | method and path after the project.
const CLAIMS: &str = r#"
dailyChains.claim  | Conditional      | {"chainId":101,"stepNumber":2}                     | Post user/daily_chain/101/step/number/2/claim
offerChains.claim  | Conditional      | {"chainId":101,"stepNumber":2}                     | Post user/offer_chain/101/step/number/2/claim
offerChains.claim  | Conditional      | {"chainId":101,"stepNumber":2,"testPayments":true} | Post user/offer_chain/101/step/number/2/claim
rewardChains.claim | Conditional      | {"chainId":101,"stepId":120}                       | Post user/reward_chain/101/step/120/claim
offerChains.order  | NewEachTime      | {"chainId":101,"stepNumber":2}                     | Post user/offer_chain/101/step/number/2/order
cart.deleteItem    | State            | {"sku":CODE}                                       | Delete cart/item/CODE
cart.deleteItem    | State            | {"sku":"a","cartId":CODE}                          | Delete cart/CODE/item/a
cart.clear         | State            | {}                                                 | Put cart/clear
cart.clear         | State            | {"cartId":CODE}                                    | Put cart/CODE/clear
orders.createWithItem | NewEachTime   | {"sku":CODE}                                       | Post payment/item/CODE
orders.createWithCart | NewEachTime   | {}                                                 | Post payment/cart
orders.createFreeWithCart | Never     | {"cartId":CODE,"settings":{}}                      | Post free/cart/CODE
orders.createWithItemForVirtualCurrency | Never | {"sku":"a","virtualCurrencySku":"b"}     | Post payment/item/a/virtual/b
clans.update       | StateWithReceipt | {}                                                 | Put user/clan/update
"#;

/// Operation | class | what is given | method and path after the project | body.
const WITH_BODY: &str = r#"
coupons.redeem    | Never | {"code":CODE} | Post coupon/redeem | {"coupon_code":CODE}
coupons.redeem    | Never | {"code":CODE,"selectedUnitItems":{}} | Post coupon/redeem | {"coupon_code":CODE}
coupons.redeem    | Never | {"code":"A","selectedUnitItems":{"game":"steam",CODE:CODE}} | Post coupon/redeem | {"coupon_code":"A","selected_unit_items":{"game":"steam",CODE:CODE}}
promoCodes.redeem | State | {"code":CODE} | Post promocode/redeem | {"coupon_code":CODE,"cart":{"id":"current"}}
promoCodes.redeem | State | {"code":"A","cartId":CODE,"selectedUnitItems":{}} | Post promocode/redeem | {"coupon_code":"A","cart":{"id":CODE}}
promoCodes.redeem | State | {"code":"A","selectedUnitItems":{"game":"steam"}} | Post promocode/redeem | {"coupon_code":"A","cart":{"id":"current"},"selected_unit_items":{"game":"steam"}}
promoCodes.remove | State | {} | Put promocode/remove | {"cart":{"id":"current"}}
promoCodes.remove | State | {"cartId":CODE} | Put promocode/remove | {"cart":{"id":CODE}}
cart.fill         | State | {"items":[{"sku":CODE,"quantity":3},{"sku":"b","quantity":9007199254740991}]} | Put cart/fill | {"items":[{"sku":CODE,"quantity":3},{"sku":"b","quantity":9007199254740991}]}
cart.fill         | State | {"cartId":CODE,"items":[]} | Put cart/CODE/fill | {"items":[]}
cart.putItem      | State | {"sku":CODE,"quantity":3} | Put cart/item/CODE | {"quantity":3}
cart.putItem      | State | {"sku":"a","cartId":CODE,"quantity":1} | Put cart/CODE/item/a | {"quantity":1}
orders.createWithItem | NewEachTime | {"sku":"a","testPayments":true} | Post payment/item/a | {"sandbox":true}
orders.createWithItem | NewEachTime | {"sku":CODE,"currency":"USD","locale":"en","quantity":2,"promoCode":CODE,"settings":{"ui":{"theme":"x"}},"customParameters":{"a":[1]}} | Post payment/item/CODE | {"currency":"USD","locale":"en","quantity":2,"promo_code":CODE,"settings":{"ui":{"theme":"x"}},"custom_parameters":{"a":[1]}}
orders.createWithCart | NewEachTime | {"cartId":CODE,"quantity":2,"promoCode":"A","settings":{},"customParameters":{},"currency":"EUR"} | Post payment/cart/CODE | {"currency":"EUR"}
orders.createFreeWithItem | Never | {"sku":CODE,"quantity":2,"testPayments":true} | Post free/item/CODE | {"sandbox":true,"quantity":2}
orders.createFreeWithCart | Never | {"locale":"en"} | Post free/cart | {"locale":"en"}
orders.createWithItemForVirtualCurrency | Never | {"sku":CODE,"virtualCurrencySku":CODE,"platform":"pc_other","customParameters":{"a":1},"testPayments":true} | Post payment/item/CODE/virtual/CODE?platform=pc_other | {"custom_parameters":{"a":1}}
offerChains.order | NewEachTime | {"chainId":101,"stepNumber":2,"testPayments":true} | Post user/offer_chain/101/step/number/2/order | {"sandbox":true}
"#;

fn parsed(column: &str) -> Value {
    serde_json::from_str(&column.replace("CODE", &json!(UNSAFE).to_string())).expect(column)
}

fn request(name: &str, given: Value) -> Request {
    let request = operation(name).request(ProjectId(44056), &JsonGiven(given));
    request.expect(name)
}

/// Class, method, path and body, in the words of the tables.
fn described(name: &str, given: &str) -> (String, String, Value) {
    let request = request(name, parsed(given));
    let facts = request.facts;
    let route = format!("{:?} {}", facts.method, request.path.reveal());
    let body = request
        .body
        .map(|body| serde_json::from_str(body.reveal()).expect(name));
    (
        format!("{:?}", facts.resend),
        route,
        body.unwrap_or_default(),
    )
}

fn expected(class: &str, route: &str, body: Value) -> (String, String, Value) {
    let route = route
        .replace("CODE", ENCODED)
        .replace(' ', " /v2/project/44056/");
    (class.to_owned(), route, body)
}

#[test]
fn requests_without_a_body() {
    for [name, class, given, route] in rows(&[READS, CLAIMS].concat()) {
        assert_eq!(
            described(name, given),
            expected(class, route, Value::Null),
            "{name} {given}"
        );
    }
}

#[test]
fn requests_with_a_body() {
    for [name, class, given, route, body] in rows(WITH_BODY) {
        assert_eq!(
            described(name, given),
            expected(class, route, parsed(body)),
            "{name} {given}"
        );
    }
}

#[test]
fn every_operation_is_in_a_table() {
    let tables = [READS, CLAIMS, WITH_BODY].concat();
    let names = tables.lines().filter_map(|line| line.split(' ').next());
    let in_tables: BTreeSet<_> = names.filter(|name| !name.is_empty()).collect();
    let all: BTreeSet<_> = OPERATIONS.iter().map(|facts| facts.name).collect();
    assert_eq!(in_tables, all);
    assert_eq!(all.len(), OPERATIONS.len());
}

#[test]
fn a_request_never_shows_its_code() {
    for name in ["promotions.verify", "coupons.redeem", "promoCodes.redeem"] {
        let request = request(name, json!({ "code": "WINTER2023" }));
        assert!(!format!("{request:?}").contains("WINTER"), "{request:?}");
    }
}
