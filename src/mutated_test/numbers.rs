//! Numbers: lifetimes and dates.

use crate::rules::reset::{milliseconds_until, unix_milliseconds};
use crate::rules::spread::spread;
use crate::rules::token::milliseconds_of_use;
use liveops_mutation::Mutator;

/// A token is used for some time, never longer than it lives, or until it is refused.
pub fn lifetime(mutator: &mut Mutator) {
    let (issued, expires) = (mutator.number(), mutator.number());
    let mut claim = |number| (!mutator.one_in(8)).then_some(number);
    if let Some(time) = milliseconds_of_use(claim(issued), claim(expires)) {
        let lifetime = (expires - issued) * 1000.0;
        assert!(time > 0.0 && time <= lifetime, "{issued} {expires}: {time}");
    }
}

/// A date is one that JavaScript holds, what is left until it is never negative, and no shop waits longer than a minute.
pub fn date(mutator: &mut Mutator) {
    let (date, now) = (mutator.number(), mutator.number());
    if let Some(milliseconds) = unix_milliseconds(Some(date)) {
        assert!(milliseconds > 0.0 && milliseconds <= 8.64e15, "{date}");
        let is_one = [date, date * 1000.0].contains(&milliseconds);
        assert!(is_one, "{date}");
    }
    assert!(milliseconds_until(date, now) >= 0.0, "{date} {now}");
    let (seed, reset) = (mutator.whole(), mutator.whole());
    assert!(spread(seed, reset) < 60_000, "{seed} {reset}");
}
