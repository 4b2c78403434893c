//! Who may ask: players by their token, the merchant by the project's key.

use serde_json::json;

use crate::bad_requests::{changes_nothing, daily, game};
use crate::emulator::Emulator;
use crate::game::{daily_chain, seed};
use crate::http::{self, NO_BODY};

const UNAUTHORIZED: &str = "[0401-1501]: Authorization failed: Provide authorization";

#[test]
fn a_token_that_is_absent_wrong_or_expired_is_refused() {
    let emulator = game();
    let mira = emulator.player("mira");
    let claim = format!("/user/daily_chain/{}/step/number/3/claim", daily(&mira));
    let attempt = |authorization: Option<&str>| {
        let mut request = http::request("POST", &emulator.url(&claim));
        if let Some(authorization) = authorization {
            request = request.header("authorization", authorization);
        }
        http::send(request, NO_BODY)
    };
    let (head, _) = mira.token.rsplit_once('.').expect("a JWT");
    let not_json = "Bearer aaaa.bbbb.cccc".to_owned();
    for authorization in [
        None,
        Some("Bearer"),
        Some("Bearer "),
        Some("Bearer not-a-token"),
        Some(not_json.as_str()),
        Some(&format!("Bearer {head}")),
        Some(&format!("Basic {}", mira.token)),
    ] {
        let reply = changes_nothing(&mira, || attempt(authorization));
        assert_eq!(reply.refused(401, 1501), UNAUTHORIZED, "{authorization:?}");
    }

    let before = emulator.audit();
    emulator.advance(3601);
    assert_eq!(
        attempt(Some(&format!("Bearer {}", mira.token))).refused(401, 1501),
        UNAUTHORIZED
    );
    assert_eq!(emulator.audit(), before);
}

#[test]
fn a_changed_token_is_refused_where_signatures_are_checked() {
    let emulator = Emulator::start_with(
        &seed(&[daily_chain("Lanterns", 7, &json!({}))]),
        &["--strict-auth"],
    );
    let mut mira = emulator.player("mira");
    assert_eq!(mira.get("/user/daily_chain").status, 200);
    let (head, signature) = mira.token.rsplit_once('.').expect("a JWT");
    mira.token = format!("{head}.{}", signature.chars().rev().collect::<String>());
    assert_eq!(mira.get("/cart").refused(401, 1501), UNAUTHORIZED);
}

#[test]
fn an_admin_call_without_the_projects_key_is_refused() {
    let emulator = game();
    let mira = emulator.player("mira");
    let body = daily_chain("Another", 2, &json!({}))["body"].clone();
    // 44056:wrong, then what is no key at all.
    for authorization in [
        "Basic NDQwNTY6d3Jvbmc=",
        "Basic %%",
        "Bearer NDQwNTY6ZW11bGF0b3I=",
    ] {
        let request = http::request("POST", &emulator.url("/admin/daily_chain"))
            .header("authorization", authorization);
        let reply = changes_nothing(&mira, || http::send_json(request, &body));
        let message = reply.refused(401, 1020);
        assert_eq!(
            message, "[0401-1020]: Error in Authentication method occurred",
            "{authorization}"
        );
    }
    assert_eq!(
        emulator.admin("POST", "/admin/daily_chain", &body).status,
        201
    );
}
