//! Browsers for the tests, and the program that drives each of them.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::command;
use crate::project::Project;

/// Built from its source, which every platform can; Debian has no package of it.
const GECKODRIVER: &str = "0.37.1";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// A browser and the driver that goes with it.
#[derive(Debug)]
pub struct Browser {
    pub engine: Engine,
    pub binary: PathBuf,
    pub driver: PathBuf,
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, formatter)
    }
}

impl Engine {
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The variables that may name its program and its driver.
    fn variables(self) -> [&'static str; 2] {
        match self {
            Self::Chromium => ["CHROME", "CHROMEDRIVER"],
            Self::Firefox => ["FIREFOX", "GECKODRIVER"],
            Self::WebKit => ["MINIBROWSER", "WEBKITDRIVER"],
        }
    }

    fn debian_packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }

    fn binary(self) -> Option<PathBuf> {
        let [variable, _] = self.variables();
        let names: &[&str] = match self {
            Self::Chromium => &[
                "chromium",
                "chromium-browser",
                "google-chrome",
                "google-chrome-stable",
            ],
            Self::Firefox => &["firefox-esr", "firefox"],
            // It has no headless mode, so it needs a screen to draw on.
            Self::WebKit => return which::which("xvfb-run").ok().and(mini_browser(variable)),
        };
        find(variable, names)
    }

    fn driver(self, project: &Project) -> Option<PathBuf> {
        let [_, variable] = self.variables();
        match self {
            Self::Chromium => find(variable, &["chromedriver"]),
            Self::Firefox => find(variable, &["geckodriver"])
                .or_else(|| Some(geckodriver(project)).filter(|path| path.exists())),
            Self::WebKit => find(variable, &["WebKitWebDriver"]),
        }
    }
}

/// The browsers, each with its driver: what their variables name, else what is installed, else what can be installed here.
pub fn browsers(project: &Project, engines: &[Engine]) -> Result<Vec<Browser>> {
    install_debian_packages(project, engines)?;
    engines
        .iter()
        .map(|engine| browser(project, *engine))
        .collect()
}

pub fn chromium(project: &Project) -> Result<Browser> {
    install_debian_packages(project, &[Engine::Chromium])?;
    browser(project, Engine::Chromium)
}

fn browser(project: &Project, engine: Engine) -> Result<Browser> {
    let [binary, driver] = engine.variables();
    if engine == Engine::Firefox && engine.driver(project).is_none() {
        build_geckodriver(project)?;
    }
    let found = engine.binary().zip(engine.driver(project));
    let (binary, driver) = found.with_context(|| {
        format!(
            "{engine} or its driver is missing: install both (on Debian `sudo apt-get install {}`) or name them in {binary} and {driver}, then run this again.",
            engine.debian_packages().join(" ")
        )
    })?;
    Ok(Browser {
        engine,
        binary,
        driver,
    })
}

/// Root on Debian gets what is missing, in one call.
fn install_debian_packages(project: &Project, engines: &[Engine]) -> Result<()> {
    let missing: Vec<&str> = engines
        .iter()
        .filter(|engine| !is_complete(project, **engine))
        .flat_map(|engine| engine.debian_packages())
        .copied()
        .collect();
    if missing.is_empty() || !may_install_on_debian(project) {
        return Ok(());
    }
    println!("Installing {}", missing.join(", "));
    let apt = || {
        let mut apt = project.command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        apt
    };
    command::read(apt().arg("update"))?;
    command::read(
        apt()
            .args(["install", "--yes", "--no-install-recommends"])
            .args(missing),
    )?;
    Ok(())
}

/// Whether Debian's part of it is there.
fn is_complete(project: &Project, engine: Engine) -> bool {
    engine.binary().is_some() && (engine == Engine::Firefox || engine.driver(project).is_some())
}

fn may_install_on_debian(project: &Project) -> bool {
    let user = command::read(project.command("id").arg("-u"));
    Path::new("/etc/debian_version").exists() && user.is_ok_and(|id| id.trim() == "0")
}

fn geckodriver(project: &Project) -> PathBuf {
    project
        .target
        .join("tools/bin")
        .join(format!("geckodriver{}", env::consts::EXE_SUFFIX))
}

fn build_geckodriver(project: &Project) -> Result<()> {
    println!("Building geckodriver {GECKODRIVER}");
    let mut install = project.cargo();
    install
        .args(["install", "--quiet", "--locked", "--debug", "--root"])
        .arg(project.target.join("tools"))
        .args(["--version", GECKODRIVER, "geckodriver"]);
    if command::run(&mut install).is_err() {
        bail!(
            "geckodriver is missing: run `{}`, or name one in GECKODRIVER, then run this again.",
            command::describe(&install)
        );
    }
    Ok(())
}

/// Debian keeps it in a folder of the machine's architecture.
fn mini_browser(variable: &str) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Some(path.into());
    }
    let folders = Path::new("/usr/lib").read_dir().ok()?;
    folders
        .filter_map(|folder| Some(folder.ok()?.path().join("webkit2gtk-4.1/MiniBrowser")))
        .find(|path| path.exists())
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    match env::var_os(variable) {
        Some(path) => Some(path.into()),
        None => names.iter().find_map(|name| which::which(name).ok()),
    }
}
