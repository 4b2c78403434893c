//! Runs what is tried, on each core, and tells how often.

use super::Mutator;
use std::env::var;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::{available_parallelism, scope};
use std::time::Instant;

/// What is tried once with each input: its name and its share of all inputs. It makes its inputs itself.
pub type Target = (&'static str, u64, fn(&mut Mutator));

/// How many inputs each target got.
pub type Counts = Vec<(&'static str, u64)>;

/// Tries all targets with `MUTATED_INPUTS` inputs together, or `least` where nothing is said, from `MUTATED_SEED`, and
/// prints what was done as a line of JSON.
///
/// # Panics
///
/// Where a target does, naming the seed that does it again at once.
pub fn try_all(least: u64, targets: &[Target]) -> Counts {
    let asked = |name| var(name).ok().and_then(|text| text.parse().ok());
    let inputs = asked("MUTATED_INPUTS").unwrap_or(least);
    let seed = asked("MUTATED_SEED").unwrap_or_else(|| fastrand::u64(..1 << 32));
    println!("MUTATED_SEED={seed}");
    let began = Instant::now();
    let shares: u64 = targets.iter().map(|(_, share, _)| share).sum();
    let mut counts = Counts::new();
    for (index, (name, share, target)) in (0..).zip(targets) {
        let inputs = (inputs * share).div_ceil(shares);
        try_one(name, *target, inputs, seed.wrapping_add(index << 32));
        counts.push((name, inputs));
    }
    report(seed, began, &counts);
    counts
}

/// How many inputs come of one seed: a seed for each would cost more than most targets.
const BATCH: u64 = 1000;

fn try_one(name: &str, target: fn(&mut Mutator), inputs: u64, seed: u64) {
    let threads = available_parallelism().map_or(1, usize::from);
    let batches = inputs.div_ceil(BATCH);
    scope(|scope| {
        for thread in 0..threads {
            scope.spawn(move || {
                for batch in (0..batches).skip(thread).step_by(threads) {
                    let seed = seed.wrapping_add(batch);
                    let mut mutator = Mutator::new(seed);
                    for input in 0..BATCH.min(inputs - batch * BATCH) {
                        let tried = catch_unwind(AssertUnwindSafe(|| target(&mut mutator)));
                        assert!(
                            tried.is_ok(),
                            "{name}: input {input} of Mutator::new({seed})"
                        );
                    }
                }
            });
        }
    });
}

fn report(seed: u64, began: Instant, counts: &Counts) {
    let total: u64 = counts.iter().map(|(_, inputs)| inputs).sum();
    let targets: serde_json::Map<_, _> = counts
        .iter()
        .map(|(name, inputs)| ((*name).to_owned(), (*inputs).into()))
        .collect();
    let seconds = began.elapsed().as_secs_f64();
    println!(
        "{}",
        serde_json::json!({ "inputs": total, "seed": seed, "seconds": seconds, "targets": targets })
    );
}
