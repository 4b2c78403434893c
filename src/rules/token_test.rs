#![cfg(not(target_arch = "wasm32"))]

use super::milliseconds_of_use;
use proptest::prelude::*;

fn lifetime(seconds: f64) -> Option<f64> {
    milliseconds_of_use(Some(1_700_000_000.0), Some(1_700_000_000.0 + seconds))
}

#[test]
fn a_token_is_renewed_ninety_seconds_before_it_expires() {
    assert_eq!(lifetime(86_400.0), Some(86_310_000.0));
    assert_eq!(lifetime(3600.0), Some(3_510_000.0));
    assert_eq!(lifetime(181.0), Some(91_000.0));
}

#[test]
fn a_short_token_is_used_for_half_its_life() {
    assert_eq!(lifetime(180.0), Some(90_000.0));
    assert_eq!(lifetime(60.0), Some(30_000.0));
    assert_eq!(lifetime(1.0), Some(500.0));
}

#[test]
fn without_a_lifetime_a_token_is_used_until_it_is_refused() {
    assert_eq!(milliseconds_of_use(None, None), None);
    assert_eq!(milliseconds_of_use(Some(1.0), None), None);
    assert_eq!(milliseconds_of_use(None, Some(1_962_234_048.0)), None);
    assert_eq!(lifetime(0.0), None);
    assert_eq!(lifetime(-60.0), None);
    assert_eq!(lifetime(f64::NAN), None);
}

proptest! {
    #[test]
    fn a_token_is_never_used_to_its_end(seconds in 1_u32..) {
        let used = lifetime(f64::from(seconds)).unwrap();
        prop_assert!(used > 0.0 && used < f64::from(seconds) * 1000.0);
    }
}
