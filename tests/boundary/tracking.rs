//! Following an order to its end, on a clock that the test holds.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// What is given of an order that is read like this, and when it was read, in milliseconds.
async fn tracked(answers: &str, options: &str) -> (Value, Vec<u64>) {
    let result = run(&format!(
        r"
        await load();
        clock.start();
        const reads = new OrderReads(clock, ...{answers});
        const {{ random = () => 0, ...options }} = {options};
        const liveops = new LiveOps({{ projectId: 1, fetch: reads.fetch, random, storage: null }});
        return [await clock.until(all(liveops.orders.track(7, options))), reads.at, clock.timers];
        "
    ))
    .await;
    assert_eq!(result[2], json!(0), "timers are left: {answers} {options}");
    let times = result[1].as_array().unwrap();
    (
        result[0].clone(),
        times.iter().filter_map(Value::as_u64).collect(),
    )
}

#[wasm_bindgen_test]
async fn each_status_is_given_once_as_it_changes_and_the_end_is_the_last() {
    for (answers, given) in [
        ("['done']", json!(["done"])),
        (
            "['new', 'new', 'paid', 'paid', 'done']",
            json!(["new", "paid", "done"]),
        ),
        ("['new', 'canceled', 'done']", json!(["new", "canceled"])),
        ("['new', 'expired', 'done']", json!(["new", "expired"])),
        // A word of the future, and an answer from a copy that lags behind.
        (
            "['new', 'held', 'new', 'held', 'done']",
            json!(["new", "held", "done"]),
        ),
    ] {
        assert_eq!(tracked(answers, "{}").await.0, given, "{answers}");
    }
}

#[wasm_bindgen_test]
async fn reads_are_three_seconds_apart_and_later_ten_with_jitter() {
    for (random, first, last) in [("0", 3_000, 8_000), ("0.9999999", 3_750, 10_000)] {
        let options = format!("{{ random: () => {random}, deadlineMs: 120_000 }}");
        let (_, times) = tracked("['new']", &options).await;
        let gaps: Vec<u64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let (_, whole) = gaps.split_last().unwrap();
        assert_eq!(whole.first(), Some(&first), "{whole:?}");
        assert_eq!(whole.last(), Some(&last), "{whole:?}");
        assert!(whole.is_sorted(), "{whole:?}");
    }
}

#[wasm_bindgen_test]
async fn a_random_number_that_is_none_does_not_hurry_the_reads() {
    for random in [
        "NaN",
        "-5",
        "'soon'",
        "undefined",
        "-Infinity",
        "{ throw 'no' }",
    ] {
        let options = format!("{{ random: () => {random}, deadlineMs: 20_000 }}");
        let (_, times) = tracked("['new']", &options).await;
        assert_eq!(times.get(1), Some(&3_000), "{random}: {times:?}");
    }
}

#[wasm_bindgen_test]
async fn a_change_is_followed_closely_again() {
    let answers = "['new', 'new', 'new', 'new', 'new', 'new', 'paid', 'done']";
    let (_, times) = tracked(answers, "{}").await;
    let [.., paid, done] = times.as_slice() else {
        panic!("{times:?}")
    };
    assert_eq!(done - paid, 3_000, "{times:?}");
}

#[wasm_bindgen_test]
async fn ten_failed_reads_in_a_row_are_survived() {
    for failure in ["null", "500", "502", "503", "429"] {
        let answers = format!("['new', ...Array(10).fill({failure}), 'done']");
        let (given, times) = tracked(&answers, "{}").await;
        assert_eq!(
            (given, times.len()),
            (json!(["new", "done"]), 12),
            "{failure}"
        );
    }
}

#[wasm_bindgen_test]
async fn what_no_time_can_mend_is_told() {
    for (failure, code) in [
        ("404", "order_not_found"),
        ("401", "unauthorized"),
        ("403", "forbidden"),
        ("204", "bad_response"),
    ] {
        let (given, times) = tracked(&format!("['new', {failure}]"), "{}").await;
        assert_eq!((given, times.len()), (json!(["new", code]), 2), "{failure}");
    }
}

#[wasm_bindgen_test]
async fn at_the_deadline_it_is_pending_after_one_more_read() {
    let (given, times) = tracked("['new']", "{ deadlineMs: 10_000 }").await;
    assert_eq!(given, json!(["new", "pending"]));
    assert_eq!(times.last(), Some(&10_000), "{times:?}");

    let (given, times) = tracked("['new']", "{ deadlineMs: null }").await;
    assert_eq!(given, json!(["new", "pending"]));
    assert_eq!(
        times.last(),
        Some(&600_000),
        "ten minutes where nothing is said"
    );

    // The tab was frozen meanwhile, or the player paid in the last moment.
    let answers = "['new', 'new', 'new', 'done']";
    let (given, _) = tracked(answers, "{ deadlineMs: 7_000 }").await;
    assert_eq!(given, json!(["new", "done"]));

    for failure in ["null", "500"] {
        let (given, _) = tracked(&format!("[{failure}]"), "{ deadlineMs: 5_000 }").await;
        assert_eq!(given, json!(["pending"]), "{failure}");
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_never_comes_does_not_hold_the_deadline_up() {
    let result = run(r"
        await load();
        clock.start();
        const reads = new OrderReads(clock, 'new', 'never');
        const liveops = new LiveOps({ projectId: 1, fetch: reads.fetch, storage: null });
        const given = await clock.until(all(liveops.orders.track(7, { deadlineMs: 5_000 })));
        return [given, clock.now <= 10_000, clock.timers];
    ")
    .await;
    assert_eq!(result, json!([["new", "pending"], true, 0]));
}

#[wasm_bindgen_test]
async fn a_signal_or_close_ends_it_at_once_and_leaves_nothing() {
    for end in ["controller.abort()", "liveops.close()"] {
        for moment in [
            "",
            "await clock.pass(0);",
            "await clock.pass(1_000);",
            "await clock.pass(3_000);",
        ] {
            for answers in ["['new']", "['never']", "['new', 'never']", "[null]"] {
                let result = run(&format!(
                    r"
                    await load();
                    clock.start();
                    const reads = new OrderReads(clock, ...{answers});
                    const liveops = new LiveOps({{ projectId: 1, fetch: reads.fetch, token: 'opaque', storage: null }});
                    const controller = new AbortController();
                    const listening = listeners(window, document);
                    try {{
                      const given = all(liveops.orders.track(7, {{ signal: controller.signal }}));
                      {moment}
                      {end};
                      const before = clock.now;
                      const last = (await clock.until(given)).at(-1);
                      return [last, clock.now - before, clock.timers, listening.count, Socket.opened.filter((socket) => !socket.isClosed).length];
                    }} finally {{
                      listening.forget();
                    }}
                    "
                ))
                .await;
                assert_eq!(
                    result,
                    json!(["aborted", 0, 0, 0, 0]),
                    "{end} {moment} {answers}"
                );
            }
        }
    }
}

#[wasm_bindgen_test]
async fn who_stops_asking_leaves_nothing_behind() {
    for stop in [
        "await statuses.return();",
        "",
        "for await (const status of statuses) break;",
    ] {
        let result = run(&format!(
            r"
            await load();
            clock.start();
            const reads = new OrderReads(clock, 'new');
            const liveops = new LiveOps({{ projectId: 1, fetch: reads.fetch, token: 'opaque', storage: null }});
            const listening = listeners(window, document);
            try {{
              const statuses = liveops.orders.track(7, {{ deadlineMs: 60_000 }});
              if (!{has_loop}) await clock.until(statuses.next());
              {stop}
              await clock.pass(60_000);
              return [listening.count, clock.timers, Socket.opened.filter((socket) => !socket.isClosed).length];
            }} finally {{
              listening.forget();
            }}
            ",
            has_loop = stop.starts_with("for"),
        ))
        .await;
        assert_eq!(result, json!([0, 0, 0]), "{stop}");
    }
}

#[wasm_bindgen_test]
async fn hidden_it_is_read_every_half_minute_and_at_once_when_shown_again() {
    let result = run(r"
        await load();
        clock.start();
        const reads = new OrderReads(clock, 'new');
        const liveops = new LiveOps({ projectId: 1, fetch: reads.fetch, random: () => 0, storage: null });
        let hidden = true;
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
        try {
          const given = all(liveops.orders.track(7, { deadlineMs: 100_000 }));
          await clock.pass(65_000);
          const whileHidden = [...reads.at];
          hidden = false;
          document.dispatchEvent(new Event('visibilitychange'));
          await clock.pass(0);
          const shown = reads.at.at(-1);
          await clock.until(given);
          return [whileHidden, shown, reads.at[reads.at.indexOf(shown) + 1] < 76_000];
        } finally {
          delete document.hidden;
        }
    ")
    .await;
    assert_eq!(result, json!([[0, 30_000, 60_000], 65_000, true]));
}

#[wasm_bindgen_test]
async fn a_thousand_hints_cause_one_read_a_second_at_most() {
    for hint in [
        "window.dispatchEvent(new Event('online'))",
        "document.dispatchEvent(new Event('visibilitychange'))",
        "window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    ] {
        let result = run(&format!(
            r"
            await load();
            clock.start();
            const reads = new OrderReads(clock, 'new');
            const liveops = new LiveOps({{ projectId: 1, fetch: reads.fetch, storage: null }});
            const given = all(liveops.orders.track(7, {{ deadlineMs: 12_500 }}));
            for (let part = 0; part < 100; part++) {{
              for (let time = 0; time < 10; time++) {hint};
              await clock.pass(100);
            }}
            await clock.until(given);
            return reads.at.slice(0, 11);
            "
        ))
        .await;
        let seconds: Vec<u64> = (0..=10).map(|second| second * 1_000).collect();
        assert_eq!(result, json!(seconds), "{hint}");
    }
}

#[wasm_bindgen_test]
async fn wrong_arguments_are_told_and_nothing_is_sent() {
    let result = run(r#"
        const api = new Api(never);
        const { orders } = new LiveOps({ projectId: 1, fetch: api.fetch, storage: null });
        const wrong = [];
        for (const [name, orderId, options] of [
          ["orderId", undefined], ["orderId", "7"], ["orderId", 0], ["orderId", 1.5],
          ["signal", 7, { signal: {} }], ["signal", 7, { signal: "now" }], ["options", 7, 7], ["options", 7, "soon"],
          ["deadlineMs", 7, { deadlineMs: 0 }], ["deadlineMs", 7, { deadlineMs: -1 }], ["deadlineMs", 7, { deadlineMs: 1.5 }],
          ["deadlineMs", 7, { deadlineMs: 2 ** 31 }], ["deadlineMs", 7, { deadlineMs: "60000" }], ["deadlineMs", 7, { deadlineMs: NaN }],
        ]) {
          const { code, applied, message } = await outcome(orders.track(orderId, options).next());
          if (code !== "invalid_argument" || applied !== false || !message.includes(name)) wrong.push([name, orderId, code, message]);
        }
        return [wrong, api.requests.length];
    "#)
    .await;
    assert_eq!(result, json!([[], 0]));
}

#[wasm_bindgen_test]
async fn where_its_script_cannot_be_loaded_it_says_so_and_may_be_tried_again() {
    let result = run(r"
        let loads = 0;
        const liveops = {};
        const fetch = json({ order_id: 7, status: 'done' });
        connect(liveops, { projectId: 1, fetch, storage: null }, { checkout: async () => (loads++ ? (await load())[0] : Promise.reject(new TypeError('gone'))) });
        const { code, retryable, message } = await outcome(liveops.orders.track(7).next());
        return [code, retryable, message.includes('checkout.js'), await all(liveops.orders.track(7))];
    ")
    .await;
    assert_eq!(result, json!(["network", true, true, ["done"]]));
}
