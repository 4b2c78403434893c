//! Any bytes as rules of faults, and as a seed.
#![no_main]

use libfuzzer_sys::fuzz_target;
use liveops_emulator::fuzzing;

fuzz_target!(|data: &[u8]| {
    let Some((kind, text)) = data.split_first() else {
        return;
    };
    let Ok(json) = serde_json::from_slice(text) else {
        return;
    };
    let problem = if kind & 1 == 0 {
        fuzzing::rules(json)
    } else {
        fuzzing::seed(json)
    };
    assert_ne!(problem.as_deref(), Some(""));
});
