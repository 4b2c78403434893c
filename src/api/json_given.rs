//! What a call is given, by a table in a test.

use super::given::Given;
use crate::rules::code::Code;
use serde_json::{Map, Value};

/// A JSON object with the names that JavaScript uses; `testPayments` is the client's own.
#[derive(Debug)]
pub struct JsonGiven(pub Value);

impl JsonGiven {
    fn field(&self, name: &str) -> Result<&Value, String> {
        let value = self.0.get(name).filter(|value| !value.is_null());
        value.ok_or_else(|| name.to_owned())
    }

    fn object(&self, name: &str) -> Result<&Map<String, Value>, String> {
        let value = self.field(name)?.as_object();
        value.ok_or_else(|| name.to_owned())
    }

    fn array(&self, name: &str) -> Result<&Vec<Value>, String> {
        let value = self.field(name)?.as_array();
        value.ok_or_else(|| name.to_owned())
    }
}

impl Given for JsonGiven {
    type Problem = String;

    fn has(&self, name: &str) -> bool {
        self.field(name).is_ok()
    }

    fn number(&self, name: &str, _: u64) -> Result<u64, String> {
        self.field(name)?.as_u64().ok_or_else(|| name.to_owned())
    }

    fn text(&self, name: &str) -> Result<String, String> {
        text(self.field(name)?, name)
    }

    fn texts(&self, name: &str) -> Result<Vec<String>, String> {
        let texts = self.array(name)?.iter();
        texts.map(|value| text(value, name)).collect()
    }

    fn flag(&self, name: &str) -> Result<bool, String> {
        self.field(name)?.as_bool().ok_or_else(|| name.to_owned())
    }

    fn code(&self, name: &str) -> Result<Code, String> {
        Code::read(&self.text(name)?).map_err(str::to_owned)
    }

    fn choices(&self, name: &str) -> Result<Vec<(String, String)>, String> {
        let choices = self.object(name)?.iter();
        let choice = |(unit, item): (&String, &Value)| Ok((unit.clone(), text(item, name)?));
        choices.map(choice).collect()
    }

    fn quantities(&self, name: &str) -> Result<Vec<(String, u64)>, String> {
        let item = |item: &Value| {
            let quantity = item["quantity"].as_u64().ok_or("quantity")?;
            Ok((text(&item["sku"], "sku")?, quantity))
        };
        self.array(name)?.iter().map(item).collect()
    }

    fn json(&self, name: &str) -> Result<Option<String>, String> {
        let object = self.object(name)?;
        Ok((!object.is_empty()).then(|| serde_json::to_string(object).unwrap_or_default()))
    }

    fn test_payments(&self) -> bool {
        self.0["testPayments"] == true
    }
}

fn text(value: &Value, name: &str) -> Result<String, String> {
    value
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| name.to_owned())
}
