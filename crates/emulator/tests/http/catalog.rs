//! The catalog, as players and guests see it.

mod availability;
mod lists;
mod prices;
mod texts;
