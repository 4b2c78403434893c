//! What the query of a catalog or cart call asks for.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::extract::invalid;
use super::refusal::Failure;
use crate::engine::ids::PromotionCode;
use crate::engine::items::Currency;
use crate::engine::refusal::Refusal;
use crate::engine::text::Locale;
use crate::page::Page;

const LONGEST_CODE: usize = 128;

/// The query of a catalog call.
#[derive(Debug, Default)]
pub struct CatalogQuery {
    pub page: Page,
    pub locale: Locale,
    pub fields: Vec<AdditionalField>,
    pub country: Option<String>,
    pub promo_code: Option<PromotionCode>,
    pub shows_inactive: bool,
}

/// What of an item is told only to those who ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdditionalField {
    MediaList,
    Order,
    LongDescription,
    /// Shown to everyone, as in the samples.
    CustomAttributes,
    ItemOrderInGroup,
}

/// The query of a call that reads a cart.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CartQuery {
    pub currency: Option<Currency>,
    pub locale: Locale,
}

/// The language that a query asks for, in calls that read nothing else of it.
#[derive(Debug)]
pub struct Language(pub Locale);

#[derive(Deserialize)]
struct LocaleAlone {
    #[serde(default)]
    locale: Locale,
}

/// The values that can stand in a catalog's query once.
#[derive(Deserialize)]
struct Once {
    #[serde(default)]
    locale: Locale,
    country: Option<String>,
    promo_code: Option<PromotionCode>,
    #[serde(default)]
    show_inactive_time_limited_items: i64,
}

impl<S: Send + Sync> FromRequestParts<S> for CatalogQuery {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        Self::read(parts).map_err(|refusal| invalid(&refusal))
    }
}

impl CatalogQuery {
    fn read(parts: &Parts) -> Result<Self, Refusal> {
        let once: Once = query(parts)?;
        let is_code_too_long =
            |code: &PromotionCode| code.as_str().is_empty() || code.as_str().len() > LONGEST_CODE;
        if once.promo_code.as_ref().is_some_and(is_code_too_long) {
            let problem = format!("has to be 1 to {LONGEST_CODE} characters long");
            return Err(Refusal::invalid("promo_code", problem));
        }
        Ok(Self {
            page: query(parts)?,
            locale: once.locale,
            fields: additional_fields(query(parts)?)?,
            country: once.country.as_deref().map(country).transpose()?,
            promo_code: once.promo_code,
            shows_inactive: once.show_inactive_time_limited_items == 1,
        })
    }
}

impl<S: Send + Sync> FromRequestParts<S> for CartQuery {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        query(parts).map_err(|refusal| invalid(&refusal))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Language {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let alone: Result<LocaleAlone, _> = query(parts);
        alone
            .map(|alone| Self(alone.locale))
            .map_err(|refusal| invalid(&refusal))
    }
}

fn query<T: DeserializeOwned>(parts: &Parts) -> Result<T, Refusal> {
    Query::try_from_uri(&parts.uri)
        .map(|Query(value)| value)
        .map_err(|rejection| Refusal::invalid("query", rejection.body_text()))
}

fn country(text: &str) -> Result<String, Refusal> {
    if text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return Ok(text.to_ascii_uppercase());
    }
    let problem = format!("\"{text}\" is no country; write two letters, as in \"DE\"");
    Err(Refusal::invalid("country", problem))
}

fn additional_fields(pairs: Vec<(String, String)>) -> Result<Vec<AdditionalField>, Refusal> {
    pairs
        .into_iter()
        .filter(|(name, _)| name.starts_with("additional_fields"))
        .map(|(name, value)| {
            let field = serde_json::from_value(value.into());
            field.map_err(|error| Refusal::invalid(name, error.to_string()))
        })
        .collect()
}
