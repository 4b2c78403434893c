//! wasm-bindgen, as a library: the compiled module into a module and the JavaScript that calls it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

use crate::project::Project;

/// What wasm-bindgen made, in a folder of its own with the snippets that the script imports.
#[derive(Debug)]
pub struct Glue {
    pub script: PathBuf,
    pub types: PathBuf,
    pub wasm: PathBuf,
}

pub fn generate(project: &Project, module: &Path) -> Result<Glue> {
    let folder = project.target.join("npm/glue");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Bindgen::new()
        .input_path(module)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        // Whatever runs a module with reference types has it.
        .encode_into(EncodeInto::Always)
        .out_name("core")
        .generate(&folder)
        .context("wasm-bindgen refused the module")?;
    let glue = Glue {
        script: folder.join("core.js"),
        types: folder.join("core.d.ts"),
        wasm: folder.join("core_bg.wasm"),
    };
    // A module stripped too early loses its target features, and wasm-bindgen then falls back
    // to a slower calling convention without a word.
    ensure!(
        fs::read_to_string(&glue.script)?.contains("externref"),
        "The glue does not use externref: the profile `npm` must keep `strip = \"none\"`."
    );
    Ok(glue)
}
