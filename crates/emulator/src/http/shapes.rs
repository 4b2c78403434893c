//! What catalogs, carts, redeemed coupons and the upsell show of an item alike. They differ in
//! whether a text is plain or stands by language, and the samples are followed in that.

use serde_json::{Map, Value, json};

use super::items::{bundle_type, inventory_options};
use super::query::AdditionalField;
use crate::engine::items::{Group, Item, ItemKind, VirtualPrice};
use crate::engine::state::State;
use crate::engine::text::{Locale, LocaleMap};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    Plain,
    ByLanguage,
}

/// How one area of the API writes items.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    pub locale: &'a Locale,
    /// Of the item itself; of all else only where told below.
    pub names: Names,
    pub group_names: Names,
    pub attribute_names: Names,
    pub has_calculated_prices: bool,
    pub fields: &'a [AdditionalField],
}

impl<'a> Form<'a> {
    /// All texts plain, and nothing additional: as in carts.
    pub fn plain(locale: &'a Locale) -> Self {
        Self {
            locale,
            names: Names::Plain,
            group_names: Names::Plain,
            attribute_names: Names::Plain,
            has_calculated_prices: false,
            fields: &[],
        }
    }

    /// Groups' and attributes' names by language: as in most catalogs.
    pub fn mixed(locale: &'a Locale) -> Self {
        Self {
            group_names: Names::ByLanguage,
            attribute_names: Names::ByLanguage,
            ..Self::plain(locale)
        }
    }
}

impl Names {
    /// A text in the language that was asked for.
    pub fn of(self, text: &LocaleMap, locale: &Locale) -> Value {
        match self {
            Self::Plain => json!(text.in_language(locale)),
            Self::ByLanguage => {
                let entry = text.entry(locale);
                let fields = entry.map(|(key, text)| (key.to_owned(), json!(text)));
                Value::Object(fields.into_iter().collect())
            }
        }
    }
}

/// The fields of an item that do not depend on who buys it.
pub fn item_fields(state: &State, item: &Item, form: &Form) -> Map<String, Value> {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    let groups = item.groups.iter();
    let groups = groups.map(|group| shown_group(state, group, item, form));
    let virtual_prices = item
        .virtual_prices
        .iter()
        .filter(|price| price.is_enabled)
        .filter_map(|price| virtual_price(state, price, form));
    let description = item.description.as_ref();
    put("sku", json!(item.sku));
    put("name", form.names.of(&item.name, form.locale));
    put("type", json!(item.kind.as_str()));
    put(
        "description",
        json!(description.map(|text| form.names.of(text, form.locale))),
    );
    put("image_url", json!(item.image_url));
    put("groups", groups.collect());
    put("attributes", attributes(&item.attributes, form));
    put("virtual_prices", virtual_prices.collect());
    put("inventory_options", inventory_options(item));
    put("is_free", json!(item.is_free));
    if let ItemKind::VirtualGood { inventory_options } = &item.kind {
        put(
            "virtual_item_type",
            json!(inventory_options.virtual_item_type()),
        );
    }
    if let Some(bundle_type) = bundle_type(item) {
        put("bundle_type", bundle_type);
    }
    fields
}

fn shown_group(state: &State, group: &Group, item: &Item, form: &Form) -> Value {
    let defined = state.catalog.groups.get(&group.external_id);
    let name = defined.map(|group| &group.name).or(group.name.as_ref());
    let name = match (name, form.group_names) {
        (Some(name), names) => names.of(name, form.locale),
        (None, Names::Plain) => json!(group.external_id),
        (None, Names::ByLanguage) => json!({ "en": group.external_id }),
    };
    let mut body = json!({ "external_id": group.external_id, "name": name });
    let is_order_told = form.fields.contains(&AdditionalField::ItemOrderInGroup);
    if let (true, Some(fields)) = (is_order_told, body.as_object_mut()) {
        fields.insert("item_order_in_group".to_owned(), json!(item.order));
    }
    body
}

fn virtual_price(state: &State, price: &VirtualPrice, form: &Form) -> Option<Value> {
    let currency = state.catalog.items.get(&price.sku)?;
    let description = currency.description.as_ref();
    let mut body = json!({
        "amount": price.amount,
        "amount_without_discount": price.amount,
        "sku": price.sku,
        "is_default": price.is_default,
        "image_url": currency.image_url,
        "name": currency.name.in_language(form.locale),
        "type": currency.kind.as_str(),
        "description": description.map(|text| text.in_language(form.locale)),
    });
    if let (true, Some(fields)) = (form.has_calculated_prices, body.as_object_mut()) {
        let amount = format!("{}.00", price.amount);
        fields.insert("item_id".to_owned(), json!(currency.id));
        fields.insert(
            "calculated_price".to_owned(),
            json!({ "amount": amount, "amount_without_discount": amount }),
        );
    }
    Some(body)
}

/// Attributes as the merchant wrote them, their texts in the language that was asked for.
fn attributes(attributes: &Value, form: &Form) -> Value {
    let text = |value: &Value, names: Names| match serde_json::from_value(value.clone()) {
        Ok(texts) => names.of(&texts, form.locale),
        // One that was written plainly has no language.
        Err(_) => value.clone(),
    };
    let with = |entry: &Value, name: &str, names: Names| {
        let mut entry = entry.clone();
        if let Some(value) = entry.get_mut(name) {
            *value = text(value, names);
        }
        entry
    };
    let shown = attributes.as_array().into_iter().flatten().map(|entry| {
        let mut entry = with(entry, "name", form.attribute_names);
        if let Some(values) = entry.get_mut("values").and_then(Value::as_array_mut) {
            for value in values {
                *value = with(value, "value", Names::Plain);
            }
        }
        entry
    });
    shown.collect()
}
