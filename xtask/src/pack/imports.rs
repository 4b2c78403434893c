//! Short names for what the module imports from its glue.
//!
//! wasm-bindgen's names end in 16 digits of a hash, in the module and again in the glue: a fifth of
//! what a page downloads of the glue, and nobody reads them.

use std::fs;

use anyhow::{Result, ensure};
use walrus::Module;

use super::bindgen::Glue;

/// The module in which wasm-bindgen's own imports stand; snippets are modules of their own.
const GLUE_MODULE: &str = "./core_bg.js";

/// Renames the imports in the module and in the script, both in place.
pub fn shorten(glue: &Glue) -> Result<()> {
    let mut module = Module::from_file(&glue.wasm)?;
    let mut script = fs::read_to_string(&glue.script)?;
    let own = module
        .imports
        .iter_mut()
        .filter(|import| import.module == GLUE_MODULE);
    for (index, import) in own.enumerate() {
        let key = format!(" {}: ", import.name);
        ensure!(
            script.matches(&key).count() == 1,
            "The glue does not name the import {} once: see how wasm-bindgen writes it now.",
            import.name
        );
        import.name = format!("i{index}");
        script = script.replace(&key, &format!(" {}: ", import.name));
    }
    super::panics::silence(&mut module)?;
    module.emit_wasm_file(&glue.wasm)?;
    fs::write(&glue.script, script)?;
    Ok(())
}
