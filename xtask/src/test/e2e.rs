//! The part that plays the storefront from end to end.

use std::path::PathBuf;

use anyhow::Result;

use super::counts::Counts;
use super::{node, step};
use crate::project::Project;
use crate::requirements::browsers::{self, Browser, Engine};
use crate::{demo, emulator};

/// What the storefront is played with.
struct Stage {
    browsers: Vec<Browser>,
    emulator: PathBuf,
    storefront: PathBuf,
}

pub fn run(project: &Project) -> Counts {
    let mut stage = None;
    let prepared = step("Browsers and storefront", || {
        stage = Some(Stage {
            browsers: browsers::browsers(project, &Engine::ALL)?,
            storefront: demo::stage(project)?,
            emulator: emulator::build(project)?,
        });
        Ok(Counts::default())
    });
    prepared + stage.map_or_else(Counts::default, |stage| play(project, &stage))
}

/// Chromium plays everything, each other browser what is bought and paid.
fn play(project: &Project, stage: &Stage) -> Counts {
    stage
        .browsers
        .iter()
        .flat_map(|browser| {
            let folders: &[&str] = match browser.engine {
                Engine::Chromium => &["e2e", "e2e/purchase"],
                Engine::Firefox | Engine::WebKit => &["e2e/purchase"],
            };
            folders.iter().map(move |folder| (browser, *folder))
        })
        .map(|(browser, folder)| {
            step(&format!("tests/{folder} in {}", browser.engine), || {
                run_folder(project, stage, browser, folder)
            })
        })
        .sum()
}

fn run_folder(project: &Project, stage: &Stage, browser: &Browser, folder: &str) -> Result<Counts> {
    let Stage {
        emulator,
        storefront,
        ..
    } = stage;
    Counts::of(&mut node::browser_tests(
        project, folder, browser, emulator, storefront,
    )?)
}
