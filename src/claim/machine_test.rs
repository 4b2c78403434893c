//! The first read of a claim, its sending, and what the journal holds of it.

use super::script::{CLAIMABLE, CLAIMED, CYCLE, LOCKED, RECOVERED, REFUSED, Script, unclaimed};
use super::{Answer, Next, Reading, Reason, Sent, Step, UNDER_WAY, Verdict, claim, confirm};

#[test]
fn nothing_is_sent_unless_the_step_can_be_claimed() {
    for (reading, reason) in [
        (Reading::Failed, Reason::Unreadable),
        (Reading::Missing, Reason::Missing),
        (CLAIMED, Reason::AlreadyClaimed),
        (LOCKED, Reason::NotClaimable),
    ] {
        let script = Script::new(claim(false, None)).finds(reading);
        assert_eq!(script.verdict(), Verdict::NotApplied(reason));
    }
    assert_eq!(Script::sending().attempts(), 1);
    let left = Script::new(claim(false, None)).leaves();
    assert_eq!(left.verdict(), Verdict::NotApplied(Reason::Left));
}

#[test]
fn a_step_that_another_tab_has_just_claimed_is_claimed() {
    let script = Script::new(claim(true, None)).finds(CLAIMED);
    assert_eq!(script.verdict(), RECOVERED);
}

#[test]
fn the_promised_success_is_a_success() {
    let verdict = Script::sending().answered(Answer::Accepted).verdict();
    assert_eq!(verdict, Verdict::Applied { recovered: false });
}

#[test]
fn what_never_left_the_page_was_not_applied() {
    assert_eq!(
        Script::sending().answered(Answer::Unsent).verdict(),
        REFUSED
    );
}

#[test]
fn the_wait_that_the_api_asks_for_is_kept_up_to_thirty_seconds() {
    for (asked, kept) in [(None, 999), (Some(5_000), 5_000), (Some(90_000), 30_000)] {
        let script = Script::sending().answered(Answer::Throttled { wait: asked });
        let Next::Wait(wait) = script.next else {
            panic!("{:?}", script.next);
        };
        assert_eq!(wait.milliseconds, kept, "{asked:?}");
    }
}

fn sent(age: u64) -> Sent {
    Sent {
        cycle: CYCLE,
        at: 1_000_000 - age,
        attempts: 1,
    }
}

#[test]
fn what_the_journal_holds_leaves_it_within_ten_seconds() {
    let found = |reading| {
        let mut script = Script::new(confirm(sent(1_000), 1_000_000));
        for _ in 0..100 {
            script = match script.next {
                Next::Wait(wait) if wait.is_forgotten => break,
                Next::Wait(_) => script.waits(),
                Next::Read(_) => script.finds(reading),
                _ => break,
            };
        }
        assert!(script.now < 1_010_000, "{}", script.now);
        script
    };
    assert_eq!(found(CLAIMED).verdict(), RECOVERED);
    let rolled = found(unclaimed(CYCLE + 1, true, None));
    assert_eq!(rolled.verdict(), Verdict::Unknown);

    // Only a copy that is still under way can be accepted: that is waited for, though.
    let forgotten = found(CLAIMABLE);
    assert!(forgotten.now >= 1_005_000, "{}", forgotten.now);
    let told = Script { ..forgotten }.keeps_finding(CLAIMABLE);
    assert_eq!(told.verdict(), REFUSED);
    assert!(told.now >= 999_000 + UNDER_WAY, "{}", told.now);
    let late = forgotten.waits().finds(CLAIMED);
    assert_eq!(late.verdict(), RECOVERED);
}

#[test]
fn after_two_minutes_no_copy_is_under_way() {
    let script = Script::new(confirm(sent(UNDER_WAY), 1_000_000));
    assert_eq!(script.keeps_finding(CLAIMABLE).verdict(), REFUSED);
}

#[test]
fn an_entry_of_the_future_counts_as_sent_now() {
    let sent = Sent {
        at: 9_000_000,
        ..sent(0)
    };
    let script = Script::new(confirm(sent, 1_000_000)).keeps_finding(CLAIMABLE);
    assert_eq!(script.verdict(), REFUSED);
    assert!(script.now >= 1_000_000 + UNDER_WAY, "{}", script.now);
}

#[test]
fn a_click_on_what_the_journal_holds_goes_on_with_it() {
    let again = |reading| Script::new(claim(false, Some(sent(5_000)))).finds(reading);
    assert_eq!(again(CLAIMED).verdict(), RECOVERED);
    let next = again(CLAIMABLE);
    assert!(matches!(next.next, Next::Wait(_)), "{:?}", next.next);
    assert_eq!(next.keeps_finding(CLAIMABLE).attempts(), 1);
    for reading in [Reading::Failed, Reading::Missing] {
        let next = again(reading);
        assert!(matches!(next.next, Next::Wait(_)), "{:?}", next.next);
    }
    let left = Script::new(claim(false, Some(sent(5_000)))).leaves();
    assert_eq!(left.keeps_finding(CLAIMED).verdict(), RECOVERED);
}

#[test]
fn who_asks_anew_may_send_as_often_again_after_two_reads() {
    let spent = Sent {
        attempts: 3,
        ..sent(5_000)
    };
    let script = Script::new(claim(false, Some(spent))).finds(CLAIMABLE);
    assert!(matches!(script.next, Next::Wait(_)), "{:?}", script.next);
    let script = script.keeps_finding(CLAIMABLE);
    assert!(matches!(script.next, Next::Send(_)), "{:?}", script.next);
    assert!(script.now >= 1_002_000, "{}", script.now);
}

#[test]
fn a_click_in_a_later_cycle_or_much_later_is_a_new_claim() {
    let rolled = Script::new(claim(false, Some(sent(5_000))));
    assert_eq!(rolled.finds(unclaimed(8, true, None)).attempts(), 1);
    let claimed = Reading::Step(Step::Claimed { cycle: Some(8) });
    let rolled = Script::new(claim(false, Some(sent(5_000)))).finds(claimed);
    assert_eq!(
        rolled.verdict(),
        Verdict::NotApplied(Reason::AlreadyClaimed)
    );
    let old = || Script::new(claim(false, Some(sent(UNDER_WAY))));
    assert_eq!(old().finds(CLAIMABLE).attempts(), 1);
    assert_eq!(old().finds(CLAIMED).verdict(), RECOVERED);
}
