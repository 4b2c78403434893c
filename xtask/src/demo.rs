//! `cargo xtask demo`: the storefront on a running emulator.

use std::net::TcpListener;
use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::emulator::{self, Emulator};
use crate::pack;
use crate::project::Project;

#[derive(Debug, Args)]
pub struct Options {
    /// The storefront's port; the API and Pay Station take the next two. 0 takes free ones
    #[arg(long, default_value_t = 8787)]
    port: u16,
}

pub fn demo(project: &Project, options: &Options) -> Result<()> {
    require_free_ports(options.port)?;
    let storefront = stage(project)?;
    let binary = emulator::build(project)?;
    let emulator = Emulator::start(&binary, options.port, &storefront)?;
    println!(
        "\nThe storefront is open at {}\nIts emulator answers at {}. Ctrl-C ends both.",
        emulator.storefront, emulator.api
    );
    emulator.wait_until_interrupted()
}

fn require_free_ports(first: u16) -> Result<()> {
    if first == 0 {
        return Ok(());
    }
    for port in first..=first.saturating_add(2) {
        if TcpListener::bind(("127.0.0.1", port)).is_err() {
            bail!(
                "Port {port} is taken: end what uses it, or run `cargo xtask demo --port 0` for free ports."
            );
        }
    }
    Ok(())
}

/// The storefront's files with the packed package beside them.
pub fn stage(project: &Project) -> Result<PathBuf> {
    let folder = project.target.join("www");
    pack::pack(project)?.stage(&project.root.join("www-demo"), &folder)?;
    Ok(folder)
}
