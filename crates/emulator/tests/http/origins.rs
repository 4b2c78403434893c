//! Three origins, each for itself: who may ask, and what a browser is told.

use serde_json::json;

use crate::emulator::Emulator;
use crate::game::{daily_chain, player, seed};
use crate::http::{self, NO_BODY, Reply};

fn game() -> Emulator {
    Emulator::start(&seed(&[
        daily_chain("Lanterns", 7, &json!({})),
        player("mira", &json!({})),
    ]))
}

fn preflight(url: &str, method: &str, headers: &str) -> Reply {
    let request = http::request("OPTIONS", url)
        .header("origin", "https://shop.example")
        .header("access-control-request-method", method)
        .header("access-control-request-headers", headers);
    http::send(request, NO_BODY)
}

fn listed(reply: &Reply, name: &str) -> Vec<String> {
    let mut values: Vec<_> = reply
        .header(name)
        .unwrap_or_default()
        .split(',')
        .map(|value| value.trim().to_ascii_lowercase())
        .collect();
    values.sort();
    values
}

#[test]
fn the_apis_preflight_allows_its_four_headers_and_no_other() {
    let emulator = game();
    for headers in ["authorization,content-type", "authorization,x-custom,x-sdk"] {
        let reply = preflight(&emulator.url("/coupon/redeem"), "POST", headers);
        assert!((200..300).contains(&reply.status), "{}", reply.status);
        assert_eq!(reply.header("access-control-allow-origin"), Some("*"));
        let allowed = listed(&reply, "access-control-allow-headers");
        assert_eq!(
            allowed,
            [
                "authorization",
                "content-type",
                "x-unauthorized-id",
                "x-user"
            ]
        );
        let methods = listed(&reply, "access-control-allow-methods");
        assert_eq!(methods, ["delete", "get", "patch", "post", "put"]);
        assert_eq!(reply.header("access-control-allow-credentials"), None);
    }
}

#[test]
fn replies_and_refusals_can_be_read_by_any_shop() {
    let emulator = game();
    let mira = emulator.player("mira");
    for path in ["/user/daily_chain", "/order/999", "/no/such/path"] {
        let request = mira
            .request("GET", path)
            .header("origin", "https://shop.example");
        let reply = http::send(request, NO_BODY);
        assert_eq!(
            reply.header("access-control-allow-origin"),
            Some("*"),
            "{path}"
        );
        assert_eq!(reply.header("access-control-expose-headers"), None);
    }
}

#[test]
fn control_routes_refuse_every_page_that_is_not_local() {
    let emulator = game();
    let mira = emulator.player("mira");
    let before = emulator.everything(&[&mira]);
    for origin in [
        "https://shop.example",
        "http://127.0.0.1.example",
        "http://localhost.example:8787",
        "null",
    ] {
        for (method, path) in [
            ("POST", "/reset"),
            ("POST", "/players/mira/token"),
            ("GET", "/audit"),
            ("GET", "/players"),
        ] {
            let request = http::request(method, &emulator.control(path)).header("origin", origin);
            let reply = http::send(request, NO_BODY);
            assert_eq!(reply.status, 403, "{origin} {path}: {}", reply.text);
            assert_eq!(reply.json()["statusCode"], 403);
            assert_eq!(reply.header("access-control-allow-origin"), None);
        }
    }
    assert_eq!(emulator.everything(&[&mira]), before);
    for origin in [emulator.storefront.as_str(), "http://localhost:3000"] {
        let request = http::request("GET", &emulator.control("/players")).header("origin", origin);
        let reply = http::send(request, NO_BODY);
        assert_eq!(
            (reply.status, reply.header("access-control-allow-origin")),
            (200, Some(origin))
        );
    }
}

#[test]
fn the_storefront_tells_its_page_where_the_others_are() {
    let emulator = game();
    let origins = http::get(&format!("{}/_emulator/origins", emulator.storefront)).ok();
    let expected =
        json!({ "project_id": 44056, "api": emulator.api, "pay_station": emulator.pay_station });
    assert_eq!(origins, expected);
}
