//! `liveops-emulator`: a stateful local `LiveOps` server with a clock that can be moved.

use std::process::ExitCode;

fn main() -> ExitCode {
    liveops_emulator::run()
}
