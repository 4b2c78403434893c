//! What a task needs on the machine: installed where that is possible, asked for in one sentence where it is not.

pub mod browsers;

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::command;
use crate::project::Project;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// The Rust target that the library is compiled to.
pub fn wasm_target(project: &Project) -> Result<()> {
    let sysroot = command::read(project.command("rustc").args(["--print", "sysroot"]))?;
    let libraries = Path::new(sysroot.trim()).join("lib/rustlib");
    if libraries.join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    println!("Installing the Rust target {WASM_TARGET}");
    let mut add = project.command("rustup");
    add.args(["target", "add", WASM_TARGET]);
    if command::run(&mut add).is_err() {
        bail!(
            "The Rust target {WASM_TARGET} is missing: run `{}`, then this again.",
            command::describe(&add)
        );
    }
    Ok(())
}

/// Node.js and the packages of the lock file.
pub fn npm_tools(project: &Project) -> Result<()> {
    node(project)?;
    let locked = fs::read(project.root.join("package-lock.json"))?;
    let stamp = project.root.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == locked) {
        return Ok(());
    }
    println!("Installing the npm tooling");
    // No package here needs its install script, so none is run.
    let mut install = project.command("npm");
    install.args([
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]);
    if command::run(&mut install).is_err() {
        bail!(
            "The npm tooling could not be installed: run `{}`, then this again.",
            command::describe(&install)
        );
    }
    fs::write(stamp, locked)?;
    Ok(())
}

fn node(project: &Project) -> Result<()> {
    let major = command::read(project.command("node").arg("--version"))
        .ok()
        .and_then(|version| {
            let number = version.trim().trim_start_matches('v').split('.').next()?;
            number.parse::<u32>().ok()
        });
    let npm = command::read(project.command("npm").arg("--version"));
    if major.is_none_or(|major| major < OLDEST_NODE) || npm.is_err() {
        bail!(
            "Node.js {OLDEST_NODE} or newer with npm is missing: install it from https://nodejs.org, then run this again."
        );
    }
    Ok(())
}

/// `cargo fmt` and `cargo clippy`.
pub fn rust_components(project: &Project) -> Result<()> {
    let present = |name| command::read(project.cargo().args([name, "--version"])).is_ok();
    if present("fmt") && present("clippy") {
        return Ok(());
    }
    println!("Installing rustfmt and clippy");
    let mut add = project.command("rustup");
    add.args(["component", "add", "rustfmt", "clippy"]);
    if command::run(&mut add).is_err() {
        bail!(
            "rustfmt and clippy are missing: run `{}`, then this again.",
            command::describe(&add)
        );
    }
    Ok(())
}
