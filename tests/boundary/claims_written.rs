//! What is written of claims under way: how much of it, and for how long.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const START: &str = r"
    await load();
    clock.start();
    const storage = new Memory();
    const write = (name, days) => storage.setItem(`xsolla-liveops.claims.1.${name}`, `1.7.${Date.now() - days * 86_400_000}.1`);
    const written = () => [...storage.entries.keys()].map((name) => name.replace('xsolla-liveops.claims.1.', ''));
";

async fn steps(steps: &str) -> Value {
    run(&format!("{START}{steps}")).await
}

#[wasm_bindgen_test]
async fn what_is_a_week_old_is_dropped_whatever_and_whose_it_is() {
    let result = steps(
        r"
        for (const [player, days] of [[5, 6.9], [6, 7.1]]) {
          for (const kind of [0, 1, 2, 3]) write(`${player}.${kind}.7.1`, days);
        }
        storage.setItem('the shop', 'its own');
        const guest = new LiveOps({ projectId: 1, token: null, storage });
        await guest.pending();
        return written();
        ",
    )
    .await;
    let expected = json!(["5.0.7.1", "5.1.7.1", "5.2.7.1", "5.3.7.1", "the shop"]);
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn of_more_than_are_kept_the_oldest_goes_for_a_new_one() {
    let result = steps(
        r"
        for (let chain = 1; chain <= 256; chain++) write(`5.0.${chain}.1`, chain === 100 ? 3 : 2);
        const step = new Step(clock, ['silent']);
        const liveops = new LiveOps({ projectId: 1, fetch: step.fetch, token: jwt(1e6), random: () => 0, storage });
        outcome(liveops.dailyChains.claim({ chainId: 7, stepNumber: 1 }));
        await clock.pass(10);
        const left = new Set(written());
        const gone = Array.from({ length: 256 }, (_, index) => `5.0.${index + 1}.1`).filter((name) => !left.has(name));
        return [step.sends, left.size, gone];
        ",
    )
    .await;
    assert_eq!(result, json!([1, 256, ["5.0.100.1"]]));
}
