// The claims of one client: one at a time for a step, and what becomes of those that nobody waits for.
import { chance } from "../client/chance.js";
import { onReturn } from "../client/page_return.js";
import { pageStorage } from "../client/page_storage.js";
import { claims as claimsOf, now } from "../client/token.js";
import { follow } from "./claim.js";
import { failure, readCoupon, readGiven } from "./given.js";
import { NOWHERE, openJournal } from "./journal.js";
import { repeatable } from "./repeatable.js";
import { chainStep, numberOf, singleUseCoupon, stepsOf } from "./subjects.js";
import { asLongAs, isFree } from "./waiting.js";

/** The events of a claim are below this: `driver.rs` tells claims apart by it. */
const EVENTS = 16;

/** Milliseconds that a caller waits for a claim where nothing is said. */
const TIMEOUT = 30_000;

/** Milliseconds that it may still be sent again once that time is over. */
const LONGER = 120_000;

/**
 * The claims of a client: `areas` are its own without them, `core` gives the player's token and takes what
 * happened to a claim, `time` tells the API's time.
 */
export function claims({ areas, options, closed, core, time }) {
  const storage = pageStorage(options);
  const journal = openJournal(storage, options.projectId);
  const running = new Map();
  /** The last of each step that settled while nobody waited for it, until `pending()` has told of it. */
  const untold = new Map();
  let last = 0;
  let resuming;
  const started = Date.now() - now(options.now);
  /** Unix time in milliseconds, by a clock that nobody sets. */
  const clock = () => Math.floor(started + now(options.now));

  /** A number for the player whose token it is now; undefined for a guest, or where the token does not say. */
  async function player() {
    const sub = claimsOf((await core.token()) ?? "")?.sub;
    return sub === undefined ? sub : numberOf(String(sub));
  }

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

  /** One at a time: a second one would take the first one's locks for another tab's. */
  const resume = () => (resuming ??= confirmLeft().finally(() => (resuming = undefined)));

  /** Confirms what an earlier visit left in the journal, unless another tab is at it. */
  async function confirmLeft() {
    journal.dropOld(clock());
    const who = journal.names().length ? await player() : undefined;
    for (const name of who === undefined ? [] : journal.names(`${who}.`)) {
      const place = journal.step(name);
      // None for a coupon: it is confirmed once its code, of which no more than a hash is written down, is entered again.
      const step = chainStep(areas, ...place);
      if (!place.length) journal.drop(name, journal.read(name));
      else if (step && (await isFree(name)) && journal.read(name) && !running.has(name) && !closed.aborted) begin(who, step);
    }
  }

  async function claim(area, given) {
    const { kind, name } = stepsOf(area);
    const { chainId, [name]: number, ...call } = await readGiven(areas[area].claim, given, ["chainId", name]);
    return settled(chainStep(areas, kind, chainId, number), call);
  }

  async function redeem(code, given) {
    const { selectedUnitItems, ...call } = await readCoupon(areas.coupons.redeem, code, given);
    return settled(singleUseCoupon(areas.coupons, code, selectedUnitItems), call);
  }

  /** Claims something and waits for it, as long as its caller does. */
  async function settled(subject, { signal, timeoutMs }) {
    const leaving = new AbortController();
    const done = new AbortController();
    const abort = () => leaving.abort("aborted");
    let own;
    const end = () => leaving.abort("timeout");
    const late = () => {
      // Nothing that was sent may have been accepted, or another call's claim was joined.
      if (!own?.claim.isDoubtful) return end();
      own.claim.late();
      own.timer = setTimeout(end, LONGER);
    };
    const timer = setTimeout(late, timeoutMs ?? options.timeoutMs ?? TIMEOUT);
    for (const ending of [closed, signal]) {
      if (ending?.aborted) abort();
      ending?.addEventListener("abort", abort, { signal: done.signal });
    }
    try {
      const who = await asLongAs(player(), leaving.signal, (code) => failure(subject.named.operation, code));
      for (;;) {
        const run = running.get(journal.name(who, ...subject.place));
        if (!run?.answer) return await (own = begin(who, subject, leaving)).answer;
        try {
          const unknown = (code) => {
            run.isLeft = true;
            return Object.assign(run.claim.fail(code), { applied: "unknown" });
          };
          return await asLongAs(run.answer, leaving.signal, unknown);
        } catch (error) {
          // Otherwise only who began it has left.
          if ((run.answer && !run.leaving.signal.aborted) || leaving.signal.aborted) throw error;
        }
      }
    } finally {
      clearTimeout(timer);
      done.abort();
    }
  }

  async function pending() {
    await resume();
    const who = await player();
    const left = [...untold.values(), ...running.values()].filter((run) => run.isLeft && run.who === who);
    return left.map((run) => ({
      ...run.named,
      /** Once it was asked for, what has settled is not listed again. */
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

  const look = () => resume().catch(() => {});
  onReturn(look, closed);
  return { claim, redeem, ...repeatable({ areas, options, closed, storage, player }), pending, look };
}
