//! What the documented refusals of each operation mean.

use super::{answered, failure};
use crate::api::by_name::rows;
use crate::rules::outcome::ErrorCode;
use serde_json::json;

/// Operation | status | `errorCode` | code | `errorMessage`.
const DOCUMENTED: &str = "
promotions.verify    | 404 | 9811 | code_not_found     | [0401-9811]: Code not found.
promotions.verify    | 422 | 9804 | limit_reached      | [0401-9804]: You have reached the coupon redemption limit.
promotions.verify    | 422 | 9808 | region_locked      | [0401-9808]: Coupon is not available in your region.
coupons.rewards      | 404 | 4001 | code_not_found     | [0401-9807]: Enter valid coupon code.
coupons.rewards      | 422 | 9804 | limit_reached      | [0401-9804]: You have reached the coupon redemption limit.
coupons.rewards      | 422 | 9808 | region_locked      | [0401-9808]: Coupon is not available in your region.
coupons.redeem       | 404 | 4001 | code_not_found     | [0401-9807]: Enter valid coupon code.
coupons.redeem       | 404 | 4001 | code_not_found     | [0401-9802]: Coupon not found
coupons.redeem       | 404 | 9802 | code_not_found     | [0401-9802]: Coupon not found
coupons.redeem       | 422 | 9810 | code_expired       | [0401-9810]: Sorry, this code is expired.
coupons.redeem       | 422 | 1102 | invalid_request    | [0401-1102]: Unprocessable Entity. The property `coupon_code` is required
coupons.redeem       | 422 | 1102 | invalid_request    | [0000-0000]: Entity not found
promoCodes.rewards   | 404 | 4001 | code_not_found     | [0401-9807]: Enter valid promo code.
promoCodes.rewards   | 422 | 9804 | limit_reached      | [0401-9804]: You have reached the coupon redemption limit.
promoCodes.rewards   | 422 | 9808 | region_locked      | [0401-9808]: Coupon is not available in your region.
promoCodes.redeem    | 404 | 4001 | code_not_found     | [0401-9807]: Enter valid promo code.
promoCodes.redeem    | 404 | 4001 | code_not_found     | [0401-9802]: Promocode not found
promoCodes.redeem    | 422 | 1102 | invalid_request    | [0401-1102]: Unprocessable Entity. The property `coupon_code` is required
promoCodes.redeem    | 422 | 1401 | cart_invalid       | [0401-1401]: Invalid cart
promoCodes.redeem    | 422 | 1417 | cart_invalid       | [0401-1417]: Empty cart! Cart shouldn't be empty!
promoCodes.remove    | 422 | 1102 | invalid_request    | [0401-1102]: Unprocessable Entity. The property `id` is required
rewardChains.balance | 404 | 4001 | chain_not_found    | [0401-4001]: Reward chain not found
rewardChains.balance | 404 | 9901 | chain_not_found    | [0401-4001]: Reward chain not found
rewardChains.claim   | 404 | 4001 | chain_not_found    | [0401-4001]: Reward chain not found
rewardChains.claim   | 404 | 9911 | step_not_found     | [0401-9911]: Reward chain step not found.
rewardChains.claim   | 422 | 9912 | already_claimed    | [0401-9912]: Reward already claimed.
rewardChains.claim   | 422 | 9913 | not_enough_points  | [0401-9913]: Not enough value points to claim step reward.
offerChains.get      | 404 | 7001 | chain_not_found    | Chain not found
dailyChains.get      | 404 | 4001 | chain_not_found    | [0401-4001]: Not found
dailyChains.claim    | 404 | 7001 | chain_not_found    | Chain not found
offerChains.claim    | 422 | 1102 | step_not_claimable | Validation error
offerChains.order    | 422 | 1102 | step_not_claimable | Validation error
catalog.item         | 404 | 4001 | item_not_found     | [0401-4001]: Item with sku = 'electric_shiel' not found
catalog.itemsOfGroup | 404 | 4403 | item_not_found     | [0401-4403]: Item group not found
cart.fill            | 404 | 4001 | item_not_found     | [0401-4001]: Item with sku = 'game_1' not found
cart.fill            | 404 | 4001 | item_not_found     | [0401-4001]: Items weren't found: sku1, sku2
cart.fill            | 422 | 1421 | item_unavailable   | [0401-1421]: Item is free
cart.fill            | 422 | 1421 | item_unavailable   | Only Virtual Good Supported
cart.fill            | 422 | 1411 | item_unavailable   | [0401-1411]: Invalid item
cart.fill            | 422 | 1102 | invalid_request    | [0401-1102]: Item quantity must be non-negative integer
cart.putItem         | 404 | 4001 | item_not_found     | [0401-4001]: Item with Project Id = 44056 and Sku = booster_mega_12222 not found
cart.putItem         | 422 | 1421 | item_unavailable   | Only Virtual Good Supported
cart.putItem         | 422 | 1421 | item_unavailable   | This type of item cannot be put to the cart. Select another type of item.
cart.putItem         | 422 | 1102 | invalid_request    | Item quantity must be non-negative integer.
cart.deleteItem      | 404 | 4001 | item_not_found     | [0401-4001]: Item with Project Id = 44056 and Sku = booster_mega_12222 not found
orders.get           | 404 | 9001 | order_not_found    | [0401-9001]: Order not found
orders.createWithItem | 404 | 4001 | item_not_found    | [0401-4001]: Item with sku = 'item_sku' not found
orders.createWithItem | 404 | 9802 | code_not_found    | [0401-9802]: Coupon not found
orders.createWithItem | 422 | 1411 | item_unavailable  | [0401-1411]: Invalid item
orders.createWithItem | 422 | 9810 | code_expired      | [0401-9810]: Sorry, this code is expired.
orders.createWithItem | 422 | 9804 | limit_reached     | [0401-9804]: You have reached the coupon redemption limit.
orders.createWithItem | 422 | 9808 | region_locked     | [0401-9808]: Coupon is not available in your region.
orders.createWithCart | 422 | 1401 | cart_invalid      | [0401-1401]: Invalid cart
orders.createWithCart | 422 | 1417 | cart_invalid      | [0401-1417]: Empty cart! Cart shouldn't be empty!
orders.createFreeWithItem | 422 | 1411 | item_unavailable | [0401-1411]: Invalid item
orders.createFreeWithCart | 422 | 1401 | cart_invalid  | [0401-1401]: Invalid cart
orders.createWithItemForVirtualCurrency | 404 | 4001 | item_not_found | [0401-4001]: Item with Project Id = 44056 and Sku = booster_mega_12222 not found
orders.createWithItemForVirtualCurrency | 422 | 5006 | not_enough_currency | [0401-5006]: Not enough virtual currency
clans.update         | 405 | 0    | request_refused    | Method is not allowed. Method must be one of: OPTIONS
";

/// Status | `errorCode` | `errorMessage`, of any operation.
const UNAUTHORIZED: &str = "
401 | 1501 | [0401-1501]: Authorization failed: Provide authorization
401 | 1501 | [0401-1501]: Authorization failed: Authorization header not sent
401 | 1013 | [0401-1013]: Token not found.
401 | 1020 | [0401-1020]: Error in Authentication method occurred
403 | 0    | Authorization header not sent
403 | 0    | Authorization header not sent.
";

#[test]
fn every_documented_refusal_has_its_code() {
    for [name, status, number, word, message] in rows(DOCUMENTED) {
        refused(name, status, number, word, message);
    }
}

#[test]
fn every_operation_can_be_unauthorized() {
    for facts in crate::api::OPERATIONS {
        for [status, number, message] in rows(UNAUTHORIZED) {
            refused(facts.name, status, number, "unauthorized", message);
        }
    }
}

fn refused(name: &str, status: &str, number: &str, word: &str, message: &str) {
    let (status, number): (u16, i64) = (status.parse().unwrap(), number.parse().unwrap());
    let body = json!({
        "statusCode": status, "errorCode": number, "errorMessage": message, "transactionId": "c9e1a",
    });
    let failure = failure(name, status, &body);
    assert_eq!(
        failure.code.word(),
        word,
        "{name} {status} {number} {message}"
    );
    assert_eq!(
        (failure.status, failure.error_code),
        (Some(status), Some(number))
    );
    assert_eq!(failure.transaction_id.as_deref(), Some("c9e1a"));
    assert_eq!(
        failure.message(),
        format!("{name}: {}", failure.code.advice())
    );
}

#[test]
fn a_refusal_without_a_number_is_told_by_what_was_asked_for() {
    for (name, status, code) in [
        ("promotions.verify", 404, ErrorCode::CodeNotFound),
        ("dailyChains.get", 404, ErrorCode::ChainNotFound),
        ("dailyChains.claim", 404, ErrorCode::ChainNotFound),
        ("dailyChains.claim", 422, ErrorCode::StepNotClaimable),
        ("offerChains.claim", 422, ErrorCode::StepNotClaimable),
        ("offerChains.order", 422, ErrorCode::StepNotClaimable),
        ("offerChains.order", 429, ErrorCode::RateLimited),
        ("orders.get", 404, ErrorCode::OrderNotFound),
        ("catalog.item", 404, ErrorCode::ItemNotFound),
        ("orders.createWithItem", 404, ErrorCode::ItemNotFound),
        ("cart.deleteItem", 404, ErrorCode::CartInvalid),
        ("cart.get", 500, ErrorCode::ServerError),
        ("cart.get", 503, ErrorCode::ServerError),
    ] {
        for body in [json!(null), json!({}), json!([]), json!("<html>")] {
            let failure = failure(name, status, &body);
            assert_eq!(failure.code, code, "{name} {status} {body}");
            assert_eq!(failure.error_code, None);
        }
        assert!(answered(name, status, &json!({ "statusCode": status })).is_err());
    }
}
