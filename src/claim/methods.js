// What must be neither lost nor doubled: claims, and orders, coupons and clan updates that take the same care. How comes
// with `load.claims()` when chains are first read, so that it is there once a player claims, or at once where an earlier
// visit has left a claim under way.
import { CHAINS } from "../client/chain.js";
import { later } from "../client/later.js";
import { field } from "../client/node.js";

/**
 * Gives a client its claims. `options` are its own; `closed` is aborted by `close()`. `core` gives the
 * player's token, and takes what happened to a claim, as `driver.rs` does.
 */
export function connect(client, options, closed, core, load) {
  const areas = {};
  for (const area of [...CHAINS, "coupons", "clans", "orders"]) areas[area] = { ...client[area] };
  const time = client.now;
  const loaded = later(load, "claims", "claim", ({ claims }) => claims({ areas, options, closed, core, time }));
  const look = () => void loaded().then(({ look }) => look(), () => {});

  for (const area of CHAINS) {
    for (const [name, run] of Object.entries(areas[area])) {
      client[area][name] = (first, second) => {
        look();
        return run(first, second);
      };
    }
    client[area].claim = (given) => loaded().then(({ claim }) => claim(area, given));
  }
  client.offerChains.order = (given) => loaded().then(({ order }) => order(given));
  client.clans.update = (given) => loaded().then(({ updateClan }) => updateClan(given));
  client.coupons.redeem = (code, given) =>
    field(given, "singleUse") ? loaded().then(({ redeem }) => redeem(code, given)) : areas.coupons.redeem(code, given);
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
