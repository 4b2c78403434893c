//! The rules, area by area.
