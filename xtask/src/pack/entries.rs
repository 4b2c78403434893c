//! What is generated into `dist/`: the glue, its types, and the inlined module.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::WASM;
use super::bindgen::Glue;
use crate::command;
use crate::project::Project;

/// The generated script with the snippets it imports, as one readable module.
pub fn bundle_glue(project: &Project, glue: &Glue, folder: &Path) -> Result<()> {
    bundle(project, &glue.script, &folder.join("dist/core.js"))
}

/// What a page loads later, each as a module of its own: once it reads chains, watches one, opens a checkout or tracks an order.
pub fn bundle_later(project: &Project, folder: &Path) -> Result<()> {
    for (script, name) in [
        ("src/claim/claims.js", "claims.js"),
        ("src/watch/watch.js", "watch.js"),
        ("src/checkout/checkout.js", "checkout.js"),
    ] {
        bundle(
            project,
            &project.root.join(script),
            &folder.join("dist").join(name),
        )?;
    }
    Ok(())
}

fn bundle(project: &Project, script: &Path, bundle: &Path) -> Result<()> {
    command::read(
        project
            .npm_tool("esbuild")
            .arg(script)
            .args(["--bundle", "--format=esm", "--target=es2022"])
            .args(["--charset=utf8", "--log-level=error"])
            .arg(format!("--outfile={}", bundle.display())),
    )?;
    Ok(())
}

/// The generated types without what belongs to the glue alone.
pub fn declare(glue: &Glue, folder: &Path) -> Result<()> {
    let types = public_types(&fs::read_to_string(&glue.types)?)?;
    fs::write(folder.join("dist/core.d.ts"), types)?;
    Ok(())
}

/// Cuts the loader's own exports, and the members by which wasm-bindgen frees memory:
/// the engine does that when an object is collected, and `Symbol.dispose` asks for a newer `lib`.
fn public_types(generated: &str) -> Result<String> {
    let (public, _loader) = generated
        .split_once("export type InitInput")
        .context("wasm-bindgen's types have no `InitInput`: see where its loader begins now")?;
    let lines = public
        .lines()
        .filter(|line| !matches!(line.trim(), "free(): void;" | "[Symbol.dispose](): void;"));
    Ok(lines.collect::<Vec<_>>().join("\n").trim_end().to_owned() + "\n")
}

/// `dist/inlined.js`: the module as text, for the entry that needs no second request. Compressed first:
/// what a server's brotli makes of that is smaller than what it makes of the plain module in base64.
pub fn inline(project: &Project, folder: &Path) -> Result<()> {
    let compress =
        "zlib.deflateRawSync(fs.readFileSync(process.argv[1]), { level: 9 }).toString('base64')";
    let text = command::read(
        project
            .command("node")
            .args(["--print", compress])
            .arg(folder.join(WASM)),
    )?;
    fs::write(
        folder.join("dist/inlined.js"),
        format!("export const deflated = \"{}\";\n", text.trim()),
    )?;
    Ok(())
}
