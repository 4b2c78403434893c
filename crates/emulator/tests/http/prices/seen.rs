//! Answers in the form that rows expect them in.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

/// What a row expects, with what goes without saying.
pub fn expectation(expect: &Map<String, Value>) -> Value {
    let mut expect = expect.clone();
    let mut unsaid = Vec::new();
    if let Some(lines) = expect.get_mut("lines").and_then(Value::as_array_mut) {
        lines.sort_by_key(Value::to_string);
        unsaid.extend([
            ("bonus", json!([])),
            ("warnings", json!([])),
            ("is_free", json!(false)),
        ]);
    }
    if expect.contains_key("total") {
        unsaid.extend([("currency", json!("USD")), ("is_free", json!(false))]);
    }
    for (name, value) in unsaid {
        expect.entry(name).or_insert(value);
    }
    Value::Object(expect)
}

/// Of what was got, what the row speaks of.
pub fn only(got: &Value, expected: &Value) -> Value {
    let fields = expected.as_object().into_iter().flatten();
    let found = fields.map(|(name, expected)| {
        let value = match name.as_str() {
            "owned" | "points" => {
                let named = expected.as_object().into_iter().flatten();
                let held = |sku: &String| got[name].get(sku).cloned().unwrap_or(json!(0));
                named.map(|(sku, _)| (sku.clone(), held(sku))).collect()
            }
            "can_be_bought" | "limits" | "per_user" => only(&got[name], expected),
            _ => got[name].clone(),
        };
        (name.clone(), value)
    });
    Value::Object(found.collect())
}

pub fn cart(cart: &Value, warnings: &Value) -> Value {
    let all = array(&cart["items"]);
    let mut lines: Vec<Value> = Vec::new();
    let mut bonus: Vec<Value> = Vec::new();
    let mut can_be_bought = Map::new();
    for line in all {
        if line["is_bonus"] == true {
            let mut seen = vec![line["sku"].clone(), line["quantity"].clone()];
            if !line["price"].is_null() || line["is_free"] != true {
                seen.push(json!({ "price": line["price"], "is_free": line["is_free"] }));
            }
            bonus.push(Value::Array(seen));
            continue;
        }
        let [amount, list] = amounts(&line["price"]);
        let mut seen = vec![line["sku"].clone(), line["quantity"].clone(), amount, list];
        if line["price"].is_null() && line["is_free"] != true {
            seen.push(json!("is_free false without a price"));
        }
        lines.push(Value::Array(seen));
        let sku = line["sku"].as_str().unwrap_or_default();
        can_be_bought.insert(sku.to_owned(), line["can_be_bought"].clone());
    }
    lines.sort_by_key(Value::to_string);
    bonus.sort_by_key(Value::to_string);
    let warned = array(warnings)
        .iter()
        .map(|warning| json!([warning["sku"], warning["errorCode"]]));
    json!({
        "lines": lines,
        "bonus": bonus,
        "total": amounts(&cart["price"]),
        "currency": cart["price"]["currency"],
        "is_free": cart["is_free"],
        "can_be_bought": can_be_bought,
        "warnings": warned.collect::<Vec<_>>(),
    })
}

pub fn item(item: &Value) -> Value {
    let virtual_prices = array(&item["virtual_prices"]).iter().map(|price| {
        json!([
            price["sku"],
            price["amount"],
            price["amount_without_discount"]
        ])
    });
    let content = &item["total_content_price"];
    json!({
        "price": amounts(&item["price"]),
        "total_content_price": if content.is_null() { Value::Null } else { json!(amounts(content)) },
        "virtual_prices": virtual_prices.collect::<Vec<_>>(),
        "limits": item["limits"],
    })
}

pub fn order(order: &Value) -> Value {
    let content = &order["content"];
    let virtual_price = &content["virtual_price"];
    json!({
        "status": order["status"],
        "total": amounts(&content["price"]),
        "currency": content["price"]["currency"],
        "is_free": content["is_free"],
        "virtual_price": [virtual_price["amount"], virtual_price["amount_without_discount"]],
    })
}

/// The names of the discounts and bonuses that an answer shows, wherever it shows them.
pub fn applied(answer: &Value, is_of_code: impl Fn(&str) -> bool) -> Value {
    let of_lines = array(&answer["items"])
        .iter()
        .flat_map(|line| array(&line["promotions"]));
    let names: BTreeSet<&str> = of_lines
        .chain(array(&answer["promotions"]))
        .map(|promotion| promotion["name"].as_str().unwrap_or("no name"))
        .filter(|name| !is_of_code(name))
        .collect();
    json!(names)
}

/// What a player has, items and virtual currency alike.
pub fn owned(inventory: &Value) -> Value {
    let items = array(&inventory["items"])
        .iter()
        .map(|item| (item["sku"].as_str().unwrap_or_default(), &item["quantity"]));
    let mut owned: Map<String, Value> = items
        .map(|(sku, quantity)| (sku.to_owned(), quantity.clone()))
        .collect();
    if let Some(wallet) = inventory["wallet"].as_object() {
        owned.extend(wallet.clone());
    }
    Value::Object(owned)
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn amounts(price: &Value) -> [Value; 2] {
    [&price["amount"], &price["amount_without_discount"]].map(amount)
}

/// An amount with two decimals; what is finer than cents, or no decimal string, is left to be seen.
fn amount(amount: &Value) -> Value {
    let Some(Ok(mut decimal)) = amount.as_str().map(str::parse::<Decimal>) else {
        return amount.clone();
    };
    decimal = decimal.normalize();
    decimal.rescale(decimal.scale().max(2));
    json!(decimal.to_string())
}
