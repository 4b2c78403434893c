//! `cargo xtask test`: every test there is, in four parts, with their counts.

mod browser;
pub mod counts;
mod e2e;
mod native;
pub mod node;

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;

use crate::faults;
use crate::project::Project;
use counts::Counts;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// What needs no browser: format, lints, Rust tests, types, the package in Node, sizes
    Native,
    /// The crate's wasm tests, and every operation against the emulator, in a real browser
    Browser,
    /// The storefront's day, in a real browser
    E2e,
    /// What goes wrong, in Chromium and Firefox: the scoreboard with fewer seeds and faults
    Faults,
}

/// Runs one part or all, and ends with the plain line of their counts.
pub fn test(project: &Project, part: Option<Part>) -> ExitCode {
    let parts = match part {
        Some(part) => vec![part],
        None => Part::value_variants().to_vec(),
    };
    let results: Vec<(Part, Counts)> = parts
        .into_iter()
        .map(|part| (part, run(project, part)))
        .collect();

    println!();
    for (part, counts) in &results {
        println!("{:<8} {counts}", format!("{part:?}").to_lowercase());
    }
    let all: Counts = results.iter().map(|(_, counts)| *counts).sum();
    println!("{all}");
    all.code()
}

fn run(project: &Project, part: Part) -> Counts {
    match part {
        Part::Native => native::run(project),
        Part::Browser => browser::run(project),
        Part::E2e => e2e::run(project),
        Part::Faults => step("The scoreboard of faults", || {
            faults::faults(project, &faults::Options::of_ci())
        }),
    }
}

/// One step of a part: what it could not even begin counts as one failure.
fn step(name: &str, run: impl FnOnce() -> Result<Counts>) -> Counts {
    println!("\n=== {name}");
    run().unwrap_or_else(|error| {
        println!("{error:#}");
        Counts::failure()
    })
}
