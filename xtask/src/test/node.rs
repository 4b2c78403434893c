//! The tests that Node runs, a folder each under `tests/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::requirements::browsers::{Browser, Engine};

/// Node's test runner over the files of one folder.
pub fn tests(project: &Project, folder: &str) -> Result<Command> {
    let place = project.root.join("tests").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&place)
        .with_context(|| format!("cannot read {}", place.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<_>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();

    let mut command = project.command("node");
    command
        .args([
            "--test",
            "--test-reporter=spec",
            "--test-reporter-destination=stdout",
        ])
        .args(files);
    Ok(command)
}

/// The same, with what `tests/browser/` needs to start an emulator and a browser on a folder of pages.
pub fn browser_tests(
    project: &Project,
    folder: &str,
    browser: &Browser,
    emulator: &Path,
    pages: &Path,
) -> Result<Command> {
    let mut command = on_a_screen(browser.engine, tests(project, folder)?);
    command
        .env("LIVEOPS_EMULATOR", emulator)
        .env("LIVEOPS_PAGES", pages)
        .env("LIVEOPS_SCREENSHOTS", project.target.join("screenshots"));
    name_browser(&mut command, browser);
    Ok(command)
}

/// Tells a program which browser to open.
pub fn name_browser(command: &mut Command, browser: &Browser) {
    command
        .env("LIVEOPS_BROWSER", browser.engine.to_string().to_lowercase())
        .env("LIVEOPS_BROWSER_BINARY", &browser.binary)
        .env("LIVEOPS_BROWSER_DRIVER", &browser.driver);
}

/// `WebKit`'s browser has no headless mode.
fn on_a_screen(engine: Engine, command: Command) -> Command {
    if engine != Engine::WebKit {
        return command;
    }
    let mut screen = Command::new("xvfb-run");
    screen
        .args(["--auto-servernum", "--server-args=-screen 0 1600x1200x24"])
        .arg(command.get_program())
        .args(command.get_args());
    if let Some(folder) = command.get_current_dir() {
        screen.current_dir(folder);
    }
    screen
}
