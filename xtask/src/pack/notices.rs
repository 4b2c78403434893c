//! The licences of the crates that are compiled into the wasm file.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io;

use anyhow::{Context, Result};
use cargo_metadata::{
    DependencyKind, Metadata, MetadataCommand, Node, Package, PackageId, TargetKind,
};

use crate::project::{PACKAGE, Project};

const INTRODUCTION: &str = "# Third-party notices\n\n\
    The wasm file contains code of the Rust standard library (MIT OR Apache-2.0, the Rust Project\n\
    contributors) and of these crates:\n\n";

pub fn collect(project: &Project) -> Result<String> {
    let metadata = MetadataCommand::new()
        .manifest_path(project.root.join("Cargo.toml"))
        .other_options(vec!["--filter-platform=wasm32-unknown-unknown".into()])
        .exec()?;
    let crates = compiled_in(&metadata)?;

    let mut notices = INTRODUCTION.to_owned();
    for package in &crates {
        let licence = package
            .license
            .as_deref()
            .with_context(|| format!("the crate {} names no licence", package.name))?;
        writeln!(notices, "- {} {}: {licence}", package.name, package.version)?;
    }
    for (text, names) in texts(&crates)? {
        write!(
            notices,
            "\n## {}\n\n```text\n{}\n```\n",
            names.join(", "),
            text.trim_matches('\n')
        )?;
    }
    Ok(notices)
}

/// The library's normal dependencies, to the end; what a macro crate needs never reaches the wasm.
fn compiled_in(metadata: &Metadata) -> Result<Vec<&Package>> {
    let packages: HashMap<&PackageId, &Package> = metadata
        .packages
        .iter()
        .map(|package| (&package.id, package))
        .collect();
    let nodes: HashMap<&PackageId, &Node> = metadata
        .resolve
        .iter()
        .flat_map(|resolve| &resolve.nodes)
        .map(|node| (&node.id, node))
        .collect();
    let library = metadata
        .packages
        .iter()
        .find(|package| package.name.as_str() == PACKAGE)
        .with_context(|| format!("the workspace has no package {PACKAGE}"))?;

    let mut found = BTreeMap::new();
    let mut seen = BTreeSet::from([&library.id]);
    let mut open = vec![&library.id];
    while let Some(id) = open.pop() {
        for dependency in nodes.get(id).iter().flat_map(|node| &node.deps) {
            let normal = dependency
                .dep_kinds
                .iter()
                .any(|kind| kind.kind == DependencyKind::Normal);
            let package = packages
                .get(&dependency.pkg)
                .with_context(|| format!("no metadata of {}", dependency.pkg))?;
            if normal && !is_macro(package) && seen.insert(&dependency.pkg) {
                found.insert((package.name.to_string(), &package.version), *package);
                open.push(&dependency.pkg);
            }
        }
    }
    Ok(found.into_values().collect())
}

fn is_macro(package: &Package) -> bool {
    package
        .targets
        .iter()
        .any(|target| target.kind.contains(&TargetKind::ProcMacro))
}

/// Each licence text once, with the crates it belongs to; the MIT text where there is a choice.
fn texts(crates: &[&Package]) -> Result<BTreeMap<String, Vec<String>>> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in crates {
        let folder = package
            .manifest_path
            .parent()
            .with_context(|| format!("{} has no folder", package.name))?;
        let names: Vec<String> = fs::read_dir(folder)?
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<_>>()?;
        let licence = names
            .iter()
            .filter(|name| name.to_uppercase().starts_with("LICENSE"))
            .min_by_key(|name| (!name.to_uppercase().contains("MIT"), *name));
        if let Some(name) = licence {
            let text = fs::read_to_string(folder.join(name))?.replace("\r\n", "\n");
            texts
                .entry(text)
                .or_default()
                .push(package.name.to_string());
        }
    }
    Ok(texts)
}
