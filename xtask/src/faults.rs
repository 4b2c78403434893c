//! `cargo xtask faults`: the scoreboard of what goes wrong, row by row, and what it says in `docs/reliability.md`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::project::Project;
use crate::requirements::browsers::{self, Browser, Engine};
use crate::test::counts::Counts;
use crate::test::node;
use crate::{command, emulator, pack};

#[derive(Debug, Default, Args)]
pub struct Options {
    /// The rows to run, such as R1; all of them where none is named
    rows: Vec<String>,
    /// Fewer seeds and faults, as CI runs them; docs/reliability.md stays as it is
    #[arg(long)]
    part: bool,
    /// What chance is drawn from; another number each time where nothing is said
    #[arg(long)]
    seed: Option<u32>,
}

impl Options {
    /// What CI runs.
    pub fn of_ci() -> Self {
        Self {
            part: true,
            ..Self::default()
        }
    }
}

/// Runs the rows, those of a browser in each browser, and counts those that reach their target.
pub fn faults(project: &Project, options: &Options) -> Result<Counts> {
    let pages = stage(project)?;
    let emulator = emulator::build(project)?;
    let mut counts = run(project, options, &pages, &emulator, None)?;
    for browser in browsers::browsers(project, &[Engine::Chromium, Engine::Firefox])? {
        counts = counts + run(project, options, &pages, &emulator, Some(&browser))?;
    }
    if !options.part {
        let mut report = project.command("node");
        report.arg("tests/faults/report.mjs");
        command::run(report.env("LIVEOPS_RESULTS", results(project)))?;
    }
    Ok(counts)
}

fn run(
    project: &Project,
    options: &Options,
    pages: &Path,
    emulator: &Path,
    browser: Option<&Browser>,
) -> Result<Counts> {
    let mut rows = project.command("node");
    rows.arg("tests/faults/run.mjs").args(&options.rows);
    if options.part {
        rows.arg("--part");
    }
    if let Some(seed) = options.seed {
        rows.arg(format!("--seed={seed}"));
    }
    rows.env("LIVEOPS_EMULATOR", emulator)
        .env("LIVEOPS_PAGES", pages)
        .env("LIVEOPS_RESULTS", results(project));
    if let Some(browser) = browser {
        node::name_browser(&mut rows, browser);
    }
    Counts::printed_by(&mut rows)
}

/// The matrix's page with the packed package beside it.
fn stage(project: &Project) -> Result<PathBuf> {
    let folder = project.target.join("faults-page");
    pack::pack(project)?.stage(&project.root.join("tests/faults/page"), &folder)?;
    Ok(folder)
}

fn results(project: &Project) -> PathBuf {
    project.target.join("faults")
}
