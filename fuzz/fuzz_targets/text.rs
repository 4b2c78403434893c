//! Any text as a code, an entry of the journal, a number, a date.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xsolla_liveops::claim::journal;
use xsolla_liveops::rules::code::Code;
use xsolla_liveops::rules::reset::unix_milliseconds;
use xsolla_liveops::rules::text::{is_decimal, whole_number};
use xsolla_liveops::rules::token::milliseconds_of_use;

fuzz_target!(|data: (String, f64, f64, u64)| {
    let (text, one, other, now) = data;
    if let Ok(code) = Code::read(&text) {
        assert!((1..=128).contains(&code.reveal().chars().count()));
    }
    if let Some(sent) = journal::read(&text, now) {
        assert_eq!(journal::written(sent), text);
    }
    if let Some(number) = whole_number(&text) {
        assert_eq!(text.parse(), Ok(number));
    }
    if is_decimal(&text) {
        assert!(text.parse::<f64>().is_ok());
    }
    if let Some(time) = milliseconds_of_use(Some(one), Some(other)) {
        assert!(time > 0.0);
    }
    if let Some(date) = unix_milliseconds(Some(one)) {
        assert!(date > 0.0 && date <= 8.64e15);
    }
});
