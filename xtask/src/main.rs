//! Every task of the project, as `cargo xtask TASK`.

mod command;
mod demo;
mod emulator;
mod pack;
mod project;
mod requirements;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;
use project::Project;

/// Every task of the project.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Build the npm package: target/npm/xsolla-liveops-VERSION.tgz
    Pack,
    /// Serve the storefront on the emulator, with all they need built and installed first
    Demo(demo::Options),
}

fn main() -> ExitCode {
    match run(&Task::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<()> {
    let project = Project::open()?;
    match task {
        Task::Pack => pack::pack(&project).map(drop),
        Task::Demo(options) => demo::demo(&project, options),
    }
}
