//! A running emulator: built as it is shipped, started, read until it is ready, and ended with us.

use std::io::{BufRead, BufReader, Lines};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use crate::command;
use crate::project::Project;

/// The emulator's program.
pub fn build(project: &Project) -> Result<PathBuf> {
    println!("Building the emulator");
    command::run(
        project
            .cargo()
            .args(["build", "--release", "--package", "liveops-emulator"]),
    )?;
    Ok(project
        .target
        .join("release")
        .join(format!("liveops-emulator{}", std::env::consts::EXE_SUFFIX)))
}

/// An emulator that accepts requests. Dropping it ends it.
#[derive(Debug)]
pub struct Emulator {
    pub storefront: String,
    pub api: String,
    process: Arc<Mutex<Child>>,
    output: Lines<BufReader<ChildStdout>>,
}

impl Emulator {
    pub fn start(binary: &Path, port: u16, storefront: &Path) -> Result<Self> {
        let mut process = Command::new(binary)
            .args(["serve", "--port", &port.to_string(), "--www"])
            .arg(storefront)
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} cannot be run", binary.display()))?;
        let output = process
            .stdout
            .take()
            .context("the emulator has no output")?;
        let mut emulator = Self {
            storefront: String::new(),
            api: String::new(),
            process: Arc::new(Mutex::new(process)),
            output: BufReader::new(output).lines(),
        };
        emulator.read_addresses()?;
        Ok(emulator)
    }

    fn read_addresses(&mut self) -> Result<()> {
        for line in &mut self.output {
            let line = line?;
            match line.split_whitespace().collect::<Vec<_>>()[..] {
                ["ready"] => return Ok(()),
                ["storefront", url] => url.clone_into(&mut self.storefront),
                ["api", url] => url.clone_into(&mut self.api),
                _ => {}
            }
        }
        bail!("The emulator ended before it was ready.")
    }

    /// Returns when the terminal or the system asks to end; fails when the emulator ends by itself.
    pub fn wait_until_interrupted(mut self) -> Result<()> {
        let interrupted = Arc::new(AtomicBool::new(false));
        let (process, flag) = (Arc::clone(&self.process), Arc::clone(&interrupted));
        ctrlc::set_handler(move || {
            flag.store(true, Ordering::SeqCst);
            end(&process);
        })?;
        // The emulator's end closes its output.
        for line in &mut self.output {
            println!("{}", line?);
        }
        if !interrupted.load(Ordering::SeqCst) {
            bail!("The emulator ended by itself.");
        }
        Ok(())
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        end(&self.process);
    }
}

/// Ends the process, which may have ended by the same Ctrl-C before.
fn end(process: &Mutex<Child>) {
    let mut process = process.lock().unwrap_or_else(PoisonError::into_inner);
    drop(process.kill());
    drop(process.wait());
}
