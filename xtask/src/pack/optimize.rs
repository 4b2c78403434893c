//! binaryen's `wasm-opt`, and the proof that an engine still takes what it made.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command;
use crate::project::Project;

/// rustc's defaults, one by one: with `--all-features` binaryen writes what browsers refuse.
const FEATURES: [&str; 8] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Twice, the first time on flattened code: half a kilobyte less, compressed. The lowest kilobyte of
/// memory is the end of Rust's stack, to which no field's offset is ever added.
const PASSES: [&str; 8] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "--low-memory-unused",
    "-Oz",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

pub fn optimize(project: &Project, module: &Path, to: &Path) -> Result<()> {
    command::read(
        project
            .npm_tool("wasm-opt")
            .args(FEATURES)
            .args(PASSES)
            .arg(module)
            .arg("--output")
            .arg(to),
    )?;
    command::read(
        project
            .command("node")
            .args([
                "--eval",
                "WebAssembly.compile(fs.readFileSync(process.argv[1]))",
            ])
            .arg(to),
    )
    .context("the optimized module does not compile")?;
    println!(
        "{}  {} bytes, {} before wasm-opt",
        project.shown(to),
        fs::metadata(to)?.len(),
        fs::metadata(module)?.len()
    );
    Ok(())
}
