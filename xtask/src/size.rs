//! `cargo xtask size`: what a page downloads before its first call, held against `size-budget.json`.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::command;
use crate::pack::Package;
use crate::project::Project;

#[derive(Debug, Deserialize)]
struct Measured {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

pub fn check(package: &Package, project: &Project) -> Result<()> {
    let measured = measure(package, project)?;
    println!(
        "{:<16}{:>10}{:>10}{:>10}",
        "bytes", "raw", "gzip -9", "brotli 11"
    );
    for Measured {
        name,
        raw,
        gzip,
        brotli,
    } in &measured
    {
        println!("{name:<16}{raw:>10}{gzip:>10}{brotli:>10}");
    }

    let budget = fs::read_to_string(project.root.join("size-budget.json"))?;
    let budget: BTreeMap<String, u64> =
        serde_json::from_str(&budget).context("size-budget.json")?;
    let mut over = Vec::new();
    for (entry, allowed) in &budget {
        let size = measured
            .iter()
            .find(|measured| measured.name == *entry)
            .with_context(|| format!("size-budget.json names {entry}, which is not measured"))?;
        if size.brotli > *allowed {
            over.push(format!(
                "{entry} is {} bytes above its budget of {allowed}",
                size.brotli - allowed
            ));
        }
    }
    if !over.is_empty() {
        bail!(
            "{}: make it smaller, or change size-budget.json and say in docs/size.md what the bytes are.",
            over.join(", ")
        );
    }
    Ok(())
}

fn measure(package: &Package, project: &Project) -> Result<Vec<Measured>> {
    let script = project.root.join("xtask/src/size/measure.mjs");
    let table = command::read(project.command("node").arg(script).arg(&package.folder))?;
    serde_json::from_str(&table).context("what measure.mjs printed")
}
