//! Rows into the state.

use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde::de::DeserializeOwned;

use super::StoreError;
use crate::engine::chain::{ChainKey, ChainKind, Claim, Cycle};
use crate::engine::change::{Change, Definition};
use crate::engine::ids::{ChainId, ClanId, PlayerId, PromotionCode, PromotionId, Sku};
use crate::engine::limits::Adjustment;
use crate::engine::player::PointEntry;
use crate::engine::redemptions::Redemption;
use crate::engine::state::State;

/// Reads the whole game.
pub fn load(connection: &Connection) -> Result<State, StoreError> {
    let mut state = State::default();
    let mut read = |sql: &str, change: fn(&Row<'_>) -> Result<Change, StoreError>| {
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            state.apply(change(row)?);
        }
        Ok::<(), StoreError>(())
    };
    read("SELECT kind, key, body FROM definitions", definition)?;
    read("SELECT code, promotion FROM codes", |row| {
        Ok(Change::Code {
            code: PromotionCode(row.get(0)?),
            promotion: json(row, 1)?,
        })
    })?;
    read("SELECT profile FROM players", |row| {
        Ok(Change::Profile(json(row, 0)?))
    })?;
    read("SELECT player, sku, amount FROM wallets", |row| {
        Ok(Change::Wallet {
            player: player(row)?,
            sku: Sku(row.get(1)?),
            amount: unsigned(row, 2)?,
        })
    })?;
    read("SELECT player, sku, quantity FROM inventory", |row| {
        let quantity = unsigned(row, 2)?;
        Ok(Change::Received {
            player: player(row)?,
            sku: Sku(row.get(1)?),
            quantity,
        })
    })?;
    read(
        "SELECT player, kind, chain, cycle, step, at FROM claims",
        claim,
    )?;
    read(
        "SELECT player, value_point, clan, amount, at FROM points ORDER BY rowid",
        |row| {
            Ok(Change::Points(PointEntry {
                player: player(row)?,
                value_point: Sku(row.get(1)?),
                clan: row.get::<_, Option<String>>(2)?.map(ClanId),
                amount: unsigned(row, 3)?,
                at: instant(row, 4)?,
            }))
        },
    )?;
    read("SELECT body FROM orders ORDER BY id", |row| {
        Ok(Change::Order(Box::new(json(row, 0)?)))
    })?;
    read(
        "SELECT promotion, code, player, at FROM redemptions",
        |row| {
            Ok(Change::Redemption(Redemption {
                promotion: json(row, 0)?,
                code: PromotionCode(row.get(1)?),
                player: PlayerId(row.get(2)?),
                at: instant(row, 3)?,
            }))
        },
    )?;
    read(
        "SELECT player, promotion, by, at FROM limit_adjustments ORDER BY rowid",
        |row| {
            Ok(Change::LimitAdjusted(Adjustment {
                player: player(row)?,
                promotion: PromotionId(unsigned(row, 1)?),
                by: row.get(2)?,
                at: instant(row, 3)?,
            }))
        },
    )?;
    read("SELECT player, body FROM carts", |row| {
        Ok(Change::Cart {
            player: player(row)?,
            cart: json(row, 1)?,
        })
    })?;
    read("SELECT setting FROM clock", |row| {
        Ok(Change::Clock(json(row, 0)?))
    })?;
    Ok(state)
}

fn definition(row: &Row<'_>) -> Result<Change, StoreError> {
    let kind: String = row.get(0)?;
    let definition = match kind.as_str() {
        "project" => Definition::Project(json(row, 2)?),
        "item" => Definition::Item(json(row, 2)?),
        "group" => Definition::Group(json(row, 2)?),
        "region" => Definition::Region(json(row, 2)?),
        "value_point" => Definition::ValuePoint(json(row, 2)?),
        "value_point_rewards" => Definition::ValuePointRewards {
            value_point: Sku(row.get(1)?),
            rewards: json(row, 2)?,
        },
        "daily_chain" => Definition::DailyChain(json(row, 2)?),
        "offer_chain" => Definition::OfferChain(json(row, 2)?),
        "reward_chain" => Definition::RewardChain(json(row, 2)?),
        "promotion" => Definition::Promotion(json(row, 2)?),
        "item_promotion" => Definition::ItemPromotion(json(row, 2)?),
        "upsell" => Definition::Upsell(json(row, 2)?),
        "clan" => Definition::Clan(json(row, 2)?),
        _ => return Err(StoreError::NotOurs),
    };
    Ok(definition.into())
}

fn claim(row: &Row<'_>) -> Result<Change, StoreError> {
    let kind: String = row.get(1)?;
    let kind = [ChainKind::Daily, ChainKind::Offer, ChainKind::Reward]
        .into_iter()
        .find(|candidate| candidate.as_str() == kind)
        .ok_or(StoreError::NotOurs)?;
    Ok(Change::Claim(Claim {
        player: player(row)?,
        chain: ChainKey {
            kind,
            id: ChainId(unsigned(row, 2)?),
        },
        cycle: Cycle(row.get(3)?),
        step: unsigned(row, 4)?,
        at: instant(row, 5)?,
    }))
}

fn player(row: &Row<'_>) -> Result<PlayerId, StoreError> {
    Ok(PlayerId(row.get(0)?))
}

fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> Result<T, StoreError> {
    Ok(serde_json::from_str(
        row.get_ref(column)?
            .as_str()
            .map_err(|_| StoreError::NotOurs)?,
    )?)
}

fn unsigned(row: &Row<'_>, column: usize) -> Result<u64, StoreError> {
    to_unsigned(row.get(column)?)
}

fn to_unsigned(number: i64) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::NotOurs)
}

fn instant(row: &Row<'_>, column: usize) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(row.get(column)?).map_err(|_| StoreError::NotOurs)
}
