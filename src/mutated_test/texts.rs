//! Texts: codes, entries of the journal, numbers.

use crate::claim::journal::{read, written};
use crate::rules::code::Code;
use crate::rules::text::{is_decimal, push_decimal, whole_number};
use liveops_mutation::Mutator;

/// A code is what was entered without the white space around it, or refused without being told.
pub fn code(mutator: &mut Mutator) {
    let text = mutator.text("  WINTER2023-ABCDEF ");
    match Code::read(&text) {
        Ok(code) => {
            let code = code.reveal();
            assert!(text.contains(code));
            assert!((1..=128).contains(&code.chars().count()));
            assert!(!code.starts_with(char::is_whitespace) && !code.ends_with(char::is_whitespace));
            assert!(!code.contains(char::is_control) && code != "." && code != "..");
        }
        Err(problem) => assert!(!problem.contains("WINTER")),
    }
}

/// What is read of an entry is written as it was.
pub fn journal_entry(mutator: &mut Mutator) {
    let text = mutator.text("1.5.1800000000000.2");
    if let Some(sent) = read(&text, mutator.whole()) {
        assert_eq!(written(sent), text);
    }
}

/// Numbers in texts are those that Rust finds there.
pub fn number(mutator: &mut Mutator) {
    let text = mutator.text("-9007199254740993");
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let expected = text.parse::<i64>().ok().filter(|_| is_whole);
    // Its own range ends one earlier.
    assert_eq!(
        whole_number(&text),
        expected.filter(|number| *number != i64::MIN),
        "{text}"
    );
    let amount = mutator.text("6150.0000000000000000");
    if is_decimal(&amount) {
        assert!(amount.parse::<f64>().is_ok(), "{amount}");
    }
    let (number, mut written) = (mutator.whole(), String::new());
    push_decimal(&mut written, number);
    assert_eq!(written, number.to_string());
}
