use super::{
    Answer, Moment, Next, Reading, Reason, Sent, Step, UNDER_WAY, Verdict, claim, confirm,
};

const CYCLE: u64 = 7;
const HOUR: u64 = 3_600_000;

const CLAIMED: Reading = Reading::Step(Step::Claimed { cycle: Some(CYCLE) });
const LOCKED: Reading = unclaimed(CYCLE, false, None);
const CLAIMABLE: Reading = unclaimed(CYCLE, true, Some(HOUR));

const fn unclaimed(cycle: u64, is_claimable: bool, until_reset: Option<u64>) -> Reading {
    Reading::Step(Step::Unclaimed {
        cycle,
        is_claimable,
        until_reset,
    })
}

const RECOVERED: Verdict = Verdict::Applied { recovered: true };
const THROTTLED: Answer = Answer::Throttled { wait: None };
const REFUSED: Verdict = Verdict::NotApplied(Reason::Answer);

/// Runs a claim with a clock that stands where nothing waits.
struct Script {
    now: u64,
    may_repeat: bool,
    next: Next,
}

impl Script {
    fn new(next: Next) -> Self {
        Self {
            now: 1_000_000,
            may_repeat: true,
            next,
        }
    }

    /// A claim of a step that was read as claimable, up to its first sending.
    fn sending() -> Self {
        Self::new(claim(false, None)).finds(CLAIMABLE)
    }

    fn moment(&self) -> Moment {
        Moment {
            now: self.now,
            chance: u16::MAX,
            may_repeat: self.may_repeat,
        }
    }

    fn finds(mut self, reading: Reading) -> Self {
        let Next::Read(read) = self.next else {
            panic!("nothing is read: {:?}", self.next);
        };
        self.next = read.found(reading, self.moment());
        self
    }

    fn answered(mut self, answer: Answer) -> Self {
        let Next::Send(send) = self.next else {
            panic!("nothing is sent: {:?}", self.next);
        };
        self.next = send.answered(answer, self.moment());
        self
    }

    fn waits(mut self) -> Self {
        let Next::Wait(wait) = self.next else {
            panic!("nothing is waited for: {:?}", self.next);
        };
        self.now += u64::from(wait.milliseconds);
        self.next = wait.over(self.now);
        self
    }

    fn leaves(mut self) -> Self {
        let at = self.moment();
        self.next = match self.next {
            Next::Read(read) => read.left(at),
            Next::Send(send) => send.left(at),
            Next::Wait(wait) => wait.left(at),
            settled @ Next::Settle(_) => settled,
        };
        self
    }

    /// Waits and finds one thing up to five seconds after the beginning, and another later.
    fn finds_after_waiting(self, early: Reading, late: Reading) -> Self {
        let script = self.waits();
        let is_early = script.now <= 1_005_000;
        script.finds(if is_early { early } else { late })
    }

    /// Waits and finds the same, until something else is to be done.
    fn keeps_finding(mut self, reading: Reading) -> Self {
        for _ in 0..100 {
            self = match self.next {
                Next::Wait(_) => self.waits(),
                Next::Read(_) => self.finds(reading),
                _ => return self,
            };
        }
        panic!("it never ends: {:?}", self.next);
    }

    fn verdict(&self) -> Verdict {
        match self.next {
            Next::Settle(verdict) => verdict,
            other => panic!("not settled: {other:?}"),
        }
    }

    fn attempts(&self) -> u8 {
        match self.next {
            Next::Send(send) => send.entry(self.now).attempts,
            other => panic!("not sent: {other:?}"),
        }
    }
}

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
fn the_wait_that_the_api_asks_for_is_kept_up_to_thirty_seconds() {
    for (asked, kept) in [(None, 999), (Some(5_000), 5_000), (Some(90_000), 30_000)] {
        let script = Script::sending().answered(Answer::Throttled { wait: asked });
        let Next::Wait(wait) = script.next else {
            panic!("{:?}", script.next);
        };
        assert_eq!(wait.milliseconds, kept, "{asked:?}");
    }
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
fn where_the_quota_is_spent_it_is_not_sent_again() {
    let mut script = Script::sending().answered(Answer::Lost);
    script.may_repeat = false;
    assert_eq!(script.keeps_finding(CLAIMABLE).verdict(), REFUSED);
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
            let at = Moment {
                now: 0,
                chance,
                may_repeat: true,
            };
            script.next = read.found(Reading::Failed, at);
        }
        waits.split_off(1)
    };
    assert_eq!(waits(0), [500, 1_500, 4_000, 7_500, 7_500, 7_500]);
    assert_eq!(waits(u16::MAX), [999, 2_999, 7_999, 14_999, 14_999, 14_999]);
}
