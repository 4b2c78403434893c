//! Bodies that must be refused, each with one clear error, and leave everything as it was.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};

use serde_json::json;

use crate::bad_requests::{changes_nothing, game};
use crate::game::daily_chain;
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
fn a_body_over_one_mebibyte_is_refused() {
    let emulator = game();
    let mira = emulator.player("mira");
    let code = "W".repeat(1024 * 1024);
    let reply = changes_nothing(&mira, || {
        mira.send("POST", "/coupon/redeem", &json!({ "coupon_code": code }))
    });
    assert_eq!(reply.status, 413, "{}", reply.text);
    assert_eq!(reply.json()["statusCode"], 413);
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
