//! The promotions of a row, set up as a merchant does it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::row::Entry;
use super::success;
use crate::emulator::Emulator;
use crate::http::{self, Reply};

/// The promotions by their names.
pub struct Promotions(BTreeMap<String, Promotion>);

pub struct Promotion {
    pub id: Value,
    /// Where it is changed and switched on and off.
    pub path: String,
    is_code: bool,
}

impl Promotions {
    pub fn create(emulator: &Emulator, entries: &[Entry]) -> Result<Self, String> {
        let mut promotions = Self(BTreeMap::new());
        for entry in entries {
            let created = success(&post(emulator, entry))?;
            if let Some(name) = entry.body["name"]["en-US"].as_str() {
                let promotion = Promotion::created(emulator, name, entry, &created)?;
                promotions.0.insert(name.to_owned(), promotion);
            }
        }
        for entry in entries {
            promotions.exclude(emulator, entry)?;
        }
        Ok(promotions)
    }

    pub fn named(&self, name: &Value) -> Result<&Promotion, String> {
        name.as_str()
            .and_then(|name| self.0.get(name))
            .ok_or_else(|| format!("no promotion {name}"))
    }

    pub fn is_code(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|promotion| promotion.is_code)
    }

    /// Names stand for ids in `excluded_promotions`, which so are set once all promotions are there.
    fn exclude(&self, emulator: &Emulator, entry: &Entry) -> Result<(), String> {
        let Some(names) = entry.body["excluded_promotions"].as_array() else {
            return Ok(());
        };
        let ids = names.iter().map(|name| Ok(&self.named(name)?.id));
        let mut body = entry.body.clone();
        body["excluded_promotions"] = json!(ids.collect::<Result<Vec<_>, String>>()?);
        let path = &self.named(&entry.body["name"]["en-US"])?.path;
        let of_kind = match entry.operation.as_str() {
            "create-item-promotion" => "/item",
            "create-bonus-promotion" => "/bonus",
            _ => "",
        };
        success(&emulator.admin("PUT", &format!("{path}{of_kind}"), &body)).map(drop)
    }
}

impl Promotion {
    fn created(
        emulator: &Emulator,
        name: &str,
        entry: &Entry,
        created: &Value,
    ) -> Result<Self, String> {
        Ok(
            if let Some(external_id) = entry.body["external_id"].as_str() {
                Self {
                    id: listed_id(emulator, name)?,
                    path: format!("{}/{external_id}", path(&entry.operation, "")),
                    is_code: true,
                }
            } else {
                let id = created["promotion_id"].clone();
                Self {
                    path: format!("/admin/promotion/{id}"),
                    id,
                    is_code: false,
                }
            },
        )
    }
}

/// The number of a promo code: only the list of all promotions tells it. Unique catalog offers are not in it.
fn listed_id(emulator: &Emulator, name: &str) -> Result<Value, String> {
    let list = success(&emulator.admin("GET", "/admin/promotion", &Value::Null))?;
    let promotions = list["promotions"].as_array().ok_or("no promotions")?;
    let found = promotions
        .iter()
        .find(|promotion| promotion["name"]["en-US"] == name);
    Ok(found.map_or(Value::Null, |promotion| promotion["id"].clone()))
}

/// Creates what an entry describes, with nothing excluded yet.
pub fn post(emulator: &Emulator, entry: &Entry) -> Reply {
    let external_id = entry.path.get("external_id").and_then(Value::as_str);
    let mut body = entry.body.clone();
    if let Some(fields) = body.as_object_mut() {
        fields.remove("excluded_promotions");
    }
    let path = path(&entry.operation, external_id.unwrap_or_default());
    let version = format!("/v{}/", entry.version.unwrap_or(2));
    let url = emulator.url(&path).replace("/v2/", &version);
    let request = http::request("POST", &url).header("authorization", "Basic NDQwNTY6ZW11bGF0b3I=");
    http::send_json(request, &body)
}

fn path(operation: &str, external_id: &str) -> String {
    match operation {
        "create-item-promotion" => "/admin/promotion/item".to_owned(),
        "create-bonus-promotion" => "/admin/promotion/bonus".to_owned(),
        "create-promo-code" => "/admin/promocode".to_owned(),
        "create-promo-code-code" => format!("/admin/promocode/{external_id}/code"),
        "admin-create-unique-catalog-offer" => "/admin/unique_catalog_offer".to_owned(),
        "create-unique-catalog-offer-code" => {
            format!("/admin/unique_catalog_offer/{external_id}/code")
        }
        _ => panic!("no path of {operation}"),
    }
}
