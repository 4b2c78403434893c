//! No error holds a token, a code, or an address with one.

use super::page::run;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

/// Fails in many ways; gives how many errors were searched and those that tell a secret.
const SEARCH: &str = r#"
    const [token, code, orderToken] = ["SECRET-TOKEN", "SECRET-CODE", "SECRET-ORDER"];
    const failing = {
      refused: json({ errorCode: 9811, errorMessage: "[0401-9811]: Code not found.", transactionId: "t" }, 404),
      unauthorized: json({ errorCode: 1501 }, 401),
      garbage: text(`<p>${code} ${token}</p>`),
      shape: json({ type: 7, bonus: code, items: code, price: token, order_id: token }),
      status: json({}, 202),
      server: text(code, 500),
      network: async ({ url, headers }) => { throw new TypeError(`${url} ${headers.get("authorization")}`) },
      synchronous: ({ url }) => { throw url },
      never,
    };
    const calls = [
      (liveops) => liveops.promotions.verify(code),
      (liveops) => liveops.coupons.rewards(code),
      (liveops) => liveops.coupons.redeem(code),
      (liveops) => liveops.coupons.redeem(code, { selectedUnitItems: 7 }),
      (liveops) => liveops.promoCodes.rewards(code),
      (liveops) => liveops.promoCodes.redeem(code, { cartId: "" }),
      (liveops) => liveops.promoCodes.redeem(code),
      (liveops) => liveops.promotions.verify(`${code}\u0007`),
      (liveops) => liveops.promotions.verify(`${code}\ud800`),
      (liveops) => liveops.promotions.verify(code.repeat(20)),
      (liveops) => liveops.promotions.verify({ code }),
      (liveops) => liveops.offerChains.order({ chainId: 1, stepNumber: 1 }),
      (liveops) => liveops.offerChains.claim({ chainId: 1, stepNumber: 1 }),
      (liveops) => liveops.payStation.url({ token: `${orderToken} ` }),
      () => new LiveOps({ projectId: 1, token: `${token}\n` }),
    ];
    const everything = (error) =>
      [String(error), error.message, error.stack, ...Object.getOwnPropertyNames(error).map((name) => `${name}=${JSON.stringify(error[name])}`)].join("\n");
    const leaks = [];
    let errors = 0;
    for (const [name, fetch] of Object.entries(failing)) {
      for (const given of [token, () => token, () => `${token} `]) {
        const liveops = new LiveOps({ projectId: 1, fetch, token: given, timeoutMs: 5 });
        for (const call of calls) {
          const error = await (async () => call(liveops))().then((value) => ({ value }), (error) => error);
          if (!(error instanceof Error)) { leaks.push([name, String(call), "no error"]); continue; }
          errors++;
          if (/SECRET/.test(everything(error))) leaks.push([name, String(call), error.message]);
        }
      }
    }
    return { errors, leaks };
"#;

#[wasm_bindgen_test]
async fn no_error_tells_a_secret() {
    assert_eq!(
        run(SEARCH).await,
        json!({ "errors": 9 * 3 * 15, "leaks": [] })
    );
}
