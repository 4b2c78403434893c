use super::model::{Draw, Run, run};
use proptest::prelude::*;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::panic::catch_unwind;

/// Runs of the machine.
const RUNS: u64 = 1_000_000;

/// Where the runs begin: `CLAIM_SEED` makes those of an earlier test.
fn first_seed() -> u64 {
    let given = std::env::var("CLAIM_SEED").ok();
    let seed = given.map_or_else(
        || RandomState::new().hash_one("claim"),
        |seed| seed.parse().unwrap(),
    );
    println!("CLAIM_SEED={seed}");
    seed
}

fn runs(first: u64, count: u64, server_checks: bool) -> Run {
    let mut total = Run::default();
    for number in 0..count {
        let seed = first.wrapping_add(number);
        let run = catch_unwind(|| run(Draw::Random(seed), server_checks));
        let run = run.unwrap_or_else(|_| panic!("CLAIM_SEED={seed}"));
        total.sends += run.sends;
        total.repeats += run.repeats;
        total.recovered += run.recovered;
        total.unknown += run.unknown;
        total.doubled += run.doubled;
    }
    println!("{total:?} of {count} runs");
    total
}

#[test]
fn a_million_claims_are_neither_lost_nor_doubled() {
    let first = first_seed();
    std::thread::scope(|scope| {
        let halves = [first, first.wrapping_add(RUNS / 2)]
            .map(|first| scope.spawn(move || runs(first, RUNS / 2, true)));
        for half in halves {
            let total = half.join().unwrap();
            assert_eq!(total.doubled, 0);
            assert!(total.repeats > RUNS / 100, "too little went wrong");
            assert!(total.recovered > RUNS / 100, "too little went wrong");
        }
    });
}

/// No client can help there, and the model shows it.
#[test]
fn a_server_that_accepts_a_step_twice_gives_some_twice() {
    assert!(runs(first_seed(), RUNS / 20, false).doubled > 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn a_claim_is_neither_lost_nor_doubled(choices in prop::collection::vec(any::<u32>(), 0..120)) {
        run(Draw::Chosen(choices.iter()), true);
    }
}
