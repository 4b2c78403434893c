//! The tables. What rules look up by key has columns; what they only read back is JSON.

use std::time::Duration;

use rusqlite::Connection;

use super::StoreError;

/// Counted up with every change of the tables and of what stands in them.
const VERSION: i64 = 3;

/// How long another emulator has to let go of the file.
const PATIENCE: Duration = Duration::from_millis(500);

/// Every table that holds the game.
pub const TABLES: [&str; 13] = [
    "definitions",
    "codes",
    "players",
    "wallets",
    "inventory",
    "claims",
    "grants",
    "points",
    "orders",
    "redemptions",
    "limit_adjustments",
    "carts",
    "clock",
];

const CREATE: &str = "
    CREATE TABLE definitions (kind TEXT, key TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
    CREATE TABLE codes (code TEXT PRIMARY KEY, promotion TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE players (id TEXT PRIMARY KEY, profile TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE wallets (player TEXT, sku TEXT, amount INTEGER NOT NULL, PRIMARY KEY (player, sku)) WITHOUT ROWID;
    CREATE TABLE inventory (player TEXT, sku TEXT, quantity INTEGER NOT NULL, PRIMARY KEY (player, sku)) WITHOUT ROWID;
    -- One claim, and so one set of grants, for a player, chain, cycle and step.
    CREATE TABLE claims (
        player TEXT, kind TEXT, chain INTEGER, cycle INTEGER, step INTEGER, at INTEGER NOT NULL,
        PRIMARY KEY (player, kind, chain, cycle, step)
    ) WITHOUT ROWID;
    CREATE TABLE grants (
        id INTEGER PRIMARY KEY AUTOINCREMENT, player TEXT NOT NULL, kind TEXT NOT NULL,
        chain INTEGER, step INTEGER, cycle INTEGER, sku TEXT NOT NULL, quantity INTEGER NOT NULL, at INTEGER NOT NULL
    );
    CREATE TABLE points (player TEXT NOT NULL, value_point TEXT NOT NULL, clan TEXT, amount INTEGER NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE orders (id INTEGER PRIMARY KEY, player TEXT NOT NULL, status TEXT NOT NULL, body TEXT NOT NULL);
    CREATE TABLE redemptions (promotion TEXT NOT NULL, code TEXT NOT NULL, player TEXT NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE limit_adjustments (player TEXT NOT NULL, promotion INTEGER NOT NULL, by INTEGER NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE carts (player TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1), setting TEXT NOT NULL);
    CREATE TABLE signing_key (id INTEGER PRIMARY KEY CHECK (id = 1), key TEXT NOT NULL);
";

/// Empties every table.
pub fn empty(connection: &Connection) -> Result<(), StoreError> {
    for table in TABLES {
        connection.execute(&format!("DELETE FROM {table}"), [])?;
    }
    Ok(())
}

/// Sets the connection up. Answers whether the database is new: then its tables stand in a
/// transaction that is still open, so that no database is ever seen without its game.
pub fn open(connection: &Connection) -> Result<bool, StoreError> {
    // Two emulators on one file would each believe in a state of their own.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    connection.busy_timeout(PATIENCE)?;
    // A commit survives the end of this process; only losing power may cost the last ones.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.set_prepared_statement_cache_capacity(64);
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match (version, tables) {
        (VERSION, _) => Ok(false),
        (0, 0) => {
            connection.execute_batch(&format!(
                "BEGIN IMMEDIATE; {CREATE} PRAGMA user_version = {VERSION};"
            ))?;
            Ok(true)
        }
        (0, _) => Err(StoreError::NotOurs),
        (found, _) => Err(StoreError::OtherVersion {
            found,
            expected: VERSION,
        }),
    }
}
