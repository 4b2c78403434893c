//! The `wasm-bindgen` command of exactly the version in Cargo.lock, for wasm-pack to find on the PATH.

fn main() -> anyhow::Result<()> {
    env_logger::init();
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os())
}
