// The claims under way of one client, one of a step at a time, and those that ended while nobody waited for them.
import { chance } from "../client/chance.js";
import { follow } from "./claim.js";
import { failure } from "./given.js";
import { NOWHERE } from "./journal.js";
import { asLongAs } from "./waiting.js";

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
    const ended = untold.get(name);
    const over = new AbortController();
    const stop = () => {
      leaving?.abort("aborted");
      over.abort("aborted");
    };
    closed.addEventListener("abort", stop, { signal: over.signal });
    /** What is read and sent is the player's who claimed, even if another has signed in meanwhile. */
    const asPlayer = (run) => async (options) => {
      if ((await asLongAs(player(), options.signal, claim.fail)) !== who || closed.aborted) stop();
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
      // What was granted while nobody waited is still this player's own.
      text: before?.claim.text ?? (ended?.isApplied ? ended.claim.text : undefined),
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
        if (run.answer) leave(run);
        run.answer = undefined;
        reject(error);
      });
    });
    run.answer = leaving && Promise.race([run.settled, left]);
    run.settled = run.settled
      .then((value) => {
        run.isApplied = true;
        untold.delete(name);
        return value;
      })
      .finally(() => {
        clearTimeout(run.timer);
        if (run.isLeft && !run.isTold && !over.signal.aborted) untold.set(name, run);
        over.abort("aborted");
        if (running.get(name) === run) running.delete(name);
      })
      // A caller took it up again.
      .catch((error) => run.next?.settled ?? Promise.reject(error));
    run.settled.catch(() => {});
    running.set(name, run);
    if (before) {
      before.next = run;
      before.stop();
    }
    return run;
  }

  /** A caller has left it without an answer: `pending()` tells of it. */
  function leave(run) {
    run.isLeft = true;
    run.isTold = false;
  }

  /** What `pending()` lists: what its caller left, until its `settled` was asked for and it has ended. */
  async function listed() {
    const left = () => [...new Map([...untold, ...[...running].filter(([, { isLeft }]) => isLeft)]).values()];
    if (!left().length) return [];
    const who = await player();
    const own = left().filter((run) => run.who === who);
    return own.map((run) => ({
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

  return { begin, leave, listed, of: (name) => running.get(name) };
}
