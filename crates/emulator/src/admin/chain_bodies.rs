//! What the bodies of chains have in common.

use serde::Deserialize;
use serde_json::{Value, json};

use crate::engine::amounts::Count;
use crate::engine::chain::{Availability, Quantity};
use crate::engine::conditions::AttributeCondition;
use crate::engine::date::OffsetDate;
use crate::engine::ids::{Sku, StepNumber};
use crate::engine::items::{Item, ItemKind};
use crate::engine::refusal::Refusal;
use crate::engine::schedule::Schedule;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;

/// An item of a step.
#[derive(Debug, Deserialize)]
pub struct ItemLine {
    pub sku: Sku,
    #[serde(default = "one")]
    pub quantity: Count,
}

fn one() -> Count {
    Count::ONE
}

/// Takes over the items of a step; `path` is where they stand in the body.
pub fn items(state: &State, path: &str, lines: Vec<ItemLine>) -> Result<Vec<Quantity>, Refusal> {
    if lines.is_empty() {
        return Err(Refusal::invalid(path, "is empty; name at least one item"));
    }
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let path = format!("{path}[{index}]");
            let item = existing(state, &format!("{path}.sku"), &line.sku)?;
            if matches!(item.kind, ItemKind::Unit { .. }) {
                let problem = format!("\"{}\" is a unit, which chains cannot give", line.sku);
                return Err(Refusal::invalid(format!("{path}.sku"), problem));
            }
            let quantity = line.quantity.into();
            if quantity == 0 {
                return Err(Refusal::invalid(
                    format!("{path}.quantity"),
                    "is 0; give at least 1",
                ));
            }
            Ok(Quantity {
                sku: line.sku,
                quantity,
            })
        })
        .collect()
}

/// The item of a SKU.
pub fn existing<'a>(state: &'a State, path: &str, sku: &Sku) -> Result<&'a Item, Refusal> {
    state.catalog.items.get(sku).ok_or_else(|| {
        Refusal::invalid(
            path,
            format!("\"{sku}\" is no item; create it in an earlier entry"),
        )
    })
}

/// Demands that steps are numbered 1, 2, 3 …
pub fn check_numbers(numbers: impl Iterator<Item = StepNumber>) -> Result<(), Refusal> {
    for (index, (number, expected)) in numbers.zip(1..).enumerate() {
        if number.0 != expected {
            let problem = format!("is {number}; steps are numbered 1, 2, 3 …, so write {expected}");
            return Err(Refusal::invalid(
                format!("steps[{index}].step_number"),
                problem,
            ));
        }
    }
    Ok(())
}

/// Demands between one step and the most a chain can have.
pub fn check_step_count(count: usize, most: usize) -> Result<(), Refusal> {
    match count {
        0 => Err(Refusal::invalid(
            "steps",
            "is empty; a chain has at least one step",
        )),
        count if count > most => Err(Refusal::invalid(
            "steps",
            format!("has {count} steps; at most {most} are allowed"),
        )),
        _ => Ok(()),
    }
}

/// Demands a text in at least one language.
pub fn check_name(path: &str, name: &LocaleMap) -> Result<(), Refusal> {
    if name.is_empty() {
        return Err(Refusal::invalid(
            path,
            "has no text; give one, for instance {\"en\": \"…\"}",
        ));
    }
    Ok(())
}

/// Who sees a chain, from the fields of its body.
pub fn availability(
    is_enabled: bool,
    date_start: OffsetDate,
    date_end: Option<OffsetDate>,
    is_always_visible: bool,
    attribute_conditions: Option<Vec<AttributeCondition>>,
) -> Result<Availability, Refusal> {
    if date_end
        .as_ref()
        .is_some_and(|end| end.at() <= date_start.at())
    {
        return Err(Refusal::invalid(
            "date_end",
            "is not after date_start; give a later date or null",
        ));
    }
    Ok(Availability {
        is_enabled,
        date_start,
        date_end,
        is_always_visible,
        attribute_conditions: attribute_conditions.unwrap_or_default(),
    })
}

/// Demands a schedule that chains can have: days are for limits.
pub fn chain_schedule(schedule: Option<Schedule>) -> Result<Option<Schedule>, Refusal> {
    if let Some(Schedule::Daily { .. }) = schedule {
        let problem = "is daily, which chains cannot be; use weekly, monthly or hourly";
        return Err(Refusal::invalid("recurrent_schedule", problem));
    }
    Ok(schedule)
}

/// An item of a step as merchants read it.
pub fn item_line(state: &State, line: &Quantity) -> Value {
    let Some(item) = state.catalog.items.get(&line.sku) else {
        return json!({ "sku": line.sku, "quantity": line.quantity });
    };
    json!({
        "item_id": item.id,
        "sku": item.sku,
        "name": item.name,
        "type": item.kind.as_str(),
        "description": item.description,
        "image_url": item.image_url,
        "is_free": item.is_free,
        "quantity": line.quantity,
    })
}
