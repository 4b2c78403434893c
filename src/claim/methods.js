// `claim` of each kind of chain, and `pending`. What they do comes with `load.claims()` when chains are first read,
// so that it is there once a player claims, or at once where an earlier visit has left a claim under way.
import { later } from "../client/later.js";

/**
 * Gives a client its claims. `options` are its own; `closed` is aborted by `close()`. At no operation's place `call`
 * gives the player's token, or takes what happened to a claim, as `driver.rs` does.
 */
export function connect(client, options, closed, call, load) {
  const chains = {};
  const time = client.now;
  const loaded = later(load, "claims", "claim", ({ claims }) => claims({ chains, options, closed, call, time }));
  const look = () => void loaded().then(({ resume }) => resume(), () => {});

  for (const area of ["dailyChains", "offerChains", "rewardChains"]) {
    chains[area] = { ...client[area] };
    for (const [name, run] of Object.entries(chains[area])) {
      client[area][name] = (first, second) => {
        if (name === "claim") return loaded().then(({ claim }) => claim(area, first));
        look();
        return run(first, second);
      };
    }
  }
  client.pending = () => loaded().then(({ pending }) => pending());
  if (mayBeLeft(options)) look();
}

/** Whether an earlier visit may have left a claim: a storage of the page's own is looked into by `journal.js`. */
function mayBeLeft({ storage, projectId }) {
  try {
    // Outside a page there is none: Node would warn.
    const names = storage === undefined && globalThis.document ? Object.keys(localStorage) : [];
    return storage || names.some((name) => name.startsWith(`xsolla-liveops.claims.${projectId}.`));
  } catch {}
}
