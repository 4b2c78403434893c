//! A model of all that a claim meets: a server, a network that loses, delays and doubles, tabs that are
//! closed. One run draws everything from [`Draw`] and holds the machine to its promises.

mod draw;
mod judge;
mod network;
mod server;

pub use draw::Draw;

use super::machine::{Answer, Moment, Next, Reading, Sent, Verdict, claim, confirm};
use server::Server;

/// All is settled after this time.
const LONGEST_RUN: u64 = 15 * 60_000;

/// What happens at some time.
#[derive(Debug, Clone, Copy)]
enum Happening {
    /// A copy of a claim reaches the server; with how it is answered to the page, where it is.
    Copy {
        tab: usize,
        turn: u32,
        attempt: u8,
        answer_in: Option<u64>,
    },
    /// The page learns how its claim was answered.
    Answered(usize, u32, Answer),
    /// A read reaches the server and is answered.
    Read(usize, u32, Option<u64>, u64),
    /// The page learns what was read.
    Found(usize, u32, Reading),
    /// A wait is over.
    Over(usize, u32),
    /// Whoever asked no longer waits.
    Leave(usize),
    /// A tab is closed, or loaded again.
    Close(usize),
    /// A tab is opened, and confirms what the journal holds.
    Open(usize),
    /// A player clicks.
    Click(usize),
}

/// A claim of one tab.
#[derive(Debug)]
struct Tab {
    next: Option<Next>,
    /// Counts what was begun, so that what belongs to an earlier turn is ignored.
    turn: u32,
    cycle: Option<u64>,
    /// What the journal held when it began.
    earlier: Option<Sent>,
    sends: u8,
    /// When the first, and when the last of the reads in a row was made that found the step unclaimed.
    unclaimed: Option<(u64, u64)>,
    asked_at: u64,
    /// The cycle in which a read last found the step claimed.
    claimed_in: Option<u64>,
    /// The sends that its verdict speaks of, as bits.
    covers: u16,
    has_left: bool,
    verdict: Option<Verdict>,
}

/// How one run ended.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// How often a claim was sent.
    pub sends: u64,
    /// How often a claim was sent again.
    pub repeats: u64,
    /// Claims that were confirmed by reading.
    pub recovered: u64,
    /// Claims that nobody can tell of.
    pub unknown: u64,
    /// Steps that were given more than once in a cycle.
    pub doubled: u64,
}

#[derive(Debug)]
struct World<'a> {
    draw: Draw<'a>,
    now: u64,
    server: Server,
    /// What the network does wrong, in percent, and until when.
    faults: (u64, u64),
    lags: bool,
    clock_error: u64,
    /// With the sends that it stands for, as bits.
    journal: Option<(Sent, u16)>,
    tabs: Vec<Tab>,
    ahead: Vec<(u64, Happening)>,
    run: Run,
}

/// Makes one run.
///
/// # Panics
///
/// Where a promise is broken.
pub fn run(draw: Draw<'_>, server_checks: bool) -> Run {
    let mut world = World::new(draw, server_checks);
    let end = world.now + LONGEST_RUN;
    while let Some((at, happening)) = world.take_first() {
        assert!(at < end, "it never settles: {world:?}");
        world.now = at;
        world.happen(happening);
    }
    assert!(world.tabs.iter().all(|tab| tab.next.is_none()));
    world.judge();
    world.run
}

impl<'a> World<'a> {
    fn new(mut draw: Draw<'a>, checks: bool) -> Self {
        let now = 1_000_000 + draw.below(100_000);
        let period = match draw.below(5) {
            0..=1 => None,
            2 => Some(86_400_000),
            _ => Some(30_000 + draw.below(200_000)),
        };
        let off_at = now + draw.below(20_000);
        let off_for = if draw.happens(5) {
            draw.below(100_000)
        } else {
            0
        };
        let server = Server {
            checks,
            period,
            open_for: draw
                .happens(10)
                .then(|| period.map_or(now, |it| now % it) + draw.below(15_000)),
            refuses: draw.happens(3),
            off: (off_at, off_at + off_for),
            grants: Vec::new(),
        };
        let faults = (draw.below(100), now + draw.below(60_000));
        let mut world = Self {
            now,
            server,
            faults,
            lags: draw.happens(30),
            clock_error: draw.below(2_000),
            journal: None,
            tabs: Vec::new(),
            ahead: vec![(now, Happening::Click(0))],
            run: Run::default(),
            draw,
        };
        if world.draw.happens(20) {
            let left_at = now + world.draw.below(30_000);
            world.ahead.push((left_at, Happening::Leave(0)));
        }
        if world.draw.happens(30) {
            let closed_at = now + world.draw.below(15_000);
            let opened_at = closed_at + world.draw.below(200_000);
            world.ahead.push((closed_at, Happening::Close(0)));
            world.ahead.push((opened_at, Happening::Open(1)));
        }
        if world.draw.happens(30) {
            let clicked_at = now + world.draw.below(40_000);
            world.ahead.push((clicked_at, Happening::Click(2)));
        }
        for _ in 0..3 {
            world.tabs.push(Tab {
                next: None,
                turn: 0,
                cycle: None,
                earlier: None,
                sends: 0,
                unclaimed: None,
                asked_at: 0,
                claimed_in: None,
                covers: 0,
                has_left: false,
                verdict: None,
            });
        }
        world
    }

    fn take_first(&mut self) -> Option<(u64, Happening)> {
        let ahead = self.ahead.iter().enumerate();
        let (first, _) = ahead.min_by_key(|(_, (at, _))| *at)?;
        Some(self.ahead.remove(first))
    }

    fn later(&mut self, after: u64, happening: Happening) {
        self.ahead.push((self.now + after, happening));
    }

    fn moment(&mut self) -> Moment {
        Moment {
            now: self.now,
            chance: u16::try_from(self.draw.below(0x1_0000)).unwrap(),
        }
    }

    fn fails(&mut self) -> bool {
        let (percent, until) = self.faults;
        self.now < until && self.draw.happens(percent)
    }

    fn happen(&mut self, happening: Happening) {
        let at = self.moment();
        match happening {
            Happening::Copy {
                tab,
                turn,
                attempt,
                answer_in,
            } => {
                let answer = self.server.claim(self.now, tab, attempt);
                if let Some(after) = answer_in {
                    self.later(after, Happening::Answered(tab, turn, answer));
                }
            }
            Happening::Read(tab, turn, lag, answer_in) => {
                let of = self.now - lag.unwrap_or(0);
                let clock = self.now + answer_in - 1_000 + self.clock_error;
                let reading = self.server.shown(of, clock);
                self.later(answer_in, Happening::Found(tab, turn, reading));
            }
            Happening::Answered(tab, turn, answer) => self.advance(tab, turn, |next| match next {
                Next::Send(send) => send.answered(answer, at),
                other => panic!("answered, but {other:?}"),
            }),
            Happening::Found(tab, turn, reading) => {
                if self.tabs[tab].turn == turn {
                    self.note(tab, reading);
                }
                self.advance(tab, turn, |next| match next {
                    Next::Read(read) => read.found(reading, at),
                    other => panic!("found, but {other:?}"),
                });
            }
            Happening::Over(tab, turn) => self.advance(tab, turn, |next| match next {
                Next::Wait(wait) => wait.over(at.now),
                other => panic!("over, but {other:?}"),
            }),
            Happening::Leave(tab) => {
                let turn = self.tabs[tab].turn;
                self.tabs[tab].has_left = true;
                self.advance(tab, turn, |next| match next {
                    Next::Read(read) => read.left(at),
                    Next::Send(send) => send.left(at),
                    Next::Wait(wait) => wait.left(at),
                    settled @ Next::Settle(_) => settled,
                });
            }
            Happening::Close(tab) => self.tabs[tab].next = None,
            Happening::Open(tab) => {
                if let Some((sent, covers)) = self.journal {
                    self.tabs[tab].has_left = true;
                    self.tabs[tab].cycle = Some(sent.cycle);
                    self.tabs[tab].covers = covers;
                    self.begin(tab, confirm(sent, self.now));
                }
            }
            Happening::Click(tab) => {
                let joined = self.tabs.iter().any(|tab| tab.next.is_some());
                if let Some((sent, covers)) = self.journal {
                    self.tabs[tab].cycle = Some(sent.cycle);
                    self.tabs[tab].earlier = Some(sent);
                    self.tabs[tab].covers = covers;
                }
                self.begin(tab, claim(joined, self.journal.map(|(sent, _)| sent)));
            }
        }
    }

    fn advance(&mut self, tab: usize, turn: u32, step: impl FnOnce(Next) -> Next) {
        if self.tabs[tab].turn == turn
            && let Some(next) = self.tabs[tab].next
        {
            self.begin(tab, step(next));
        }
    }

    fn begin(&mut self, tab: usize, next: Next) {
        let turn = self.tabs[tab].turn + 1;
        self.tabs[tab].turn = turn;
        self.tabs[tab].next = Some(next);
        match next {
            Next::Wait(wait) => {
                if wait.is_forgotten {
                    self.journal = None;
                }
                // A tab that is shown again cuts a wait short.
                let after = u64::from(wait.milliseconds);
                let after = if self.draw.happens(5) {
                    after / 4
                } else {
                    after
                };
                self.later(after, Happening::Over(tab, turn));
            }
            Next::Read(_) => self.read(tab, turn),
            Next::Send(send) => self.send(tab, turn, send),
            Next::Settle(verdict) => {
                self.tabs[tab].next = None;
                self.tabs[tab].verdict = Some(verdict);
                if verdict != Verdict::Unread {
                    self.journal = None;
                }
            }
        }
    }
}
