//! A page that leads itself to Pay Station: its way out is held up, so that the test stays.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_redirect_leads_this_page_and_is_closed_where_the_browser_brings_it_back() {
    let result = run(r#"
        await load();
        const led = [];
        const stay = (event) => (led.push(event.destination.url), event.preventDefault());
        navigation.addEventListener("navigate", stay);
        try {
          const { payStation } = new LiveOps({ projectId: 1, environment: "test", storage: null });
          const checkout = payStation.open(Promise.resolve({ order_id: 7, token: "a/b" }), { mode: "redirect" });
          await Promise.resolve();
          await new Promise((resolve) => setTimeout(resolve));
          window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));
          const task = new Promise((resolve) => setTimeout(resolve, 0, "under way"));
          const early = await Promise.race([checkout.outcome, task]);
          window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
          return [led, early, await checkout.outcome];
        } finally {
          navigation.removeEventListener("navigate", stay);
        }
    "#)
    .await;
    let address = "https://sandbox-secure.xsolla.com/paystation4/?token=a%2Fb";
    assert_eq!(result, json!([[address], "under way", "closed"]));
}

#[wasm_bindgen_test]
async fn a_redirect_whose_order_is_refused_leads_nowhere() {
    let result = run(r#"
        await load();
        const led = [];
        const stay = (event) => (led.push(event.destination.url), event.preventDefault());
        navigation.addEventListener("navigate", stay);
        try {
          const { payStation } = new LiveOps({ projectId: 1, storage: null });
          const refused = Object.assign(new Error(), { code: "limit_reached" });
          const checkout = payStation.open(Promise.reject(refused), { mode: "redirect" });
          return [await checkout.outcome.catch(({ code }) => code), led];
        } finally {
          navigation.removeEventListener("navigate", stay);
        }
    "#)
    .await;
    assert_eq!(result, json!(["limit_reached", []]));
}

#[wasm_bindgen_test]
async fn an_order_that_comes_after_close_leads_nowhere() {
    let result = run(r#"
        await load();
        const led = [];
        const stay = (event) => (led.push(event.destination.url), event.preventDefault());
        navigation.addEventListener("navigate", stay);
        const original = window.open;
        let closed = 0;
        window.open = () => ({ closed: false, close: () => closed++, location: { replace: (url) => led.push(url) } });
        try {
          const ends = [];
          for (const mode of ["window", "redirect"]) {
            const liveops = new LiveOps({ projectId: 1, storage: null });
            const order = Promise.withResolvers();
            const checkout = liveops.payStation.open(order.promise, { mode });
            await Promise.resolve();
            liveops.close();
            ends.push((await outcome(checkout.outcome)).code);
            order.resolve({ order_id: 7, token: "a" });
            await new Promise((resolve) => setTimeout(resolve));
          }
          return [ends, led, closed];
        } finally {
          window.open = original;
          navigation.removeEventListener("navigate", stay);
        }
    "#)
    .await;
    assert_eq!(result, json!([["aborted", "aborted"], [], 1]));
}
