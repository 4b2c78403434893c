//! The audit: what was really granted, read from the rows themselves.

use jiff::Timestamp;
use rusqlite::{Connection, named_params};
use serde::{Deserialize, Serialize};

use super::StoreError;

/// A granted line.
#[derive(Debug, Serialize)]
pub struct AuditRow {
    pub id: i64,
    pub player: String,
    pub kind: String,
    pub chain: Option<i64>,
    pub step: Option<i64>,
    pub cycle: Option<i64>,
    pub sku: String,
    pub quantity: i64,
    pub at: Timestamp,
}

/// Which rows are asked for.
#[derive(Debug, Default, Deserialize)]
pub struct AuditFilter {
    pub player: Option<String>,
    /// Only rows with a higher id.
    pub after: Option<i64>,
}

/// The rows a filter lets through, oldest first.
pub fn read(connection: &Connection, filter: &AuditFilter) -> Result<Vec<AuditRow>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, player, kind, chain, step, cycle, sku, quantity, at FROM grants
         WHERE (:player IS NULL OR player = :player) AND id > :after ORDER BY id",
    )?;
    let parameters = named_params! {
        ":player": filter.player,
        ":after": filter.after.unwrap_or_default(),
    };
    let mut rows = statement.query(parameters)?;
    let mut audit = Vec::new();
    while let Some(row) = rows.next()? {
        audit.push(AuditRow {
            id: row.get(0)?,
            player: row.get(1)?,
            kind: row.get(2)?,
            chain: row.get(3)?,
            step: row.get(4)?,
            cycle: row.get(5)?,
            sku: row.get(6)?,
            quantity: row.get(7)?,
            at: Timestamp::from_millisecond(row.get(8)?).map_err(|_| StoreError::NotOurs)?,
        });
    }
    Ok(audit)
}
