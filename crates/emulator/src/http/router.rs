//! Which operation answers which path.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{OriginalUri, Request, State};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post, put};
use serde::Serialize;
use tower_http::cors::{Any, CorsLayer};

use super::refusal::Failure;
use super::{
    Api, admin, arrive, cart, catalog, clans, coupons, daily_chains, not_served, offer_chains,
    orders, promo_codes, promotions, reward_chains, upsell,
};
use crate::engine::refusal::Refusal;
use crate::faults;
use crate::page::Page;

const LARGEST_BODY: usize = 1024 * 1024;

/// The API under `/api`, in both its versions.
pub fn router(api: Api) -> Router {
    let version_2 = client()
        .merge(admin::in_version_2())
        .merge(not_served::in_version_2());
    let version_3 = admin::in_version_3().merge(not_served::in_version_3());
    let versions = Router::new()
        .nest("/v2/project/{project_id}", version_2)
        .nest("/v3/project/{project_id}", version_3)
        .layer(from_fn_with_state(api.clone(), faults::apply))
        .layer(from_fn_with_state(api.clone(), only_this_project));
    Router::new()
        .nest(
            "/api",
            fallbacks(versions)
                .layer(from_fn(refuse_large_body))
                .layer(public_access())
                .layer(from_fn(faults::hide_from_pages))
                .layer(from_fn_with_state(api.clone(), faults::answer_preflight))
                .layer(from_fn_with_state(api.clone(), arrive)),
        )
        .with_state(api)
}

/// What the real API lets pages send, and nothing else.
fn public_access() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::PATCH,
        ])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            HeaderName::from_static("x-unauthorized-id"),
            HeaderName::from_static("x-user"),
        ])
}

/// The answer of paths that nobody serves, on any origin.
pub fn fallbacks<S: Clone + Send + Sync + 'static>(router: Router<S>) -> Router<S> {
    router.fallback(not_found)
}

/// What stands in place of a body that was not read to its end.
#[derive(Clone, Copy)]
struct TooLarge;

/// Reads every body to its end before anything is answered. A connection on which one is left
/// unread is closed, and the client's next request on it would be lost.
pub async fn read_whole_body(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    if let Ok(bytes) = to_bytes(body, LARGEST_BODY).await {
        return next
            .run(Request::from_parts(parts, Body::from(bytes)))
            .await;
    }
    parts.extensions.insert(TooLarge);
    let mut response = next.run(Request::from_parts(parts, Body::empty())).await;
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, close);
    response
}

/// Refuses what was too large to be read. This stands inside of what lets pages read the answer.
pub async fn refuse_large_body(request: Request, next: Next) -> Response {
    if request.extensions().get::<TooLarge>().is_none() {
        return next.run(request).await;
    }
    let message = "The body is larger than 1 MiB; send less.";
    Failure::plain(StatusCode::PAYLOAD_TOO_LARGE, 0, message).into_response()
}

fn client() -> Router<Api> {
    Router::new()
        .route("/promotion/code/{code}/verify", get(promotions::verify))
        .route("/coupon/code/{coupon_code}/rewards", get(coupons::rewards))
        .route("/coupon/redeem", post(coupons::redeem))
        .route(
            "/promocode/code/{promocode_code}/rewards",
            get(promo_codes::rewards),
        )
        .route("/promocode/redeem", post(promo_codes::redeem))
        .route("/promocode/remove", put(promo_codes::remove))
        .route("/user/daily_chain", get(daily_chains::list))
        .route("/user/daily_chain/{daily_chain_id}", get(daily_chains::get))
        .route(
            "/user/daily_chain/{daily_chain_id}/step/number/{step_number}/claim",
            post(daily_chains::claim),
        )
        .route("/user/offer_chain", get(offer_chains::list))
        .route("/user/offer_chain/{offer_chain_id}", get(offer_chains::get))
        .route(
            "/user/offer_chain/{offer_chain_id}/step/number/{step_number}/claim",
            post(offer_chains::claim),
        )
        .route(
            "/user/offer_chain/{offer_chain_id}/step/number/{step_number}/order",
            post(offer_chains::order),
        )
        .route("/user/reward_chain", get(reward_chains::list))
        .route(
            "/user/reward_chain/{reward_chain_id}/balance",
            get(reward_chains::balance),
        )
        .route(
            "/user/reward_chain/{reward_chain_id}/step/{step_id}/claim",
            post(reward_chains::claim),
        )
        .route(
            "/user/clan/contributors/{reward_chain_id}/top",
            get(clans::top_contributors),
        )
        .route("/user/clan/update", put(clans::update))
        .route("/items/upsell", get(upsell::list))
        .merge(catalog::routes())
        .merge(cart::routes())
        .merge(orders::routes())
}

/// The emulator plays one project; another one's number is most likely a wrong setting.
async fn only_this_project(
    State(api): State<Api>,
    OriginalUri(uri): OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    let served = api.store.project().id.to_string();
    match uri.path().split('/').nth(4) {
        Some(asked) if asked != served => Failure::plain(
            StatusCode::NOT_FOUND,
            0,
            format!("Project {asked} is not emulated; this emulator plays project {served}."),
        )
        .into_response(),
        _ => next.run(request).await,
    }
}

async fn not_found(method: Method) -> Failure {
    // The path may hold a code or token, so it is not repeated.
    let message = format!("No operation answers {method} at this address; check its path.");
    Failure::plain(StatusCode::NOT_FOUND, 0, message)
}

/// Gives the answer to a wrong method the body that errors have. The router names the right ones
/// only on its way out, so this stands outside of it.
pub async fn explain_wrong_method(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if response.status() != StatusCode::METHOD_NOT_ALLOWED {
        return response;
    }
    let headers = response.into_parts().0.headers;
    let allowed = headers
        .get(header::ALLOW)
        .and_then(|value| value.to_str().ok());
    let methods: Vec<_> = allowed
        .unwrap_or_default()
        .split(',')
        .filter(|name| *name != "HEAD")
        .collect();
    let message = format!(
        "Method is not allowed. Method must be one of: {}",
        methods.join(", ")
    );
    let mut answer = Failure::plain(StatusCode::METHOD_NOT_ALLOWED, 0, message).into_response();
    for (name, value) in &headers {
        if name != header::CONTENT_LENGTH {
            answer
                .headers_mut()
                .entry(name)
                .or_insert_with(|| value.clone());
        }
    }
    answer
}

/// A body that was written while the state was at hand.
#[derive(Debug)]
pub struct JsonText(String);

impl JsonText {
    pub fn of(body: &impl Serialize) -> Result<Self, Refusal> {
        serde_json::to_string(body)
            .map(Self)
            .map_err(|_| Refusal::NotSaved)
    }
}

impl IntoResponse for JsonText {
    fn into_response(self) -> Response {
        ([(header::CONTENT_TYPE, "application/json")], self.0).into_response()
    }
}

#[derive(Serialize)]
struct PageBody<B> {
    has_more: bool,
    total_items_count: usize,
    items: Vec<B>,
}

/// A page of a client list.
pub fn page_body<T, B: Serialize>(
    page: Page,
    largest: usize,
    all: Vec<T>,
    shown: impl FnMut(T) -> B,
) -> Result<JsonText, Refusal> {
    let total = all.len();
    let (part, has_more) = page.of(all, largest);
    let items: Vec<B> = part.into_iter().map(shown).collect();
    JsonText::of(&PageBody {
        has_more,
        total_items_count: total,
        items,
    })
}
