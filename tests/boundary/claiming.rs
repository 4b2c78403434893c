//! A page that claims one daily step: what `step.js` answers for.

use super::page::run;
use serde_json::{Value, json};

/// With `settled` no time passes; with `untilSettled` it does, until the only claim that is pending has settled.
const START: &str = r"
    await load();
    clock.start();
    const storage = new Memory();
    const options = (step, player) => ({ projectId: 1, fetch: step.fetch, token: jwt(1e6, player), random: () => 0, storage });
    const claim = (liveops, given) => outcome(liveops.dailyChains.claim({ chainId: 7, stepNumber: 1, ...given }));
    const told = ({ code, applied }) => [code, applied];
    const endOf = async ({ settled, ...step }) => [step, await outcome(settled)];
    const settled = async (liveops) => Promise.all((await liveops.pending()).map(endOf));
    const untilSettled = async (liveops) => {
      const [pending, ...more] = await liveops.pending();
      if (!pending || more.length) throw new Error('not just one claim is pending');
      const [step, end] = await clock.until(endOf(pending));
      return { step, end };
    };
";

/// Runs JavaScript steps with what such a page has at hand.
pub async fn steps(steps: &str) -> Value {
    run(&format!("{START}{steps}")).await
}

/// The step, as a pending claim names it.
pub fn step() -> Value {
    json!({ "operation": "dailyChains.claim", "chainId": 7, "stepNumber": 1 })
}
