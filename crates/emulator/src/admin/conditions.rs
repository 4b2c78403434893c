//! Conditions of promotions: on a player's attributes, and on prices.

use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::body::{inside, read};
use crate::engine::amounts::MOST_DECIMALS;
use crate::engine::conditions::{AttributeCondition, AttributeType, Operator};
use crate::engine::ids::PromotionId;
use crate::engine::price_conditions::{PriceCondition, PriceOperator};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;

const MOST_CONDITIONS: usize = 100;
const LONGEST_TEXT: usize = 255;

/// A condition on a price.
#[derive(Debug, Deserialize)]
pub struct PriceConditionBody {
    operator: PriceOperator,
    value: String,
}

/// Reads conditions on attributes: a list of them or, as discounts have it, a list of such lists.
pub fn attribute_conditions(given: Option<Vec<Value>>) -> Result<Vec<AttributeCondition>, Refusal> {
    const PATH: &str = "attribute_conditions";
    let Some(given) = given else {
        return Ok(Vec::new());
    };
    let mut conditions = Vec::new();
    for (index, value) in given.into_iter().enumerate() {
        let path = format!("{PATH}[{index}]");
        match value {
            Value::Array(nested) => {
                for (index, value) in nested.into_iter().enumerate() {
                    conditions.push(attribute_condition(&format!("{path}[{index}]"), value)?);
                }
            }
            value => conditions.push(attribute_condition(&path, value)?),
        }
    }
    if !(1..=MOST_CONDITIONS).contains(&conditions.len()) {
        let problem = format!(
            "has {} conditions; give 1 to {MOST_CONDITIONS}, or leave it out",
            conditions.len()
        );
        return Err(Refusal::invalid(PATH, problem));
    }
    Ok(conditions)
}

fn attribute_condition(path: &str, value: Value) -> Result<AttributeCondition, Refusal> {
    let condition: AttributeCondition = read(value).map_err(|refusal| inside(path, refusal))?;
    let invalid =
        |field: &str, problem: String| Err(Refusal::invalid(format!("{path}.{field}"), problem));
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let name = &condition.attribute;
    if !(1..=LONGEST_TEXT).contains(&name.len()) || !name.bytes().all(is_allowed) {
        let problem = format!(
            "\"{name}\" is no attribute; use 1 to {LONGEST_TEXT} letters, digits, periods, dashes, underscores"
        );
        return invalid("attribute", problem);
    }
    let value = &condition.value;
    if value.chars().count() > LONGEST_TEXT {
        return invalid(
            "value",
            format!("is longer than {LONGEST_TEXT}; shorten it"),
        );
    }
    let is_equality = matches!(condition.operator, Operator::Equal | Operator::NotEqual);
    match condition.kind {
        AttributeType::String if !is_equality => {
            let problem = "does not compare texts; use \"eq\" or \"ne\"";
            invalid("operator", problem.to_owned())
        }
        AttributeType::Number if value.parse::<Decimal>().is_err() => invalid(
            "value",
            format!("\"{value}\" is no number; write it as \"10\""),
        ),
        AttributeType::Date if value.parse::<jiff::Timestamp>().is_err() => {
            let problem = format!(
                "\"{value}\" is no date with an offset; write it as 2023-04-15T18:16:00+05:00"
            );
            invalid("value", problem)
        }
        _ => Ok(condition),
    }
}

/// Reads conditions on prices; `path` is where they stand in the body.
pub fn price_conditions(
    path: &str,
    given: Option<Vec<PriceConditionBody>>,
) -> Result<Vec<PriceCondition>, Refusal> {
    let condition = |(index, body): (usize, PriceConditionBody)| {
        let value = is_amount(&body.value)
            .then(|| body.value.parse::<Decimal>().ok())
            .flatten()
            .filter(|value| value.scale() <= MOST_DECIMALS)
            .ok_or_else(|| {
                let problem = format!(
                    "\"{}\" is no price; write it as \"10.50\", with at most {MOST_DECIMALS} decimals",
                    body.value
                );
                Refusal::invalid(format!("{path}[{index}].value"), problem)
            })?;
        Ok(PriceCondition {
            operator: body.operator,
            value,
        })
    };
    given
        .unwrap_or_default()
        .into_iter()
        .enumerate()
        .map(condition)
        .collect()
}

fn is_amount(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        None => is_digits(text),
        Some((whole, decimals)) => is_digits(whole) && is_digits(decimals),
    }
}

/// Conditions on prices as merchants read them.
pub fn shown_price_conditions(conditions: &[PriceCondition]) -> Value {
    let shown = |condition: &PriceCondition| {
        let mut value = condition.value;
        value.rescale(MOST_DECIMALS);
        json!({ "operator": condition.operator, "value": value.to_string() })
    };
    conditions.iter().map(shown).collect()
}

/// Promotions that are not combined with this one: others that there are.
pub fn excluded_promotions(
    state: &State,
    own: PromotionId,
    given: Option<Vec<PromotionId>>,
) -> Result<Vec<PromotionId>, Refusal> {
    let given = given.unwrap_or_default();
    for (index, id) in given.iter().enumerate() {
        let problem = if *id == own {
            "is this promotion itself; leave it out"
        } else if state.item_promotions.contains_key(id) || state.promotion_of(*id).is_some() {
            continue;
        } else {
            "is no promotion; create it first, or leave it out"
        };
        let path = format!("excluded_promotions[{index}]");
        return Err(Refusal::invalid(path, format!("{id} {problem}")));
    }
    Ok(given)
}
