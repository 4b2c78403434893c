//! The part that plays the storefront from end to end.

use super::counts::Counts;
use super::{node, step};
use crate::project::Project;
use crate::{demo, emulator, requirements};

pub fn run(project: &Project) -> Counts {
    step("The storefront in Chromium", || {
        let browser = requirements::browser(project)?;
        let storefront = demo::stage(project)?;
        let binary = emulator::build(project)?;
        Counts::of(&mut node::browser_tests(
            project,
            "e2e",
            &browser,
            &binary,
            &storefront,
        )?)
    })
}
