//! Panics without their message.
//!
//! On this target nothing prints a panic's message: a page sees a trap, whatever it says. Formatting
//! it is compiled in all the same, a twentieth of the download. Here what every panic ends in traps
//! at once; `wasm-opt` then drops all that only led there. The names of source files stay behind in
//! the module's data and are blanked, which compresses to nothing.

use anyhow::{Result, ensure};
use std::collections::HashSet;
use walrus::ir::{Visitor, dfs_in_order};
use walrus::{
    ElementItems, ExportItem, Function, FunctionBuilder, FunctionId, FunctionKind, Module,
};

/// What every panic goes through: formatted ones, plain ones, and running out of memory.
const ENDS: [&str; 3] = [
    "core::panicking::panic_fmt",
    "std::panicking::panic_with_hook",
    "alloc::alloc::handle_alloc_error",
];

pub fn silence(module: &mut Module) -> Result<()> {
    for end in ENDS {
        let function = named(module, end);
        ensure!(
            function.is_some(),
            "The module has no function {end}: see how a panic ends now."
        );
        if let Some(function) = function {
            trap(module, function);
        }
    }
    drop_formatting(module)?;
    let data: Vec<_> = module.data.iter().map(walrus::Data::id).collect();
    for data in data {
        blank_source_files(&mut module.data.get_mut(data).value);
    }
    Ok(())
}

/// What formats stands in tables of methods, which `wasm-opt` cannot see through. It may go only
/// while nothing calls it directly: then nothing reaches those tables either.
fn drop_formatting(module: &mut Module) -> Result<()> {
    let formats = |function: &Function| {
        let name = plain_name(function);
        name.contains("fmt::") || name.contains("panicking::panic_handler")
    };
    let formatting: Vec<_> = module
        .funcs
        .iter()
        .filter(|it| formats(it))
        .map(Function::id)
        .collect();
    let reached = reached(module, |function| !formatting.contains(&function));
    for function in formatting {
        ensure!(
            !reached.contains(&function),
            "The library formats text, through {}: put it together by `rules::text`.",
            plain_name(module.funcs.get(function))
        );
        trap(module, function);
    }
    Ok(())
}

/// The functions that calls lead to: from outside, and from the tables as far as `counts` says.
fn reached(module: &Module, counts: impl Fn(FunctionId) -> bool) -> HashSet<FunctionId> {
    let exported = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        });
    let mut open: Vec<_> = exported.chain(module.start).collect();
    for element in module.elements.iter() {
        if let ElementItems::Functions(functions) = &element.items {
            open.extend(
                functions
                    .iter()
                    .copied()
                    .filter(|function| counts(*function)),
            );
        }
    }
    let mut reached = HashSet::new();
    while let Some(function) = open.pop() {
        if !reached.insert(function) {
            continue;
        }
        if let FunctionKind::Local(local) = &module.funcs.get(function).kind {
            let mut calls = Calls(&mut open);
            dfs_in_order(&mut calls, local, local.entry_block());
        }
    }
    reached
}

struct Calls<'a>(&'a mut Vec<FunctionId>);

impl Visitor<'_> for Calls<'_> {
    fn visit_function_id(&mut self, function: &FunctionId) {
        self.0.push(*function);
    }
}

fn named(module: &Module, name: &str) -> Option<FunctionId> {
    let mut functions = module.funcs.iter();
    functions
        .find(|function| plain_name(function) == name)
        .map(Function::id)
}

/// Names carry hashes: `core[5930c85a12de822]::panicking::panic_fmt`.
fn plain_name(function: &Function) -> String {
    let mut plain = String::new();
    for part in function.name.as_deref().unwrap_or_default().split('[') {
        plain.push_str(part.split_once(']').map_or(part, |(_, rest)| rest));
    }
    plain
}

fn trap(module: &mut Module, function: FunctionId) {
    let ty = module.types.get(module.funcs.get(function).ty());
    let (parameters, results) = (ty.params().to_vec(), ty.results().to_vec());
    let arguments = parameters.iter().map(|ty| module.locals.add(*ty)).collect();
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    module.funcs.get_mut(function).kind = FunctionKind::Local(builder.local_func(arguments));
}

/// Blanks `/rustc/…/file.rs` and `src/…/file.rs`. Texts stand side by side without a mark between
/// them, so a path begins nowhere else.
fn blank_source_files(data: &mut [u8]) {
    let is_of_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    for root in ["/rustc/", "src/"] {
        let mut from = 0;
        while let Some(start) = find(data, root, from) {
            from = start + root.len();
            let rest = data.get(from..).unwrap_or_default();
            let path = rest.iter().take_while(|byte| is_of_path(byte)).count();
            let end = find(rest.get(..path).unwrap_or_default(), ".rs", 0);
            if let Some(file) = end.and_then(|end| data.get_mut(start..from + end + 3)) {
                file.fill(0);
            }
        }
    }
}

fn find(data: &[u8], text: &str, from: usize) -> Option<usize> {
    let mut windows = data.get(from..)?.windows(text.len());
    windows
        .position(|window| window == text.as_bytes())
        .map(|found| from + found)
}
