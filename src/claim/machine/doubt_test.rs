use crate::claim::machine::script::{
    CLAIMABLE, CLAIMED, CYCLE, LOCKED, RECOVERED, REFUSED, Script, THROTTLED, unclaimed,
};
use crate::claim::machine::{Answer, Moment, Next, Reading, Step, UNDER_WAY, Verdict};

#[test]
fn any_answer_but_success_is_held_against_a_read() {
    for answer in [
        Answer::Lost,
        Answer::Refused,
        Answer::Unauthorized,
        THROTTLED,
    ] {
        let script = Script::sending().answered(answer).keeps_finding(CLAIMED);
        assert_eq!(script.verdict(), RECOVERED, "{answer:?}");
    }
}

#[test]
fn a_refusal_stands_once_reads_of_more_than_eleven_seconds_found_no_claim() {
    for reading in [CLAIMABLE, LOCKED] {
        let script = Script::sending().answered(Answer::Refused);
        let script = script.keeps_finding(reading);
        assert_eq!(script.verdict(), REFUSED);
        assert!(
            (1_011_000..1_018_000).contains(&script.now),
            "{}",
            script.now
        );
    }
}

#[test]
fn of_a_chain_that_is_gone_a_refusal_is_told_after_eleven_seconds() {
    for (answer, verdict) in [
        (Answer::Refused, Verdict::Unknown),
        (THROTTLED, REFUSED),
        (Answer::Unauthorized, REFUSED),
    ] {
        let script = Script::sending().answered(answer);
        let script = script.keeps_finding(Reading::Missing);
        assert_eq!(script.verdict(), verdict, "{answer:?}");
        let waited = script.now - 1_000_000;
        assert!((11_000..18_000).contains(&waited), "{answer:?}: {waited}");
    }
}

#[test]
fn a_read_that_shows_the_past_does_not_make_a_refusal_stand() {
    let mut script = Script::sending().answered(Answer::Refused);
    while script.now <= 1_005_000 {
        script = script.finds_after_waiting(CLAIMABLE, CLAIMED);
    }
    assert_eq!(script.verdict(), RECOVERED);
}

#[test]
fn a_lost_answer_is_followed_by_two_reads_at_least_two_seconds_apart() {
    for answer in [Answer::Lost, Answer::Unauthorized, THROTTLED] {
        let mut script = Script::sending().answered(answer);
        let mut found = Vec::new();
        while !matches!(script.next, Next::Send(_)) {
            script = script.waits();
            found.push(script.now);
            script = script.finds(CLAIMABLE);
        }
        let [first, .., last] = found[..] else {
            panic!("{answer:?}: {found:?}");
        };
        assert!(last - first >= 2_000, "{answer:?}: {found:?}");
    }
}

#[test]
fn a_slow_read_counts_from_when_it_was_asked() {
    let mut script = Script::sending().answered(Answer::Lost).waits();
    script = script.finds(CLAIMABLE).waits();
    script.now += 5_000;
    script = script.finds(CLAIMABLE);
    assert!(matches!(script.next, Next::Wait(_)), "{:?}", script.next);
}

#[test]
fn a_read_that_fails_tells_nothing_and_one_without_the_chain_starts_over() {
    let seen = Script::sending().answered(Answer::Lost).waits();
    let seen = seen.finds(CLAIMABLE).waits();
    let failed = seen.finds(Reading::Failed).waits().finds(CLAIMABLE);
    assert_eq!(failed.attempts(), 2);

    let seen = Script::sending().answered(Answer::Lost).waits();
    let seen = seen.finds(CLAIMABLE).waits();
    let missing = seen.finds(Reading::Missing).waits().finds(CLAIMABLE);
    assert!(matches!(missing.next, Next::Wait(_)), "{:?}", missing.next);
}

#[test]
fn it_is_sent_three_times_at_most() {
    let mut script = Script::sending();
    for attempt in 1..=3 {
        assert_eq!(script.attempts(), attempt);
        script = script.answered(Answer::Lost).keeps_finding(CLAIMABLE);
    }
    assert_eq!(script.verdict(), REFUSED);
    assert!(script.now >= 1_000_000 + UNDER_WAY, "{}", script.now);
}

#[test]
fn a_refused_token_is_replaced_once() {
    let script = Script::sending().answered(Answer::Unauthorized);
    let script = script.keeps_finding(CLAIMABLE);
    assert_eq!(script.attempts(), 3);
    let script = script.answered(Answer::Unauthorized);
    assert_eq!(script.keeps_finding(CLAIMABLE).verdict(), REFUSED);
}

#[test]
fn without_another_token_a_refused_one_ends_the_claim() {
    let script = Script::sending().answered(Answer::Unauthorized);
    let script = script.waits().finds(Reading::Failed);
    assert_eq!(script.verdict(), REFUSED);
}

#[test]
fn near_a_reset_it_is_not_sent_again() {
    for (left, is_sent) in [
        (Some(0), false),
        (Some(59_999), false),
        (Some(60_000), true),
        (None, true),
    ] {
        let near = unclaimed(CYCLE, true, left);
        let script = Script::sending().answered(Answer::Lost);
        let script = script.keeps_finding(near);
        assert_eq!(matches!(script.next, Next::Send(_)), is_sent, "{left:?}");
    }
}

#[test]
fn a_step_that_cannot_be_claimed_any_more_is_not_sent_again() {
    let script = Script::sending().answered(Answer::Lost);
    assert_eq!(script.keeps_finding(LOCKED).verdict(), REFUSED);
}

#[test]
fn in_another_cycle_nobody_can_tell() {
    let rolled = unclaimed(CYCLE + 1, true, None);
    let claimed = Reading::Step(Step::Claimed {
        cycle: Some(CYCLE + 1),
    });
    for reading in [rolled, claimed] {
        for answer in [Answer::Lost, Answer::Refused] {
            let script = Script::sending().answered(answer).keeps_finding(reading);
            assert_eq!(script.verdict(), Verdict::Unknown, "{answer:?}");
        }
        for answer in [Answer::Unauthorized, THROTTLED] {
            let script = Script::sending().answered(answer).keeps_finding(reading);
            assert_eq!(script.verdict(), REFUSED, "{answer:?}");
        }
    }
}

#[test]
fn a_claimed_step_that_does_not_tell_its_cycle_is_of_this_one() {
    let claimed = Reading::Step(Step::Claimed { cycle: None });
    let script = Script::sending().answered(Answer::Lost);
    assert_eq!(script.keeps_finding(claimed).verdict(), RECOVERED);
}

#[test]
fn after_a_lost_answer_a_later_refusal_proves_nothing() {
    let script = Script::sending().answered(Answer::Lost);
    let script = script.keeps_finding(CLAIMABLE);
    assert_eq!(script.attempts(), 2);
    for answer in [Answer::Refused, Answer::Unsent] {
        let left = Script { ..script }.answered(answer).leaves();
        let told = left.now;
        let left = left.keeps_finding(CLAIMABLE);
        assert_eq!(left.verdict(), REFUSED);
        assert!(left.now >= told + UNDER_WAY, "{answer:?}: {}", left.now);
    }
}

#[test]
fn once_nobody_waits_it_is_read_and_never_sent() {
    for answer in [Answer::Lost, Answer::Refused] {
        let script = Script::sending().answered(answer).leaves();
        let found = Script { ..script }.keeps_finding(CLAIMED);
        assert_eq!(found.verdict(), RECOVERED);
    }
    let script = Script::sending().answered(Answer::Lost).leaves();
    assert_eq!(script.keeps_finding(CLAIMABLE).verdict(), REFUSED);
    let cut_off = Script::sending().leaves();
    assert_eq!(cut_off.keeps_finding(CLAIMED).verdict(), RECOVERED);
}

#[test]
fn who_leaves_while_it_is_known_not_to_be_applied_is_told_so() {
    for answer in [Answer::Unauthorized, THROTTLED] {
        let script = Script::sending().answered(answer).leaves();
        assert_eq!(script.verdict(), REFUSED, "{answer:?}");
    }
}

#[test]
fn what_cannot_be_read_stays_in_the_journal_and_stops_asking() {
    for reading in [Reading::Failed, Reading::Missing] {
        let script = Script::sending().answered(Answer::Lost).leaves();
        assert_eq!(script.keeps_finding(reading).verdict(), Verdict::Unread);
    }
}

#[test]
fn waits_are_at_least_half_of_what_they_may_be() {
    let waits = |chance| {
        let mut waits = Vec::new();
        let mut script = Script::sending().answered(Answer::Lost);
        while waits.len() < 7 {
            let Next::Wait(wait) = script.next else {
                panic!("{:?}", script.next);
            };
            waits.push(wait.milliseconds);
            let Next::Read(read) = wait.over(0) else {
                panic!("a wait is followed by a read");
            };
            let at = Moment { now: 0, chance };
            script.next = read.found(Reading::Failed, at);
        }
        waits.split_off(1)
    };
    assert_eq!(waits(0), [500, 1_500, 4_000, 7_500, 7_500, 7_500]);
    assert_eq!(waits(u16::MAX), [999, 2_999, 7_999, 14_999, 14_999, 14_999]);
}
