//! Runs the crate's wasm tests in a browser, with the wasm-bindgen version in Cargo.lock.

use std::env;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Command, ExitCode};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

/// Where the test page is served; wasm-bindgen's runner reads it too.
const ADDRESS: &str = "WASM_BINDGEN_TEST_ADDRESS";
const NUDGE: Duration = Duration::from_millis(100);

fn main() -> Result<ExitCode> {
    match env::var(ADDRESS) {
        Ok(address) => {
            let address = address.parse().context(ADDRESS)?;
            thread::spawn(move || keep_nudging(address));
            wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(_) => run_with_address(free_address()?),
    }
}

/// This program again, told where to serve the page.
fn run_with_address(address: SocketAddr) -> Result<ExitCode> {
    let status = Command::new(env::current_exe()?)
        .args(env::args_os().skip(1))
        .env(ADDRESS, address.to_string())
        .status()?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?)
}

/// The page's server (`tiny_http` 0.12) may leave one of two connections that arrive at once waiting until some other one
/// ends, and a browser's do not end: the page then never loads. Connections that end let it look again.
fn keep_nudging(address: SocketAddr) {
    loop {
        drop(TcpStream::connect(address));
        thread::sleep(NUDGE);
    }
}
