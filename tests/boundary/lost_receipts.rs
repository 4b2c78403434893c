//! Coupons of a single use and clan updates, whose answers are lost.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

async fn steps(steps: &str) -> Value {
    run(&format!(
        r"
        await load();
        clock.start();
        const storage = new Memory();
        const client = (shop) => new LiveOps({{ projectId: 1, fetch: shop.fetch, token: jwt(1e6), random: () => 0, storage }});
        const singleUse = {{ singleUse: true }};
        const redeem = (liveops, given) => clock.until(outcome(liveops.coupons.redeem('LANTERN-1', given)));
        const told = ({{ code, applied, value }}) => value ?? [code, applied];
        {steps}
        "
    ))
    .await
}

fn given() -> Value {
    json!({ "items": [{ "sku": "lantern", "quantity": 1 }], "recovered": false })
}

#[wasm_bindgen_test]
async fn a_coupon_of_a_single_use_whose_answer_was_lost_is_found_used() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'lost');
        const end = told(await redeem(client(shop), singleUse));
        return { end, sent: shop.sent.map(([operation]) => operation), kept: storage.length };
        ",
    )
    .await;
    let expected = json!({
        "end": { "recovered": true, "items": null },
        "sent": ["rewards", "redeem", "rewards"],
        "kept": 0,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn it_is_sent_again_after_two_reads_that_find_it_unused() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'dropped', 'made');
        const end = told(await redeem(client(shop), singleUse));
        const reads = shop.sent.slice(2, -1);
        return { end, writes: shop.writes, reads: reads.every(([operation]) => operation === 'rewards'), apart: reads.at(-1)[1] - reads[0][1] >= 2000 };
        ",
    )
    .await;
    let expected = json!({ "end": given(), "writes": 2, "reads": true, "apart": true });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_coupon_without_a_use_left_is_not_sent() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'made');
        shop.uses = 0;
        return [told(await redeem(client(shop), singleUse)), shop.writes];
        ",
    )
    .await;
    assert_eq!(result, json!([["limit_reached", false], 0]));
}

#[wasm_bindgen_test]
async fn any_other_coupon_is_sent_once_whatever_happens() {
    for given in ["undefined", "{}", "{ singleUse: false }"] {
        let result = steps(&format!(
            r"
            const shop = new Shop(clock, 'lost');
            return [told(await redeem(client(shop), {given})), shop.sent.map(([operation]) => operation)];
            "
        ))
        .await;
        assert_eq!(
            result,
            json!([["network", "unknown"], ["redeem"]]),
            "{given}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_coupon_that_nobody_waits_for_is_pending_without_its_code() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'dropped');
        const liveops = client(shop);
        const end = told(await redeem(liveops, { ...singleUse, timeoutMs: 100 }));
        const [{ settled, ...pending }] = await liveops.pending();
        shop.uses = 0;
        const after = told(await clock.until(outcome(settled)));
        return { end, pending, after, kept: storage.length };
        ",
    )
    .await;
    let expected = json!({
        "end": ["network", "unknown"],
        "pending": { "operation": "coupons.redeem" },
        "after": { "recovered": true, "items": null },
        "kept": 0,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn a_code_that_was_left_is_not_written_down_and_entering_it_again_tells() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'dropped');
        const first = client(shop);
        await redeem(first, { ...singleUse, timeoutMs: 100 });
        first.close();
        const kept = [...storage.entries].join();
        shop.uses = 0;
        const reloaded = client(shop);
        const pending = await clock.until(reloaded.pending());
        return { isKept: storage.length, hasCode: /LANTERN/i.test(kept), pending, again: told(await redeem(reloaded, singleUse)), writes: shop.writes };
        ",
    )
    .await;
    let expected = json!({
        "isKept": 1,
        "hasCode": false,
        "pending": [],
        "again": { "recovered": true, "items": null },
        "writes": 1,
    });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn single_use_has_to_be_said_plainly() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'made');
        const { code, message } = await redeem(client(shop), { singleUse: 'yes' });
        return [code, message.includes('singleUse'), shop.sent];
        ",
    )
    .await;
    assert_eq!(result, json!(["invalid_argument", true, []]));
}

#[wasm_bindgen_test]
async fn a_clan_update_is_sent_again_and_says_that_a_receipt_was_lost() {
    for (answers, end, writes) in [
        ("'made'", json!({ "reward": [], "recovered": false }), 1),
        (
            "'lost', 'made'",
            json!({ "reward": null, "recovered": true }),
            2,
        ),
        ("'lost'", json!(["network", "unknown"]), 3),
        ("'refused'", json!(["invalid_request", "unknown"]), 1),
    ] {
        let result = steps(&format!(
            r"
            const shop = new Shop(clock, {answers});
            const end = told(await clock.until(outcome(client(shop).clans.update())));
            return [end, shop.writes, clock.timers];
            "
        ))
        .await;
        assert_eq!(result, json!([end, writes, 0]), "{answers}");
    }
}

#[wasm_bindgen_test]
async fn what_ends_a_second_sending_proves_nothing_about_the_first() {
    for (answers, code) in [
        ("'lost', 'unauthorized'", "unauthorized"),
        ("'lost', 'throttled'", "rate_limited"),
        ("'lost', 'refused'", "invalid_request"),
    ] {
        let result = steps(&format!(
            r"
            const shop = new Shop(clock, {answers});
            return [told(await clock.until(outcome(client(shop).clans.update()))), shop.writes];
            "
        ))
        .await;
        assert_eq!(result, json!([[code, "unknown"], 2]), "{answers}");
    }
    let result = steps(
        r"
        const shop = new Shop(clock, 'lost');
        const liveops = client(shop);
        const end = outcome(liveops.clans.update());
        await clock.pass(100);
        liveops.close();
        return [told(await clock.until(end)), shop.writes, clock.timers];
        ",
    )
    .await;
    assert_eq!(result, json!([["aborted", "unknown"], 1, 0]));
}

#[wasm_bindgen_test]
async fn a_receipt_that_came_after_all_is_handed_on() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'failed', 'made');
        shop.left = [{ sku: 'lantern', quantity: 1 }];
        return told(await clock.until(outcome(client(shop).clans.update())));
        ",
    )
    .await;
    let reward = json!([{ "sku": "lantern", "quantity": 1 }]);
    assert_eq!(result, json!({ "reward": reward, "recovered": true }));
}
