//! How module and glue find each other: by short names, started by the package's own loader.
//!
//! wasm-bindgen's names end in 16 digits of a hash, in the module and again in the glue, each function of a
//! snippet carries its path, and its loader serves every kind of page.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, ensure};
use walrus::Module;

use super::bindgen::Glue;

/// The module in which wasm-bindgen's own imports stand; snippets are modules of their own.
const GLUE_MODULE: &str = "./core_bg.js";

/// The one module that is left.
const ONE_MODULE: &str = "g";

/// Takes the place of wasm-bindgen's loader: `pkg-template/dist/start.js` instantiates the module between the two.
const ENDS: &str = "
let wasm;
function link(exports) {
    wasm = exports;
    wasm.__wbindgen_start();
}
";

/// Rewrites the module and the script, both in place.
pub fn link(glue: &Glue) -> Result<()> {
    let mut module = Module::from_file(&glue.wasm)?;
    let mut script = fs::read_to_string(&glue.script)?;
    let snippets = shorten_imports(&mut module, &mut script)?;
    merge_modules(&mut script, &snippets)?;
    let start = cut(&script, "\nlet wasmModule, wasmInstance, wasm;")?;
    script = per_instance(&[start.0, ENDS].concat())?;
    shorten_exports(&mut module, &mut script);
    super::panics::silence(&mut module)?;
    module.emit_wasm_file(&glue.wasm)?;
    fs::write(&glue.script, script)?;
    Ok(())
}

/// Functions of snippets that the module calls without wasm-bindgen between them.
struct Snippets {
    /// The statements that import them under their short names.
    imports: String,
    /// The short names, each with a comma behind it.
    names: String,
}

fn shorten_imports(module: &mut Module, script: &mut String) -> Result<Snippets> {
    let mut snippets = Snippets {
        imports: String::new(),
        names: String::new(),
    };
    for (index, import) in module.imports.iter_mut().enumerate() {
        let short = format!("i{index}");
        if import.module == GLUE_MODULE {
            let key = format!(" {}: ", import.name);
            ensure!(
                script.matches(&key).count() == 1,
                "The glue does not name the import {} once: see how wasm-bindgen writes it now.",
                import.name
            );
            *script = script.replace(&key, &format!(" {short}: "));
        } else {
            let (name, path) = (&import.name, &import.module);
            writeln!(
                snippets.imports,
                "import {{ {name} as {short} }} from {path:?};"
            )?;
            write!(snippets.names, " {short},")?;
        }
        import.name = short;
        ONE_MODULE.clone_into(&mut import.module);
    }
    Ok(snippets)
}

/// Hands the snippets' functions over with wasm-bindgen's own, instead of a namespace for each.
fn merge_modules(script: &mut String, snippets: &Snippets) -> Result<()> {
    let (imports, functions) = cut(script, "function __wbg_get_imports() {")?;
    let imports = imports
        .lines()
        .filter(|line| !line.starts_with("import * as "));
    let imports = imports.collect::<Vec<_>>().join("\n");
    let (_, functions) = cut(functions, "__proto__: null,")?;
    let (functions, rest) = cut(functions, "\n    return {\n        __proto__: null,\n")?;
    let (_, rest) = cut(rest, "\n}\n")?;
    let Snippets {
        imports: of_snippets,
        names,
    } = snippets;
    *script = format!(
        "{of_snippets}{imports}\nfunction __wbg_get_imports() {{\n    const import0 = {{{names}{functions}\n    return import0;\n}}\n{rest}"
    );
    Ok(())
}

/// What the script keeps of an instance, its memory and its functions, becomes local to one call of `library`:
/// an instance that has failed shares nothing with the one that takes its place.
fn per_instance(script: &str) -> Result<String> {
    let (imports, functions): (Vec<_>, Vec<_>) =
        script.lines().partition(|line| line.starts_with("import "));
    let mut local = String::new();
    let mut names = String::from("imports: { g: __wbg_get_imports() }, link,");
    for line in functions {
        let Some(export) = line.strip_prefix("export ") else {
            writeln!(local, "{line}")?;
            continue;
        };
        if let Some((_, signature)) = export.split_once("function ") {
            write!(names, " {},", cut(signature, "(")?.0)?;
            writeln!(local, "{export}")?;
        } else {
            let (name, exported) = cut(export.trim_matches(['{', '}', ' ']), " as ")?;
            write!(names, " {exported}: {name},")?;
        }
    }
    let imports = imports.join("\n");
    Ok(format!(
        "{imports}\nexport function library() {{\n{local}    return {{ {names} }};\n}}\n"
    ))
}

/// Exports that the script does not name are dropped.
fn shorten_exports(module: &mut Module, script: &mut String) {
    let mut unused = Vec::new();
    for (index, export) in module.exports.iter_mut().enumerate() {
        let (short, name) = (format!("e{index}"), format!("wasm.{}", export.name));
        let mut parts = script.split(&name);
        let mut renamed = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let is_longer =
                part.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
            renamed += if is_longer { &name } else { "wasm." };
            renamed += if is_longer { "" } else { &short };
            renamed += part;
        }
        if renamed == *script {
            unused.push(export.id());
        }
        *script = renamed;
        export.name = short;
    }
    for export in unused {
        module.exports.delete(export);
    }
}

fn cut<'a>(script: &'a str, at: &str) -> Result<(&'a str, &'a str)> {
    script
        .split_once(at)
        .with_context(|| format!("The glue has no {at:?}: see how wasm-bindgen writes it now."))
}
