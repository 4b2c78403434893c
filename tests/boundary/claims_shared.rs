//! One step, claimed by several at once.

use super::claiming::steps;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn callers_at_once_share_one_sending() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped', 'granted']);
        const liveops = new LiveOps(options(step));
        const ends = await clock.until(Promise.all([claim(liveops), claim(liveops), claim(liveops)]));
        return { ends, sends: step.sends };
        ",
    )
    .await;
    let end = json!({ "value": { "recovered": false } });
    assert_eq!(result, json!({ "ends": [end, end, end], "sends": 2 }));
}

#[wasm_bindgen_test]
async fn callers_at_once_share_one_failure() {
    for (answer, sends) in [("refused", 1), ("throttled", 3), ("unauthorized", 2)] {
        let result = steps(&format!(
            r"
            const step = new Step(clock, ['{answer}']);
            const liveops = new LiveOps({{ ...options(step), token: () => jwt(1e6) }});
            const at = async (call) => [(await call).applied, clock.now];
            const calls = [1, 2, 3, 4].map(() => at(claim(liveops)));
            const ends = await clock.until(Promise.all(calls));
            return {{ sends: step.sends, applied: ends.map(([applied]) => applied), moments: new Set(ends.map(([, at]) => at)).size }};
            "
        ))
        .await;
        let expected =
            json!({ "sends": sends, "applied": [false, false, false, false], "moments": 1 });
        assert_eq!(result, expected, "{answer}");
    }
}

#[wasm_bindgen_test]
async fn locks_that_are_never_told_of_are_waited_for_five_seconds() {
    let result = steps(
        r"
        const never = () => new Promise(() => {});
        Object.defineProperty(navigator, 'locks', { value: { request: never, query: never }, configurable: true });
        const step = new Step(clock);
        const liveops = new LiveOps(options(step));
        const end = await clock.until(claim(liveops));
        const moment = clock.now;
        storage.setItem('xsolla-liveops.claims.1.1.0.7.1', '1.7.1.1');
        await clock.until(liveops.pending());
        return [end, moment, clock.now, clock.timers];
        ",
    )
    .await;
    assert_eq!(
        result,
        json!([{ "value": { "recovered": false } }, 5_000, 5_000, 0])
    );
}

#[wasm_bindgen_test]
async fn who_leaves_does_not_take_the_claim_from_the_others() {
    let result = steps(
        r"
        const step = new Step(clock, ['dropped', 'granted']);
        const liveops = new LiveOps(options(step));
        const controller = new AbortController();
        const calls = [claim(liveops, { signal: controller.signal }), claim(liveops)];
        await clock.pass(100);
        controller.abort();
        const [left, stayed] = await clock.until(Promise.all(calls));
        const pending = await Promise.all((await liveops.pending()).map(({ settled }) => settled));
        return { left: [left.code, left.applied], stayed, sends: step.sends, pending };
        ",
    )
    .await;
    let expected = json!({
        "left": ["aborted", "unknown"],
        "stayed": { "value": { "recovered": false } },
        "sends": 2,
        "pending": [{ "recovered": false }],
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn another_tab_waits_and_finds_the_step_claimed() {
    let result = steps(
        r"
        const step = new Step(clock);
        const tabs = [1, 2, 3, 4].map(() => new LiveOps(options(step)));
        const ends = await clock.until(Promise.all(tabs.map((tab) => claim(tab))));
        return { ends: ends.map(({ value }) => value.recovered).sort(), sends: step.sends, held: locks.areHeld, written: storage.length };
        ",
    )
    .await;
    let expected =
        json!({ "ends": [false, true, true, true], "sends": 1, "held": false, "written": 0 });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_tab_that_never_lets_go_is_waited_for_five_seconds() {
    let result = steps(
        r"
        const step = new Step(clock);
        const liveops = new LiveOps(options(step));
        navigator.locks.request(`xsolla-liveops.claims.1.${await player(step)}.0.7.1`, {}, () => new Promise(() => {}));
        const before = step.at.length;
        const end = await clock.until(claim(liveops));
        return { end, at: step.at.slice(before).map(([, at]) => at), sends: step.sends };

        /** The player's number, as it stands in the journal. */
        async function player() {
          const left = new LiveOps({ ...options(new Step(clock, ['silent'])) });
          claim(left);
          await clock.pass(1);
          left.close();
          const [name] = storage.entries.keys();
          storage.entries.clear();
          return name.split('.')[3];
        }
        ",
    )
    .await;
    assert_eq!(result["end"], json!({ "value": { "recovered": false } }));
    assert_eq!(result["at"], json!([5_001, 5_001]));
}

#[wasm_bindgen_test]
async fn without_locks_or_storage_a_claim_is_made_all_the_same() {
    for (locks, storage) in [
        ("undefined", "null"),
        ("{ request() { throw new Error('denied') } }", "undefined"),
        (
            "{ request: () => Promise.reject(new Error('denied')) }",
            "null",
        ),
        (
            "undefined",
            "{ getItem() { throw 1 }, setItem() { throw 2 }, removeItem() { throw 3 }, get length() { throw 4 }, key() { throw 5 } }",
        ),
        (
            "undefined",
            "{ getItem: () => 7, setItem() {}, removeItem() {}, length: 2, key: () => null }",
        ),
    ] {
        let result = steps(&format!(
            r"
            Object.defineProperty(navigator, 'locks', {{ value: {locks}, configurable: true }});
            const step = new Step(clock, ['lost']);
            const liveops = new LiveOps({{ ...options(step), storage: {storage} }});
            return [await clock.until(claim(liveops)), step.sends, await liveops.pending()];
            "
        ))
        .await;
        let expected = json!([{ "value": { "recovered": true } }, 1, []]);
        assert_eq!(result, expected, "{locks} {storage}");
    }
}

#[wasm_bindgen_test]
async fn who_leaves_before_anything_is_sent_leaves_the_claim_to_the_others() {
    let result = steps(
        r"
        const step = new Step(clock);
        const liveops = new LiveOps(options(step));
        const controller = new AbortController();
        const calls = [claim(liveops, { signal: controller.signal }), claim(liveops)];
        controller.abort();
        const [left, stayed] = await clock.until(Promise.all(calls));
        return { left: [left.code, left.applied], stayed, sends: step.sends };
        ",
    )
    .await;
    let expected = json!({
        "left": ["aborted", false],
        "stayed": { "value": { "recovered": false } },
        "sends": 1,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_token_that_cannot_be_had_for_a_while_is_no_other_player() {
    let result = steps(
        r"
        const step = new Step(clock, ['lost'], ['read', 'broken', 'broken']);
        let asked = 0;
        const token = () => (asked++ ? Promise.reject(new Error('away')) : jwt(200));
        const liveops = new LiveOps({ ...options(step), token });
        const calls = claim(liveops);
        await clock.pass(150_000);
        return [await clock.until(calls), step.sends];
        ",
    )
    .await;
    assert_eq!(result, json!([{ "value": { "recovered": true } }, 1]));
}
