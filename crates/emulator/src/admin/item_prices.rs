//! Prices of items, in money and in virtual currency.

use rust_decimal::Decimal;

use super::item_bodies::{Amount, PriceBody, VirtualPriceBody};
use super::regions::check_country;
use crate::engine::amounts::{HIGHEST_PRICE, MOST_DECIMALS};
use crate::engine::items::{ItemKind, Price, VirtualPrice};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;

pub fn prices(bodies: Vec<PriceBody>) -> Result<Vec<Price>, Refusal> {
    let price = |(index, body): (usize, PriceBody)| {
        let invalid = |problem| Refusal::invalid(format!("prices[{index}].amount"), problem);
        let text = match body.amount {
            Amount::Text(text) => text,
            Amount::Number(number) => number.to_string(),
        };
        let amount = text
            .parse::<Decimal>()
            .ok()
            .filter(|amount| !amount.is_sign_negative());
        let amount = amount.ok_or_else(|| {
            invalid(format!(
                "\"{text}\" is no amount of money; write it as \"9.99\""
            ))
        })?;
        if amount > HIGHEST_PRICE {
            let problem = format!("is {amount}; the highest price is {HIGHEST_PRICE}");
            return Err(invalid(problem));
        }
        if amount.normalize().scale() > MOST_DECIMALS {
            let problem =
                format!("{amount} has more than {MOST_DECIMALS} decimals; write it as \"9.99\"");
            return Err(invalid(problem));
        }
        if let Some(country) = &body.country_iso {
            check_country(&format!("prices[{index}].country_iso"), country)?;
        }
        Ok(Price {
            amount,
            currency: body.currency,
            is_default: body.is_default,
            is_enabled: body.is_enabled,
            country_iso: body.country_iso,
        })
    };
    bodies.into_iter().enumerate().map(price).collect()
}

pub fn virtual_prices(
    state: &State,
    bodies: Vec<VirtualPriceBody>,
) -> Result<Vec<VirtualPrice>, Refusal> {
    let price = |(index, body): (usize, VirtualPriceBody)| {
        let currency = state.catalog.items.get(&body.sku);
        if !currency.is_some_and(|item| item.kind == ItemKind::VirtualCurrency) {
            let problem = format!(
                "\"{}\" is no virtual currency; create it in an earlier entry",
                body.sku
            );
            return Err(Refusal::invalid(format!("vc_prices[{index}].sku"), problem));
        }
        Ok(VirtualPrice {
            sku: body.sku,
            amount: body.amount.into(),
            is_default: body.is_default,
            is_enabled: body.is_enabled,
        })
    };
    bodies.into_iter().enumerate().map(price).collect()
}
