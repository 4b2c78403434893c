//! The part that needs no browser.

use std::process::Command;

use super::counts::Counts;
use super::{node, step};
use crate::project::{PACKAGE, Project};
use crate::{command, pack, requirements, size, types};

pub fn run(project: &Project) -> Counts {
    let mut counts = step("Format", || {
        requirements::rust_components(project)?;
        check(
            project
                .cargo()
                .args(["fmt", "--all", "--", "--check", "-l"]),
        )
    });
    counts = counts
        + step("Lints, native", || {
            check(&mut clippy(project, &["--workspace"]))
        });
    counts = counts
        + step("Lints, wasm", || {
            requirements::wasm_target(project)?;
            let target = ["--package", PACKAGE, "--target", "wasm32-unknown-unknown"];
            check(&mut clippy(project, &target))
        });
    counts = counts
        + step("Rust tests", || {
            Counts::of(
                project
                    .cargo()
                    .args(["test", "--quiet", "--workspace", "--no-fail-fast"]),
            )
        });
    counts + packed(project)
}

/// What is checked on the composed package.
fn packed(project: &Project) -> Counts {
    let mut package = None;
    let mut counts = step("Package", || {
        package = Some(pack::pack(project)?);
        Ok(Counts::success())
    });
    if let Some(package) = &package {
        counts = counts
            + step("Types", || {
                types::check(package, project, false)?;
                Ok(Counts::success())
            });
        counts = counts
            + step("The package in Node", || {
                let mut run = node::tests(project, "package")?;
                Counts::of(run.env("LIVEOPS_PACKAGE", &package.folder))
            });
        counts = counts
            + step("Sizes", || {
                size::check(package, project)?;
                Ok(Counts::success())
            });
    }
    counts
}

fn clippy(project: &Project, scope: &[&str]) -> Command {
    let mut command = project.cargo();
    command
        .args(["clippy", "--quiet", "--all-targets"])
        .args(scope)
        .args(["--", "--deny", "warnings"]);
    command
}

fn check(command: &mut Command) -> anyhow::Result<Counts> {
    command::run(command)?;
    Ok(Counts::success())
}
