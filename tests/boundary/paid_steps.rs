//! The order of a paid step: one at a time that can be paid.

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
        const order = (liveops, given) => clock.until(outcome(liveops.offerChains.order({{ chainId: 7, stepNumber: 2, ...given }})));
        const told = ({{ code, applied, value }}) => value?.token ?? [code, applied];
        {steps}
        "
    ))
    .await
}

#[wasm_bindgen_test]
async fn a_second_click_gets_the_order_of_the_first() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'made');
        const liveops = client(shop);
        const clicks = await Promise.all([order(liveops), order(liveops), order(liveops)]);
        const other = await order(liveops, { stepNumber: 3 });
        return { clicks: clicks.map(told), other: told(other), writes: shop.writes };
        ",
    )
    .await;
    let expected =
        json!({ "clicks": ["token-1", "token-1", "token-1"], "other": "token-2", "writes": 2 });
    assert_eq!(result, expected);
}

#[wasm_bindgen_test]
async fn an_order_that_has_ended_is_made_anew() {
    for status in ["done", "canceled", "expired"] {
        let result = steps(&format!(
            r"
            const shop = new Shop(clock, 'made');
            const liveops = client(shop);
            const first = told(await order(liveops));
            shop.status = '{status}';
            return [first, told(await order(liveops))];
            "
        ))
        .await;
        assert_eq!(result, json!(["token-1", "token-2"]), "{status}");
    }
}

#[wasm_bindgen_test]
async fn a_step_that_is_being_paid_is_not_sold_again_not_even_after_a_reload() {
    for status in ["paid", "on_its_way"] {
        let result = steps(&format!(
            r"
            const shop = new Shop(clock, 'made');
            await order(client(shop));
            shop.status = '{status}';
            const reloaded = client(shop);
            return [told(await order(reloaded)), told(await order(reloaded)), shop.writes];
            "
        ))
        .await;
        let refused = json!(["already_claimed", false]);
        assert_eq!(result, json!([refused, refused, 1]), "{status}");
    }
}

#[wasm_bindgen_test]
async fn after_a_reload_an_unpaid_order_is_made_anew_since_its_token_is_gone() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'made');
        await order(client(shop));
        const again = told(await order(client(shop)));
        return { again, kept: [...storage.entries.values()].map((text) => text.split('.')[0]), tokens: [...storage.entries].join().includes('token') };
        ",
    )
    .await;
    assert_eq!(
        result,
        json!({ "again": "token-2", "kept": ["2"], "tokens": false })
    );
}

#[wasm_bindgen_test]
async fn a_lost_answer_is_made_up_for_and_only_the_last_token_handed_out() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'lost', 'lost', 'made');
        const liveops = client(shop);
        return { ends: [told(await order(liveops)), told(await order(liveops))], writes: shop.writes };
        ",
    )
    .await;
    assert_eq!(
        result,
        json!({ "ends": ["token-3", "token-3"], "writes": 3 })
    );
}

#[wasm_bindgen_test]
async fn what_is_refused_or_lost_for_good_is_not_sent_on_and_the_next_click_begins_anew() {
    for (answers, end, writes) in [
        (
            "'refused', 'made'",
            json!(["step_not_claimable", "unknown"]),
            1,
        ),
        (
            "'dropped', 'dropped', 'dropped', 'made'",
            json!(["network", "unknown"]),
            3,
        ),
    ] {
        let result = steps(&format!(
            r"
            const shop = new Shop(clock, {answers});
            const liveops = client(shop);
            const first = told(await order(liveops));
            const writes = shop.writes;
            return [first, writes, told(await order(liveops)), clock.timers];
            "
        ))
        .await;
        assert_eq!(result, json!([end, writes, "token-1", 0]), "{answers}");
    }
}

#[wasm_bindgen_test]
async fn wrong_arguments_are_named_and_nothing_is_sent() {
    let result = steps(
        r"
        const shop = new Shop(clock, 'made');
        const liveops = client(shop);
        const ends = [await order(liveops, { stepNumber: 0 }), await clock.until(outcome(liveops.offerChains.order()))];
        return [ends.map(({ code, message }) => [code, message.includes('offerChains.order')]), shop.sent];
        ",
    )
    .await;
    let wrong = json!(["invalid_argument", true]);
    assert_eq!(result, json!([[wrong, wrong], []]));
}
