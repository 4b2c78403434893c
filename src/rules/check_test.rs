use super::{Mismatch, check};
use crate::models::items::{ChainItem, StoreItem};
use crate::models::offer_chains::StepPrice;
use crate::models::orders::OrderState;
use crate::models::pages::Page;
use crate::models::promotions::BonusItem;
use crate::models::shape::{Shape, Shaped};
use crate::rules::json_node::JsonNode;
use serde_json::{Value, json};

fn checked<M: Shaped>(value: Value) -> Result<Value, Mismatch> {
    let node = JsonNode::from(value);
    check(&node, M::shape()).map(|()| node.to_value())
}

fn mismatch<M: Shaped>(value: Value) -> (String, &'static str, &'static str) {
    let mismatch = checked::<M>(value).unwrap_err();
    (mismatch.path, mismatch.wanted, mismatch.found)
}

#[test]
fn a_mismatch_names_the_way_to_the_value() {
    type Chains = Page<crate::models::daily_chains::DailyChain>;
    let step = |number: Value| json!({ "step_number": number, "status": "claimed" });
    let chain = |step: Value| json!({ "id": 1, "steps": [step] });
    let page = |number: Value| {
        let chains = [
            chain(step(json!(1))),
            chain(step(json!(2))),
            chain(step(number)),
        ];
        json!({ "has_more": false, "items": chains })
    };
    assert!(checked::<Chains>(page(json!(3))).is_ok());
    assert_eq!(
        mismatch::<Chains>(page(json!("3"))),
        (
            ".items[2].steps[0].step_number".to_owned(),
            "a whole number within 2^53 - 1",
            "a string"
        )
    );
    assert_eq!(mismatch::<Chains>(page(json!(null))).2, "missing");
    assert_eq!(
        mismatch::<Chains>(json!({ "items": [] })),
        (".has_more".to_owned(), "a boolean", "missing")
    );
    assert_eq!(
        mismatch::<Chains>(json!({ "has_more": false, "items": {} })),
        (".items".to_owned(), "an array", "an object")
    );
    assert_eq!(
        mismatch::<Chains>(json!([])),
        (String::new(), "an object", "an array")
    );
    assert_eq!(
        mismatch::<Chains>(json!(null)),
        (String::new(), "an object", "missing")
    );
}

#[test]
fn a_mismatch_inside_a_map_is_named_with_a_star() {
    static OF_TEXTS: Shape = Shape::Map(String::shape);
    assert!(
        check(
            &JsonNode::from(json!({ "en": "Sword", "de": "Schwert" })),
            &OF_TEXTS
        )
        .is_ok()
    );
    let error = check(
        &JsonNode::from(json!({ "en": "Sword", "de": 7 })),
        &OF_TEXTS,
    )
    .unwrap_err();
    assert_eq!(
        (error.path.as_str(), error.wanted, error.found),
        (".*", "a string", "a whole number")
    );
}

#[test]
fn an_optional_object_that_php_sends_as_an_empty_array_becomes_null() {
    let item = json!({
        "sku": "sword", "price": [], "limits": [], "inventory_options": { "consumable": [] },
        "groups": [{ "external_id": "g", "name": [] }], "promotions": [{ "discount": [] }],
    });
    let expected = json!({
        "sku": "sword", "price": null, "limits": null, "inventory_options": { "consumable": null },
        "groups": [{ "external_id": "g", "name": null }], "promotions": [{ "discount": null }],
    });
    assert_eq!(checked::<StoreItem>(item), Ok(expected));
}

#[test]
fn only_an_empty_array_counts_as_an_emptied_object() {
    let with_price = |price: Value| json!({ "sku": "sword", "price": price });
    let wrong = (".price".to_owned(), "an object", "an array");
    assert_eq!(mismatch::<StoreItem>(with_price(json!([0]))), wrong);
    let arrays = json!({ "sku": "sword", "virtual_prices": [], "groups": [] });
    assert_eq!(
        checked::<StoreItem>(arrays.clone()),
        Ok(arrays),
        "arrays stay arrays"
    );
}

#[test]
fn whole_numbers_are_exact_or_refused() {
    let order = |id: Value| json!({ "order_id": id, "status": "new" });
    for id in [
        json!(0),
        json!(641),
        json!(9_007_199_254_740_991_u64),
        json!(101.0),
    ] {
        assert!(checked::<OrderState>(order(id.clone())).is_ok(), "{id}");
    }
    for (id, found) in [
        (json!(9_007_199_254_740_992_u64), "beyond 2^53 - 1"),
        (json!(-9_007_199_254_740_992_i64), "beyond 2^53 - 1"),
        (json!(1e300), "beyond 2^53 - 1"),
        (json!(641.5), "a fraction"),
        (json!("641"), "a string"),
        (json!(true), "a boolean"),
    ] {
        assert_eq!(mismatch::<OrderState>(order(id)).2, found);
    }
}

#[test]
fn money_of_an_offer_step_is_any_number() {
    for amount in [json!(99.99), json!(100), json!(0)] {
        assert!(checked::<StepPrice>(json!({ "amount": amount, "currency": "USD" })).is_ok());
    }
    let text = json!({ "amount": "99.99", "currency": "USD" });
    assert_eq!(
        mismatch::<StepPrice>(text),
        (".amount".to_owned(), "a number", "a string")
    );
}

#[test]
fn malformed_money_is_refused_and_never_rounded() {
    let price = |amount: Value| json!({ "sku": "sword", "price": { "amount": amount } });
    for amount in [
        "6150.0000000000000000",
        "0",
        "30",
        "-1.50",
        "0.1000000000000000055511151231257827",
    ] {
        assert_eq!(
            checked::<StoreItem>(price(json!(amount))),
            Ok(price(json!(amount))),
            "{amount}"
        );
    }
    for amount in [
        "", ".", ".5", "5.", "1,50", "1e5", "+1", "--1", " 1", "1 ", "1.2.3", "0x1F", "NaN", "$1",
        "١",
    ] {
        let (path, wanted, _) = mismatch::<StoreItem>(price(json!(amount)));
        assert_eq!(
            (path.as_str(), wanted),
            (".price.amount", "a decimal string"),
            "{amount}"
        );
    }
    assert_eq!(
        mismatch::<StoreItem>(price(json!(6150))).2,
        "a whole number"
    );
}

#[test]
fn a_name_is_a_text_or_texts_by_language() {
    for name in [
        json!("Sword"),
        json!({ "en": "Sword", "de-DE": null }),
        json!(null),
    ] {
        assert!(checked::<BonusItem>(json!({ "sku": "sword", "name": name })).is_ok());
    }
    let (path, wanted, found) = mismatch::<BonusItem>(json!({ "sku": "sword", "name": 7 }));
    assert_eq!(
        (path.as_str(), wanted, found),
        (
            ".name",
            "a string or an object by language",
            "a whole number"
        )
    );
}

#[test]
fn unknown_fields_and_words_are_kept() {
    let item = json!({
        "sku": "sword", "type": "hologram", "bundle_type": "surprise",
        "custom_attributes": { "attr": [1, 2.5, { "deep": 9_007_199_254_740_992_u64 }] }, "tomorrow": null,
    });
    assert_eq!(checked::<StoreItem>(item.clone()), Ok(item));
}

#[test]
fn an_answer_nested_without_end_is_refused() {
    let nested = |depth: usize| {
        (0..depth).fold(
            json!({ "sku": "inner" }),
            |inner, _| json!({ "sku": "bundle", "content": [inner] }),
        )
    };
    assert!(checked::<ChainItem>(nested(20)).is_ok());
    let (path, wanted, _) = mismatch::<ChainItem>(nested(60));
    assert_eq!(wanted, "nested less deep");
    assert!(path.starts_with(".content[0].content[0]"), "{path}");
}

#[test]
fn the_official_sample_of_an_emptied_price_becomes_null() {
    let sample = include_str!("../../tests/fixtures/redeem-promo-code.json");
    let sample: Value = serde_json::from_str(sample).unwrap();
    assert_eq!(sample["items"][1]["price"], json!([]));
    let cart = checked::<crate::models::cart::Cart>(sample).unwrap();
    assert_eq!(cart["items"][1]["price"], json!(null));
}
