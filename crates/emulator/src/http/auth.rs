//! Who is calling: a player by their token, a guest with a cart, or a merchant by the project's key.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, dangerous};
use serde::{Deserialize, Serialize};

use super::Api;
use super::refusal::Failure;
use crate::engine::ids::{PlayerId, SigningKey};
use crate::faults::AcceptsAgain;
use crate::random_text::random_text;

/// A player whose token is good now.
#[derive(Debug, Clone)]
pub struct Caller {
    pub id: PlayerId,
    pub name: String,
    /// Shops without an account.
    pub is_guest: bool,
    /// May claim a step again, since a rule says so.
    pub accepts_again: bool,
}

/// The owner of a cart: a player, or a guest who names a request id and an e-mail address.
#[derive(Debug)]
pub struct CartOwner(pub Caller);

/// A merchant with the project's key.
#[derive(Debug)]
pub struct Merchant;

#[derive(Deserialize)]
struct Claims {
    sub: String,
    exp: i64,
    username: Option<String>,
}

#[derive(Serialize)]
struct MintedClaims<'a> {
    exp: i64,
    iat: i64,
    iss: &'static str,
    sub: &'a str,
    username: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    xsolla_login_project_id: &'static str,
    publisher_id: u64,
    jti: String,
}

/// A new token for a player.
pub fn mint(
    key: &SigningKey,
    player: &PlayerId,
    name: &str,
    issued_at: Timestamp,
    lifetime_seconds: i64,
) -> Result<(String, Timestamp), Failure> {
    let invalid = |what: &str| {
        Failure::numbered(
            StatusCode::UNPROCESSABLE_ENTITY,
            1102,
            format!("lifetime_seconds: {what}"),
        )
    };
    let iat = issued_at.as_second();
    let exp = iat
        .checked_add(lifetime_seconds)
        .ok_or_else(|| invalid("is too long"))?;
    let expires_at = Timestamp::from_second(exp).map_err(|_| invalid("is too long"))?;
    let claims = MintedClaims {
        exp,
        iat,
        iss: "https://login.xsolla.com",
        sub: player.as_str(),
        username: name,
        kind: "xsolla_login",
        xsolla_login_project_id: "00000000-0000-4000-8000-000000044056",
        publisher_id: 1,
        jti: random_text(16),
    };
    let key = EncodingKey::from_secret(key.as_str().as_bytes());
    jsonwebtoken::encode(&Header::new(Algorithm::HS256), &claims, &key)
        .map(|token| (token, expires_at))
        .map_err(|_| {
            Failure::plain(
                StatusCode::INTERNAL_SERVER_ERROR,
                0,
                "No token could be made.",
            )
        })
}

impl<S: Send + Sync> FromRequestParts<S> for Caller
where
    Api: axum::extract::FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let api = <Api as axum::extract::FromRef<S>>::from_ref(state);
        let header = parts
            .headers
            .get(header::AUTHORIZATION)
            .ok_or_else(Failure::unauthorized)?;
        let token = header
            .to_str()
            .ok()
            .and_then(|text| text.strip_prefix("Bearer "))
            .ok_or_else(Failure::unauthorized)?;
        let mut caller = caller(&api, token).ok_or_else(Failure::unauthorized)?;
        caller.accepts_again = parts.extensions.get::<AcceptsAgain>().is_some();
        Ok(caller)
    }
}

/// The player that a request says it is of, whether or not it may.
pub fn player_of(headers: &HeaderMap) -> Option<PlayerId> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    match text("authorization") {
        Some(authorization) => {
            let token = authorization.strip_prefix("Bearer ")?;
            let claims = dangerous::insecure_decode::<Claims>(token).ok()?.claims;
            Some(PlayerId(claims.sub))
        }
        None => text("x-unauthorized-id").map(guest),
    }
}

fn guest(id: &str) -> PlayerId {
    PlayerId(format!("guest:{id}"))
}

/// The player of a token, if it is good now.
pub fn caller(api: &Api, token: &str) -> Option<Caller> {
    let claims = claims(api, token)?;
    if claims.exp <= api.store.clock().now().as_second() || claims.sub.is_empty() {
        return None;
    }
    let name = claims.username.unwrap_or_else(|| claims.sub.clone());
    Some(Caller {
        id: PlayerId(claims.sub),
        name,
        is_guest: false,
        accepts_again: false,
    })
}

fn claims(api: &Api, token: &str) -> Option<Claims> {
    if !api.strict_auth {
        return dangerous::insecure_decode::<Claims>(token)
            .ok()
            .map(|data| data.claims);
    }
    let mut validation = Validation::new(Algorithm::HS256);
    // Time is the emulator's own to tell.
    validation.validate_exp = false;
    validation.required_spec_claims.clear();
    let key = DecodingKey::from_secret(api.store.signing_key().as_str().as_bytes());
    jsonwebtoken::decode::<Claims>(token, &key, &validation)
        .ok()
        .map(|data| data.claims)
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for Caller
where
    Api: axum::extract::FromRef<S>,
{
    type Rejection = Failure;

    /// Nobody is a guest; a bad token is still refused.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Failure> {
        if !parts.headers.contains_key(header::AUTHORIZATION) {
            return Ok(None);
        }
        <Self as FromRequestParts<S>>::from_request_parts(parts, state)
            .await
            .map(Some)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for CartOwner
where
    Api: axum::extract::FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        if parts.headers.contains_key(header::AUTHORIZATION) {
            return <Caller as FromRequestParts<S>>::from_request_parts(parts, state)
                .await
                .map(Self);
        }
        let text = |name: &str| {
            parts
                .headers
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        let id = text("x-unauthorized-id").filter(|id| !id.is_empty());
        let email = text("x-user")
            .and_then(|user| BASE64_STANDARD.decode(user).ok())
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .filter(|email| email.contains('@'));
        match (id, email) {
            (Some(id), Some(email)) => Ok(Self(Caller {
                id: guest(id),
                name: email,
                is_guest: true,
                accepts_again: false,
            })),
            _ => Err(Failure::unauthorized()),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Merchant
where
    Api: axum::extract::FromRef<S>,
{
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        let api = <Api as axum::extract::FromRef<S>>::from_ref(state);
        let refused = || {
            Failure::numbered(
                StatusCode::UNAUTHORIZED,
                1020,
                "Error in Authentication method occurred",
            )
        };
        let credentials = parts
            .headers
            .get(header::AUTHORIZATION)
            .and_then(|value| value.to_str().ok())
            .and_then(|text| text.strip_prefix("Basic "))
            .and_then(|encoded| BASE64_STANDARD.decode(encoded).ok())
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .ok_or_else(refused)?;
        let (id, key) = credentials.split_once(':').ok_or_else(refused)?;
        let project = api.store.project();
        if id == project.id.to_string() && key == project.key {
            Ok(Self)
        } else {
            Err(refused())
        }
    }
}
