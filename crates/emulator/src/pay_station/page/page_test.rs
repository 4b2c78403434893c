use axum::body::to_bytes;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::engine::ids::{OrderId, PayStationToken};

use super::{ItemSummary, OrderSummary, Page, PriceSummary};
use crate::engine::orders::ReturnUrl;

struct Shown {
    status: StatusCode,
    policy: String,
    referrer: String,
    may_not_be_framed: bool,
    html: String,
}

async fn show(page: Page) -> Shown {
    let response = page.into_response();
    let header = |name: &str| response.headers()[name].to_str().expect("text").to_owned();
    let (policy, referrer) = (header("content-security-policy"), header("referrer-policy"));
    let may_not_be_framed = response.headers().contains_key("x-frame-options");
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX)
        .await
        .expect("a body");
    Shown {
        status,
        policy,
        referrer,
        may_not_be_framed,
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
        payer: "mira".into(),
        return_url: None,
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
        !page.html.contains("<script>alert") && !page.html.contains("<img"),
        "{}",
        page.html
    );
}

fn returning_to(url: &str) -> OrderSummary {
    let return_url = ReturnUrl::try_from(url.to_owned()).expect("an address");
    OrderSummary {
        return_url: Some(return_url),
        ..order()
    }
}

#[tokio::test]
async fn the_way_back_to_the_shop_says_who_paid_what_once_it_is_paid() {
    let shop = "https://shop.example/cart?place=shop#/bag";
    let href =
        |query: &str| format!("href=\"https://shop.example/cart?place=shop&#38;{query}#/bag\"");
    let (paid, unpaid) = (
        href("user_id=mira&#38;invoice_id=641&#38;status=done"),
        href("user_id=mira&#38;invoice_id="),
    );
    for (page, link) in [
        (Page::Paid(returning_to(shop)), &paid),
        (Page::AlreadyFinished(returning_to(shop)), &paid),
        (Page::Canceled(returning_to(shop)), &unpaid),
        (Page::Expired(returning_to(shop)), &unpaid),
        (
            Page::Pay {
                order: returning_to(shop),
                token: token(),
            },
            &unpaid,
        ),
    ] {
        let page = show(page).await;
        assert!(page.html.contains(link), "{link}: {}", page.html);
        assert!(!page.html.contains("close this window"), "{}", page.html);
    }
    let page = show(Page::Paid(order())).await;
    assert!(page.html.contains("close this window") && !page.html.contains("<a "));
}

#[tokio::test]
async fn the_page_around_is_told_how_the_payment_ended_and_nothing_before() {
    for (page, status) in [
        (Page::Paid(order()), "done"),
        (Page::AlreadyFinished(order()), "done"),
        (Page::Canceled(order()), "canceled"),
        (Page::AlreadyCanceled(order()), "canceled"),
        (Page::Expired(order()), "expired"),
        (
            Page::Declined {
                order: order(),
                token: token(),
            },
            "troubled",
        ),
        (Page::NotPayable(order()), "troubled"),
    ] {
        let page = show(page).await;
        let told = format!("data-status=\"{status}\" data-invoice=\"641\"");
        assert!(page.html.contains(&told), "{told}: {}", page.html);
    }
    let page = show(Page::Pay {
        order: order(),
        token: token(),
    })
    .await;
    assert!(!page.html.contains("data-status"), "{}", page.html);
}

#[tokio::test]
async fn the_policy_allows_the_pages_own_style_and_script_and_nothing_else_that_loads() {
    let page = show(Page::UnknownToken).await;
    for tag in ["style", "script"] {
        let (_, after) = page.html.split_once(&format!("<{tag}>")).expect("a start");
        let (text, _) = after.split_once(&format!("</{tag}>")).expect("its end");
        let hash = BASE64_STANDARD.encode(Sha256::digest(text));
        let allowed = format!("{tag}-src 'sha256-{hash}';");
        assert!(page.policy.contains(&allowed), "{allowed}: {}", page.policy);
    }
    assert!(page.policy.starts_with("default-src 'none';"));
}

#[tokio::test]
async fn shops_of_this_machine_may_show_it_in_a_frame() {
    let page = show(Page::UnknownToken).await;
    assert!(
        page.policy.contains("frame-ancestors http://127.0.0.1:*"),
        "{}",
        page.policy
    );
    assert!(!page.may_not_be_framed);
}
