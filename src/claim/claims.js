// The claims of one client: one at a time for a step, and what becomes of those that nobody waits for.
import { claims as claimsOf, now } from "../client/token.js";
import { follow } from "./claim.js";
import { failure, readGiven } from "./given.js";
import { NOWHERE, openJournal } from "./journal.js";
import { isFree, onReturn } from "./waiting.js";

/** The areas with claims, each with what names a step in it. Their order stands in the journal. */
const AREAS = ["dailyChains", "offerChains", "rewardChains"];
const STEP = ["stepNumber", "stepNumber", "stepId"];

/** Milliseconds that a caller waits for a claim where nothing is said. */
const TIMEOUT = 30_000;

/** Milliseconds that it may still be sent again once that time is over. */
const LONGER = 120_000;

/**
 * The claims of a client: `chains` are its areas without them, `call` gives the player's token or takes what
 * happened to a claim, `time` tells the API's time.
 */
export function claims({ chains, options, closed, call, time }) {
  const journal = openJournal(options);
  const running = new Map();
  let last = 0;
  const started = Date.now() - now(options.now);

  /** A number for the player whose token it is now; undefined for a guest, or where the token does not say. */
  async function player() {
    const sub = claimsOf((await call(-1)) ?? "")?.sub;
    return sub === undefined ? sub : numberOf(String(sub));
  }

  /** Begins a claim, which its caller may leave; without a caller it is only confirmed. */
  function begin(who, kind, chainId, step, leaving) {
    const [area, named] = [AREAS[kind], { chainId, [STEP[kind]]: step }];
    const name = journal.name(who, kind, chainId, step);
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
        call(-2 - event - 16 * id, value, Math.floor(started + now(options.now)) + chance(options.random), number),
      step,
      journal: who === undefined ? NOWHERE : journal,
      text: before?.claim.text,
      over: over.signal,
      recovered: { recovered: true, ...(area === "offerChains" && { orderId: null }) },
      time,
      fail: (code) => failure(area, code),
      read: asPlayer((options) => read(chains[area], chainId, { ...options, fresh: true })),
      send: asPlayer((options) => chains[area].claim({ ...options, ...named })),
    };
    const run = { claim, step: { operation: `${area}.claim`, ...named }, stop };
    const left = new Promise((_, reject) => {
      run.settled = follow(claim, leaving?.signal, (error) => {
        run.told = undefined;
        reject(error);
      });
    });
    run.told = leaving && Promise.race([run.settled, left]);
    run.settled = run.settled
      .finally(() => {
        clearTimeout(run.timer);
        stop();
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

  /** Confirms what an earlier visit left in the journal, unless another tab is at it. */
  async function resume() {
    const who = journal.names().length ? await player() : undefined;
    for (const name of who === undefined ? [] : journal.names(`${who}.`)) {
      const [kind, ...step] = journal.step(name);
      if (!STEP[kind]) journal.drop(name, journal.read(name));
      else if ((await isFree(name)) && !running.has(name) && !closed.aborted) begin(who, kind, ...step);
    }
  }

  async function claim(area, given) {
    const kind = AREAS.indexOf(area);
    const { chainId, number: step, signal, timeoutMs } = await readGiven(chains[area].claim, given, STEP[kind]);
    const leaving = new AbortController();
    const done = new AbortController();
    const abort = () => leaving.abort("aborted");
    let own;
    const end = () => leaving.abort("timeout");
    const late = () => {
      // Nothing was sent yet, or another call's claim was joined.
      if (!own?.claim.text) return end();
      own.claim.late();
      own.timer = setTimeout(end, LONGER);
    };
    const timer = setTimeout(late, timeoutMs ?? options.timeoutMs ?? TIMEOUT);
    for (const ending of [closed, signal]) {
      if (ending?.aborted) abort();
      ending?.addEventListener("abort", abort, { signal: done.signal });
    }
    try {
      const who = await player();
      for (;;) {
        const run = running.get(journal.name(who, kind, chainId, step));
        if (!run?.told) return await (own = begin(who, kind, chainId, step, leaving)).told;
        try {
          return await join(run, leaving.signal);
        } catch (error) {
          // Otherwise only who began it has left.
          if (run.told || leaving.signal.aborted) throw error;
        }
      }
    } finally {
      clearTimeout(timer);
      done.abort();
    }
  }

  async function pending() {
    await resume();
    const left = [...running.values()].filter(({ told }) => !told);
    return left.map(({ step, settled }) => ({ ...step, settled }));
  }

  onReturn(resume, closed);
  return { claim, pending, resume };
}

/** The chain as it is now; null where there is none. Reward chains cannot be read one by one. */
async function read({ get, all }, chainId, options) {
  if (get) return get(chainId, options);
  for await (const chain of all(options)) if (chain.reward_chain_id === chainId) return chain;
  return null;
}

/** Waits for a claim that another call began. */
function join({ told, claim }, leaving) {
  const left = new Promise((_, reject) => {
    const leave = () => reject(Object.assign(claim.fail(leaving.reason), { applied: "unknown" }));
    if (leaving.aborted) leave();
    leaving.addEventListener("abort", leave);
  });
  return Promise.race([told, left]);
}

/** A number from 0 up to 1, whatever a page calls a random number. */
function chance(random = Math.random) {
  try {
    return Math.min(Math.max(Number(random()) || 0, 0), 0.999);
  } catch {
    return 0;
  }
}

/** Tells ids from one another, and does not tell the id: twice FNV-1a, in 52 bits. */
function numberOf(id) {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (const byte of new TextEncoder().encode(id)) {
    high = Math.imul(high ^ byte, 0x01000193);
    low = Math.imul(low ^ byte, 0x811c9dc5);
  }
  return (high >>> 0) * 2 ** 20 + (low >>> 12);
}
