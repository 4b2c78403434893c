// `watch` of each kind of chain. What it does comes with `load.watch()` when a chain is first watched.
import { CHAINS } from "../client/chain.js";
import { liveOpsError } from "../client/error.js";
import { later } from "../client/later.js";

/** Gives a client its `watch`. `closed` is aborted by `close()`; `core.spread` spreads shops over time. */
export function connect(client, options, closed, core, load) {
  const loaded = later(load, "watch", "watch", ({ watch }) => watch(client, options, closed, core, load));

  for (const area of CHAINS) {
    client[area].watch = (given) => {
      const { chainId, onChange, onError, signal } = given ?? {};
      if (!(chainId > 0 && Number.isSafeInteger(chainId)) || typeof onChange !== "function") {
        const problem = `${area}.watch: \`chainId\` must be a whole number from 1, and \`onChange\` a function`;
        throw liveOpsError(problem, "invalid_argument");
      }
      const over = new AbortController();
      loaded().then(
        (follow) => follow(area, given, over),
        (error) => [over.signal, closed, signal].some((end) => end?.aborted) || onError?.(error),
      );
      return () => over.abort();
    };
  }
}
