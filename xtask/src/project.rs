//! Where the project's things are, as Cargo tells it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;

/// The name of the library crate and of the npm package.
pub const PACKAGE: &str = "xsolla-liveops";

/// The workspace: its root, its target folder, and the library's version.
#[derive(Debug)]
pub struct Project {
    pub root: PathBuf,
    pub target: PathBuf,
    pub version: String,
}

impl Project {
    pub fn open() -> Result<Self> {
        let metadata = MetadataCommand::new().no_deps().exec()?;
        let library = metadata
            .packages
            .iter()
            .find(|package| package.name.as_str() == PACKAGE)
            .with_context(|| format!("the workspace has no package {PACKAGE}"))?;
        Ok(Self {
            version: library.version.to_string(),
            root: metadata.workspace_root.into(),
            target: metadata.target_directory.into(),
        })
    }

    pub fn cargo(&self) -> Command {
        self.command("cargo")
    }

    /// A program that runs in the project's root.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// A program of the locked npm tooling.
    pub fn npm_tool(&self, name: &str) -> Command {
        let mut command = self.command("npx");
        command.args(["--no", "--", name]);
        command
    }

    /// A path to show: relative to the root where it lies inside.
    pub fn shown<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
