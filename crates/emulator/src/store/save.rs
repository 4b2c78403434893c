//! Changes into rows.

use rusqlite::{Connection, params};
use serde::Serialize;

use super::StoreError;
use crate::engine::chain::Claim;
use crate::engine::change::{Change, Definition, Deletion};
use crate::engine::grants::Grant;
use crate::engine::player::PointEntry;
use crate::engine::redemptions::Redemption;

/// Writes one change, within the transaction that is open.
pub fn save(connection: &Connection, change: &Change) -> Result<(), StoreError> {
    match change {
        Change::Define(definition) => define(connection, definition),
        Change::Delete(deletion) => delete(connection, deletion),
        Change::Code { code, promotion } => run(
            connection,
            "INSERT INTO codes VALUES (?1, ?2)",
            params![code.as_str(), json(promotion)?],
        ),
        Change::Profile(profile) => run(
            connection,
            "INSERT OR REPLACE INTO players VALUES (?1, ?2)",
            params![profile.id.as_str(), json(profile)?],
        ),
        Change::Wallet {
            player,
            sku,
            amount,
        } => run(
            connection,
            "INSERT OR REPLACE INTO wallets VALUES (?1, ?2, ?3)",
            params![player.as_str(), sku.as_str(), integer(*amount)?],
        ),
        Change::Received {
            player,
            sku,
            quantity,
        } => run(
            connection,
            "INSERT INTO inventory VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET quantity = quantity + excluded.quantity",
            params![player.as_str(), sku.as_str(), integer(*quantity)?],
        ),
        Change::Claim(claim) => save_claim(connection, claim),
        Change::Grant(grant) => save_grant(connection, grant),
        Change::Points(entry) => save_points(connection, entry),
        Change::Order(order) => run(
            connection,
            "INSERT OR REPLACE INTO orders VALUES (?1, ?2, ?3, ?4)",
            params![
                integer(order.id.0)?,
                order.player.as_str(),
                order.status.as_str(),
                json(order)?
            ],
        ),
        Change::Redemption(redemption) => save_redemption(connection, redemption),
        Change::LimitAdjusted(adjustment) => run(
            connection,
            "INSERT INTO limit_adjustments VALUES (?1, ?2, ?3, ?4)",
            params![
                adjustment.player.as_str(),
                integer(adjustment.promotion.0)?,
                adjustment.by,
                adjustment.at.as_millisecond()
            ],
        ),
        Change::Cart { player, cart } => run(
            connection,
            "INSERT OR REPLACE INTO carts VALUES (?1, ?2)",
            params![player.as_str(), json(cart)?],
        ),
        Change::Clock(setting) => run(
            connection,
            "INSERT OR REPLACE INTO clock VALUES (1, ?1)",
            params![json(setting)?],
        ),
    }
}

fn define(connection: &Connection, definition: &Definition) -> Result<(), StoreError> {
    let (kind, key, body) = match definition {
        Definition::Project(project) => ("project", String::new(), json(project)?),
        Definition::Item(item) => ("item", item.sku.to_string(), json(item)?),
        Definition::Group(group) => ("group", group.external_id.to_string(), json(group)?),
        Definition::Region(region) => ("region", region.id.to_string(), json(region)?),
        Definition::ValuePoint(point) => ("value_point", point.sku.to_string(), json(point)?),
        Definition::ValuePointRewards {
            value_point,
            rewards,
        } => (
            "value_point_rewards",
            value_point.to_string(),
            json(rewards)?,
        ),
        Definition::DailyChain(chain) => ("daily_chain", chain.id.to_string(), json(chain)?),
        Definition::OfferChain(chain) => ("offer_chain", chain.id.to_string(), json(chain)?),
        Definition::RewardChain(chain) => ("reward_chain", chain.id.to_string(), json(chain)?),
        Definition::Promotion(promotion) => ("promotion", json(&promotion.key)?, json(promotion)?),
        Definition::ItemPromotion(promotion) => {
            ("item_promotion", promotion.id.to_string(), json(promotion)?)
        }
        Definition::Upsell(upsell) => ("upsell", String::new(), json(upsell)?),
        Definition::Clan(clan) => ("clan", clan.id.to_string(), json(clan)?),
    };
    run(
        connection,
        "INSERT OR REPLACE INTO definitions VALUES (?1, ?2, ?3)",
        params![kind, key, body],
    )
}

fn delete(connection: &Connection, deletion: &Deletion) -> Result<(), StoreError> {
    let (kind, key) = match deletion {
        Deletion::Promotion(key) => ("promotion", json(key)?),
        Deletion::ItemPromotion(id) => ("item_promotion", id.to_string()),
    };
    if let Deletion::Promotion(_) = deletion {
        for table in ["codes", "redemptions"] {
            let sql = format!("DELETE FROM {table} WHERE promotion = ?1");
            run(connection, &sql, params![key])?;
        }
    }
    run(
        connection,
        "DELETE FROM definitions WHERE kind = ?1 AND key = ?2",
        params![kind, key],
    )
}

fn save_claim(connection: &Connection, claim: &Claim) -> Result<(), StoreError> {
    run(
        connection,
        "INSERT INTO claims VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            claim.player.as_str(),
            claim.chain.kind.as_str(),
            integer(claim.chain.id.0)?,
            claim.cycle.0,
            integer(claim.step)?,
            claim.at.as_millisecond()
        ],
    )
}

fn save_grant(connection: &Connection, grant: &Grant) -> Result<(), StoreError> {
    let step = grant.step.as_ref();
    run(
        connection,
        "INSERT INTO grants (player, kind, chain, step, cycle, sku, quantity, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            grant.player.as_str(),
            grant.kind.as_str(),
            step.map(|step| integer(step.chain.id.0)).transpose()?,
            step.map(|step| integer(step.step)).transpose()?,
            step.map(|step| step.cycle.0),
            grant.sku.as_str(),
            integer(grant.quantity)?,
            grant.at.as_millisecond()
        ],
    )
}

fn save_points(connection: &Connection, entry: &PointEntry) -> Result<(), StoreError> {
    run(
        connection,
        "INSERT INTO points VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            entry.player.as_str(),
            entry.value_point.as_str(),
            entry.clan.as_ref().map(crate::engine::ids::ClanId::as_str),
            integer(entry.amount)?,
            entry.at.as_millisecond()
        ],
    )
}

fn save_redemption(connection: &Connection, redemption: &Redemption) -> Result<(), StoreError> {
    run(
        connection,
        "INSERT INTO redemptions VALUES (?1, ?2, ?3, ?4)",
        params![
            json(&redemption.promotion)?,
            redemption.code.as_str(),
            redemption.player.as_str(),
            redemption.at.as_millisecond()
        ],
    )
}

fn run(
    connection: &Connection,
    sql: &str,
    parameters: impl rusqlite::Params,
) -> Result<(), StoreError> {
    connection.prepare_cached(sql)?.execute(parameters)?;
    Ok(())
}

fn json(value: &impl Serialize) -> Result<String, StoreError> {
    Ok(serde_json::to_string(value)?)
}

fn integer(number: u64) -> Result<i64, StoreError> {
    i64::try_from(number).map_err(|_| StoreError::TooLarge(number))
}
