use axum::body::to_bytes;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::engine::ids::{OrderId, PayStationToken};

use super::{ItemSummary, OrderSummary, Page, PriceSummary};

struct Shown {
    status: StatusCode,
    policy: String,
    referrer: String,
    html: String,
}

async fn show(page: Page) -> Shown {
    let response = page.into_response();
    let header = |name: &str| response.headers()[name].to_str().expect("text").to_owned();
    let (policy, referrer) = (header("content-security-policy"), header("referrer-policy"));
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX)
        .await
        .expect("a body");
    Shown {
        status,
        policy,
        referrer,
        html: String::from_utf8(body.to_vec()).expect("UTF-8"),
    }
}

fn price(amount: &str, without_discount: Option<&str>) -> PriceSummary {
    PriceSummary {
        amount: amount.into(),
        without_discount: without_discount.map(Into::into),
    }
}

fn order() -> OrderSummary {
    let item = ItemSummary {
        name: "Brass Lantern".into(),
        quantity: 2,
        price: Some(price("5.98 USD", None)),
    };
    OrderSummary {
        id: OrderId(641),
        items: vec![item],
        total: price("5.98 USD", None),
    }
}

fn token() -> PayStationToken {
    PayStationToken("f4puMEFFDZcx9nv5".into())
}

fn offers(page: &Shown, action: &str) -> bool {
    page.html
        .contains(&format!("action=\"/paystation4/{action}\""))
}

#[tokio::test]
async fn discounts_and_gifts_are_told() {
    let mut order = order();
    order.items.push(ItemSummary {
        name: "Spare Wick".into(),
        quantity: 1,
        price: None,
    });
    order.total = price("4.78 USD", Some("5.98 USD"));
    let page = show(Page::Paid(order)).await;
    for text in [
        "<td>5.98 USD</td>",
        "<td>free</td>",
        "<td><del>5.98 USD</del> 4.78 USD</td>",
    ] {
        assert!(page.html.contains(text), "{text}: {}", page.html);
    }
}

#[tokio::test]
async fn an_open_order_shows_what_is_bought_and_can_be_paid_declined_and_canceled() {
    let page = show(Page::Pay {
        order: order(),
        token: token(),
    })
    .await;
    assert_eq!(page.status, StatusCode::OK);
    for text in [
        "No real payment is made.",
        "Order 641",
        "Brass Lantern",
        "× 2",
        "5.98 USD",
        "f4puMEFFDZcx9nv5",
    ] {
        assert!(page.html.contains(text), "{text}");
    }
    assert!(offers(&page, "pay") && offers(&page, "decline") && offers(&page, "cancel"));
    assert_eq!(page.referrer, "no-referrer");
}

#[tokio::test]
async fn after_a_decline_the_order_can_be_paid_or_canceled() {
    let page = show(Page::Declined {
        order: order(),
        token: token(),
    })
    .await;
    assert!(offers(&page, "pay") && offers(&page, "cancel") && !offers(&page, "decline"));
}

#[tokio::test]
async fn what_could_not_be_saved_can_be_tried_again() {
    let page = show(Page::NotSaved {
        order: order(),
        token: token(),
    })
    .await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.html.contains("could not be saved"), "{}", page.html);
    assert!(offers(&page, "pay") && offers(&page, "cancel") && !offers(&page, "decline"));
}

#[tokio::test]
async fn an_order_that_has_ended_offers_nothing_more_to_do() {
    for page in [
        Page::Paid(order()),
        Page::Canceled(order()),
        Page::Expired(order()),
        Page::AlreadyFinished(order()),
        Page::AlreadyCanceled(order()),
        Page::NotPayable(order()),
    ] {
        let page = show(page).await;
        assert!(page.html.contains("Order 641") && !page.html.contains("<form"));
    }
}

#[tokio::test]
async fn an_unknown_token_is_not_found_and_not_repeated() {
    let page = show(Page::UnknownToken).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.html.contains("This payment is not known") && !page.html.contains("<form"));
}

#[tokio::test]
async fn names_and_tokens_cannot_add_markup() {
    let mut order = order();
    order.items[0].name = "<script>alert(1)</script>".into();
    let page = show(Page::Pay {
        order,
        token: PayStationToken("\"><img src=x>".into()),
    })
    .await;
    assert!(
        !page.html.contains("<script") && !page.html.contains("<img"),
        "{}",
        page.html
    );
}

#[tokio::test]
async fn the_policy_allows_the_pages_own_style_and_nothing_else_that_loads() {
    let page = show(Page::UnknownToken).await;
    let (_, after) = page.html.split_once("<style>").expect("a style");
    let (style, _) = after.split_once("</style>").expect("its end");
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    assert!(
        page.policy.contains(&format!("style-src 'sha256-{hash}'")),
        "{}",
        page.policy
    );
    assert!(page.policy.starts_with("default-src 'none';"));
}
