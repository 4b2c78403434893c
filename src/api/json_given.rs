//! What a call is given, by a table in a test.

use super::given::Given;
use crate::models::cart::CartEntry;
use crate::models::promotions::SelectedUnitItems;
use crate::models::scalars::{Quantity, Sku};
use crate::rules::code::Code;
use serde_json::Value;

/// A JSON object with the names that JavaScript uses; `testPayments` is the client's own.
#[derive(Debug)]
pub struct JsonGiven(pub Value);

impl Given for JsonGiven {
    type Problem = &'static str;

    fn id(&self, name: &'static str) -> Result<u64, Self::Problem> {
        self.0[name].as_u64().ok_or(name)
    }

    fn code(&self) -> Result<Code, Self::Problem> {
        let text = self.0["code"].as_str().ok_or("code")?;
        Code::read(text)
    }

    fn optional_number(&self, name: &'static str, _: u64) -> Result<Option<u64>, Self::Problem> {
        Ok(self.0[name].as_u64())
    }

    fn optional_text(&self, name: &'static str) -> Result<Option<String>, Self::Problem> {
        Ok(self.0[name].as_str().map(str::to_owned))
    }

    fn selected_unit_items(&self) -> Result<SelectedUnitItems, Self::Problem> {
        let chosen = self.0["selectedUnitItems"]
            .as_object()
            .into_iter()
            .flatten();
        let sku = |value: &Value| value.as_str().map(str::to_owned).ok_or("selectedUnitItems");
        let chosen = chosen.map(|(unit, item)| Ok((unit.clone(), sku(item)?)));
        chosen.collect::<Result<_, _>>().map(SelectedUnitItems)
    }

    fn cart_items(&self) -> Result<Vec<CartEntry>, Self::Problem> {
        let items = self.0["items"].as_array().ok_or("items")?;
        let entry = |item: &Value| {
            Some(CartEntry {
                sku: Sku(item["sku"].as_str()?.to_owned()),
                quantity: Quantity(item["quantity"].as_u64()?),
            })
        };
        items
            .iter()
            .map(entry)
            .collect::<Option<_>>()
            .ok_or("items")
    }

    fn test_payments(&self) -> bool {
        self.0["testPayments"] == true
    }
}
