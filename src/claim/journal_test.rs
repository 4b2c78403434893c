#![cfg(not(target_arch = "wasm32"))]

use super::{ChainKind, MOST, Place, read, surplus, written};
use crate::claim::machine::Sent;
use proptest::prelude::*;

const NOW: u64 = 1_800_000_000_000;

fn place(step: u64) -> Place {
    Place {
        project: 44_056,
        player: 17,
        kind: ChainKind::Offer,
        chain: 101,
        step,
    }
}

fn sent(at: u64) -> Sent {
    Sent {
        cycle: 5,
        at,
        attempts: 2,
    }
}

#[test]
fn an_entry_is_a_name_and_a_few_numbers() {
    assert_eq!(place(3).name(), "xsolla-liveops.claims.44056.17.2.101.3");
    assert_eq!(written(sent(NOW)), "1.5.1800000000000.2");
}

#[test]
fn garbage_is_no_entry() {
    for name in [
        "",
        "xsolla-liveops.claims.",
        "xsolla-liveops.orders.44056",
        "xsolla-liveops.claims.44056.17.2.101",
        "xsolla-liveops.claims.44056.17.2.101.3.4",
        "xsolla-liveops.claims.44056.17.4.101.3",
        "xsolla-liveops.claims.44056.17.0.101.3",
        "xsolla-liveops.claims.-44056.17.2.101.3",
        "xsolla-liveops.claims.44056.17.2.101.03",
        "xsolla-liveops.claims.44056.17.2.101.x",
        "xsolla-liveops.claims.99999999999999999999.17.2.101.3",
        "Xsolla-liveops.claims.44056.17.2.101.3",
    ] {
        assert_eq!(Place::of_name(name), None, "{name:?}");
    }
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

#[test]
fn the_oldest_of_many_has_to_go() {
    let mut entries: Vec<_> = (1..MOST as u64)
        .map(|step| (place(step), sent(NOW + step % 7)))
        .collect();
    assert_eq!(surplus(&[]), None);
    assert_eq!(surplus(&entries), None);
    entries.push((place(99), sent(NOW - 1)));
    assert_eq!(surplus(&entries), Some(place(99)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn what_is_written_is_read(
        numbers in prop::array::uniform4(0..(1_u64 << 63)), kind in 0_usize..3, cycle in 0..(1_u64 << 63),
        at in 0..(1_u64 << 63), attempts in 1_u8..=3,
    ) {
        let [project, player, chain, step] = numbers;
        let kind = [ChainKind::Daily, ChainKind::Offer, ChainKind::Reward][kind];
        let place = Place { project, player, kind, chain, step };
        prop_assert_eq!(Place::of_name(&place.name()), Some(place));
        let sent = Sent { cycle, at, attempts };
        prop_assert_eq!(read(&written(sent), at), Some(sent));
    }

    #[test]
    fn whatever_stands_in_the_storage_is_read_or_dropped(text in "\\PC*", now in any::<u64>()) {
        let _ = read(&text, now);
        let _ = Place::of_name(&text);
    }

    #[test]
    fn what_is_read_is_written_the_same(text in "1\\.[0-9]{1,3}\\.[0-9]{1,20}\\.[0-9]{1,3}") {
        if let Some(sent) = read(&text, 0) {
            prop_assert_eq!(written(sent), text);
        }
    }

    #[test]
    fn what_is_named_is_named_the_same(rest in "[0-9.]{9,30}") {
        let name = format!("{}{rest}", super::PREFIX);
        if let Some(place) = Place::of_name(&name) {
            prop_assert_eq!(place.name(), name);
        }
    }
}
