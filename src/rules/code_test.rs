#![cfg(not(target_arch = "wasm32"))]

use super::Code;
use crate::api::json_given::JsonGiven;
use crate::api::{ProjectId, promotions};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use serde_json::json;

fn read(text: &str) -> Result<Code, &'static str> {
    Code::read(text)
}

fn accepted(text: &str) -> String {
    read(text).unwrap().reveal().to_owned()
}

/// The code as it stands in the path of a request.
fn in_path(code: &Code) -> String {
    let given = JsonGiven(json!({ "code": code.reveal() }));
    let request = promotions::VERIFY.facts().request(ProjectId(44056), &given);
    let path = request.unwrap().path;
    let rest = path
        .reveal()
        .strip_prefix("/v2/project/44056/promotion/code/");
    let segment = rest.and_then(|rest| rest.strip_suffix("/verify"));
    segment.unwrap().to_owned()
}

#[test]
fn each_problem_has_its_own_sentence() {
    let longest = "A".repeat(129);
    for (text, problem) in [
        ("", "empty"),
        (" ", "empty"),
        (" \t\r\n\u{A0}\u{3000} ", "empty"),
        (longest.as_str(), "128"),
        ("AB\u{0}C", "control"),
        ("AB\u{7}C", "control"),
        ("AB\nC", "control"),
        ("AB\u{7F}C", "control"),
        ("AB\u{85}C", "control"),
        ("AB\u{202E}C", "direction"),
        ("\u{200F}ABC", "direction"),
        ("ABC\u{2069}", "direction"),
        ("A\u{61C}B", "direction"),
        ("WINTER\u{200B}2023", "invisible"),
        ("WINTER\u{AD}2023", "invisible"),
        ("WINTER\u{2060}2023", "invisible"),
        ("WINTER\u{FEFF}2023", "invisible"),
        (".", "path"),
        ("..", "path"),
        (" .. ", "path"),
    ] {
        let refused = read(text).unwrap_err();
        assert!(refused.contains(problem), "{text:?}: {refused}");
    }
}

#[test]
fn the_longest_code_has_128_characters_however_they_are_written() {
    assert_eq!(accepted(&"A".repeat(128)).len(), 128);
    assert_eq!(accepted(&"😀".repeat(128)).chars().count(), 128);
    assert_eq!(
        accepted(&format!("  {}  ", "A".repeat(128))).len(),
        128,
        "trimmed first"
    );
}

#[test]
fn white_space_around_a_code_is_dropped_and_nothing_else_is_changed() {
    assert_eq!(accepted("  WINTER2023\n"), "WINTER2023");
    assert_eq!(accepted("\u{FEFF}WINTER2023\u{A0}"), "WINTER2023");
    for code in [
        "wInTeR", "ß", "ﬁ", "İ", "A B", "a/b?c#d", "%41", "...", "…", "é", "e\u{301}",
    ] {
        assert_eq!(accepted(code), code);
    }
}

#[test]
fn a_code_never_shows_itself() {
    let code = read("WINTER2023").unwrap();
    assert_eq!(format!("{code:?}"), "Code(***)");
}

#[test]
fn unsafe_characters_reach_the_path_encoded() {
    for (code, segment) in [
        ("a/b?c#d", "a%2Fb%3Fc%23d"),
        ("100%", "100%25"),
        ("%2F", "%252F"),
        ("A B+C", "A%20B%2BC"),
        ("a&b=c;d:e@f", "a%26b%3Dc%3Bd%3Ae%40f"),
        ("..\\..", "..%5C.."),
        ("../..", "..%2F.."),
        ("{}", "%7B%7D"),
        ("é😀", "%C3%A9%F0%9F%98%80"),
        ("A-Z_a.z~9", "A-Z_a.z~9"),
        ("\"<>'`", "%22%3C%3E%27%60"),
    ] {
        assert_eq!(in_path(&read(code).unwrap()), segment, "{code}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_accepted_code_comes_back_from_its_path(text in ".{0,140}|[./%?#{}\\\\ +&=;\u{FEFF}\u{A0}]{0,6}") {
        if let Ok(code) = read(&text) {
            let segment = in_path(&code);
            prop_assert!(segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~%".contains(&byte)));
            prop_assert!(segment != "." && segment != "..");
            let decoded = percent_decode_str(&segment).decode_utf8().unwrap();
            prop_assert_eq!(decoded.as_ref(), code.reveal());
        }
    }

    #[test]
    fn an_accepted_code_is_a_part_of_what_was_entered(text in "\\PC{0,140}") {
        if let Ok(code) = read(&text) {
            prop_assert!(text.contains(code.reveal()));
            prop_assert_eq!(read(code.reveal()).unwrap(), code);
        }
    }
}
