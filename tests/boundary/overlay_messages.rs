//! What is said to the page around the frame, by whom, and what it does.

use super::overlay::{ORDER, opened};
use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_message_counts_only_from_pay_station_in_this_very_frame() {
    let result = opened(
        ORDER,
        "{}",
        r#"
        await loaded();
        const close = JSON.stringify({ command: "close" });
        const stranger = document.body.appendChild(document.createElement("iframe"));
        const all = [];
        const errors = [];
        const note = (event) => (errors.push(event.message), event.preventDefault());
        addEventListener("error", note);
        const arrived = new Promise((resolve) => addEventListener("message", () => all.push(0) === 1_100 && resolve()));
        for (let time = 0; time < 100; time++) {
          // By others: the page itself, another frame, and events that nobody sent.
          window.postMessage(close);
          stranger.contentWindow.eval(`parent.postMessage(${JSON.stringify(close)}, "*")`);
          for (const source of [null, window, frame().contentWindow])
            window.dispatchEvent(new MessageEvent("message", { data: close, origin: location.origin, source }));
          // By Pay Station's frame, but no command.
          const says = (data) => frame().contentWindow.eval(`parent.postMessage(${data}, "*")`);
          says("{ command: 'close' }");
          says("'close'");
          says("null");
          says("'{'");
          says(`'{"command":7}'`);
          says(`JSON.stringify({ command: "close", pad: "x".repeat(20000) })`);
        }
        await arrived;
        const survived = overlay().open && !errors.length;
        stranger.remove();
        frame().contentWindow.eval(`parent.postMessage(${JSON.stringify(close)}, "*")`);
        removeEventListener("error", note);
        return [survived, await checkout.outcome, left() - before];
        "#,
    )
    .await;
    assert_eq!(result, json!([true, "closed", 0]));
}

#[wasm_bindgen_test]
async fn a_frame_of_another_origin_is_not_heard() {
    // The frame is the right one, but what is in it is not Pay Station.
    let result = run(r#"
        await load();
        const environment = { apiUrl: "http://127.0.0.1:1/api", payStationUrl: location.origin };
        const { payStation } = new LiveOps({ projectId: 1, storage: null, environment });
        const checkout = payStation.open({ order_id: 7, token: "a" }, { mode: "iframe" });
        const dialog = () => document.querySelector("dialog");
        const loaded = async () => { while (dialog()?.dataset.state !== "loaded") await new Promise((resolve) => setTimeout(resolve)); };
        await loaded();
        const heard = new Promise((resolve) => addEventListener("message", ({ origin }) => resolve(origin), { once: true }));
        // An opaque origin.
        dialog().querySelector("iframe").src = `data:text/html,<script>parent.postMessage('{"command":"close"}', "*")</script>`;
        const origin = await heard;
        const survived = dialog().open;
        dialog().querySelector("button").click();
        return [origin, survived, await checkout.outcome];
    "#)
    .await;
    assert_eq!(result, json!(["null", true, "closed"]));
}

#[wasm_bindgen_test]
async fn a_message_of_pay_station_and_its_end_cause_a_read() {
    for (cause, outcome) in [
        (
            r#"frame().contentWindow.eval(`parent.postMessage('{"command":"status"}', "*")`);"#,
            "open",
        ),
        ("overlay().querySelector('button').click();", "closed"),
    ] {
        let result = run(&format!(
            r#"
            await load();
            const overlay = () => document.querySelector("dialog.xsolla-liveops-checkout");
            const frame = () => document.querySelector("dialog iframe");
            let status = "new";
            const fetch = (request) => json({{ order_id: 7, status }})(request);
            const environment = {{ apiUrl: "http://127.0.0.1:1/api", payStationUrl: location.origin }};
            // So that no read comes by itself in the time of this test.
            Object.defineProperty(document, "hidden", {{ configurable: true, get: () => true }});
            try {{
              const {{ payStation }} = new LiveOps({{ projectId: 1, environment, fetch, storage: null }});
              const checkout = payStation.open({{ order_id: 7, token: "a" }}, {{ mode: "iframe" }});
              const statuses = checkout.statuses();
              const first = (await statuses.next()).value;
              while (overlay()?.dataset.state !== "loaded") await new Promise((resolve) => setTimeout(resolve));
              status = "done";
              {cause}
              const second = (await statuses.next()).value;
              return [first, second, overlay() ? "open" : await checkout.outcome];
            }} finally {{
              delete document.hidden;
            }}
            "#
        ))
        .await;
        assert_eq!(result, json!(["new", "done", outcome]), "{cause}");
    }
}
