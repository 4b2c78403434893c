//! What another page or another player finds of a claim: its player is told, the other sees nothing of it.

use super::claiming::{step, steps};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_next_page_confirms_what_it_finds_written_and_sends_nothing() {
    for (answer, end) in [
        ("late", json!({ "value": { "recovered": true } })),
        ("silent", json!(["network", false])),
    ] {
        let result = steps(&format!(
            r"
            const step = new Step(clock, ['{answer}'], ['read', 'broken']);
            const first = new LiveOps(options(step));
            const call = claim(first);
            await clock.pass(10);
            first.close();
            const closed = told(await call);
            const [[name, text]] = storage.entries;
            const sends = step.sends;
            const next = new LiveOps(options(step));
            const ending = untilSettled(next);
            await clock.pass(10_000);
            const written = storage.length;
            const {{ end }} = await ending;
            return {{ closed, end: end.code ? told(end) : end, name, text, sent: step.sends - sends, written }};
            "
        ))
        .await;
        let [name, text] = ["name", "text"].map(|it| result[it].as_str().unwrap());
        assert!(
            name.starts_with("xsolla-liveops.claims.1.") && name.ends_with(".0.7.1"),
            "{name}"
        );
        let is_number = |it: &char| it.is_ascii_digit() || *it == '.';
        assert!(text.chars().all(|it| is_number(&it)), "{text}");
        let [closed, ended, sent, written] =
            ["closed", "end", "sent", "written"].map(|it| &result[it]);
        let told = json!([closed, ended, sent, written]);
        assert_eq!(told, json!([["aborted", "unknown"], end, 0, 0]), "{answer}");
    }
}

#[wasm_bindgen_test]
async fn what_an_earlier_visit_left_is_told_even_if_it_is_confirmed_at_once() {
    let result = steps(
        r"
        const left = new LiveOps(options(new Step(clock, ['silent'])));
        claim(left);
        await clock.pass(5);
        left.close();
        await clock.pass(5);
        const liveops = new LiveOps(options(new Step(clock, [], ['claimed'])));
        await clock.pass(1_000);
        const written = storage.length;
        return [written, ...(await settled(liveops))];
        ",
    )
    .await;
    assert_eq!(
        result,
        json!([0, [step(), { "value": { "recovered": true } }]])
    );
}

#[wasm_bindgen_test]
async fn what_another_player_left_is_not_touched() {
    let result = steps(
        r"
        const step = new Step(clock, ['silent']);
        const first = new LiveOps(options(step, 'one'));
        claim(first);
        await clock.pass(10);
        first.close();
        const before = step.at.length;
        const written = [...storage.entries];
        const other = new LiveOps(options(step, 'other'));
        const pending = await other.pending();
        await clock.pass(60_000);
        const guest = new LiveOps({ ...options(step), token: null });
        return { pending, ofGuest: await guest.pending(), reads: step.at.length - before, isKept: String(written) === String([...storage.entries]) };
        ",
    )
    .await;
    let expected = json!({ "pending": [], "ofGuest": [], "reads": 0, "isKept": true });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn once_another_player_has_signed_in_nothing_is_read_or_sent_for_the_first() {
    let result = steps(
        r"
        let player = 'one';
        const step = new Step(clock, ['dropped']);
        const renewed = () => jwt(1, player);
        const liveops = new LiveOps({ ...options(step), token: renewed });
        const call = claim(liveops);
        await clock.pass(10);
        player = 'other';
        const end = told(await clock.until(call));
        const tokens = new Set(step.tokens);
        return { end, isOfOne: tokens.size === 1 && tokens.has(`Bearer ${jwt(1, 'one')}`), sends: step.sends, written: storage.length };
        ",
    )
    .await;
    let expected =
        json!({ "end": ["aborted", "unknown"], "isOfOne": true, "sends": 1, "written": 1 });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn another_player_is_not_told_of_it() {
    let result = steps(
        r"
        const step = new Step(clock, ['late'], ['read', ...Array(12).fill('broken')]);
        let player = 'one';
        const liveops = new LiveOps({ ...options(step), token: () => jwt(1, player) });
        await clock.until(claim(liveops, { timeoutMs: 12_000 }));
        await clock.pass(60_000);
        player = 'other';
        return settled(liveops);
        ",
    )
    .await;
    assert_eq!(result, json!([]));
}
