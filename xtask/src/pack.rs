//! `cargo xtask pack`: the npm package from the library crate and `pkg-template/`.

mod bindgen;
mod entries;
mod linking;
mod notices;
mod optimize;
mod panics;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::command;
use crate::project::{PACKAGE, Project};
use crate::requirements;

/// The only wasm file of the package.
pub const WASM: &str = "dist/xsolla_liveops_bg.wasm";

/// The composed package.
#[derive(Debug)]
pub struct Package {
    pub folder: PathBuf,
}

impl Package {
    /// Lays files into a folder of their own with the package beside them, as a customer's server would have them.
    pub fn stage(&self, pages: &Path, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        copy_folder(pages, folder)?;
        copy_folder(&self.folder, &folder.join("node_modules").join(PACKAGE))
    }
}

pub fn pack(project: &Project) -> Result<Package> {
    requirements::wasm_target(project)?;
    requirements::npm_tools(project)?;

    println!("Building the library for the web");
    let module = compile(project)?;
    let glue = bindgen::generate(project, &module)?;
    linking::link(&glue)?;

    let folder = project.target.join("npm").join(PACKAGE);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy_folder(&project.root.join("pkg-template"), &folder)?;
    entries::bundle_glue(project, &glue, &folder)?;
    entries::bundle_later(project, &folder)?;
    entries::declare(&glue, &folder)?;
    optimize::optimize(project, &glue.wasm, &folder.join(WASM))?;
    entries::inline(project, &folder)?;

    write_manifest(project, &folder)?;
    for file in [
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "CHANGELOG.md",
        "SECURITY.md",
    ] {
        copy_file(&project.root.join(file), &folder.join(file))?;
    }
    fs::write(folder.join("THIRD-PARTY.md"), notices::collect(project)?)?;

    let tarball = compress(project, &folder)?;
    println!(
        "{}  {} bytes",
        project.shown(&tarball),
        fs::metadata(&tarball)?.len()
    );
    Ok(Package { folder })
}

fn compile(project: &Project) -> Result<PathBuf> {
    command::run(
        project
            .cargo()
            .args([
                "build",
                "--package",
                PACKAGE,
                "--lib",
                "--target",
                "wasm32-unknown-unknown",
                "--profile",
                "npm",
            ])
            .env("CARGO_ENCODED_RUSTFLAGS", remap_paths()?),
    )?;
    Ok(project
        .target
        .join("wasm32-unknown-unknown/npm/xsolla_liveops.wasm"))
}

/// Panics name their source file: without the folders of the machine that builds.
fn remap_paths() -> Result<String> {
    let cargo = home::cargo_home()?.join("registry/src");
    let registries =
        fs::read_dir(&cargo).with_context(|| format!("cannot read {}", cargo.display()))?;
    let remapped = registries.map(|registry| {
        Ok(format!(
            "--remap-path-prefix={}/=",
            registry?.path().display()
        ))
    });
    Ok(remapped.collect::<Result<Vec<_>>>()?.join("\x1f"))
}

/// The template's manifest with the version of Cargo's.
fn write_manifest(project: &Project, folder: &Path) -> Result<()> {
    let path = folder.join("package.json");
    let mut manifest: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    manifest
        .as_object_mut()
        .context("pkg-template/package.json is no object")?
        .insert("version".into(), project.version.clone().into());
    fs::write(&path, serde_json::to_string_pretty(&manifest)? + "\n")?;
    Ok(())
}

fn compress(project: &Project, folder: &Path) -> Result<PathBuf> {
    let place = project.target.join("npm");
    command::read(
        project
            .command("npm")
            .args(["pack", "--silent", "--ignore-scripts", "--pack-destination"])
            .arg(&place)
            .arg(folder),
    )?;
    Ok(place.join(format!("{PACKAGE}-{}.tgz", project.version)))
}

/// Copies a folder and all below it.
fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    let entries = fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))?;
    for entry in entries {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            copy_file(&entry.path(), &target)?;
        }
    }
    Ok(())
}

fn copy_file(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
