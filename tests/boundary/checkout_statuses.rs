//! An order followed from the checkout that was opened for it.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn statuses_wait_for_the_order_and_are_rejected_as_it_is() {
    let result = run(r#"
        const original = window.open;
        window.open = () => null;
        try {
          const fetch = json({ order_id: 7, status: "done" });
          const { payStation } = new LiveOps({ projectId: 1, fetch, storage: null });
          const refused = Object.assign(new Error(), { code: "limit_reached" });
          const later = new Promise((resolve) => setTimeout(resolve, 5, { order_id: 7, token: "a" }));
          const ends = [];
          for (const order of [{ order_id: 7, token: "a" }, later, Promise.reject(refused), Promise.resolve({ token: "a" }), Promise.resolve({})])
            ends.push(await all(payStation.open(order).statuses()));
          return ends;
        } finally {
          window.open = original;
        }
    "#)
    .await;
    let no_order = json!(["invalid_argument"]);
    assert_eq!(
        result,
        json!([["done"], ["done"], ["limit_reached"], no_order, no_order])
    );
}

#[wasm_bindgen_test]
async fn a_closed_window_is_a_reason_to_read() {
    let result = run(r#"
        await load();
        clock.start();
        const original = window.open;
        const payment = { closed: false, close() {}, location: { replace() {} } };
        window.open = () => payment;
        try {
          const reads = new OrderReads(clock, "new", "new", "done");
          const { payStation } = new LiveOps({ projectId: 1, fetch: reads.fetch, random: () => 0, storage: null });
          const checkout = payStation.open({ order_id: 7, token: "a" });
          const given = all(checkout.statuses());
          await clock.pass(4_100);
          payment.closed = true;
          return [await clock.until(given), await checkout.outcome, reads.at, clock.timers];
        } finally {
          window.open = original;
        }
    "#)
    .await;
    // It is looked at twice a second.
    assert_eq!(
        result,
        json!([["new", "done"], "closed", [0, 3_000, 4_500], 0])
    );
}

#[wasm_bindgen_test]
async fn an_order_that_never_comes_does_not_hold_a_signal_or_close_up() {
    for end in ["controller.abort()", "liveops.close()"] {
        let result = run(&format!(
            r"
            await load();
            const original = window.open;
            window.open = () => null;
            try {{
              const liveops = new LiveOps({{ projectId: 1, storage: null }});
              const controller = new AbortController();
              const given = all(liveops.payStation.open(new Promise(() => {{}})).statuses({{ signal: controller.signal }}));
              await Promise.resolve();
              {end};
              return await given;
            }} finally {{
              window.open = original;
            }}
            "
        ))
        .await;
        assert_eq!(result, json!(["aborted"]), "{end}");
    }
}

#[wasm_bindgen_test]
async fn a_refused_order_that_a_page_looks_at_nowhere_is_no_unhandled_rejection() {
    let result = run(r#"
        await load();
        const original = window.open;
        window.open = () => null;
        const unhandled = [];
        const note = (event) => (unhandled.push(String(event.reason)), event.preventDefault());
        window.addEventListener("unhandledrejection", note);
        try {
          const { payStation } = new LiveOps({ projectId: 1, storage: null });
          for (const mode of ["window", "iframe", "redirect"]) {
            const { statuses } = payStation.open(Promise.reject(new Error(mode)), { mode });
            statuses();
          }
          // The browser tells of them after a task.
          for (let task = 0; task < 3; task++) await new Promise((resolve) => setTimeout(resolve));
          return unhandled;
        } finally {
          window.removeEventListener("unhandledrejection", note);
          window.open = original;
        }
    "#)
    .await;
    assert_eq!(result, json!([]));
}
