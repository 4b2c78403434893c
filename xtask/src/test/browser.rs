//! The part in a real browser: the crate's wasm tests, and every operation against the emulator.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::counts::Counts;
use super::{node, step};
use crate::project::{PACKAGE, Project};
use crate::requirements::Browser;
use crate::{command, emulator, pack, requirements};

/// How often a run is made in which no test begins.
const ATTEMPTS: u32 = 4;

pub fn run(project: &Project) -> Counts {
    let in_the_crate = step("The crate's wasm tests in Chromium", || {
        requirements::wasm_target(project)?;
        let browser = requirements::browser(project)?;
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
        crate_tests(project, &browser)
    });
    let operations = step("Every operation against the emulator in Chromium", || {
        let browser = requirements::browser(project)?;
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
    in_the_crate + operations
}

/// The server of wasm-bindgen's test runner may leave one of a browser's connections unread, when two
/// come at once while one of its threads is idle: then the page never loads, no test begins, and the run is made anew.
fn crate_tests(project: &Project, browser: &Browser) -> Result<Counts> {
    let mut attempt = 1;
    loop {
        let counts = Counts::of(
            project
                .cargo()
                // `--quiet` would be passed on to the runner, which does not know it.
                .args(["test", "--package", PACKAGE, "--no-fail-fast"])
                .args(["--target", "wasm32-unknown-unknown"])
                .env("CHROMEDRIVER", &browser.driver),
        );
        if counts.is_ok() || attempt == ATTEMPTS {
            return counts;
        }
        println!("No test began: attempt {attempt} of {ATTEMPTS}");
        attempt += 1;
    }
}

/// An empty page with the packed package beside it.
fn stage(project: &Project) -> Result<PathBuf> {
    let package = pack::pack(project)?;
    let folder = project.target.join("pages");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    pack::copy_folder(&project.root.join("tests/pages"), &folder)?;
    pack::copy_folder(&package.folder, &folder.join("node_modules").join(PACKAGE))?;
    Ok(folder)
}
