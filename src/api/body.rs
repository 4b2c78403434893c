//! The bodies that operations send: JSON, written as what a call is given is taken.

use super::given::{Given, camel_case};
use crate::rules::text::push_decimal;

/// A body as JSON. It may hold a code, so it never shows itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(String);

impl Body {
    /// Writes the fields named between spaces, each where it is given, those with a mark behind them
    /// always; none where no field is left.
    pub(super) fn write<G: Given>(
        fields: &'static str,
        given: &G,
    ) -> Result<Option<Self>, G::Problem> {
        let mut body = String::new();
        for name in fields.split_ascii_whitespace() {
            if let Some(value) = value(name, given)? {
                let name = name.trim_end_matches('!');
                body.push(if body.is_empty() { '{' } else { ',' });
                push_string(&mut body, name);
                body.push(':');
                body.push_str(&value);
            }
        }
        if body.is_empty() {
            return Ok(None);
        }
        body.push('}');
        Ok(Some(Self(body)))
    }

    /// The JSON, for the one request it belongs to.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Body {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Body(***)")
    }
}

/// The JSON of one field.
fn value<G: Given>(name: &str, given: &G) -> Result<Option<String>, G::Problem> {
    let given_as = &*camel_case(name);
    let mut json = String::new();
    match name {
        "coupon_code" => push_string(&mut json, given.code("code")?.reveal()),
        "items" => push_quantities(&mut json, &given.quantities(given_as)?),
        "quantity!" => push_decimal(&mut json, given.number(given_as, 1)?),
        "cart" => {
            let id = if given.has("cartId") {
                given.text("cartId")?
            } else {
                "current".to_owned()
            };
            push_pairs(&mut json, &[("id".to_owned(), id)]);
        }
        "sandbox" if given.test_payments() => json.push_str("true"),
        "sandbox" => {}
        _ if !given.has(given_as) => {}
        "quantity" => push_decimal(&mut json, given.number(given_as, 1)?),
        "promo_code" => push_string(&mut json, given.code(given_as)?.reveal()),
        // The API refuses an empty object.
        "selected_unit_items" => push_pairs(&mut json, &given.choices(given_as)?),
        "settings" | "custom_parameters" => return given.json(given_as),
        _ => push_string(&mut json, &given.text(given_as)?),
    }
    Ok((!json.is_empty()).then_some(json))
}

fn push_pairs(json: &mut String, pairs: &[(String, String)]) {
    for (index, (name, value)) in pairs.iter().enumerate() {
        json.push(if index == 0 { '{' } else { ',' });
        push_string(json, name);
        json.push(':');
        push_string(json, value);
    }
    if !pairs.is_empty() {
        json.push('}');
    }
}

fn push_quantities(json: &mut String, items: &[(String, u64)]) {
    json.push('[');
    for (index, (sku, quantity)) in items.iter().enumerate() {
        json.push_str(if index == 0 {
            "{\"sku\":"
        } else {
            ",{\"sku\":"
        });
        push_string(json, sku);
        json.push_str(",\"quantity\":");
        push_decimal(json, *quantity);
        json.push('}');
    }
    json.push(']');
}

/// Writes a JSON string: RFC 8259, section 7.
fn push_string(json: &mut String, text: &str) {
    json.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                json.push('\\');
                json.push(character);
            }
            '\0'..='\u{1F}' => {
                json.push_str("\\u00");
                json.push(if character < '\u{10}' { '0' } else { '1' });
                json.extend(char::from_digit(u32::from(character) & 15, 16));
            }
            _ => json.push(character),
        }
    }
    json.push('"');
}
