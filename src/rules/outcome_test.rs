use super::{ErrorCode, ErrorCode::*, Subject, outcome};
use std::collections::HashSet;

/// The codes for numbers that mean one thing wherever they are sent: number and usual status.
const ANYWHERE: &[(u16, i64, ErrorCode)] = &[
    (401, 1013, Unauthorized),
    (401, 1020, Unauthorized),
    (401, 1501, Unauthorized),
    (403, 0, Unauthorized),
    (404, 9001, OrderNotFound),
    (404, 9802, CodeNotFound),
    (404, 9807, CodeNotFound),
    (404, 9811, CodeNotFound),
    (404, 9911, StepNotFound),
    (422, 1000, LimitReached),
    (422, 1023, ItemUnavailable),
    (422, 1401, CartInvalid),
    (422, 1402, CartInvalid),
    (422, 1403, CartInvalid),
    (422, 1411, ItemUnavailable),
    (422, 1417, CartInvalid),
    (422, 1421, ItemUnavailable),
    (422, 1424, LimitReached),
    (422, 1455, ItemUnavailable),
    (422, 1456, ItemUnavailable),
    (422, 1459, LimitReached),
    (422, 1460, LimitReached),
    (422, 1468, ItemUnavailable),
    (422, 1600, RegionLocked),
    (422, 1601, RegionLocked),
    (422, 5006, NotEnoughCurrency),
    (422, 9804, LimitReached),
    (422, 9808, RegionLocked),
    (422, 9810, CodeExpired),
    (422, 9912, AlreadyClaimed),
    (422, 9913, NotEnoughPoints),
];

const SUBJECTS: [Subject; 7] = [
    Subject::Chain,
    Subject::ChainStep,
    Subject::Code,
    Subject::Cart,
    Subject::Item,
    Subject::Order,
    Subject::Other,
];

#[test]
fn a_known_number_decides_wherever_it_is_sent() {
    for &(status, number, expected) in ANYWHERE {
        for subject in SUBJECTS {
            assert_eq!(
                outcome(subject, status, Some(number)),
                expected,
                "{subject:?} {status} {number}"
            );
        }
    }
}

#[test]
fn a_known_number_decides_before_the_status() {
    assert_eq!(outcome(Subject::Code, 404, Some(9808)), RegionLocked);
    assert_eq!(outcome(Subject::Code, 403, Some(9804)), LimitReached);
    assert_eq!(
        outcome(Subject::ChainStep, 404, Some(9913)),
        NotEnoughPoints
    );
}

#[test]
fn not_found_is_about_what_was_asked_for() {
    for (subject, number, expected) in [
        (Subject::Chain, 4001, ChainNotFound),
        (Subject::ChainStep, 4001, ChainNotFound),
        (Subject::Chain, 7001, ChainNotFound),
        (Subject::ChainStep, 7001, ChainNotFound),
        (Subject::Chain, 9901, ChainNotFound),
        (Subject::Code, 4001, CodeNotFound),
        (Subject::Cart, 4001, ItemNotFound),
        (Subject::Item, 4001, ItemNotFound),
        (Subject::Item, 4403, ItemNotFound),
        (Subject::Other, 4001, ItemNotFound),
        (Subject::Chain, 0, ChainNotFound),
        (Subject::ChainStep, 0, ChainNotFound),
        (Subject::Code, 0, CodeNotFound),
        (Subject::Order, 0, OrderNotFound),
        (Subject::Cart, 0, CartInvalid),
        (Subject::Item, 0, ItemNotFound),
        (Subject::Other, 0, RequestRefused),
    ] {
        assert_eq!(
            outcome(subject, 404, Some(number)),
            expected,
            "{subject:?} {number}"
        );
    }
}

#[test]
fn an_unknown_number_falls_to_the_status() {
    for subject in SUBJECTS {
        for number in [0, 1, 31_337, -9804, i64::MAX, i64::MIN] {
            assert_eq!(outcome(subject, 401, Some(number)), Unauthorized);
            assert_eq!(outcome(subject, 429, Some(number)), RateLimited);
            for status in [500, 502, 503, 504, 599] {
                assert_eq!(
                    outcome(subject, status, Some(number)),
                    ServerError,
                    "{status}"
                );
            }
            for status in [402, 405, 409, 410, 418, 451] {
                assert_eq!(
                    outcome(subject, status, Some(number)),
                    RequestRefused,
                    "{status}"
                );
            }
        }
        assert_eq!(outcome(subject, 403, Some(31_337)), Forbidden);
        assert_eq!(outcome(subject, 403, None), Forbidden, "a proxy's own page");
        assert_eq!(
            outcome(subject, 403, Some(0)),
            Unauthorized,
            "an absent token"
        );
        for known in [1000, 1501, 9804, 9912] {
            assert_eq!(outcome(subject, 500, Some(known)), ServerError, "{known}");
        }
    }
}

#[test]
fn what_the_api_calls_malformed_is_an_invalid_request_but_for_a_step() {
    for number in [0, 1102, 9505] {
        for subject in SUBJECTS {
            let expected = match subject {
                Subject::ChainStep => StepNotClaimable,
                _ => InvalidRequest,
            };
            assert_eq!(
                outcome(subject, 422, Some(number)),
                expected,
                "{subject:?} {number}"
            );
        }
        assert_eq!(
            outcome(Subject::ChainStep, 400, Some(number)),
            InvalidRequest
        );
    }
}

#[test]
fn every_code_has_a_word_of_its_own_and_says_what_to_do() {
    let words: HashSet<_> = ErrorCode::ALL.iter().map(|code| code.word()).collect();
    assert_eq!(words.len(), ErrorCode::ALL.len());
    for code in ErrorCode::ALL {
        let word = code.word();
        let is_snake_case = word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        assert!(is_snake_case && !word.is_empty(), "{word}");
        assert!(!code.advice().trim().is_empty(), "{word}");
    }
}

#[test]
fn the_documented_words_are_there() {
    let words: HashSet<_> = ErrorCode::ALL.iter().map(|code| code.word()).collect();
    for word in [
        "already_claimed",
        "step_not_claimable",
        "not_enough_points",
        "chain_not_found",
        "code_not_found",
        "code_expired",
        "limit_reached",
        "region_locked",
        "unauthorized",
        "rate_limited",
        "network",
        "timeout",
        "aborted",
        "bad_response",
        "invalid_argument",
    ] {
        assert!(words.contains(word), "{word}");
    }
}
