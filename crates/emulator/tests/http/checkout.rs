//! A paid step through the fake Pay Station, as a browser's form does it.

use serde_json::{Value, json};

use crate::emulator::{Emulator, Player};
use crate::game::{chain_id, offer_chain, player, seed};
use crate::http::{self, NO_BODY, Reply};

/// The payment page of one order.
pub struct PayStation<'a> {
    emulator: &'a Emulator,
    token: String,
}

impl<'a> PayStation<'a> {
    /// The page of an order, as its creation was answered.
    pub fn of(emulator: &'a Emulator, order: &Value) -> Self {
        Self {
            emulator,
            token: order["token"].as_str().expect("a token").to_owned(),
        }
    }

    pub fn open(&self) -> Reply {
        http::get(&format!(
            "{}/paystation4/?token={}",
            self.emulator.pay_station, self.token
        ))
    }

    /// Presses one of its buttons: `pay`, `decline` or `cancel`.
    pub fn choose(&self, button: &str) -> Reply {
        let url = format!("{}/paystation4/{button}", self.emulator.pay_station);
        // A page without a referrer posts its forms with this origin.
        let request = http::request("POST", &url)
            .header("origin", "null")
            .header("content-type", "application/x-www-form-urlencoded");
        http::send(request, format!("token={}", self.token))
    }
}

fn game() -> Emulator {
    Emulator::start(&seed(&[
        offer_chain("Path", &json!({})),
        player("mira", &json!({})),
    ]))
}

/// The chain's steps, with the first one, which is free, claimed.
fn at_the_paid_step(mira: &Player) -> String {
    let id = chain_id(&mira.get("/user/offer_chain").ok(), "Path");
    mira.post(&format!("/user/offer_chain/{id}/step/number/1/claim"))
        .ok();
    format!("/user/offer_chain/{id}")
}

fn order(mira: &Player, chain: &str) -> Value {
    mira.post(&format!("{chain}/step/number/2/order")).ok()
}

fn status(mira: &Player, order: &Value) -> Value {
    mira.get(&format!("/order/{}", order["order_id"])).ok()["status"].clone()
}

#[test]
fn a_step_is_declined_then_paid_and_the_chain_advances_once() {
    let emulator = game();
    let mira = emulator.player("mira");
    let chain = at_the_paid_step(&mira);
    let order = order(&mira, &chain);
    let pay_station = PayStation::of(&emulator, &order);

    let page = pay_station.open();
    assert_eq!(page.status, 200);
    for text in ["No real payment is made.", "lantern", "× 2", "10.00"] {
        assert!(page.text.contains(text), "{text}: {}", page.text);
    }
    assert_eq!(status(&mira, &order), "new");

    let declined = pay_station.choose("decline");
    assert!(
        declined.text.contains("The card was declined"),
        "{}",
        declined.text
    );
    assert_eq!(
        (status(&mira, &order), mira.owned("lantern")),
        (json!("new"), 0)
    );
    assert_eq!(mira.get(&chain).ok()["next_step_number"], 2);

    let paid = pay_station.choose("pay");
    assert_eq!(paid.status, 200);
    assert!(paid.text.contains("<h1>Paid</h1>"), "{}", paid.text);
    assert_eq!(
        (status(&mira, &order), mira.owned("lantern")),
        (json!("done"), 2)
    );
    let advanced = mira.get(&chain).ok();
    assert_eq!(
        (
            &advanced["next_step_number"],
            &advanced["steps"][1]["is_claimed"]
        ),
        (&json!(3), &json!(true))
    );

    let grants = mira.grants();
    for button in ["pay", "decline", "cancel"] {
        let again = pay_station.choose(button);
        assert!(
            again.text.contains("already finished"),
            "{button}: {}",
            again.text
        );
    }
    assert_eq!(
        (status(&mira, &order), mira.grants()),
        (json!("done"), grants)
    );
}

#[test]
fn a_canceled_order_gives_nothing_and_the_step_can_be_ordered_again() {
    let emulator = game();
    let mira = emulator.player("mira");
    let chain = at_the_paid_step(&mira);
    let canceled = order(&mira, &chain);
    let pay_station = PayStation::of(&emulator, &canceled);
    let page = pay_station.choose("cancel");
    assert!(page.text.contains("Order canceled"), "{}", page.text);
    pay_station.choose("pay");
    assert_eq!(
        (status(&mira, &canceled), mira.owned("lantern")),
        (json!("canceled"), 0)
    );

    let again = order(&mira, &chain);
    assert_ne!(again["order_id"], canceled["order_id"]);
    PayStation::of(&emulator, &again).choose("pay");
    assert_eq!(
        (status(&mira, &again), mira.owned("lantern")),
        (json!("done"), 2)
    );
}

#[test]
fn of_two_orders_for_one_step_only_the_first_paid_grants() {
    let emulator = game();
    let mira = emulator.player("mira");
    let chain = at_the_paid_step(&mira);
    let (first, second) = (order(&mira, &chain), order(&mira, &chain));
    PayStation::of(&emulator, &second).choose("pay");
    let refused = PayStation::of(&emulator, &first).choose("pay");
    assert!(
        refused.text.contains("cannot be paid any more")
            && refused.text.contains("Nothing was charged"),
        "{}",
        refused.text
    );
    assert_eq!(
        (status(&mira, &second), mira.owned("lantern")),
        (json!("done"), 2)
    );
    assert_eq!(status(&mira, &first), "new");
}

#[test]
fn an_order_from_before_the_chain_started_over_says_that_it_cannot_be_paid() {
    let hourly = json!({ "interval_type": "hourly", "interval_hours": 2 });
    let emulator = Emulator::start(&seed(&[
        offer_chain("Path", &json!({ "recurrent_schedule": hourly })),
        player("mira", &json!({})),
    ]));
    let mira = emulator.player("mira");
    let order = order(&mira, &at_the_paid_step(&mira));
    emulator.advance(3 * 60 * 60);
    let page = PayStation::of(&emulator, &order).choose("pay");
    assert!(
        page.text.contains("cannot be paid any more"),
        "{}",
        page.text
    );
    let again = emulator.player("mira");
    assert_eq!(
        (status(&again, &order), again.owned("lantern")),
        (json!("new"), 0)
    );
}

#[test]
fn an_expired_order_cannot_be_paid() {
    let emulator = game();
    let mira = emulator.player("mira");
    let order = order(&mira, &at_the_paid_step(&mira));
    let expire = emulator.control(&format!("/orders/{}/expire", order["order_id"]));
    http::send(http::request("POST", &expire), NO_BODY).ok();
    let page = PayStation::of(&emulator, &order).open();
    assert!(
        page.text.contains("This order has expired"),
        "{}",
        page.text
    );
    PayStation::of(&emulator, &order).choose("pay");
    assert_eq!(
        (status(&mira, &order), mira.owned("lantern")),
        (json!("expired"), 0)
    );
}

#[test]
fn the_control_routes_end_orders_as_the_page_does() {
    let emulator = game();
    let mira = emulator.player("mira");
    let chain = at_the_paid_step(&mira);
    for (event, status_then, lanterns) in [
        ("decline", "new", 0),
        ("cancel", "canceled", 0),
        ("pay", "done", 2),
    ] {
        let order = order(&mira, &chain);
        let url = emulator.control(&format!("/orders/{}/{event}", order["order_id"]));
        http::send(http::request("POST", &url), NO_BODY).ok();
        assert_eq!(
            (status(&mira, &order), mira.owned("lantern")),
            (json!(status_then), lanterns),
            "{event}"
        );
    }
}

#[test]
fn an_unknown_token_is_told_so_and_changes_nothing() {
    let emulator = game();
    let mira = emulator.player("mira");
    let before = emulator.everything(&[&mira]);
    for token in ["", "none", "%00", "%22%3E%3Cscript%3E"] {
        let unknown = PayStation {
            emulator: &emulator,
            token: token.to_owned(),
        };
        for page in [
            unknown.open(),
            unknown.choose("pay"),
            unknown.choose("cancel"),
        ] {
            assert_eq!(page.status, 404, "{}", page.text);
            assert!(
                page.text.contains("This payment is not known")
                    && !page.text.contains("\"><script>")
            );
        }
    }
    assert_eq!(emulator.everything(&[&mira]), before);
}

#[test]
fn an_order_is_its_players_own() {
    let emulator = game();
    let mira = emulator.player("mira");
    let order = order(&mira, &at_the_paid_step(&mira));
    let message = emulator
        .player("pip")
        .get(&format!("/order/{}", order["order_id"]))
        .refused(404, 9001);
    assert_eq!(message, "[0401-9001]: Order not found");
}

#[test]
fn an_order_with_a_return_url_leads_back_to_the_shop() {
    let emulator = game();
    let mira = emulator.player("mira");
    let settings = json!({ "settings": { "return_url": "http://127.0.0.1:8787/?lang=de#/shop" } });
    mira.send("PUT", "/cart/item/cloak", &json!({ "quantity": 1 }))
        .ok();
    for path in ["/payment/item/lantern", "/payment/cart"] {
        let order = mira.send("POST", path, &settings).ok();
        let page = PayStation::of(&emulator, &order).choose("pay");
        let back = format!(
            "href=\"http://127.0.0.1:8787/?lang=de&#38;user_id=mira&#38;invoice_id={}&#38;status=done#/shop\"",
            order["order_id"]
        );
        assert!(page.text.contains(&back), "{path}: {}", page.text);
    }
}

#[test]
fn a_return_url_is_an_absolute_address_of_the_web() {
    let emulator = game();
    let mira = emulator.player("mira");
    let long = format!("https://shop.example/{}", "a".repeat(1000));
    for url in [
        "/shop",
        "shop.example",
        "javascript:alert(1)",
        "ftp://shop.example/",
        "https://mira@shop.example/",
        &long,
    ] {
        let settings = json!({ "settings": { "return_url": url } });
        for path in ["/payment/item/lantern", "/payment/cart"] {
            let message = mira.send("POST", path, &settings).refused(422, 1102);
            assert!(message.contains("settings: return_url"), "{url}: {message}");
        }
    }
    for nothing in [json!(""), json!(null)] {
        let settings = json!({ "settings": { "return_url": nothing, "ui": { "theme": "dark" } } });
        let order = mira.send("POST", "/payment/item/lantern", &settings).ok();
        let page = PayStation::of(&emulator, &order).open();
        assert!(!page.text.contains("Back to the shop"), "{}", page.text);
    }
}
