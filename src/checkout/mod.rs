//! Pay Station's window.

pub mod window;
