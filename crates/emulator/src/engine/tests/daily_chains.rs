use serde_json::{Value, json};

use super::{Game, at, reason};
use crate::engine::daily_chains::{self, DailyStatus};
use crate::engine::ids::{ChainId, StepNumber};

const CHAIN: ChainId = ChainId(1);

fn chain(kind: &str, is_recurrent: bool, days: usize) -> Value {
    let steps: Vec<_> = (1..=days)
        .map(|day| json!({ "step_number": day, "items": [{ "sku": "wick", "quantity": day }] }))
        .collect();
    json!({ "operation": "admin-create-daily-chain", "body": {
        "name": { "en": "Lanterns" }, "date_start": "2024-01-01T00:00:00Z", "is_enabled": true,
        "type": kind, "is_recurrent": is_recurrent, "steps": steps,
    }})
}

/// One letter a step: claimed, blocked, open, future.
fn statuses(game: &Game) -> String {
    let mira = game.player("mira");
    let progress = daily_chains::get(&game.state, Some(mira), CHAIN, game.now).expect("a chain");
    let letter = |status| match status {
        DailyStatus::Claimed => 'c',
        DailyStatus::Blocked => 'b',
        DailyStatus::Claimable => 'o',
        DailyStatus::ClaimInFuture => 'f',
    };
    progress
        .steps
        .iter()
        .map(|step| letter(step.status))
        .collect()
}

fn claim(game: &mut Game, step: u64) -> &'static str {
    reason(&game.act("mira", |state, player, now, _| {
        daily_chains::claim(state, player, CHAIN, StepNumber(step), now)
    }))
}

#[test]
fn a_calendar_day_is_open_on_its_day_only() {
    let mut game = Game::with(&[chain("calendar_hard", false, 4)]);
    // (hours that pass, what is seen then, the step tried, what comes of it, what is seen after)
    let days = [
        (0, "offf", 2, "not claimable", "offf"),
        (0, "offf", 1, "ok", "cfff"),
        (23, "cfff", 1, "claimed", "cfff"),
        (1, "coff", 5, "no step", "coff"),
        (24, "cbof", 2, "not claimable", "cbof"),
        (0, "cbof", 3, "ok", "cbcf"),
        (24, "cbco", 4, "ok", "cbcc"),
        (24, "cbcc", 4, "claimed", "cbcc"),
    ];
    for (index, (hours, before, step, outcome, after)) in days.into_iter().enumerate() {
        game.pass(hours);
        assert_eq!(statuses(&game), before, "before row {index}");
        assert_eq!(claim(&mut game, step), outcome, "row {index}");
        assert_eq!(statuses(&game), after, "after row {index}");
    }
    assert_eq!(game.held("mira", "wick"), 1 + 3 + 4);
}

#[test]
fn a_recurrent_calendar_starts_over_after_its_last_day() {
    let mut game = Game::with(&[chain("calendar_hard", true, 3)]);
    assert_eq!(claim(&mut game, 1), "ok");
    game.pass(72);
    assert_eq!(statuses(&game), "off");
    assert_eq!(claim(&mut game, 1), "ok");
    assert_eq!(claim(&mut game, 1), "claimed");
    game.pass(72 * 1000 + 24);
    assert_eq!(statuses(&game), "bof");
}

#[test]
fn a_rolling_chain_waits_for_the_player() {
    let mut game = Game::with(&[chain("rolling", true, 3)]);
    let days = [
        (0, "off", 2, "not claimable", "off"),
        (240, "off", 1, "ok", "cff"),
        (23, "cff", 2, "not claimable", "cff"),
        (1, "cof", 1, "claimed", "cof"),
        (500, "cof", 2, "ok", "ccf"),
        (24, "cco", 3, "ok", "ccc"),
        (0, "ccc", 1, "claimed", "ccc"),
        (24, "off", 1, "ok", "cff"),
    ];
    for (index, (hours, before, step, outcome, after)) in days.into_iter().enumerate() {
        game.pass(hours);
        assert_eq!(statuses(&game), before, "before row {index}");
        assert_eq!(claim(&mut game, step), outcome, "row {index}");
        assert_eq!(statuses(&game), after, "after row {index}");
    }
}

#[test]
fn unlocking_days_are_a_day_apart() {
    for kind in ["calendar_hard", "rolling"] {
        let mut game = Game::with(&[chain(kind, false, 4)]);
        game.pass(5);
        claim(&mut game, 1);
        let mira = game.player("mira");
        let progress =
            daily_chains::get(&game.state, Some(mira), CHAIN, game.now).expect("a chain");
        let days: Vec<_> = progress.steps.iter().map(|step| step.unlocked_at).collect();
        let expected = ["01", "02", "03", "04"].map(|day| at(&format!("2024-01-{day}T00:00:00Z")));
        assert_eq!(days, expected, "{kind}");
    }
}

#[test]
fn a_chain_is_seen_between_its_dates_only() {
    let mut entry = chain("calendar_hard", false, 3);
    entry["body"]["date_start"] = json!("2024-01-02T00:00:00Z");
    entry["body"]["date_end"] = json!("2024-01-03T00:00:00Z");
    let mut game = Game::with(&[entry]);
    assert_eq!(claim(&mut game, 1), "no chain");
    game.pass(24);
    assert_eq!(claim(&mut game, 1), "ok");
    game.pass(24);
    assert_eq!(claim(&mut game, 2), "no chain");
    assert!(daily_chains::list(&game.state, Some(game.player("mira")), game.now).is_empty());
}
