use serde_json::{Value, json};

use crate::emulator::Emulator;
use crate::game::{
    chain_id, clans, coupon, daily_chain, offer_chain, player, promo_code, reward_chain, seed,
};
use crate::http::{self, NO_BODY};
use crate::sample::hold;

/// Nullable in the API, and not configured in these tests.
const OF_A_CART_ITEM: [&str; 4] = [
    "items[].attributes",
    "items[].limits",
    "items[].periods",
    "items[].promotions",
];

fn with_codes(changes: &Value) -> Emulator {
    let coupon = coupon("WINTER", changes);
    let promo_code = promo_code(
        "SUMMER",
        &json!({
            "bonus": [{ "sku": "moth", "quantity": 1 }],
            "discounted_items": [{ "sku": "wick", "discount": { "percent": "50.00" } }],
        }),
    );
    Emulator::start(&seed(
        &[&coupon[..], &promo_code[..], &[player("mira", &json!({}))]].concat(),
    ))
}

#[test]
fn verify_promotion_code() {
    let emulator = with_codes(&json!({ "bonus": [{ "sku": "moth", "quantity": 1 }] }));
    let mira = emulator.player("mira");
    hold(
        &mira.get("/promotion/code/WINTER/verify").ok(),
        "verify-promotion-code.coupon",
        &[],
    );
    hold(
        &mira.get("/promotion/code/SUMMER/verify").ok(),
        "verify-promotion-code.promo-code",
        &[],
    );
}

#[test]
fn coupon_rewards_and_redeem() {
    let emulator = with_codes(&json!({ "bonus": [{ "sku": "moth", "quantity": 1 }] }));
    let mira = emulator.player("mira");
    // A coupon gives items only; the sample's discount is null here.
    hold(
        &mira.get("/coupon/code/WINTER/rewards").ok(),
        "get-coupon-rewards-by-code",
        &["discount"],
    );

    let emulator = with_codes(&json!({}));
    let redeemed = emulator
        .player("mira")
        .send(
            "POST",
            "/coupon/redeem",
            &json!({ "coupon_code": "WINTER" }),
        )
        .ok();
    hold(
        &redeemed,
        "redeem-coupon",
        &["items[].inventory_options.consumable"],
    );
}

#[test]
fn promo_code_rewards() {
    let emulator = with_codes(&json!({}));
    let rewards = emulator
        .player("mira")
        .get("/promocode/code/SUMMER/rewards")
        .ok();
    hold(&rewards, "get-promo-code-rewards-by-code", &[]);
}

#[test]
fn promo_code_redeem_and_remove() {
    let gift = json!({
        "bonus": [{ "sku": "wick", "quantity": 1 }],
        "discounted_items": [{ "sku": "lantern", "discount": { "percent": "50.00" } }],
        "date_end": "2124-01-01T00:00:00+00:00",
    });
    let emulator = Emulator::start(&seed(&promo_code("GIFT", &gift)));
    let mira = emulator.player("mira");
    mira.send(
        "PUT",
        "/cart/fill",
        &json!({ "items": [{ "sku": "lantern", "quantity": 2 }] }),
    )
    .ok();
    let redeem = json!({ "coupon_code": "GIFT", "cart": { "id": "current" } });
    // A gift in the cart has no price and earns no points; the code itself gives no bonus per item.
    let may_be_missing = [
        &OF_A_CART_ITEM[..],
        &["promotions", "items[].inventory_options.consumable"],
        &[
            "items[].price",
            "items[].vp_rewards",
            "items[].promotions[].bonus",
        ],
    ]
    .concat();
    hold(
        &mira.send("POST", "/promocode/redeem", &redeem).ok(),
        "redeem-promo-code",
        &may_be_missing,
    );
    let removed = mira
        .send(
            "PUT",
            "/promocode/remove",
            &json!({ "cart": { "id": "current" } }),
        )
        .ok();
    hold(&removed, "remove-cart-promo-code", &may_be_missing);
}

#[test]
fn cart_fill_and_get() {
    let emulator = with_codes(&json!({}));
    let mira = emulator.player("mira");
    let items = json!({ "items": [{ "sku": "lantern", "quantity": 2 }, { "sku": "no_such_item", "quantity": 1 }] });
    let may_be_missing = [
        &OF_A_CART_ITEM[..],
        &["promotions", "items[].inventory_options.consumable"],
    ]
    .concat();
    hold(
        &mira.send("PUT", "/cart/fill", &items).ok(),
        "cart-fill",
        &may_be_missing,
    );
    hold(&mira.get("/cart").ok(), "get-user-cart", &may_be_missing);
}

#[test]
fn daily_chains() {
    let steps = json!([
        { "step_number": 1, "items": [{ "sku": "wick", "quantity": 2 }] },
        { "step_number": 2, "items": [{ "sku": "kit", "quantity": 1 }] },
    ]);
    let limited = json!({ "steps": steps, "date_end": "2124-01-01T00:00:00+00:00" });
    let emulator = Emulator::start(&seed(&[daily_chain("Lanterns", 2, &limited)]));
    let mira = emulator.player("mira");
    let list = mira.get("/user/daily_chain").ok();
    hold(&list, "get-daily-chains-list", &[]);
    let id = chain_id(&list, "Lanterns");
    hold(
        &mira.get(&format!("/user/daily_chain/{id}")).ok(),
        "get-user-daily-chain-by-id",
        &[],
    );
    let claimed = claim_the_open_step(&mira, id);
    assert_eq!((claimed.status, claimed.text.as_str()), (204, ""));
}

fn claim_the_open_step(player: &crate::emulator::Player, id: u64) -> crate::http::Reply {
    let chain = player.get(&format!("/user/daily_chain/{id}")).ok();
    let steps = chain["steps"].as_array().expect("steps");
    let open = steps
        .iter()
        .find(|step| step["status"] == "claimable")
        .expect("an open step");
    player.post(&format!(
        "/user/daily_chain/{id}/step/number/{}/claim",
        open["step_number"]
    ))
}

#[test]
fn offer_chains_and_orders() {
    let steps = json!([
        { "step_number": 1, "is_free": false, "items": [{ "sku": "kit", "quantity": 1 }] },
    ]);
    let of_the_sample = json!({
        "steps": steps, "date_end": "2124-01-01T00:00:00+00:00", "recurrent_schedule": { "interval_type": "hourly" },
    });
    let emulator = Emulator::start(&seed(&[offer_chain("Path", &of_the_sample)]));
    let mira = emulator.player("mira");
    let list = mira.get("/user/offer_chain").ok();
    hold(&list, "get-offer-chains-list", &[]);
    let id = chain_id(&list, "Path");
    let chain = mira.get(&format!("/user/offer_chain/{id}")).ok();
    hold(&chain, "get-user-offer-chain-by-id", &[]);
    assert!(
        chain["recurrent_schedule"]["reset_next_date"].is_u64(),
        "{chain}"
    );

    let ordered = mira.post(&format!("/user/offer_chain/{id}/step/number/1/order"));
    assert_eq!(ordered.status, 200);
    hold(&ordered.ok(), "order-user-offer-chain-step-reward", &[]);
    hold(
        &mira
            .get(&format!("/order/{}", ordered.ok()["order_id"]))
            .ok(),
        "get-order",
        &[],
    );
}

#[test]
fn a_free_offer_step() {
    let emulator = Emulator::start(&seed(&[offer_chain("Path", &json!({}))]));
    let mira = emulator.player("mira");
    let id = chain_id(&mira.get("/user/offer_chain").ok(), "Path");
    let claimed = mira.post(&format!("/user/offer_chain/{id}/step/number/1/claim"));
    assert_eq!(claimed.status, 200);
    hold(&claimed.ok(), "claim-user-offer-chain-step-reward", &[]);
}

#[test]
fn reward_chains_and_clans() {
    let described = |schedule: Value| {
        json!({
            "long_description": { "en": "In full." }, "date_end": "2124-01-01T00:00:00+00:00",
            "recurrent_schedule": schedule,
        })
    };
    let weekly = json!({ "interval_type": "weekly", "day_of_week": 1, "time": "01:00:00+08:00" });
    let monthly =
        json!({ "interval_type": "monthly", "day_of_month": 31, "time": "01:00:00+08:00" });
    let mut clan_chain = described(monthly);
    clan_chain["clan_type"] = "guild".into();
    clan_chain["popup_header"] = json!({ "en": "How to unlock rewards" });
    clan_chain["popup_instruction"] = json!({ "en": "Join a clan." });
    clan_chain["popup_image_url"] = "https://lanternwild.example/clan.svg".into();
    let buys = |quantity: u32| json!({ "clan": "hearthfire", "purchases": [{ "sku": "lantern", "quantity": quantity }] });
    let emulator = Emulator::start(&seed(&[
        reward_chain("Jar", "glow", &described(weekly)),
        reward_chain("Hearth", "hearth", &clan_chain),
        clans(),
        player("mira", &buys(4)),
        player("tobin", &buys(20)),
        player("pip", &json!({})),
    ]));
    let mira = emulator.player("mira");
    let list = mira.get("/user/reward_chain").ok();
    // Contributors are a clan chain's.
    let may_be_missing = [
        "items[].value_point.description",
        "items[].value_point.long_description",
        "items[].popup_header",
        "items[].popup_instruction",
        "items[].popup_image_url",
        "items[].clan_type",
    ];
    hold(&list, "get-reward-chains-list", &may_be_missing);
    let (jar, hearth) = (chain_id(&list, "Jar"), chain_id(&list, "Hearth"));
    let balance = |id: u64| mira.get(&format!("/user/reward_chain/{id}/balance")).ok();
    hold(&balance(jar), "get-user-reward-chain-balance", &[]);
    hold(
        &balance(hearth),
        "get-user-reward-chain-balance.clan",
        &["long_description"],
    );
    let contributors = format!("/user/clan/contributors/{hearth}/top");
    hold(
        &mira.get(&contributors).ok(),
        "get-user-clan-top-contributors",
        &[],
    );
    assert_eq!(emulator.player("pip").get(&contributors).ok(), json!([]));

    let steps = list["items"]
        .as_array()
        .expect("items")
        .iter()
        .find(|chain| chain["reward_chain_id"] == jar);
    let step = &steps.expect("the jar")["steps"][0]["step_id"];
    let claimed = mira.post(&format!("/user/reward_chain/{jar}/step/{step}/claim"));
    assert_eq!((claimed.status, claimed.text.as_str()), (204, ""));

    emulator.put_player("mira", &json!({ "name": "mira", "clan": "fernhollow" }));
    hold(
        &mira.send("PUT", "/user/clan/update", &json!({})).ok(),
        "user-clan-update",
        &[],
    );
}

#[test]
fn upsell() {
    let configured = json!({
        "operation": "post-upsell",
        "body": { "type": "fixed_list", "is_enabled": true, "items": ["lantern", "cloak"] },
    });
    let emulator = Emulator::start(&seed(&[configured]));
    let may_be_missing = [
        &OF_A_CART_ITEM[..],
        &[
            "items[].inventory_options.consumable",
            "items[].inventory_options.expiration_period",
        ],
    ]
    .concat();
    let upsell = emulator.player("mira").get("/items/upsell").ok();
    hold(&upsell, "get-upsell-for-project-client", &may_be_missing);
}

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
