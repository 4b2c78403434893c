//! Every operation by what JavaScript calls it, for tables in tests.

use super::{Facts, OPERATIONS};

/// The operation of this name.
pub fn operation(name: &str) -> &'static Facts {
    OPERATIONS
        .iter()
        .find(|facts| facts.name == name)
        .unwrap_or_else(|| panic!("there is no operation {name:?}"))
}

/// The rows of a table: a line each, its columns between bars.
pub fn rows<const COLUMNS: usize>(table: &str) -> Vec<[&str; COLUMNS]> {
    let lines = table.lines().filter(|line| !line.trim().is_empty());
    let columns = |line| {
        let columns: Vec<_> = str::split(line, '|').map(str::trim).collect();
        columns.try_into().expect(line)
    };
    lines.map(columns).collect()
}
