//! Guests shop for game keys without a token: only carts and their orders are told who they are.

use super::page::run;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

const GUEST: &str = "{ id: 'visitor-7', email: 'mira@example.com' }";

/// Makes each call; gives the names of headers that tell of a guest or a player, by call.
async fn told(options: &str, calls: &[&str]) -> Value {
    let calls = json!(calls);
    run(&format!(
        r#"
        const told = {{}};
        for (const call of {calls}) {{
          const api = new Api(json({{}}));
          const liveops = new LiveOps({{ projectId: 44056, fetch: api.fetch, ...{options} }});
          await outcome(new Function("liveops", `return liveops.${{call}}`)(liveops));
          const [{{ headers }}] = api.requests;
          told[call] = ["authorization", "x-unauthorized-id", "x-user"].map((name) => headers.get(name));
        }}
        return told;
        "#
    ))
    .await
}

const FOR_GUESTS: [&str; 11] = [
    "cart.get()",
    "cart.fill({ items: [{ sku: 'a', quantity: 1 }] })",
    "cart.putItem('a', { quantity: 1 })",
    "cart.deleteItem('a')",
    "cart.clear()",
    "orders.get(1)",
    "orders.createWithCart()",
    "orders.createFreeWithCart()",
    "promoCodes.redeem('GLOW20')",
    "promoCodes.remove()",
    "cart.get({ cartId: 'another' })",
];

const FOR_PLAYERS: [&str; 8] = [
    "catalog.items()",
    "catalog.item('a')",
    "catalog.groups()",
    "orders.createWithItem('a')",
    "orders.createFreeWithItem('a')",
    "orders.createWithItemForVirtualCurrency('a', { virtualCurrencySku: 'b' })",
    "coupons.redeem('WINTER2023')",
    "dailyChains.list()",
];

/// The same headers for each of the calls.
fn each(calls: &[&str], headers: &Value) -> Value {
    calls
        .iter()
        .map(|call| ((*call).to_owned(), headers.clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

#[wasm_bindgen_test]
async fn carts_and_their_orders_are_told_who_the_guest_is() {
    let options = format!("{{ guest: {GUEST} }}");
    let headers = json!([null, "visitor-7", "bWlyYUBleGFtcGxlLmNvbQ=="]);
    assert_eq!(
        told(&options, &FOR_GUESTS).await,
        each(&FOR_GUESTS, &headers)
    );
}

#[wasm_bindgen_test]
async fn nothing_else_is_told_who_the_guest_is() {
    let options = format!("{{ guest: {GUEST} }}");
    let headers = json!([null, null, null]);
    assert_eq!(
        told(&options, &FOR_PLAYERS).await,
        each(&FOR_PLAYERS, &headers)
    );
}

#[wasm_bindgen_test]
async fn a_player_is_no_guest() {
    for token in ["'secret'", "() => 'secret'"] {
        let options = format!("{{ token: {token}, guest: {GUEST} }}");
        let headers = json!(["Bearer secret", null, null]);
        assert_eq!(
            told(&options, &FOR_GUESTS).await,
            each(&FOR_GUESTS, &headers),
            "{token}"
        );
    }
}

#[wasm_bindgen_test]
async fn a_token_function_without_a_token_leaves_a_guest() {
    let options = format!("{{ token: async () => null, guest: {GUEST} }}");
    let headers = json!([null, "visitor-7", "bWlyYUBleGFtcGxlLmNvbQ=="]);
    let calls = ["cart.get()"];
    assert_eq!(told(&options, &calls).await, each(&calls, &headers));
}

#[wasm_bindgen_test]
async fn an_address_of_any_script_is_sent_as_utf_8() {
    for (email, base64) in [
        ("jürgen@müller.example", "asO8cmdlbkBtw7xsbGVyLmV4YW1wbGU="),
        ("用户@例子.example", "55So5oi3QOS+i+WtkC5leGFtcGxl"),
    ] {
        let options = format!("{{ guest: {{ id: '1', email: {} }} }}", json!(email));
        let headers = json!([null, "1", base64]);
        let calls = ["cart.get()"];
        assert_eq!(
            told(&options, &calls).await,
            each(&calls, &headers),
            "{email}"
        );
    }
}

#[wasm_bindgen_test]
async fn what_is_no_guest() {
    let result = run(r#"
        const email = "mira@example.com";
        const guests = {
          number: 7, text: "visitor", boolean: true, array: [], empty: {}, "no id": { email }, "no e-mail": { id: "1" },
          "empty id": { id: "", email }, "space in id": { id: "a b", email }, "line in id": { id: "a\nb", email },
          "foreign id": { id: "ä", email }, "long id": { id: "a".repeat(256), email }, "null id": { id: null, email },
          "number as id": { id: 7, email }, "array as e-mail": { id: "1", email: [email] },
          "id of an object": { id: {}, email }, "empty e-mail": { id: "1", email: "" }, "no at": { id: "1", email: "mira" },
          "space in e-mail": { id: "1", email: "mi ra@example.com" }, "null e-mail": { id: "1", email: null },
          trap: { get id() { throw new Error("trap") }, email },
        };
        const wrong = {};
        for (const [name, guest] of Object.entries(guests)) {
          const { code, applied, message } = await outcome(() => new LiveOps({ projectId: 1, guest }));
          if (code !== "invalid_argument" || applied !== false || !/guest/.test(message)) wrong[name] = code ?? "accepted";
          else if (message.includes("mira")) wrong[name] = message;
        }
        return wrong;
    "#)
    .await;
    assert_eq!(result, json!({}));
}

#[wasm_bindgen_test]
async fn null_is_no_guest_but_no_mistake() {
    for guest in ["null", "undefined"] {
        let calls = ["cart.get()"];
        let told = told(&format!("{{ guest: {guest} }}"), &calls).await;
        assert_eq!(told, each(&calls, &json!([null, null, null])), "{guest}");
    }
}
