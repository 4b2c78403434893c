//! Every task of the project, as `cargo xtask TASK`.

mod command;
mod demo;
mod emulator;
mod faults;
mod pack;
mod project;
mod requirements;
mod size;
mod test;
mod types;

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
    /// Run the tests: all of them, or one part
    Test {
        /// The part to run
        part: Option<test::Part>,
    },
    /// Run the scoreboard of what goes wrong, and write docs/reliability.md
    Faults(faults::Options),
    /// Measure what a page downloads, and hold it against size-budget.json
    Size,
    /// Hold the package's types against docs/api.d.ts, and compile the type tests with them
    Types {
        /// Write the types to docs/api.d.ts first
        #[arg(long)]
        update: bool,
    },
}

fn main() -> ExitCode {
    match run(&Task::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: &Task) -> Result<ExitCode> {
    let project = Project::open()?;
    match task {
        Task::Pack => pack::pack(&project).map(drop)?,
        Task::Demo(options) => demo::demo(&project, options)?,
        Task::Test { part } => return Ok(test::test(&project, *part)),
        Task::Faults(options) => {
            let counts = faults::faults(&project, options)?;
            println!("{counts}");
            return Ok(counts.code());
        }
        Task::Size => size::check(&pack::pack(&project)?, &project)?,
        Task::Types { update } => types::check(&pack::pack(&project)?, &project, *update)?,
    }
    Ok(ExitCode::SUCCESS)
}
