//! What the bodies of promotions have in common.

use rust_decimal::Decimal;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::chain_bodies::{ItemLine, check_name, existing};
use crate::engine::amounts::MOST_DECIMALS;
use crate::engine::chain::Quantity;
use crate::engine::date::{OffsetDate, Period};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::engine::text::LocaleMap;
use crate::money;

/// A discount; promo codes have some without a percentage.
#[derive(Debug, Default, Deserialize)]
pub struct DiscountBody {
    pub percent: Option<Decimal>,
}

/// Demands a text, and languages as `en` or `en-US`.
pub fn check_names(name: &LocaleMap) -> Result<(), Refusal> {
    check_name("name", name)?;
    match name.0.keys().find(|key| !is_locale(key)) {
        None => Ok(()),
        Some(key) => {
            let problem = format!("\"{key}\" is no locale; write it as \"en-US\"");
            Err(Refusal::invalid("name", problem))
        }
    }
}

fn is_locale(key: &str) -> bool {
    let is_language = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase());
    let is_country = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase());
    match key.split_once('-') {
        None => is_language(key),
        Some((language, country)) => is_language(language) && is_country(country),
    }
}

/// Version 2 gives one period by its two dates, version 3 any number of them.
pub fn periods(
    date_start: Option<OffsetDate>,
    date_end: Option<OffsetDate>,
    promotion_periods: Option<Vec<Period>>,
) -> Result<Vec<Period>, Refusal> {
    let (path, periods) = match promotion_periods {
        Some(periods) => ("promotion_periods", periods),
        None if date_start.is_none() && date_end.is_none() => return Ok(Vec::new()),
        None => {
            let period = Period {
                date_from: date_start,
                date_until: date_end,
            };
            ("date_end", vec![period])
        }
    };
    let is_open = |period: &Period| period.date_from.is_none() || period.date_until.is_none();
    if periods.len() > 1 && periods.iter().any(is_open) {
        let problem = "has an open period among several; give each both dates";
        return Err(Refusal::invalid(path, problem));
    }
    check_periods(path, &periods)?;
    Ok(periods)
}

/// Demands that periods end after they begin.
pub fn check_periods(path: &str, periods: &[Period]) -> Result<(), Refusal> {
    for period in periods {
        if let (Some(from), Some(until)) = (&period.date_from, &period.date_until)
            && until.at() <= from.at()
        {
            let problem = format!(
                "ends on {}, which is not after its start; give a later end",
                until.as_str()
            );
            return Err(Refusal::invalid(path, problem));
        }
    }
    Ok(())
}

/// The items a promotion gives.
pub fn bonus(state: &State, lines: Vec<ItemLine>) -> Result<Vec<Quantity>, Refusal> {
    let line = |(index, line): (usize, ItemLine)| {
        existing(state, &format!("bonus[{index}].sku"), &line.sku)?;
        let quantity = line.quantity.into();
        if quantity == 0 {
            return Err(Refusal::invalid(
                format!("bonus[{index}].quantity"),
                "is 0; give at least 1",
            ));
        }
        Ok(Quantity {
            sku: line.sku,
            quantity,
        })
    };
    lines.into_iter().enumerate().map(line).collect()
}

/// A percentage that has to be there.
pub fn required_percent(path: &str, discount: &DiscountBody) -> Result<Decimal, Refusal> {
    let path = format!("{path}.percent");
    match discount.percent {
        Some(percent) => checked_percent(&path, percent),
        None => Err(Refusal::MissingProperty(path)),
    }
}

/// A percentage to take off.
pub fn checked_percent(path: &str, percent: Decimal) -> Result<Decimal, Refusal> {
    if percent.is_sign_negative() || percent > Decimal::ONE_HUNDRED {
        let problem = format!("{percent} is no percentage to take off; give 0 to 100");
        return Err(Refusal::invalid(path, problem));
    }
    if percent.normalize().scale() > MOST_DECIMALS {
        let problem = format!("{percent} has more than {MOST_DECIMALS} decimals; give \"10.25\"");
        return Err(Refusal::invalid(path, problem));
    }
    Ok(percent)
}

/// A percentage as merchants read it.
pub fn percent(percent: Decimal) -> Value {
    json!({ "percent": money::text(percent) })
}

/// Periods as both versions tell them: version 2 knows of the first alone.
pub fn period_fields(periods: &[Period]) -> [(&'static str, Value); 3] {
    let first = periods.first();
    let start = first.and_then(|period| period.date_from.as_ref());
    let end = first.and_then(|period| period.date_until.as_ref());
    [
        ("date_start", json!(start)),
        ("date_end", json!(end)),
        ("promotion_periods", json!(periods)),
    ]
}

/// How many promotions there are, from whether each is enabled.
pub fn counts(enabled: impl Iterator<Item = bool>) -> Map<String, Value> {
    let (active, inactive): (Vec<_>, Vec<_>) = enabled.partition(|is_enabled| *is_enabled);
    let counts = [
        ("total_promotions_count", active.len() + inactive.len()),
        ("active_promotions_count", active.len()),
        ("inactive_promotions_count", inactive.len()),
    ];
    counts
        .into_iter()
        .map(|(name, count)| (name.to_owned(), json!(count)))
        .collect()
}
