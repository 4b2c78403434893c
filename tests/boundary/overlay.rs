//! Pay Station in a frame above the page. Pay Station stands at the test's own origin, so that the test can speak for it.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

/// Opens an order in the frame, and runs the steps once it has loaded.
pub async fn opened(order: &str, options: &str, steps: &str) -> Value {
    run(&format!(
        r#"
        const overlay = () => document.querySelector("dialog.xsolla-liveops-checkout");
        const frame = () => document.querySelector("dialog iframe");
        const left = () => document.querySelectorAll("dialog, iframe, style, [style]").length + document.adoptedStyleSheets.length;
        const loaded = async () => {{
          while (overlay()?.dataset.state !== "loaded") await new Promise((resolve) => setTimeout(resolve));
        }};
        const before = left();
        await load();
        const environment = {{ apiUrl: "http://127.0.0.1:1/api", payStationUrl: location.origin }};
        const fetch = json({{ order_id: 7, status: "done" }});
        const liveops = new LiveOps({{ projectId: 1, environment, fetch, storage: null }});
        const checkout = liveops.payStation.open({order}, {{ mode: "iframe", ...{options} }});
        {steps}
        "#
    ))
    .await
}

/// An order to be opened.
pub const ORDER: &str = "{ order_id: 7, token: 'a/b' }";

#[wasm_bindgen_test]
async fn it_is_a_modal_dialog_with_a_frame_that_tells_nobody_where_it_came_from() {
    let result = opened(
        ORDER,
        "{}",
        r#"
        await loaded();
        const { title, allow, referrerPolicy } = frame();
        const src = frame().src === `${location.origin}/paystation4/?token=a%2Fb`;
        const facts = [
          overlay().matches(":modal"), overlay().ariaLabel ?? overlay().getAttribute("aria-label"), overlay().querySelector("button").title,
          title, allow, referrerPolicy, src, getComputedStyle(document.documentElement).overflow, overlay().outerHTML.includes("style"),
        ];
        overlay().querySelector("button").click();
        return [facts, await checkout.outcome, left() - before, getComputedStyle(document.documentElement).overflow];
        "#,
    )
    .await;
    let allow = "payment; clipboard-read; clipboard-write";
    let facts = json!([
        true,
        "Payment",
        "Close",
        "Payment",
        allow,
        "no-referrer",
        true,
        "hidden",
        false
    ]);
    assert_eq!(result, json!([facts, "closed", 0, "visible"]));
}

#[wasm_bindgen_test]
async fn it_is_there_before_the_order_is_and_says_that_it_loads() {
    let result = opened(
        "new Promise(() => {})",
        "{ labels: { title: 'Zahlung', close: 'Schließen', loading: 'Wird geladen' } }",
        r#"
        await Promise.resolve(); await Promise.resolve();
        const facts = [overlay().dataset.state, overlay().textContent, overlay().getAttribute("aria-label"), frame()];
        overlay().close();
        return [facts, await checkout.outcome, left() - before];
        "#,
    )
    .await;
    let facts = json!(["loading", "Zahlung×Wird geladen", "Zahlung", null]);
    assert_eq!(result, json!([facts, "closed", 0]));
}

#[wasm_bindgen_test]
async fn a_rejected_order_or_close_takes_it_away_and_the_outcome_says_why() {
    for (order, steps, code) in [
        (
            "Promise.reject(Object.assign(new Error(), { code: 'limit_reached' }))",
            "",
            "limit_reached",
        ),
        ("Promise.resolve({ token: '' })", "", "invalid_argument"),
        (ORDER, "await loaded(); liveops.close();", "aborted"),
        (ORDER, "liveops.close();", "aborted"),
        ("new Promise(() => {})", "liveops.close();", "aborted"),
    ] {
        let steps = format!(
            r"
            {steps}
            const code = await checkout.outcome.catch((error) => error.code);
            return [code, left() - before, getComputedStyle(document.documentElement).overflow];
            "
        );
        let result = opened(order, "{}", &steps).await;
        assert_eq!(result, json!([code, 0, "visible"]), "{order} {steps}");
    }
}

#[wasm_bindgen_test]
async fn wrong_labels_are_told_and_nothing_is_shown() {
    for labels in ["{ title: 7 }", "{ close: {} }"] {
        let result = opened(
            ORDER,
            &format!("{{ labels: {labels} }}"),
            "const { code, message } = await outcome(checkout.outcome); return [code, message.includes('labels.'), left() - before];",
        )
        .await;
        assert_eq!(result, json!(["invalid_argument", true, 0]), "{labels}");
    }
}

#[wasm_bindgen_test]
async fn the_focus_comes_back_even_to_a_button_that_was_disabled_meanwhile() {
    let result = run(r#"
        await load();
        const button = document.body.appendChild(document.createElement("button"));
        try {
          button.focus();
          const liveops = {};
          // As a network brings it: the browser has drawn the page meanwhile, and a disabled button has lost the focus.
          const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          connect(liveops, { projectId: 1, storage: null }, { checkout: async () => (await drawn(), (await load())[0]) });
          const checkout = liveops.payStation.open(new Promise(() => {}), { mode: "iframe" });
          button.disabled = true;
          const dialog = await (async () => {
            for (;;) {
              const dialog = document.querySelector("dialog");
              if (dialog) return dialog;
              await drawn();
            }
          })();
          const inside = document.activeElement === dialog;
          button.disabled = false;
          dialog.querySelector("button").click();
          return [inside, await checkout.outcome, document.activeElement === button];
        } finally {
          button.remove();
        }
    "#)
    .await;
    assert_eq!(result, json!([true, "closed", true]));
}

#[wasm_bindgen_test]
async fn another_one_takes_its_place() {
    let result = opened(
        ORDER,
        "{}",
        r#"
        await loaded();
        const other = liveops.payStation.open({ order_id: 8, token: "c" }, { mode: "iframe" });
        const first = await checkout.outcome;
        await loaded();
        const facts = [document.querySelectorAll("dialog").length, frame().src.endsWith("token=c"), getComputedStyle(document.documentElement).overflow];
        overlay().querySelector("button").click();
        return [first, facts, await other.outcome, left() - before];
        "#,
    )
    .await;
    assert_eq!(result, json!(["closed", [1, true, "hidden"], "closed", 0]));
}

#[wasm_bindgen_test]
async fn a_page_that_takes_it_away_itself_is_told_that_it_is_closed() {
    for steps in ["overlay().remove();", "overlay().close();"] {
        let steps =
            format!("await loaded(); {steps} return [await checkout.outcome, left() - before];");
        assert_eq!(
            opened(ORDER, "{}", &steps).await,
            json!(["closed", 0]),
            "{steps}"
        );
    }
}

#[wasm_bindgen_test]
async fn where_nothing_loads_a_link_leads_there_and_the_outcome_is_failed() {
    let result = run(r#"
        await load();
        clock.start();
        // A frame that never says that it has loaded.
        const { addEventListener } = HTMLIFrameElement.prototype;
        let load_;
        HTMLIFrameElement.prototype.addEventListener = function (type, run) { if (type === "load") load_ = run; };
        try {
          const environment = { apiUrl: "http://127.0.0.1:1/api", payStationUrl: location.origin };
          const { payStation } = new LiveOps({ projectId: 1, storage: null, environment });
          const ends = [];
          for (const late of [false, true]) {
            const checkout = payStation.open({ order_id: 7, token: "a/b" }, { mode: "iframe", labels: { openWindow: "Open" } });
            await clock.pass(19_999);
            const dialog = document.querySelector("dialog");
            const before = dialog.dataset.state;
            await clock.pass(1);
            const link = dialog.querySelector("a");
            const facts = [before, dialog.dataset.state, link.textContent, new URL(link.href).search, link.target, link.rel];
            if (late) load_();
            facts.push(dialog.dataset.state);
            dialog.querySelector("button").click();
            ends.push([facts, await checkout.outcome, clock.timers]);
          }
          const checkout = payStation.open({ order_id: 7, token: "a/b" }, { mode: "iframe" });
          await clock.pass(1_000);
          document.querySelector("dialog button").click();
          ends.push([await checkout.outcome, clock.timers]);
          return ends;
        } finally {
          HTMLIFrameElement.prototype.addEventListener = addEventListener;
        }
    "#)
    .await;
    let facts = |last| {
        json!([
            "loading",
            "failed",
            "Open",
            "?token=a%2Fb",
            "_blank",
            "noopener noreferrer",
            last
        ])
    };
    assert_eq!(
        result,
        json!([
            [facts("failed"), "failed", 0],
            [facts("loaded"), "closed", 0],
            ["closed", 0]
        ])
    );
}

#[wasm_bindgen_test]
async fn nothing_listens_and_no_token_stays_when_it_has_ended() {
    let result = run(r#"
        await load();
        const listening = listeners(window, document);
        try {
          const environment = { apiUrl: "http://127.0.0.1:1/api", payStationUrl: location.origin };
          const { payStation } = new LiveOps({ projectId: 1, environment });
          const ends = [];
          for (const orderId of [201, 202]) {
            const checkout = payStation.open({ order_id: orderId, token: "marked-token" }, { mode: "iframe" });
            while (document.querySelector("dialog")?.dataset.state !== "loaded") await new Promise((resolve) => setTimeout(resolve));
            const during = listening.count;
            document.querySelector("dialog button").click();
            await checkout.outcome;
            const seen = [document.documentElement.outerHTML, location.href, JSON.stringify(history.state), JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
            ends.push([during > 0, listening.count, seen.filter((text) => text?.includes("marked-token")).length]);
          }
          localStorage.clear();
          return ends;
        } finally {
          listening.forget();
        }
    "#)
    .await;
    assert_eq!(result, json!([[true, 0, 0], [true, 0, 0]]));
}
