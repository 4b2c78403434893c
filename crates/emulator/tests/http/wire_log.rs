//! What was sent, as a tester reads it.

use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{coupon, player, seed};
use crate::http::{self, NO_BODY};

fn requests(emulator: &Emulator, query: &str) -> Vec<Value> {
    let body = http::get(&emulator.control(&format!("/requests?{query}"))).ok();
    body["requests"].as_array().expect("a list").clone()
}

#[test]
fn requests_are_noted_with_their_player_operation_connection_and_status() {
    let mut entries = vec![player("mira", &json!({}))];
    entries.extend(coupon("MOTHWING", &json!({})));
    let emulator = Emulator::start(&seed(&entries));
    let mira = emulator.player("mira");
    let mut wire = emulator.wire();
    wire.send_as(&mira, "GET", "/promotion/code/MOTHWING/verify");
    wire.answer();
    wire.send_as(&mira, "POST", "/coupon/redeem");
    wire.answer();
    emulator.visitor("ann", "GET", "/cart", &json!({}));
    http::send(
        http::request("GET", &format!("{}/nowhere", emulator.api)),
        NO_BODY,
    );
    let noted = requests(&emulator, "");
    let facts: Vec<_> = noted
        .iter()
        .map(|request| {
            json!([
                request["id"],
                request["player"],
                request["operation"],
                request["method"],
                request["status"]
            ])
        })
        .collect();
    assert_eq!(
        facts,
        [
            json!([1, "mira", "verify-promotion-code", "GET", 200]),
            json!([2, "mira", "redeem-coupon", "POST", 422]),
            json!([3, "guest:ann", "get-user-cart", "GET", 200]),
            json!([4, null, null, "GET", 404]),
        ]
    );
    assert_eq!(noted[0]["connection"], noted[1]["connection"]);
    assert_ne!(noted[0]["connection"], noted[2]["connection"]);
    assert_eq!((&noted[0]["nth"], &noted[1]["nth"]), (&json!(1), &json!(2)));
    let text = json!(noted).to_string();
    assert!(
        !text.contains("MOTHWING") && !text.contains(&mira.token[..20]),
        "{text}"
    );

    let ids = |query: &str| -> Vec<_> {
        requests(&emulator, query)
            .iter()
            .map(|request| request["id"].as_u64().expect("a number"))
            .collect()
    };
    assert_eq!(ids("player=mira"), [1, 2]);
    assert_eq!(ids("after=2"), [3, 4]);
    assert_eq!(ids("after=1&limit=2"), [2, 3]);
    assert_eq!(ids("player=mira&after=1"), [2]);
    assert!(ids("after=4").is_empty());
    http::send(http::request("POST", &emulator.control("/reset")), NO_BODY).ok();
    assert!(ids("").is_empty());
    mira.get("/cart").ok();
    assert_eq!(ids(""), [5]);
}

#[test]
fn a_preflight_is_noted_with_what_it_asks_for_and_a_socket_by_its_name() {
    let emulator = Emulator::start(&seed(&[]));
    let request = http::request("OPTIONS", &emulator.url("/coupon/redeem"))
        .header("origin", "https://shop.example")
        .header("access-control-request-method", "POST");
    http::send(request, NO_BODY).ok();
    let socket = format!("http://{}/connection/websocket", emulator.host());
    http::get(&socket);
    let facts: Vec<_> = requests(&emulator, "")
        .iter()
        .map(|request| json!([request["operation"], request["method"], request["status"]]))
        .collect();
    assert_eq!(
        facts,
        [
            json!(["redeem-coupon", "OPTIONS", 200]),
            json!(["order-socket", "GET", 400])
        ]
    );
}
