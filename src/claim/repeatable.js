// What may be sent again where its answer was lost: the order of a paid step, and the clan's update.
import { readGiven } from "./given.js";
import { paidSteps } from "./paid_steps.js";
import { rest } from "./waiting.js";

/** Sent at most this often. */
const MOST_SENDS = 3;

/** The wait before the second sending is at most this long, in milliseconds; before the third it is twice as long. */
const FIRST_WAIT = 1_000;

/** Milliseconds for a call with all its sendings where nothing is said. */
const TIMEOUT = 15_000;

/** `offerChains.order` and `clans.update` of a client, as `claims.js` says; `chance` gives a random number from 0 up to 1. */
export function repeatable({ areas, options, storage, player, chance }) {
  const make = async (given) => (await send(areas.offerChains.order, given)).answer;
  const order = paidSteps({ make, read: areas.orders.get, projectId: options.projectId, storage, player });

  /** Sends, and again while the answer is lost, in the time that one call has. */
  async function send(run, { timeoutMs, ...given }) {
    const end = performance.now() + (timeoutMs ?? options.timeoutMs ?? TIMEOUT);
    for (let sends = 1; ; sends++) {
      const left = Math.max(1, Math.ceil(end - performance.now()));
      try {
        return { answer: await run({ ...given, timeoutMs: left }), isFirst: sends === 1 };
      } catch (error) {
        const wait = FIRST_WAIT * sends * (0.5 + chance() / 2);
        const isLost = error.applied === "unknown" && error.retryable;
        if (!isLost || sends === MOST_SENDS || end - performance.now() <= wait) throw error;
        await rest(wait, given.signal ?? new AbortController().signal);
      }
    }
  }

  return {
    async order(given) {
      return order(await readGiven(areas.offerChains.order, given, ["chainId", "stepNumber"]));
    },

    /** What an earlier sending granted, only its lost answer told. */
    async updateClan(given) {
      const { answer, isFirst } = await send(areas.clans.update, await readGiven(areas.clans.update, given ?? {}, []));
      return Object.assign(answer, isFirst ? { recovered: false } : { recovered: true, reward: null });
    },
  };
}
