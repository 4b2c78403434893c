//! Every task of the project, as `cargo xtask TASK`.

fn main() {}
