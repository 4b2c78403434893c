//! `liveops-emulator`: a stateful local `LiveOps` server with a clock that can be moved.

fn main() {}
