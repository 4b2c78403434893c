#![cfg(not(target_arch = "wasm32"))]

use super::spread;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;

const CLIENTS: u64 = 1_000_000;
const RESET: u64 = 1_800_000_000_000;

/// The most reads in one second, of so many clients whose chain starts over in the same second.
fn peak(seeds: impl Iterator<Item = u64>, wait: impl Fn(u64) -> u64) -> u64 {
    let mut seconds = [0; 61];
    for seed in seeds {
        seconds[usize::try_from(wait(seed) / 1000).unwrap()] += 1;
    }
    seconds.into_iter().max().unwrap()
}

#[test]
fn a_million_shops_do_not_ask_in_the_same_second() {
    let random = RandomState::new();
    let mean = CLIENTS / 60;
    let without = peak(0..CLIENTS, |_| 0);
    let hashed = peak((0..CLIENTS).map(|player| random.hash_one(player)), |seed| {
        spread(seed, RESET)
    });
    // The worst that players' numbers could be.
    let counted = peak(0..CLIENTS, |seed| spread(seed, RESET));
    println!(
        "mean {mean} a second, peak {hashed} (numbered players {counted}), without spreading {without}"
    );
    assert!(hashed <= 2 * mean, "{hashed}");
    assert!(counted <= 2 * mean, "{counted}");
}

#[test]
fn the_same_shop_asks_at_the_same_time_and_at_another_after_another_reset() {
    let waits: Vec<_> = (0..8)
        .map(|week| spread(7, RESET + week * 604_800_000))
        .collect();
    assert_eq!(spread(7, RESET), waits[0]);
    assert!(waits.iter().all(|wait| *wait < 60_000), "{waits:?}");
    assert!(waits.iter().any(|wait| *wait != waits[0]), "{waits:?}");
}
