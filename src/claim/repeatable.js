// What may be sent again where its answer was lost: the order of a paid step, and the clan's update.
import { chance } from "../client/chance.js";
import { readGiven } from "./given.js";
import { paidSteps } from "./paid_steps.js";
import { rest } from "./waiting.js";

/** Sent at most this often. */
const MOST_SENDS = 3;

/** The wait before the second sending is at most this long, in milliseconds; before the third it is twice as long. */
const FIRST_WAIT = 1_000;

/** Milliseconds for a call with all its sendings where nothing is said. */
const TIMEOUT = 15_000;

/** `offerChains.order` and `clans.update` of a client, as `claims.js` says. */
export function repeatable({ areas, options, closed, storage, player }) {
  const make = async (given, call) => (await send(areas.offerChains.order, given, call)).answer;
  const order = paidSteps({ make, read: areas.orders.get, projectId: options.projectId, storage, player });

  /** Runs with what ends a call: the page's signal, `close()`, and its time. */
  async function within({ signal, timeoutMs }, run) {
    const over = new AbortController();
    const leaving = new AbortController();
    const end = performance.now() + (timeoutMs ?? options.timeoutMs ?? TIMEOUT);
    for (const ending of [signal, closed]) {
      if (ending?.aborted) leaving.abort();
      ending?.addEventListener("abort", () => leaving.abort(), { signal: over.signal });
    }
    const left = () => Math.max(1, Math.ceil(end - performance.now()));
    try {
      return await run({ leaving: leaving.signal, left });
    } finally {
      over.abort();
    }
  }

  /** Sends, and again while the answer is lost, in the time that is left. */
  async function send(run, given, { leaving, left }) {
    let isLost = false;
    for (let sends = 1; ; sends++) {
      try {
        return { answer: await run({ ...given, signal: leaving, timeoutMs: left() }), isFirst: sends === 1 };
      } catch (error) {
        const wait = Math.max(FIRST_WAIT * sends * (0.5 + chance(options.random) / 2), error.retryAfterMs ?? 0);
        const mayRepeat = error.applied === "unknown" && error.retryable;
        // What ends a later sending proves nothing about the ones before it.
        if (isLost) error.applied = "unknown";
        isLost ||= error.applied === "unknown";
        if (!mayRepeat || sends === MOST_SENDS || left() <= wait) throw error;
        await rest(wait, leaving);
      }
    }
  }

  return {
    async order(given) {
      const { chainId, stepNumber, ...ending } = await readGiven(areas.offerChains.order, given, ["chainId", "stepNumber"]);
      return within(ending, (call) => order({ chainId, stepNumber }, call));
    },

    /** An answer that lists nothing may be that of a second sending: what the first granted, only its own told. */
    async updateClan(given) {
      const ending = await readGiven(areas.clans.update, given ?? {}, []);
      const { answer, isFirst } = await within(ending, (call) => send(areas.clans.update, {}, call));
      const isTold = isFirst || answer.reward.length > 0;
      return Object.assign(answer, { recovered: !isFirst }, isTold ? {} : { reward: null });
    },
  };
}
