use super::{Passing, Quota, wait_before_retry};

const MANY: u32 = 1_000_000;

#[test]
fn a_read_is_tried_three_times() {
    let waits = [0, 1, 2, 3, 200]
        .map(|tries| wait_before_retry(tries, Passing::Broken, None, MANY, u16::MAX).is_some());
    assert_eq!(waits, [false, true, true, false, false]);
}

#[test]
fn waits_are_random_from_nothing_on_and_double() {
    let waits = |passing, chance| {
        [1, 2].map(|tries| wait_before_retry(tries, passing, None, MANY, chance).unwrap())
    };
    assert_eq!(waits(Passing::Broken, 0), [0, 0]);
    assert_eq!(waits(Passing::Broken, 0x8000), [100, 200]);
    assert_eq!(waits(Passing::Broken, u16::MAX), [199, 399]);
    assert_eq!(waits(Passing::Throttled, 0x8000), [500, 1_000]);
}

#[test]
fn what_the_api_asks_for_is_the_least_and_at_most_thirty_seconds() {
    let wait = |retry_after| {
        wait_before_retry(1, Passing::Throttled, Some(retry_after), MANY, 0x8000).unwrap()
    };
    assert_eq!(wait(0), 500);
    assert_eq!(wait(2_000), 2_000);
    assert_eq!(wait(30_000), 30_000);
    assert_eq!(wait(86_400_000), 30_000);
    assert_eq!(wait(u32::MAX), 30_000);
}

#[test]
fn no_wait_leads_past_the_deadline() {
    let wait = |left| wait_before_retry(1, Passing::Broken, None, left, 0x8000);
    assert_eq!(wait(101), Some(100));
    assert_eq!(wait(100), None);
    assert_eq!(wait(0), None);
}

#[test]
fn once_a_repeated_request_has_failed_none_is_repeated_until_one_succeeds() {
    let mut quota = Quota::default();
    quota.failed();
    assert!(!quota.take());
    quota.failed();
    quota.succeeded(0);
    assert!(quota.take());
    assert!(!quota.take(), "one success is worth one repeat");
}

#[test]
fn of_requests_that_fail_together_ten_are_repeated() {
    let mut quota = Quota::default();
    let repeats = (0..1_000).filter(|_| quota.take()).count();
    assert_eq!(repeats, 10);
}

#[test]
fn what_succeeds_gives_back_what_it_cost_and_a_little() {
    let mut quota = Quota::default();
    while quota.take() {}
    quota.succeeded(1);
    assert!(quota.take());
    assert!(!quota.take(), "one more is not enough for another");
    for _ in 0..4 {
        quota.succeeded(0);
    }
    assert!(quota.take());
    for _ in 0..1_000 {
        quota.succeeded(2);
    }
    let repeats = (0..1_000).filter(|_| quota.take()).count();
    assert_eq!(repeats, 10, "never more than at first");
}
