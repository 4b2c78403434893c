//! The part in a real browser: the crate's wasm tests, and every operation against the emulator.

use std::path::PathBuf;

use anyhow::Result;

use super::counts::Counts;
use super::{node, step};
use crate::project::{PACKAGE, Project};
use crate::requirements::{self, browsers};
use crate::{command, emulator, pack};

pub fn run(project: &Project) -> Counts {
    let crate_tests = step("The crate's wasm tests in Chromium", || {
        requirements::wasm_target(project)?;
        let browser = browsers::chromium(project)?;
        println!("Building the test runner");
        command::run(project.cargo().args([
            "build",
            "--quiet",
            "--package",
            "xtask",
            "--features",
            "test-runner",
            "--bin",
            "wasm-bindgen-test-runner",
        ]))?;
        Counts::of(
            project
                .cargo()
                // `--quiet` would be passed on to the runner, which does not know it.
                .args(["test", "--package", PACKAGE, "--no-fail-fast"])
                .args(["--target", "wasm32-unknown-unknown"])
                .env("CHROMEDRIVER", &browser.driver),
        )
    });
    let operations = step("Every operation against the emulator in Chromium", || {
        let browser = browsers::chromium(project)?;
        let pages = stage(project)?;
        let binary = emulator::build(project)?;
        Counts::of(&mut node::browser_tests(
            project,
            "operations",
            &browser,
            &binary,
            &pages,
        )?)
    });
    crate_tests + operations
}

/// An empty page with the packed package beside it.
fn stage(project: &Project) -> Result<PathBuf> {
    let folder = project.target.join("pages");
    pack::pack(project)?.stage(&project.root.join("tests/pages"), &folder)?;
    Ok(folder)
}
