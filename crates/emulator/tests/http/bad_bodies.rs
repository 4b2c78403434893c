//! Bodies that must be refused, each with one clear error, and leave everything as it was.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};

use serde_json::json;

use crate::bad_requests::{changes_nothing, game};
use crate::game::{daily_chain, item};
use crate::http;

#[test]
fn a_body_that_is_no_json_names_the_place_where_it_breaks() {
    let emulator = game();
    let mira = emulator.player("mira");
    for (method, path) in [
        ("POST", "/coupon/redeem"),
        ("POST", "/promocode/redeem"),
        ("PUT", "/cart/fill"),
    ] {
        for body in ["{", "{\"coupon_code\": }", "", "WINTER", "\u{0}"] {
            let request = || {
                mira.request(method, path)
                    .header("content-type", "application/json")
            };
            let reply = changes_nothing(&mira, || http::send(request(), body));
            assert!(
                matches!(reply.status, 400 | 422),
                "{} {}",
                reply.status,
                reply.text
            );
            assert!(!reply.refused(reply.status, 1102).is_empty());
        }
    }
}

#[test]
fn a_body_of_the_wrong_shape_is_refused_by_its_property() {
    let emulator = game();
    let mira = emulator.player("mira");
    for (method, path, body, property) in [
        ("POST", "/coupon/redeem", json!({}), "coupon_code"),
        (
            "POST",
            "/coupon/redeem",
            json!({ "coupon_code": 5 }),
            "coupon_code",
        ),
        (
            "POST",
            "/coupon/redeem",
            json!({ "coupon_code": "MOTH" }),
            "selected_unit_items",
        ),
        (
            "POST",
            "/coupon/redeem",
            json!({ "coupon_code": "MOTH", "selected_unit_items": { "moth": "lantern" } }),
            "lantern",
        ),
        ("POST", "/promocode/redeem", json!({}), "coupon_code"),
        ("PUT", "/cart/fill", json!({}), "items"),
        (
            "PUT",
            "/cart/fill",
            json!({ "items": [{ "sku": "lantern", "quantity": -1 }] }),
            "quantity",
        ),
        (
            "PUT",
            "/cart/fill",
            json!({ "items": [{ "sku": "lantern", "quantity": 1.5 }] }),
            "quantity",
        ),
        (
            "PUT",
            "/cart/fill",
            json!({ "items": [{ "quantity": 1 }] }),
            "sku",
        ),
    ] {
        let reply = changes_nothing(&mira, || mira.send(method, path, &body));
        let message = reply.refused(422, 1102);
        assert!(message.contains(property), "{body}: {message}");
    }
}

#[test]
fn amounts_that_cannot_be_counted_are_refused_and_the_next_request_is_answered() {
    const LARGEST: u64 = (1 << 53) - 1;
    let emulator = game();
    let mira = emulator.player("mira");
    let of_wicks = |lines: &[u64]| json!({ "items": lines.iter().map(|quantity| json!({ "sku": "wick", "quantity": quantity })).collect::<Vec<_>>() });
    for (lines, property) in [
        (&[LARGEST + 1][..], "items[0].quantity"),
        (&[1 << 63][..], "items[0].quantity"),
        (&[u64::MAX][..], "items[0].quantity"),
        (&[LARGEST, 1][..], "quantity"),
        (&[LARGEST][..], "items: cost more"),
    ] {
        let reply = changes_nothing(&mira, || mira.send("PUT", "/cart/fill", &of_wicks(lines)));
        let message = reply.refused(422, 1102);
        assert!(message.contains(property), "{lines:?}: {message}");
    }
    mira.send("PUT", "/cart/fill", &of_wicks(&[LARGEST / 100]))
        .ok();
    mira.send("PUT", "/cart/fill", &of_wicks(&[])).ok();

    for amount in [LARGEST + 1, 1 << 63, u64::MAX] {
        let request = http::request("PUT", &emulator.control("/players/mira"));
        let body = json!({ "wallet": { "ember": amount } });
        let message = changes_nothing(&mira, || http::send_json(request, &body)).refused(422, 1102);
        assert!(message.contains("wallet.ember"), "{message}");
    }

    let dear = &item("crown", "79228162514264337593543950335")["body"];
    let points = json!([{ "sku": "wick", "amount": LARGEST + 1 }]);
    let steps = json!({ "steps": [{ "step_number": 1, "items": [{ "sku": "wick", "quantity": LARGEST + 1 }] }] });
    let chain = &daily_chain("Another", 1, &steps)["body"];
    for (method, path, body, property) in [
        (
            "POST",
            "/admin/items/virtual_items",
            dear,
            "prices[0].amount",
        ),
        (
            "PUT",
            "/admin/items/glow/value_points/rewards",
            &points,
            "[0].amount",
        ),
        (
            "POST",
            "/admin/daily_chain",
            chain,
            "steps[0].items[0].quantity",
        ),
    ] {
        let reply = changes_nothing(&mira, || emulator.admin(method, path, body));
        let message = reply.refused(422, 1102);
        assert!(message.contains(property), "{message}");
    }
}

#[test]
fn a_body_over_one_mebibyte_is_refused() {
    let emulator = game();
    let mira = emulator.player("mira");
    let code = "W".repeat(1024 * 1024);
    let reply = changes_nothing(&mira, || {
        mira.send("POST", "/coupon/redeem", &json!({ "coupon_code": code }))
    });
    assert_eq!(reply.status, 413, "{}", reply.text);
    assert_eq!(reply.json()["statusCode"], 413);
    let form = format!("{}/paystation4/pay", emulator.pay_station);
    let reply = http::send(http::request("POST", &form), &format!("token={code}"));
    assert_eq!(reply.status, 413, "{}", reply.text);
}

#[test]
fn a_page_can_read_that_its_body_was_too_large() {
    let emulator = game();
    let mira = emulator.player("mira");
    let origin = "http://localhost:3000";
    let body = json!({ "coupon_code": "W".repeat(1024 * 1024) });
    for (request, allowed) in [
        (mira.request("POST", "/coupon/redeem"), "*"),
        (
            http::request("PUT", &emulator.control("/players/mira")),
            origin,
        ),
    ] {
        let reply = http::send_json(request.header("origin", origin), &body);
        assert_eq!(reply.status, 413, "{}", reply.text);
        assert_eq!(reply.header("access-control-allow-origin"), Some(allowed));
    }
}

#[test]
fn an_admin_body_with_a_mistake_is_refused_by_its_property() {
    let emulator = game();
    let mira = emulator.player("mira");
    for (changes, property) in [
        (
            json!({ "steps": [{ "step_number": 1, "items": [{ "sku": "no_such_item", "quantity": 1 }] }] }),
            "no_such_item",
        ),
        (
            json!({ "steps": [{ "step_number": 1, "items": [] }] }),
            "items",
        ),
        (
            json!({ "steps": [{ "step_number": 0, "items": [{ "sku": "wick", "quantity": 1 }] }] }),
            "step_number",
        ),
        (json!({ "date_start": "yesterday" }), "date_start"),
        (json!({ "type": "weekly" }), "type"),
        (json!({ "is_enabled": "yes" }), "is_enabled"),
    ] {
        let body = daily_chain("Another", 2, &changes)["body"].clone();
        let reply = changes_nothing(&mira, || {
            emulator.admin("POST", "/admin/daily_chain", &body)
        });
        assert!(
            matches!(reply.status, 404 | 422),
            "{} {}",
            reply.status,
            reply.text
        );
        assert!(
            reply.json()["errorMessage"]
                .as_str()
                .expect("a message")
                .contains(property),
            "{property}: {}",
            reply.text
        );
    }
}

#[test]
fn a_request_cut_off_in_its_body_changes_nothing() {
    let emulator = game();
    let mira = emulator.player("mira");
    let address = emulator
        .api
        .trim_start_matches("http://")
        .trim_end_matches("/api");
    changes_nothing(&mira, || {
        let mut connection = TcpStream::connect(address).expect("a connection");
        let head = format!(
            "POST /api/v2/project/44056/coupon/redeem HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {}\r\n\
             content-type: application/json\r\ncontent-length: 999\r\n\r\n{{\"coupon_code\": \"WINTER\"}}",
            mira.token
        );
        connection
            .write_all(head.as_bytes())
            .expect("a written head");
        connection.shutdown(Shutdown::Write).expect("a closed half");
        let mut answer = String::new();
        connection
            .read_to_string(&mut answer)
            .expect("an answer or none");
        assert!(!answer.starts_with("HTTP/1.1 2"), "{answer}");
    });
}
