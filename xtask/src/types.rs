//! `cargo xtask types`: the public types held against their committed copy, and compiled.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::command;
use crate::pack::Package;
use crate::project::Project;

/// How consumers' compilers look a package up.
const RESOLUTIONS: [[&str; 2]; 3] = [
    ["node16", "node16"],
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
];

pub fn check(package: &Package, project: &Project, update: bool) -> Result<()> {
    let generated = package.folder.join("dist/core.d.ts");
    let reference = project.root.join("docs/api.d.ts");
    if update {
        fs::copy(&generated, &reference)?;
        println!("{} is up to date", project.shown(&reference));
    }
    compare(project, &reference, &generated)?;
    compile(package, project)
}

pub fn compare(project: &Project, reference: &Path, generated: &Path) -> Result<()> {
    let difference = command::run(
        project
            .command("git")
            .args(["--no-pager", "diff", "--no-index", "--exit-code"])
            .arg(reference)
            .arg(generated),
    );
    if difference.is_err() {
        bail!(
            "The package's types differ from docs/api.d.ts: if that is meant, run `cargo xtask types --update` and commit it."
        );
    }
    Ok(())
}

/// The type tests, in a folder that holds the package as a consumer's would.
pub fn compile(package: &Package, project: &Project) -> Result<()> {
    let folder = project.target.join("types");
    package.stage(&project.root.join("tests/types"), &folder)?;
    for [module, resolution] in RESOLUTIONS {
        command::run(project.npm_tool("tsc").arg("--project").arg(&folder).args([
            "--module",
            module,
            "--moduleResolution",
            resolution,
        ]))?;
    }
    println!("The type tests compile under node16, nodenext and bundler resolution");
    Ok(())
}
