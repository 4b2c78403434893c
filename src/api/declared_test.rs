//! TypeScript declares what JavaScript can call: neither has a method that the other lacks.

use super::OPERATIONS;
use std::collections::BTreeSet;
use std::{fs, path::Path};

/// What the library calls without an operation of the API.
const OWN: [&str; 7] = [
    "dailyChains.watch",
    "offerChains.watch",
    "orders.track",
    "payStation.open",
    "payStation.returned",
    "payStation.url",
    "rewardChains.watch",
];

#[test]
fn every_method_is_declared_and_every_declared_method_is_there() {
    let mut methods: BTreeSet<String> = OWN.map(str::to_owned).into();
    for operation in OPERATIONS {
        let (area, _) = operation.name.split_once('.').unwrap();
        methods.insert(operation.name.to_owned());
        if !operation.walk.is_empty() {
            methods.insert(format!("{area}.{}", operation.walk));
        }
    }
    assert_eq!(declared(), methods);
}

/// The methods of the areas that `LiveOps` declares, such as `dailyChains.list`.
fn declared() -> BTreeSet<String> {
    let text = declarations();
    let areas = text
        .lines()
        .filter_map(|line| line.strip_prefix("  readonly ")?.strip_suffix(';'))
        .filter_map(|line| line.split_once(": "));
    let mut methods = BTreeSet::new();
    for (area, interface) in areas {
        let Some((_, rest)) = text.split_once(&format!("export interface {interface} {{\n")) else {
            continue;
        };
        let (body, _) = rest.split_once("\n}").unwrap();
        for line in body.lines().filter(|line| line.ends_with(';')) {
            let (method, _) = line.trim_start().split_once('(').unwrap();
            methods.insert(format!("{area}.{method}"));
        }
    }
    methods
}

fn declarations() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/js/types");
    let files = fs::read_dir(folder).unwrap();
    let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    texts.collect()
}
