//! What a failure means: one enum names every error code, one table finds it.

/// Declares the error codes once: the Rust enum, its wire words, its advice and the TypeScript union.
macro_rules! error_codes {
    ( $( $(#[$meta:meta])* $variant:ident = $word:literal, $advice:literal; )* ) => {
        /// Why a call failed. Adding one is a minor version.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ErrorCode { $( $(#[$meta])* $variant, )* }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )* ];

            /// The code as JavaScript sees it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }

            /// What happened and what to do about it.
            #[must_use]
            pub const fn advice(self) -> &'static str {
                match self { $( Self::$variant => $advice, )* }
            }
        }

        #[cfg(target_arch = "wasm32")]
        #[wasm_bindgen::prelude::wasm_bindgen(typescript_custom_section)]
        const TYPE: &str = concat!(
            "/** Why a call failed. A new code is a minor version of this package. */\n",
            "export type LiveOpsErrorCode =", $( "\n  | \"", $word, "\"", )* ";\n"
        );
    };
}

error_codes! {
    /// An argument is missing or wrong.
    InvalidArgument = "invalid_argument", "an argument is wrong";
    /// The library was used before `init`.
    NotInitialized = "not_initialized", "call `await init()` before using the library";
    /// No token, or one that the API refuses.
    Unauthorized = "unauthorized", "no valid token: sign the player in again";
    /// The token does not allow this.
    Forbidden = "forbidden", "the token does not allow this: check project and player";
    /// No such chain, or not for this player.
    ChainNotFound = "chain_not_found", "no such chain or project: check `projectId`, read the chains again";
    /// No such step.
    StepNotFound = "step_not_found", "the chain has no such step: read it again";
    /// The step's reward was given before.
    AlreadyClaimed = "already_claimed", "the step was claimed before: read the chain again";
    /// The step is missed, locked, paid or still to come.
    StepNotClaimable = "step_not_claimable", "the step cannot be taken now: read the chain again";
    /// The step takes more value points.
    NotEnoughPoints = "not_enough_points", "too few value points: `rewardChains.balance` tells how many";
    /// No such code.
    CodeNotFound = "code_not_found", "no such code: check its spelling and case";
    /// The code is no longer, or not yet, valid.
    CodeExpired = "code_expired", "the code is not valid now";
    /// Used as often as allowed.
    LimitReached = "limit_reached", "used as often as allowed";
    /// Not in the player's country.
    RegionLocked = "region_locked", "not available in the player's country";
    /// The cart is missing, empty or inconsistent.
    CartInvalid = "cart_invalid", "the cart is missing, empty or out of date: fill it again";
    /// No such item.
    ItemNotFound = "item_not_found", "no such item: read the catalog again";
    /// The item cannot be bought like this.
    ItemUnavailable = "item_unavailable", "the item cannot be had like this now: read the catalog again";
    /// No such order.
    OrderNotFound = "order_not_found", "no such order of this player";
    /// Too little virtual currency.
    NotEnoughCurrency = "not_enough_currency", "too little of the virtual currency";
    /// The API calls the request malformed.
    InvalidRequest = "invalid_request", "the API refused a value: check the arguments, `selectedUnitItems` where a choice is asked for, and the project's settings";
    /// The API refuses for another reason.
    RequestRefused = "request_refused", "the API refused: see `status` and `errorCode`";
    /// Too many requests.
    RateLimited = "rate_limited", "too many requests: wait";
    /// The API failed.
    ServerError = "server_error", "the API failed: try again later";
    /// No answer came.
    Network = "network", "no answer: the network failed, or the API's origin refused this page";
    /// No answer came in time.
    Timeout = "timeout", "no answer in time: raise `timeoutMs` or try again later";
    /// The caller, or `close()`, ended the call.
    Aborted = "aborted", "ended by its signal or by `close()`";
    /// The answer is not what the API promises.
    BadResponse = "bad_response", "the answer is not what the API promises";
    /// The library itself failed, and begins anew: see `cause`.
    Internal = "internal", "the library failed: call again";
}

/// What an operation is about, as far as its refusals differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A chain.
    Chain,
    /// A step of a chain.
    ChainStep,
    /// A coupon, a promo code or a code that may be either.
    Code,
    /// A cart.
    Cart,
    /// An item of the catalog.
    Item,
    /// An order.
    Order,
    /// Anything else.
    Other,
}

/// Finds the code for a refusal: by the API's own number where one is known, else by status.
///
/// `number` is the bracketed number of `errorMessage`, or else `errorCode`: see [`crate::rules::refusal`].
#[must_use]
pub fn outcome(subject: Subject, status: u16, number: Option<i64>) -> ErrorCode {
    // A failing server's number says how it failed, not what the request did.
    let number = number.filter(|_| status < 500);
    number
        .and_then(|number| by_number(subject, status, number))
        .or_else(|| by_status(status))
        .unwrap_or_else(|| by_subject(subject, status))
}

fn by_number(subject: Subject, status: u16, number: i64) -> Option<ErrorCode> {
    Some(match number {
        // An absent token answers 403 with the number 0 on some operations.
        0 if status == 403 => ErrorCode::Unauthorized,
        1013 | 1020 | 1501 => ErrorCode::Unauthorized,
        1023 | 1455 | 1411 | 1421 | 1456 | 1468 => ErrorCode::ItemUnavailable,
        1401..=1403 | 1417 => ErrorCode::CartInvalid,
        1000 | 1424 | 1459 | 1460 | 9804 => ErrorCode::LimitReached,
        1600 | 1601 | 9808 => ErrorCode::RegionLocked,
        // Items, carts' items and chains share the number for "not found".
        4001 => match subject {
            Subject::Chain | Subject::ChainStep => ErrorCode::ChainNotFound,
            Subject::Code => ErrorCode::CodeNotFound,
            _ => ErrorCode::ItemNotFound,
        },
        5006 => ErrorCode::NotEnoughCurrency,
        7001 | 9901 if matches!(subject, Subject::Chain | Subject::ChainStep) => {
            ErrorCode::ChainNotFound
        }
        9001 => ErrorCode::OrderNotFound,
        1200 | 9802 | 9807 | 9811 => ErrorCode::CodeNotFound,
        9810 => ErrorCode::CodeExpired,
        9911 => ErrorCode::StepNotFound,
        9912 => ErrorCode::AlreadyClaimed,
        9913 => ErrorCode::NotEnoughPoints,
        _ => return None,
    })
}

fn by_status(status: u16) -> Option<ErrorCode> {
    Some(match status {
        401 => ErrorCode::Unauthorized,
        403 => ErrorCode::Forbidden,
        429 => ErrorCode::RateLimited,
        500.. => ErrorCode::ServerError,
        _ => return None,
    })
}

fn by_subject(subject: Subject, status: u16) -> ErrorCode {
    match (subject, status) {
        (Subject::Chain | Subject::ChainStep, 404) => ErrorCode::ChainNotFound,
        (Subject::Code, 404) => ErrorCode::CodeNotFound,
        (Subject::Order, 404) => ErrorCode::OrderNotFound,
        (Subject::Item, 404) => ErrorCode::ItemNotFound,
        (Subject::Cart, 404) => ErrorCode::CartInvalid,
        // No number is published for a daily or offer step that cannot be taken.
        (Subject::ChainStep, 422) => ErrorCode::StepNotClaimable,
        (_, 400 | 422) => ErrorCode::InvalidRequest,
        _ => ErrorCode::RequestRefused,
    }
}

#[cfg(test)]
#[path = "outcome_test.rs"]
mod test;
