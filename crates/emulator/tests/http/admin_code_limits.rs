//! What is left of the limits of coupons and promo codes, as merchants read it.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{coupon, promo_code, seed};
use crate::http::Reply;

/// A game with the coupon WINTER and the promo code SUMMER, with these limits.
fn game(limits: &Value) -> Emulator {
    Emulator::start(&seed(
        &[coupon("WINTER", limits), promo_code("SUMMER", limits)].concat(),
    ))
}

fn read(emulator: &Emulator, path: &str) -> Reply {
    emulator.admin("GET", path, &Value::Null)
}

fn redeem(player: &Player, code: &str) -> Reply {
    player.send("POST", "/coupon/redeem", &json!({ "coupon_code": code }))
}

#[test]
fn the_limits_of_codes_are_counted_filtered_and_paged() {
    let emulator = game(&json!({ "redeem_code_limit": 2 }));
    for code in ["FROST", "SLEET"] {
        let body = json!({ "coupon_code": code });
        emulator
            .admin("POST", "/admin/coupon/coupon_WINTER/code", &body)
            .ok();
    }
    redeem(&emulator.player("mira"), "FROST").ok();
    let limits = |query: &str| {
        let path = format!("/admin/code/limit/coupon/external_id/coupon_WINTER{query}");
        read(&emulator, &path).ok()
    };
    let all = limits("");
    assert_eq!(
        (&all["total_items_count"], &all["has_more"]),
        (&json!(3), &json!(false))
    );
    let frost = limits("?codes[]=FROST&codes[]=NONE");
    assert_eq!(
        frost["items"],
        json!([{ "code": "FROST", "per_code": { "total": 2, "available": 1, "used": 1, "reserved": 0 } }])
    );
    let page = limits("?codes[]=FROST&codes[]=SLEET&limit=1&offset=1");
    assert_eq!(
        (
            &page["items"][0]["code"],
            &page["total_items_count"],
            &page["has_more"]
        ),
        (&json!("SLEET"), &json!(2), &json!(false))
    );
    assert_eq!(limits("?limit=1")["has_more"], true);
    read(&emulator, "/admin/code/limit/coupon/external_id/none").refused(404, 9802);
}

#[test]
fn a_players_limit_goes_down_with_each_use() {
    let emulator = game(&json!({ "redeem_user_limit": 2 }));
    let mira = emulator.player("mira");
    let limit = |query: &str| {
        let path = format!("/admin/user/limit/coupon/external_id/{query}");
        read(&emulator, &path)
    };
    let of_mira = || limit("coupon_WINTER?user_external_id=mira").ok();
    assert_eq!(
        of_mira(),
        json!({ "per_user": { "total": 2, "available": 2 } })
    );
    redeem(&mira, "WINTER").ok();
    assert_eq!(
        of_mira(),
        json!({ "per_user": { "total": 2, "available": 1 } })
    );

    let nobody = limit("coupon_WINTER?user_external_id=nobody").refused(404, 5008);
    assert_eq!(nobody, "[0401-5008]: Could not find User");
    let unknown = limit("none?user_external_id=mira").refused(404, 9802);
    assert_eq!(unknown, "[0401-9802]: Coupon not found");
    let unnamed = limit("coupon_WINTER").refused(422, 1102);
    assert!(unnamed.contains("user_external_id"), "{unnamed}");
    let path = "/admin/user/limit/promocode/external_id/promo_SUMMER?user_external_id=mira";
    assert_eq!(read(&emulator, path).ok()["per_user"]["available"], 2);

    let unlimited = game(&json!({}));
    unlimited.player("mira");
    read(&unlimited, path).refused(422, 4509);
}
