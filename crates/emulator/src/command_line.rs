//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::server::{Options, ServeError, serve};

#[derive(Parser)]
#[command(version, about, arg_required_else_help = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API, the Pay Station and a storefront on this machine.
    Serve {
        /// The storefront's port; the API and the Pay Station take the next two. 0 takes free ones.
        #[arg(long, default_value_t = 8787)]
        port: u16,
        /// The file that keeps the game; without it, the game lives in memory.
        #[arg(long, value_name = "FILE")]
        data: Option<PathBuf>,
        /// The game a new database starts with; without it, the one that is built in.
        #[arg(long, value_name = "FILE")]
        seed: Option<PathBuf>,
        /// The folder the storefront's origin serves.
        #[arg(long, value_name = "DIR")]
        www: Option<PathBuf>,
        /// What goes wrong from the start: the rules that PUT /_emulator/faults takes.
        #[arg(long, value_name = "FILE")]
        faults: Option<PathBuf>,
        /// Check the signature of user tokens: only those minted here are accepted.
        #[arg(long)]
        strict_auth: bool,
    },
}

/// Runs the program: 0 when it was told to end, 2 when something it was given cannot be used, 1 otherwise.
#[must_use]
pub fn run() -> ExitCode {
    let Command::Serve {
        port,
        data,
        seed,
        www,
        faults,
        strict_auth,
    } = CommandLine::parse().command;
    let options = Options {
        port,
        data,
        seed,
        www,
        faults,
        strict_auth,
    };
    let served = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(ServeError::Io)
        .and_then(|runtime| {
            let served = runtime.block_on(serve(options));
            runtime.shutdown_background();
            served
        });
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("liveops-emulator: {error}");
            match error {
                ServeError::Io(_) | ServeError::StoreEnded => ExitCode::FAILURE,
                _ => ExitCode::from(2),
            }
        }
    }
}
