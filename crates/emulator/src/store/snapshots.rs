//! The game as it was at some time, kept in memory.

use jiff::Timestamp;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::{StoreError, schema};
use crate::engine::state::State;

/// A whole game.
#[derive(Debug)]
pub struct Snapshot {
    pub state: State,
    pub now: Timestamp,
    tables: Vec<Table>,
}

#[derive(Debug)]
struct Table {
    name: &'static str,
    columns: usize,
    rows: Vec<Vec<Value>>,
}

impl Snapshot {
    pub fn take(connection: &Connection, state: State, now: Timestamp) -> Result<Self, StoreError> {
        let tables = schema::TABLES.into_iter();
        let tables = tables
            .map(|name| Table::read(connection, name))
            .collect::<Result<_, _>>()?;
        Ok(Self { state, now, tables })
    }

    /// Puts its rows in the place of those there are, within the transaction that is open.
    pub fn put_back(&self, connection: &Connection) -> Result<(), StoreError> {
        schema::empty(connection)?;
        self.tables
            .iter()
            .try_for_each(|table| table.write(connection))
    }
}

impl Table {
    fn read(connection: &Connection, name: &'static str) -> Result<Self, StoreError> {
        let mut statement = connection.prepare(&format!("SELECT * FROM {name}"))?;
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            (0..columns).map(|column| row.get(column)).collect()
        })?;
        Ok(Self {
            name,
            columns,
            rows: rows.collect::<Result<_, _>>()?,
        })
    }

    fn write(&self, connection: &Connection) -> Result<(), StoreError> {
        let places = vec!["?"; self.columns].join(", ");
        let mut statement =
            connection.prepare(&format!("INSERT INTO {} VALUES ({places})", self.name))?;
        for row in &self.rows {
            statement.execute(params_from_iter(row))?;
        }
        Ok(())
    }
}
