//! What was acknowledged survives `kill -9`, and nothing is there twice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::mpsc;
use std::{env, thread};

use fastrand::Rng;
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::emulator::Emulator;
use crate::game::{chain_id, daily_chain, seed};
use crate::http::{self, NO_BODY};

const KILLS: usize = 20;
const CLIENTS: usize = 8;
const PLAYERS: usize = 40;
const CHAINS: usize = 40;

/// A player and a chain; step 3 of it is open.
type Claim = (usize, u64);

#[test]
fn nothing_acknowledged_is_lost_or_doubled_by_killing_the_emulator() {
    let random_seed = env::var("DURABILITY_SEED").map_or_else(
        |_| fastrand::u64(..),
        |seed| seed.parse().expect("a number"),
    );
    println!("DURABILITY_SEED={random_seed}");
    let mut random = Rng::with_seed(random_seed);
    let folder = TempDir::new().expect("a folder");
    let data = folder.path().join("game.db");
    let chains: Vec<_> = (0..CHAINS)
        .map(|chain| daily_chain(&format!("Lanterns {chain}"), 7, &json!({})))
        .collect();
    let seed = seed(&chains);

    let mut emulator = Emulator::start_on(&data, &seed);
    emulator.freeze_at("2024-01-03T12:00:00+00:00");
    let players: Vec<_> = (0..PLAYERS)
        .map(|number| emulator.player(&format!("player{number}")).token)
        .collect();
    let list = emulator.player("player0").get("/user/daily_chain").ok();
    let ids: Vec<_> = (0..CHAINS)
        .map(|chain| chain_id(&list, &format!("Lanterns {chain}")))
        .collect();
    let mut open: Vec<Claim> = (0..PLAYERS)
        .flat_map(|player| ids.iter().map(move |chain| (player, *chain)))
        .collect();
    random.shuffle(&mut open);

    let mut sent: BTreeSet<Claim> = BTreeSet::new();
    let mut acknowledged: BTreeSet<Claim> = BTreeSet::new();
    for kill in 0..KILLS {
        let until = random.usize(1..60);
        let batch = open.split_off(open.len() - (until + CLIENTS).min(open.len()));
        sent.extend(&batch);
        acknowledged.extend(claim_and_kill(emulator, &players, batch, until));

        let database = Connection::open(&data).expect("the database");
        let check: String = database
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .expect("a check");
        assert_eq!(check, "ok", "after kill {kill}");
        drop(database);

        emulator = Emulator::start_on(&data, &seed);
        let granted = granted(&emulator.audit());
        let missing: Vec<_> = acknowledged
            .iter()
            .filter(|claim| !granted.contains_key(claim))
            .collect();
        assert!(
            missing.is_empty(),
            "acknowledged and lost after kill {kill}: {missing:?}"
        );
        let doubled: Vec<_> = granted.iter().filter(|(_, times)| **times != 1).collect();
        assert!(
            doubled.is_empty(),
            "granted more than once after kill {kill}: {doubled:?}"
        );
        let unasked: Vec<_> = granted
            .keys()
            .filter(|claim| !sent.contains(claim))
            .collect();
        assert!(
            unasked.is_empty(),
            "granted and never claimed after kill {kill}: {unasked:?}"
        );
    }
    // What was in flight when it was killed is there or not, as the chain itself tells.
    for (player, chain) in &sent {
        let status = claim(&emulator, &players[*player], *chain).expect("the emulator answers");
        assert!(status == 422 || !acknowledged.contains(&(*player, *chain)));
    }
    assert_eq!(granted(&emulator.audit()).len(), sent.len());
}

/// Claims from several clients and kills the emulator when `until` claims were acknowledged; what
/// was acknowledged by then, or reached its client while the emulator died.
fn claim_and_kill(
    emulator: Emulator,
    tokens: &[String],
    batch: Vec<Claim>,
    until: usize,
) -> Vec<Claim> {
    let (queue, (report, reports)) = (Mutex::new(batch), mpsc::channel());
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            let (queue, report, emulator) = (&queue, report.clone(), Target::of(&emulator));
            scope.spawn(move || {
                while let Some((player, chain)) = { queue.lock().expect("the queue").pop() } {
                    match emulator.claim(&tokens[player], chain) {
                        Some(204) => report.send((player, chain)).expect("a listener"),
                        Some(status) => panic!("claim answered {status}"),
                        None => {}
                    }
                }
            });
        }
        drop(report);
        let mut acknowledged: Vec<Claim> = reports.iter().take(until).collect();
        emulator.kill();
        acknowledged.extend(reports);
        acknowledged
    })
}

/// Where to send claims, when the emulator itself may be gone.
struct Target(String);

impl Target {
    fn of(emulator: &Emulator) -> Self {
        Self(emulator.url("/user/daily_chain"))
    }

    /// The status of the reply; nothing when the emulator died first.
    fn claim(&self, token: &str, chain: u64) -> Option<u16> {
        let request = http::request("POST", &format!("{}/{chain}/step/number/3/claim", self.0))
            .header("authorization", format!("Bearer {token}"));
        http::try_send(request, NO_BODY)
            .ok()
            .map(|reply| reply.status)
    }
}

fn claim(emulator: &Emulator, token: &str, chain: u64) -> Option<u16> {
    Target::of(emulator).claim(token, chain)
}

fn granted(audit: &[Value]) -> BTreeMap<Claim, u32> {
    let mut granted = BTreeMap::new();
    for grant in audit {
        let player = grant["player"]
            .as_str()
            .and_then(|id| id.strip_prefix("player"))
            .expect("a player of ours");
        let chain = grant["chain"].as_u64().expect("a chain");
        *granted
            .entry((player.parse().expect("a number"), chain))
            .or_default() += 1;
    }
    granted
}
