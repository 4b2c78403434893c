// The claims under way of one client, one of a step at a time, and those that ended while nobody waited for them.
import { chance } from "../client/chance.js";
import { follow } from "./claim.js";
import { failure } from "./given.js";
import { NOWHERE } from "./journal.js";

/** The events of a claim are below this: `driver.rs` tells claims apart by it. */
const EVENTS = 16;

/**
 * Begins claims and keeps them, by the names of their entries in the `journal`. `core` takes what happened to a claim,
 * `clock` tells Unix time by a clock that nobody sets and `time` the API's, `player` gives a number for the player.
 */
export function underWay({ options, closed, core, journal, clock, time, player }) {
  const running = new Map();
  /** The last of each step that ended while nobody waited for it, until `pending()` has told of it. */
  const untold = new Map();
  let last = 0;

  /** Begins a claim, which its caller may leave; without a caller it is only confirmed. */
  function begin(who, subject, leaving) {
    const { place, named, recovered } = subject;
    const name = journal.name(who, ...place);
    const before = running.get(name);
    const over = new AbortController();
    const stop = () => {
      leaving?.abort("aborted");
      over.abort();
    };
    closed.addEventListener("abort", stop, { signal: over.signal });
    /** What is read and sent is the player's who claimed, even if another has signed in meanwhile. */
    const asPlayer = (run) => async (options) => {
      if ((await player()) !== who || closed.aborted) stop();
      return run(options);
    };
    const id = ++last;
    const claim = {
      name,
      // As `driver.rs` reads it.
      take: (event, value, number) =>
        core.take(event + EVENTS * id, value, clock() + chance(options.random), number),
      step: place.at(-1),
      journal: who === undefined ? NOWHERE : journal,
      text: before?.claim.text,
      over: over.signal,
      recovered,
      time,
      fail: (code) => failure(named.operation, code),
      read: asPlayer((options) => subject.read({ ...options, fresh: true })),
      send: asPlayer(subject.send),
    };
    const { isLeft = !leaving, isTold } = before ?? {};
    const run = { who, claim, named, stop, leaving, isLeft, isTold };
    const left = new Promise((_, reject) => {
      run.settled = follow(claim, leaving?.signal, (error) => {
        run.answer = undefined;
        run.isLeft = true;
        reject(error);
      });
    });
    run.answer = leaving && Promise.race([run.settled, left]);
    run.settled = run.settled
      .finally(() => {
        clearTimeout(run.timer);
        if (run.isLeft && !run.isTold && !over.signal.aborted) untold.set(name, run);
        stop();
        if (running.get(name) === run) running.delete(name);
      })
      // A caller took it up again.
      .catch((error) => run.next?.settled ?? Promise.reject(error));
    run.settled.catch(() => {});
    running.set(name, run);
    untold.delete(name);
    if (before) {
      before.next = run;
      before.stop();
    }
    return run;
  }

  /** What `pending()` lists of a player's: what its caller left, until its `settled` was asked for and it has ended. */
  function listed(who) {
    const left = [...untold.values(), ...running.values()].filter((run) => run.isLeft && run.who === who);
    return left.map((run) => ({
      ...run.named,
      get settled() {
        tell(run);
        return run.settled;
      },
    }));
  }

  function tell(run) {
    run.isTold = true;
    if (untold.get(run.claim.name) === run) untold.delete(run.claim.name);
    if (run.next) tell(run.next);
  }

  return { begin, listed, of: (name) => running.get(name) };
}
