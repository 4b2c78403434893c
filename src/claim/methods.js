// `claim` of each kind of chain, and `pending`. What they do comes with `load.claims()` when chains are first read,
// so that it is there once a player claims, or at once where an earlier visit has left a claim under way.
import { liveOpsError } from "../client/error.js";

/**
 * Gives a client its claims. `options` are its own; `closed` is aborted by `close()`. At no operation's place `call`
 * gives the player's token, or takes what happened to a claim, as `driver.rs` does.
 */
export function connect(client, options, closed, call, load) {
  const chains = {};
  const written = entries(options);
  const time = client.now;
  let loading;

  function loaded() {
    loading ??= load.claims().then(
      ({ claims }) => claims({ chains, options, closed, call, written, time }),
      () => {
        loading = undefined;
        const problem = "claim: `claims.js` of this package could not be loaded: nothing was sent";
        throw liveOpsError(problem, "network", null, null, null, true);
      },
    );
    return loading;
  }

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
  if (written.names().length) look();
}

/**
 * Where a client's claims under way are written down: an entry a step, since two tabs that write into one text would
 * lose each other's. Its `storage` is the page's own; null: none; undefined: the browser's.
 */
function entries({ storage, projectId }) {
  const prefix = `xsolla-liveops.claims.${projectId}.`;

  /** Storage may be missing, full or forbidden: even asking for the browser's own may throw. Outside a page none is asked for: Node would warn. */
  function attempt(run) {
    try {
      return run(storage === undefined ? globalThis.document && globalThis.localStorage : storage);
    } catch {}
  }

  /** The names of the entries, of one player or of all. */
  function names(player = "") {
    const found = [];
    attempt((place) => {
      for (let index = 0; index < place.length; index++) {
        const name = place.key(index);
        if (name.startsWith(prefix + player)) found.push(name);
      }
    });
    return found;
  }

  return { prefix, attempt, names };
}
