#![cfg(not(target_arch = "wasm32"))]

use super::{read, written};
use crate::claim::machine::Sent;
use proptest::prelude::*;

const NOW: u64 = 1_800_000_000_000;

fn sent(at: u64) -> Sent {
    Sent {
        cycle: 5,
        at,
        attempts: 2,
    }
}

#[test]
fn an_entry_is_a_few_numbers() {
    assert_eq!(written(sent(NOW)), "1.5.1800000000000.2");
}

#[test]
fn garbage_is_no_entry() {
    for text in [
        "",
        "1",
        "1.5.1800000000000",
        "1.5.1800000000000.2.0",
        "2.5.1800000000000.2",
        "1.5.1800000000000.0",
        "1.5.1800000000000.4",
        "1.5.1800000000000.258",
        "1.5.1800000000000.2 ",
        "1.-5.1800000000000.2",
        "1.5.18000000000000000000000.2",
        "{\"cycle\":5}",
        "1.5.\u{0661}.2",
    ] {
        assert_eq!(read(text, NOW), None, "{text:?}");
    }
}

#[test]
fn an_entry_is_kept_for_a_week() {
    let week = 7 * 24 * 3600 * 1000;
    let text = written(sent(NOW));
    assert_eq!(read(&text, NOW + week - 1), Some(sent(NOW)));
    assert_eq!(read(&text, NOW + week), None);
    assert_eq!(read(&text, NOW - week), Some(sent(NOW)), "a clock set back");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn what_is_written_is_read(cycle in any::<u64>(), at in any::<u64>(), attempts in 1_u8..=3) {
        let sent = Sent { cycle, at, attempts };
        prop_assert_eq!(read(&written(sent), at), Some(sent));
    }

    #[test]
    fn whatever_stands_in_the_storage_is_read_or_dropped(text in "\\PC*", now in any::<u64>()) {
        let _ = read(&text, now);
    }

    #[test]
    fn what_is_read_is_written_the_same(text in "1\\.[0-9]{1,3}\\.[0-9]{1,20}\\.[0-9]{1,3}") {
        if let Some(sent) = read(&text, 0) {
            prop_assert_eq!(written(sent), text);
        }
    }
}
