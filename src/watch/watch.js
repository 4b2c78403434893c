// Watches one chain: reads it at once, when it has changed by itself, and when somebody may look at it again.
import { readChain } from "../client/chain.js";
import { chance } from "../client/chance.js";
import { liveOpsError } from "../client/error.js";
import { onReturn } from "../client/page_return.js";

/** A timer fires at once beyond this, in milliseconds. */
const LONGEST = 2_147_483_647;

/** Two reads are never closer than this, in milliseconds. */
const GAP = 5_000;

/** A chain that should have started over and has not is read again after this long, in milliseconds. */
const OVERDUE = 60_000;

/** After a read that failed, the next one is this far away, then twice as far each time, up to the longest. */
const [FIRST_RETRY, LONGEST_RETRY] = [5_000, 300_000];

/** Gives a client what watches its chains; `load` has the functions over chains that need no client. */
export function watch(client, options, closed, core, { nextResetAt, claimableAt }) {
  // One for all chains of a page, so that those that start over together are read together.
  const seed = chance(options.random) * 2 ** 53;

  /** Follows a chain until `over` is aborted. */
  return async function follow(area, { chainId, onChange, onError, signal }, over) {
    const stop = () => over.abort();
    for (const end of [closed, signal]) {
      if (end?.aborted) stop();
      end?.addEventListener("abort", stop, { signal: over.signal });
    }
    if (over.signal.aborted) return;
    const alarm = new Alarm(over.signal);
    let known;
    let failures = 0;
    // A network that is back has not failed yet.
    onReturn(() => (failures = 0), over.signal);
    while (!over.signal.aborted) {
      let wait;
      try {
        const chain = await readChain(client[area], chainId, { signal: over.signal });
        if (over.signal.aborted) return;
        if (!chain) throw liveOpsError(`${area}.watch: there is no such chain for this player`, "chain_not_found");
        failures = 0;
        wait = await untilNextRead(chain);
        const text = JSON.stringify(chain);
        if (text !== known) tell(onChange, chain);
        known = text;
      } catch (error) {
        if (over.signal.aborted) return;
        wait = (Math.min(FIRST_RETRY * 2 ** failures++, LONGEST_RETRY) * (1 + chance(options.random))) / 2;
        tell(onError, error);
      }
      await alarm.after(wait);
    }
  };

  /** Until the chain starts over or a further step of it opens, and then up to a minute more: each shop at its own moment. */
  async function untilNextRead(chain) {
    const now = client.now().getTime();
    const reset = nextResetAt(chain)?.getTime();
    const openings = chain.steps.map((step) => claimableAt(step)?.getTime()).filter((opening) => opening > now);
    const next = Math.min(...openings, reset === undefined ? Infinity : reset > now ? reset : now + OVERDUE);
    return next === Infinity ? next : next - now + (await core.spread(seed, next));
  }
}

/** What the page's own function throws is the page's own affair. */
function tell(report, value) {
  try {
    report?.(value);
  } catch (error) {
    reportError(error);
  }
}

/** Waits for a time, or less where the page is shown or online again. */
class Alarm {
  #over;
  #ring;
  #set = -Infinity;
  #timer;

  constructor(over) {
    this.#over = over;
    onReturn(() => this.#sleep(this.#set + GAP), over);
    over.addEventListener("abort", () => this.#sleep(0));
  }

  /** Resolves after so many milliseconds, however many they are. */
  after(milliseconds) {
    this.#set = performance.now();
    return new Promise((resolve) => {
      this.#ring = resolve;
      this.#sleep(this.#set + milliseconds);
    });
  }

  #sleep(end) {
    clearTimeout(this.#timer);
    if (!this.#ring) return;
    const left = end - performance.now();
    if (left > 0 && !this.#over.aborted) this.#timer = setTimeout(() => this.#sleep(end), Math.min(left, LONGEST));
    else this.#ring();
  }
}
