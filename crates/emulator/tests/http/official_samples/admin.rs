use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{coupon, daily_chain, offer_chain, reward_chain, seed};
use crate::http::{self, NO_BODY};
use crate::sample::hold;

#[test]
fn admin_operations() {
    let [create_coupon, create_code] = coupon("WINTER", &json!({}));
    let emulator = Emulator::start(&seed(&[]));
    let created = |path: &str, entry: &Value, sample: &str| {
        let reply = emulator.admin("POST", path, &entry["body"]);
        assert_eq!(reply.status, 201, "{path}: {}", reply.text);
        hold(&reply.json(), sample, &[]);
        reply.json()
    };
    created(
        "/admin/offer_chain",
        &offer_chain("Path", &json!({})),
        "admin-create-offer-chain",
    );
    created(
        "/admin/reward_chain",
        &reward_chain("Jar", "glow", &json!({})),
        "admin-create-reward-chain",
    );
    created("/admin/coupon", &create_coupon, "admin-create-coupon");
    created(
        "/admin/coupon/coupon_WINTER/code",
        &create_code,
        "create-coupon-code",
    );
    let points = json!({ "body": { "sku": "moss", "name": { "en": "Moss" } } });
    created(
        "/admin/items/value_points",
        &points,
        "admin-create-value-points",
    );
    let generate = json!({ "count": 5 });
    let generated = emulator
        .admin(
            "PUT",
            "/admin/coupon/coupon_WINTER/code/generate",
            &generate,
        )
        .ok();
    hold(&generated, "generate-coupon-codes", &[]);

    let steps = json!([
        { "step_number": 1, "items": [{ "sku": "wick", "quantity": 2 }] },
        { "step_number": 2, "items": [{ "sku": "cloak", "quantity": 1 }] },
    ]);
    let chain = daily_chain(
        "Lanterns",
        2,
        &json!({ "steps": steps, "date_end": "2124-01-01T00:00:00+00:00" }),
    );
    emulator
        .admin("POST", "/admin/daily_chain", &chain["body"])
        .ok();
    let list = emulator.admin("GET", "/admin/daily_chain", &json!({})).ok();
    let id = &list["items"][0]["id"];
    let chain = emulator
        .admin("GET", &format!("/admin/daily_chain/id/{id}"), &json!({}))
        .ok();
    hold(&chain, "admin-get-daily-chain", &[]);
}

#[test]
fn admin_operations_of_both_versions_are_served() {
    let emulator = Emulator::start(&seed(&coupon("WINTER", &json!({}))));
    for version in ["v2", "v3"] {
        for path in ["reward_chain", "coupon", "promocode"] {
            let url = format!("{}/{version}/project/44056/admin/{path}", emulator.api);
            let request =
                http::request("GET", &url).header("authorization", "Basic NDQwNTY6ZW11bGF0b3I=");
            assert_eq!(http::send(request, NO_BODY).status, 200, "{url}");
        }
    }
}
