//! Players, as testers make and see them.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};

use crate::engine::amounts::Count;
use crate::engine::change::{Change, Definition};
use crate::engine::ids::{ClanId, PlayerId, Sku};
use crate::engine::items::ItemKind;
use crate::engine::player::{Clan, Player, Profile};
use crate::engine::refusal::Refusal;
use crate::engine::state;
use crate::engine::{Decided, Decision};
use crate::http::{Api, Body, Failure, PathOf, mint};

const DEFAULT_LIFETIME_SECONDS: i64 = 3600;

#[derive(Debug, Deserialize)]
pub struct PlayerPath {
    player_id: PlayerId,
}

/// What is left out stays as it is; a clan of null means none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlayerBody {
    name: Option<String>,
    country: Option<String>,
    #[serde(default)]
    clan: ClanChange,
    attributes: Option<Map<String, Value>>,
    wallet: Option<BTreeMap<Sku, Count>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenBody {
    lifetime_seconds: Option<i64>,
}

#[derive(Debug, Default)]
enum ClanChange {
    #[default]
    Unchanged,
    To(Option<ClanId>),
}

impl<'de> Deserialize<'de> for ClanChange {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        Option::deserialize(value).map(Self::To)
    }
}

pub async fn list(State(api): State<Api>) -> Result<Json<Value>, Failure> {
    api.decide(|state, _| {
        let players: Vec<_> = state
            .players
            .values()
            .filter(|player| !player.profile.is_guest)
            .map(|player| shown(state, player))
            .collect();
        Ok(Decision::reply(Json(json!({ "players": players }))))
    })
    .await
}

pub async fn put(
    State(api): State<Api>,
    PathOf(path): PathOf<PlayerPath>,
    Body(body): Body<PlayerBody>,
) -> Result<Json<Value>, Failure> {
    let id = path.player_id.clone();
    api.decide(move |state, _| replaced(state, &path.player_id, body))
        .await?;
    api.decide(move |state, _| {
        let player = state.players.get(&id).ok_or(Refusal::PlayerNotFound)?;
        Ok(Decision::reply(Json(shown(state, player))))
    })
    .await
}

fn replaced(state: &state::State, id: &PlayerId, body: PlayerBody) -> Decided<()> {
    let known = state.players.get(id);
    let mut profile = known.map_or_else(
        || Profile::new(id.clone(), id.to_string()),
        |player| player.profile.clone(),
    );
    let mut changes = Vec::new();
    if let Some(name) = body.name {
        profile.name = name;
    }
    if body.country.is_some() {
        profile.country = body.country;
    }
    if let Some(attributes) = body.attributes {
        profile.attributes = attributes;
    }
    if let ClanChange::To(clan) = body.clan {
        if let Some(clan) = clan.as_ref().filter(|clan| !state.clans.contains_key(clan)) {
            let founded = Clan {
                id: clan.clone(),
                name: clan.to_string(),
            };
            changes.push(Definition::Clan(founded).into());
        }
        profile.join(clan);
    }
    changes.push(Change::Profile(profile));
    for (sku, amount) in body.wallet.unwrap_or_default() {
        let item = state.catalog.items.get(&sku);
        if !item.is_some_and(|item| item.kind == ItemKind::VirtualCurrency) {
            let problem = "is no virtual currency of this game; create it first";
            return Err(Refusal::invalid(format!("wallet.{sku}"), problem));
        }
        changes.push(Change::Wallet {
            player: id.clone(),
            sku,
            amount: amount.into(),
        });
    }
    Ok(Decision { changes, reply: () })
}

pub async fn token(
    State(api): State<Api>,
    PathOf(path): PathOf<PlayerPath>,
    Body(body): Body<TokenBody>,
) -> Result<Json<Value>, Failure> {
    let id = path.player_id.clone();
    let (name, now) = api
        .decide(move |state, now| {
            let player = state.players.get(&id).ok_or(Refusal::PlayerNotFound)?;
            Ok(Decision::reply((player.profile.name.clone(), now)))
        })
        .await?;
    let lifetime = body.lifetime_seconds.unwrap_or(DEFAULT_LIFETIME_SECONDS);
    let (token, expires_at) = mint(
        api.store.signing_key(),
        &path.player_id,
        &name,
        now,
        lifetime,
    )?;
    Ok(Json(json!({ "token": token, "expires_at": expires_at })))
}

pub async fn inventory(
    State(api): State<Api>,
    PathOf(path): PathOf<PlayerPath>,
) -> Result<Json<Value>, Failure> {
    api.decide(move |state, now| {
        let player = state
            .players
            .get(&path.player_id)
            .ok_or(Refusal::PlayerNotFound)?;
        let items: Vec<_> = player
            .inventory
            .iter()
            .map(|(sku, quantity)| {
                let name = state.catalog.items.get(sku).map(|item| &item.name);
                json!({ "sku": sku, "quantity": quantity, "name": name })
            })
            .collect();
        Ok(Decision::reply(Json(json!({
            "items": items,
            "wallet": player.wallet,
            "points": points(player, now),
        }))))
    })
    .await
}

/// All points ever earned, by value point; chains count theirs from their last reset.
fn points(player: &Player, now: Timestamp) -> BTreeMap<&Sku, u64> {
    let mut points = BTreeMap::new();
    for entry in player.points.iter().filter(|entry| entry.at <= now) {
        let sum: &mut u64 = points.entry(&entry.value_point).or_default();
        *sum = sum.saturating_add(entry.amount);
    }
    points
}

fn shown(state: &state::State, player: &Player) -> Value {
    let profile = &player.profile;
    let clan = profile.clan.as_ref().map(|id| {
        let name = state
            .clans
            .get(id)
            .map_or(id.as_str(), |clan| clan.name.as_str());
        json!({ "id": id, "name": name })
    });
    json!({
        "player_id": profile.id,
        "name": profile.name,
        "country": profile.country,
        "clan": clan,
        "attributes": profile.attributes,
        "wallet": player.wallet,
    })
}
