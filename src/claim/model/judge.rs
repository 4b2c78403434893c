//! What the machine promises.

use super::server::{Grant, bit};
use super::{Tab, World};
use crate::claim::machine::{Reading, Reason, Sent, Step, Verdict};

impl Tab {
    /// Whether something may still be under way that was sent for the same.
    pub fn goes_on(&self, entry: Sent) -> bool {
        let is_same =
            |sent: Sent| sent.cycle == entry.cycle && entry.at.saturating_sub(sent.at) < 120_000;
        entry.attempts > 1 || self.earlier.is_some_and(is_same)
    }
}

impl World<'_> {
    pub fn note(&mut self, tab: usize, reading: Reading) {
        let now = self.now;
        let tab = &mut self.tabs[tab];
        match reading {
            Reading::Step(Step::Unclaimed { .. }) => {
                tab.unclaimed = Some((tab.unclaimed.map_or(now, |(first, _)| first), tab.asked_at));
            }
            Reading::Step(Step::Claimed { cycle }) => tab.claimed_in = cycle,
            Reading::Missing => tab.unclaimed = None,
            Reading::Failed => {}
        }
    }

    pub fn check_send(&mut self, place: usize, entry: Sent) {
        self.run.sends += 1;
        let tab = &mut self.tabs[place];
        tab.sends += 1;
        assert!(entry.attempts <= 3, "sent too often");
        assert!(tab.sends <= 3, "sent too often");
        assert!(!tab.has_left, "sent though nobody waits for it");
        let reads = tab.unclaimed.take();
        let Some((first, last)) = reads else {
            panic!("sent without a read");
        };
        if tab.goes_on(entry) {
            self.run.repeats += 1;
            assert!(last >= first + 2_000, "sent again too early");
            assert!(tab.cycle.is_none_or(|cycle| cycle == entry.cycle));
            let left = self
                .server
                .period
                .map_or(60_000, |period| (entry.cycle + 1) * period - self.now);
            assert!(
                left + 2_000 >= 60_000,
                "sent again {left} ms before a reset"
            );
        }
        tab.cycle = Some(entry.cycle);
    }

    pub fn judge(&mut self) {
        let grants = &self.server.grants;
        let is_double = |(place, grant): &(usize, &Grant)| {
            let before = grants.iter().take(*place);
            before.into_iter().any(|other| other.cycle == grant.cycle)
        };
        self.run.doubled = grants.iter().enumerate().filter(is_double).count() as u64;
        for grant in grants.iter().filter(|grant| grant.attempt > 1) {
            let meant = self.tabs[grant.tab].cycle;
            assert_eq!(
                Some(grant.cycle),
                meant,
                "given in another cycle by sending again"
            );
        }
        for (place, tab) in self.tabs.iter().enumerate() {
            if let Some(verdict) = tab.verdict {
                self.judge_verdict(verdict, place, tab);
            }
        }
        for tab in &self.tabs {
            match tab.verdict {
                Some(Verdict::Applied { recovered: true }) => self.run.recovered += 1,
                Some(Verdict::Unknown) => self.run.unknown += 1,
                _ => {}
            }
        }
    }

    fn judge_verdict(&self, verdict: Verdict, place: usize, tab: &Tab) {
        let grants = &self.server.grants;
        let own = grants.iter().find(|grant| grant.tab == place);
        match verdict {
            Verdict::Applied { recovered: false } => {
                assert!(own.is_some(), "a false success: {tab:?}");
            }
            Verdict::Applied { recovered: true } => {
                assert!(tab.claimed_in.is_some(), "a false success: {tab:?}");
                let is_meant = tab.sends == 0 || tab.claimed_in == tab.cycle;
                assert!(is_meant, "a success of another cycle: {tab:?}");
            }
            Verdict::NotApplied(reason) => {
                let is_spoken_of = |grant: &&Grant| {
                    let covers = tab.covers & bit(grant.tab, grant.attempt) != 0;
                    covers && reason == Reason::Answer && Some(grant.cycle) == tab.cycle
                };
                let lost = own.or_else(|| grants.iter().find(is_spoken_of));
                assert!(lost.is_none(), "lost: {lost:?} of {tab:?}");
            }
            Verdict::Unknown | Verdict::Unread => {}
        }
        let keeps_still = self.server.period.is_none() && self.server.off.0 == self.server.off.1;
        if keeps_still && !tab.has_left && own.is_some() {
            let is_success = matches!(verdict, Verdict::Applied { .. });
            assert!(is_success, "given, but not told: {tab:?}");
        }
    }
}
